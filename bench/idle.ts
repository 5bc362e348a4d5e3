import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { benchDatabase } from './support/database.ts';
import type { Figure } from './support/figures.ts';
import { serveForBench } from './support/server.ts';

const SETTLE_MS = 15_000;

/** Resident memory of the serving process a quarter of a minute after it began to serve, beside a bare Fastify with a pg pool. */
export async function idle(): Promise<readonly Figure[]> {
  const database = await benchDatabase();
  const product = await serveForBench(database, { region: '371526' });
  const bare = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import fastify from 'fastify'; import pg from 'pg'; new pg.Pool(); const app = fastify(); app.get('/', async () => 'ok'); await app.listen({ port: 0 });",
    ],
    { stdio: 'ignore' },
  );
  try {
    await fetch(product.url);
    await wait(SETTLE_MS);
    const ours = (await product.memory()) / 2 ** 20;
    const raw = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${bare.pid}/status`, 'utf8'))?.[1]) / 1024;
    return [
      {
        what: 'idle memory of the serving process, without the database',
        ours: `${ours.toFixed(0)} MB`,
        raw: `${raw.toFixed(0)} MB`,
        ratio: `${(ours / raw).toFixed(1)}x`,
        bar: '<= 200 MB',
        reached: ours <= 200,
      },
    ];
  } finally {
    bare.kill();
    await product.close();
    await database.close();
  }
}
