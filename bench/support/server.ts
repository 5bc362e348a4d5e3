import { fork } from 'node:child_process';
import { join } from 'node:path';
import { secretsOf } from '#apps/database.ts';
import { openParts } from '#apps/wiring.ts';
import type { NewAccount } from '#modules/office/accounts/domain/index.ts';
import { SYSTEM } from '#platform/audit/index.ts';
import type { BenchDatabase } from './database.ts';

export interface BenchServer {
  readonly url: string;
  readonly cookie: string;
  /** Resident memory of the serving process, in bytes. */
  memory(): Promise<number>;
  close(): Promise<void>;
}

const PASSWORD = 'harvest-moon-over-the-fields';

/** The serving process as the supervisor starts it, and an inspector of the place signed in to it. */
export async function serveForBench(database: BenchDatabase, who: { readonly region: string }): Promise<BenchServer> {
  await open(database, { login: 'bench', name: '测试', role: 'inspector', organisation: '测试', regionCode: who.region });
  const child = fork(join(database.config.root, 'src', 'apps', 'serve.ts'), [], {
    env: {
      ...process.env,
      ANXIN_APP_URL: database.appUrl,
      ANXIN_DATA: database.config.dataFolder,
      ANXIN_DEMO: 'on',
      ANXIN_LOG: 'warn',
      ANXIN_REQUESTS_PER_MINUTE: '100000000',
      PORT: '0',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((done, failed) => {
    child.once('message', (said: { address?: string; refused?: { says: string } }) =>
      said.address === undefined ? failed(new Error(said.refused?.says)) : done(said.address),
    );
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login: 'bench', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return {
    url,
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
    async memory() {
      const { readFile } = await import('node:fs/promises');
      const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      return Number(kilobytes) * 1024;
    },
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function open(database: BenchDatabase, account: NewAccount): Promise<void> {
  const secrets = secretsOf(database.config);
  if (!secrets.ok) throw new Error(secrets.refusal.says);
  const parts = await openParts(database.config, database.appUrl, secrets.value, { problem: (what, problem) => console.error(what, problem) });
  const made = await parts.accounts.create(SYSTEM, account, { password: PASSWORD, isDemo: true });
  await parts.close();
  if (!made.ok) throw new Error(made.refusal.says);
}
