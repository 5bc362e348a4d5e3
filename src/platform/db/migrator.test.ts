import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../test/support/database.ts';
import { migrate } from './index.ts';

let db: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;
beforeEach(async () => {
  db = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anxin-migrations-'));
  put('0001-one.sql', 'create table one (n int); insert into one values (1);');
  put('0002-two.sql', 'insert into one values (2);');
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function numbers(): Promise<number[]> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('select n from one order by n');
  await client.end();
  return rows.map((row) => row.n);
}

describe('迁移', () => {
  it('按次序各执行一次，三个进程同时执行也一样', async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrate(db.ownerUrl, folder)));
    expect(all.map((one) => (one.ok ? one.value.length : -1)).sort()).toEqual([0, 0, 2]);
    expect(await numbers()).toEqual([1, 2]);
    put('0003-three.sql', 'insert into one values (3);');
    expect(await migrate(db.ownerUrl, folder)).toEqual({ ok: true, value: ['0003-three.sql'] });
  });

  it('执行过的文件被改动就拒绝，换行符不算改动', async () => {
    await migrate(db.ownerUrl, folder);
    put('0002-two.sql', 'insert into one values (2);\r\n'.replace('\r\n', ''));
    expect((await migrate(db.ownerUrl, folder)).ok).toBe(true);
    put('0002-two.sql', 'insert into one values (22);');
    put('0003-three.sql', 'insert into one values (3);');
    expect(await migrate(db.ownerUrl, folder)).toMatchObject({ ok: false, refusal: { code: 'migration-changed' } });
    expect(await numbers()).toEqual([1, 2]);
  });

  it('数据库比程序新就拒绝', async () => {
    await migrate(db.ownerUrl, folder);
    unlinkSync(join(folder, '0002-two.sql'));
    expect(await migrate(db.ownerUrl, folder)).toMatchObject({ ok: false, refusal: { code: 'migration-unknown' } });
  });

  it('一个文件出错，这个文件什么都不留，前面的留着，改好后接着来', async () => {
    put('0002-two.sql', 'insert into one values (2); insert into nowhere values (1);');
    expect(await migrate(db.ownerUrl, folder)).toMatchObject({ ok: false, refusal: { code: 'migration-failed' } });
    expect(await numbers()).toEqual([1]);
    put('0002-two.sql', 'insert into one values (2);');
    expect((await migrate(db.ownerUrl, folder)).ok).toBe(true);
    expect(await numbers()).toEqual([1, 2]);
  });
});
