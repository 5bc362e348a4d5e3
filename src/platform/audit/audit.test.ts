import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase, seen } from '../../../test/support/database.ts';
import { headOf, LEAF_PREFIX_BYTES, leafOf, rootOf } from './leaves.ts';
import { sealsAfter } from './sealer.ts';
import { type Act, checkTrail, createSealer, record, recordAll, type Sealer, SYSTEM } from './index.ts';

let db: FreshDatabase;
let folder: string;
let witness: string;
let sealer: Sealer;

const BY = { accountId: '7', name: '王队', role: 'inspection-chief' };
const act = (n: number): Act => ({
  by: BY,
  action: 'warning.closed',
  object: `warning:${n}`,
  region: '371526',
  detail: { n, 理由: '已支付', b: [1, 2.5, null], a: { z: 1, y: '…' } },
});
const write = (from: number, until: number) =>
  db.store.within({ role: 'app_job' }, (tx) =>
    recordAll(
      tx,
      BY,
      Array.from({ length: until - from }, (_, i) => act(from + i)),
    ),
  );

/** Two rounds: the first takes note of the horizon, the second seals up to it. */
async function sealAll(): Promise<void> {
  await sealer.sealOnce();
  await sealer.sealOnce();
}

beforeAll(async () => {
  db = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anxin-audit-'));
  witness = join(folder, 'witness.log');
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

/** Ten rows in each of five seals, numbers 1 to 50, and five rows not sealed yet. */
beforeEach(async () => {
  await db.owner('truncate audit.entry restart identity');
  await db.owner('truncate audit.seal');
  rmSync(witness, { force: true });
  sealer = createSealer(db.store, witness, (problem) => {
    throw problem;
  });
  for (let batch = 0; batch < 5; batch += 1) {
    await write(batch * 10 + 1, batch * 10 + 11);
    await sealAll();
  }
  await write(51, 56);
});

const check = () => checkTrail(db.store, witness);

describe('封存', () => {
  it('没有动过的记录全部对得上', async () => {
    expect(await check()).toEqual({ rows: 50n, seals: 5n, unsealed: 5n, witnessed: 5n, bad: undefined });
    expect(readFileSync(witness, 'utf8').split('\n')).toHaveLength(6);
  });

  it('没有结束的事务占着号，后面的号就不封', async () => {
    const slow = new pg.Client({ connectionString: db.appUrl });
    await slow.connect();
    await slow.query('begin; set local role app_job');
    await slow.query(
      "insert into audit.entry (at, actor_id, actor_name, actor_role, action, object, detail, canonical) values (now(), 0, '', '', '', '', '{}', '')",
    );
    await write(57, 58);
    await sealAll();
    await sealAll();
    expect((await db.owner<{ upto: string }>('select max(upto_seq) as upto from audit.seal'))[0]?.upto).toBe('50');
    await slow.query('rollback');
    await slow.end();
    await sealAll();
    // 51-55 and 57; the number that was rolled back is a declared hole and no missing row.
    expect((await db.owner('select upto_seq, count, seqs::text from audit.seal order by n desc limit 1'))[0]).toEqual({
      upto_seq: '57',
      count: 6,
      seqs: '{[51,56),[57,58)}',
    });
    expect((await check()).bad).toBeUndefined();
  });

  it('先拿到事务号，再拿到序号', async () => {
    const plan = await db.owner<{ 'QUERY PLAN': string }>(
      "explain (verbose) insert into audit.entry (at, actor_id, actor_name, actor_role, action, object, detail, canonical) select now(), 0, '', '', '', '', '{}', '' from generate_series(1, 2)",
    );
    const output = plan.map((row) => row['QUERY PLAN']).find((line) => line.includes('nextval'));
    expect(output?.indexOf('pg_current_xact_id')).toBeGreaterThan(0);
    expect(output?.indexOf('pg_current_xact_id')).toBeLessThan(output?.indexOf('nextval') ?? 0);
  });

  it('两个封存者同时动手，链仍是一条', async () => {
    const other = createSealer(db.store, join(folder, 'other.log'), () => undefined);
    for (let round = 0; round < 6; round += 1) await Promise.all([sealer.sealOnce(), other.sealOnce(), write(60 + round, 61 + round)]);
    await sealAll();
    expect(await check()).toMatchObject({ bad: undefined, unsealed: 0n });
    expect((await checkTrail(db.store, join(folder, 'other.log'))).bad).toBeUndefined();
  });

  it('业务回滚，记录也不留', async () => {
    await expect(
      db.store.within({ role: 'app_official', region: '371526', accountId: '7' }, async (tx) => {
        await record(tx, act(99));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await db.owner("select 1 from audit.entry where object = 'warning:99'")).toEqual([]);
  });

  it('应用角色只能加，不能看、改、删；审计员只看本地', async () => {
    const job = { role: 'app_job' } as const;
    for (const sql of [
      'select 1 from audit.entry',
      "update audit.entry set action = 'x'",
      'delete from audit.entry',
      'delete from audit.seal',
      'truncate audit.entry',
    ]) {
      await expect(seen(db.store, job, sql)).rejects.toThrow(/permission denied/);
      if (!sql.startsWith('select')) await expect(seen(db.store, { role: 'app_sealer' }, sql)).rejects.toThrow(/permission denied/);
    }
    await expect(
      seen(
        db.store,
        job,
        "insert into audit.entry (xid, at, actor_id, actor_name, actor_role, action, object, detail, canonical) values ('1', now(), 0, '', '', '', '', '{}', '')",
      ),
    ).rejects.toThrow(/permission denied/);
    expect(await seen(db.store, { role: 'app_auditor', region: '371526001', accountId: '1' }, 'select 1 from audit.entry')).toEqual([]);
    expect(await seen(db.store, { role: 'app_auditor', region: '3715', accountId: '1' }, 'select 1 from audit.entry')).toHaveLength(55);
  });

  it('系统自己的动作也记', async () => {
    await db.store.within({ role: 'app_job' }, (tx) => record(tx, { by: SYSTEM, action: 'sweep.ended', object: 'sweep:1' }));
    await sealAll();
    expect((await check()).bad).toBeUndefined();
  });
});

describe('动过的记录，指得出第一条', () => {
  const columns = [
    "at = at + interval '1 microsecond'",
    'actor_id = 8',
    "actor_name = '王队 '",
    "actor_role = 'x'",
    "action = 'warning.raised'",
    "object = 'warning:0'",
    'region = null',
    `detail = detail || '{"n": 1}'`,
    "detail = '[]'",
    "canonical = canonical || ' '",
  ];
  it.each(columns)('改一列：%s', async (change) => {
    await db.owner(`update audit.entry set ${change} where seq in (23, 31)`);
    expect((await check()).bad).toEqual({ seq: 23n, kind: 'changed', seal: 3n });
  });

  it('列和原文一起改得自洽，也看得出', async () => {
    await db.owner("update audit.entry set object = 'warning:0', canonical = replace(canonical, 'warning:23', 'warning:0') where seq = 23");
    expect((await check()).bad).toEqual({ seq: 23n, kind: 'changed', seal: 3n });
  });

  it.each([
    { seqs: '1', first: 1n, seal: 1n },
    { seqs: '10', first: 10n, seal: 1n },
    { seqs: '25, 26, 41', first: 25n, seal: 3n },
    { seqs: '50', first: 50n, seal: 5n },
  ])('删除 $seqs', async ({ seqs, first, seal }) => {
    await db.owner(`delete from audit.entry where seq in (${seqs})`);
    expect((await check()).bad).toEqual({ seq: first, kind: 'missing', seal });
  });

  it('在回滚留下的空号里插入一条', async () => {
    await db.owner('delete from audit.entry where seq > 50');
    await db.owner("select setval('audit.entry_seq_seq', 52)");
    await write(53, 55);
    await sealAll();
    await db.owner(
      'insert into audit.entry overriding system value select xid, 51, at, actor_id, actor_name, actor_role, action, object, region, detail, canonical from audit.entry where seq = 50',
    );
    expect((await check()).bad).toEqual({ seq: 51n, kind: 'inserted', seal: 6n });
  });

  it('两条互换内容', async () => {
    await db.owner(
      `update audit.entry e set (at, object, detail, canonical) = (select at, object, detail, canonical from audit.entry o where o.seq = case e.seq when 14 then 37 else 14 end) where e.seq in (14, 37)`,
    );
    expect((await check()).bad).toEqual({ seq: 14n, kind: 'changed', seal: 2n });
  });

  it('截去末尾的记录', async () => {
    await db.owner('delete from audit.entry where seq > 44');
    expect((await check()).bad).toEqual({ seq: 45n, kind: 'missing', seal: 5n });
  });

  it('连同封条一起截去：见证还在', async () => {
    await db.owner('delete from audit.entry where seq > 40');
    await db.owner('delete from audit.seal where n > 4');
    expect((await check()).bad).toEqual({ seq: 41n, kind: 'missing', seal: 5n });
  });

  it('改一条再把后面的链全部重做：见证对不上，仍指得出那一条', async () => {
    await db.owner("update audit.entry set object = 'warning:0', canonical = replace(canonical, 'warning:23', 'warning:0') where seq = 23");
    await rehash(3);
    expect((await check()).bad).toEqual({ seq: 23n, kind: 'changed', seal: 3n });
    rmSync(witness);
    expect(await check()).toMatchObject({ bad: undefined, witnessed: undefined });
  });

  it('删一条再把后面的链全部重做', async () => {
    await db.owner('delete from audit.entry where seq = 38');
    await rehash(4);
    expect((await check()).bad).toEqual({ seq: 38n, kind: 'missing', seal: 4n });
  });

  const seals = [
    "head = sha256('x')",
    "root = sha256('x')",
    "leaves = substr(leaves, 2) || 'x'",
    'count = count + 1',
    "seqs = '{[21,30)}'",
    'from_seq = 20',
    'n = 7',
  ];
  it.each(seals)('动封条：%s', async (change) => {
    await db.owner(`update audit.seal set ${change} where n = 3`);
    const bad = (await check()).bad;
    expect(bad?.kind).toBe('seal-broken');
    expect(bad?.seq).toBe(21n);
  });

  it('删掉中间的封条', async () => {
    await db.owner('delete from audit.seal where n = 2');
    expect((await check()).bad).toMatchObject({ seq: 11n, kind: 'seal-broken' });
  });

  it('动见证文件', async () => {
    const lines = readFileSync(witness, 'utf8').split('\n');
    const third = (lines[2] ?? '').split(' ');
    third[5] = Buffer.alloc(32, 1).toString('base64');
    writeFileSync(witness, lines.with(2, third.join(' ')).join('\n'));
    expect((await check()).bad).toEqual({ seq: 21n, kind: 'witness-disagrees', seal: 3n });
  });

  it('随机改动六十次，次次指准第一条；不改动，从不误报', async () => {
    let state = 20261122;
    const random = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * below);
    };
    const client = new pg.Client({ connectionString: db.ownerUrl });
    await client.connect();
    try {
      for (let turn = 0; turn < 60; turn += 1) {
        const seq = 1 + random(50);
        const way = random(3);
        const kept = (await client.query('select * from audit.entry where seq = $1', [seq])).rows[0];
        if (way === 0) await client.query('delete from audit.entry where seq = $1', [seq]);
        else if (way === 1)
          await client.query('update audit.entry set canonical = overlay(canonical placing chr(97 + $2::int) from 2 + $3::int for 1) where seq = $1', [
            seq,
            random(26),
            random(20),
          ]);
        else await client.query("update audit.entry set detail = jsonb_set(detail, '{n}', to_jsonb(1000 + $2::int)) where seq = $1", [seq, random(1000)]);
        const now = (await client.query('select canonical from audit.entry where seq = $1', [seq])).rows[0];
        const untouched = way === 1 && now?.canonical === kept.canonical;
        expect((await check()).bad?.seq).toBe(untouched ? undefined : BigInt(seq));
        await client.query('delete from audit.entry where seq = $1', [seq]);
        await client.query(
          `insert into audit.entry (xid, seq, at, actor_id, actor_name, actor_role, action, object, region, detail, canonical) overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [kept.xid, kept.seq, kept.at, kept.actor_id, kept.actor_name, kept.actor_role, kept.action, kept.object, kept.region, kept.detail, kept.canonical],
        );
        expect((await check()).bad).toBeUndefined();
      }
    } finally {
      await client.end();
    }
  });
});

/** What an owner of the database can do: makes every seal from `n` on anew over the rows as they are now. */
async function rehash(n: number): Promise<void> {
  const seals = await db.store.within({ role: 'app_sealer' }, (tx) => sealsAfter(tx, 0n));
  let before = seals.find((seal) => seal.n === BigInt(n - 1))?.head ?? Buffer.alloc(32);
  for (const seal of seals.filter((one) => one.n >= BigInt(n))) {
    const rows = await db.owner<{ seq: string; canonical: string }>('select seq, canonical from audit.entry where seq between $1 and $2 order by seq', [
      String(seal.from),
      String(seal.upto),
    ]);
    const leaves = rows.map((row) => leafOf(BigInt(row.seq), row.canonical));
    const root = rootOf(leaves);
    const head = headOf(before, root, seal.from, seal.upto, rows.length);
    const seqs = `{${rows.map((row) => `[${row.seq},${BigInt(row.seq) + 1n})`).join(',')}}`;
    await db.owner('update audit.seal set count = $2, seqs = $3, leaves = $4, root = $5, head = $6 where n = $1', [
      String(seal.n),
      rows.length,
      seqs,
      Buffer.concat(leaves.map((leaf) => leaf.subarray(0, LEAF_PREFIX_BYTES))),
      root,
      head,
    ]);
    before = head;
  }
}
