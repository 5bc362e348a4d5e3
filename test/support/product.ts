import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const DEMO_PASSWORD = 'anxin-demo-2026';

/** The product as a newcomer starts it: its own process, its own database, its own folder. */
export interface Product {
  readonly url: string;
  readonly folder: string;
  /** Everything it printed. */
  printed(): string;
  stop(): Promise<void>;
}

/** Starts the product in a fresh folder and waits until it answers. `env` is laid over the environment. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-product-'));
  const child = spawn(process.execPath, ['src/apps/start.ts'], {
    // Tests ask faster than people; the limit itself has a test of its own.
    env: { ...process.env, ANXIN_DATA: folder, PORT: '0', ANXIN_DEMO: 'people', ANXIN_REQUESTS_PER_MINUTE: '1000000', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  const url = await addressOf(child, () => text);
  return {
    url,
    folder,
    printed: () => text,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((done, failed) => {
    const look = setInterval(() => {
      const address = /安薪已启动：(http:\S+)/.exec(printed())?.[1];
      if (address === undefined) return;
      clearInterval(look);
      done(address);
    }, 50);
    child.once('exit', (code) => {
      clearInterval(look);
      failed(new Error(`the product ended with ${code}:\n${printed()}`));
    });
  });
}
