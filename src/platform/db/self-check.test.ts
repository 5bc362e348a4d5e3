import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.ts';
import { openStore, selfCheck } from './index.ts';

describe('启动前自检', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());
  // A throw-away test server runs without fsync, and the check rightly says so.
  const faults = async (url: string) => {
    const store = openStore(url, { max: 1 });
    try {
      return (await selfCheck(store)).filter((fault) => !fault.includes('fsync'));
    } finally {
      await store.close();
    }
  };

  it('用 anxin_app 连接一切正常', async () => {
    expect(await faults(db.appUrl)).toEqual([]);
  });

  it('fsync 关着就说出来', async () => {
    const [row] = await db.owner<{ fsync: string }>('show fsync');
    expect((await selfCheck(db.store)).some((fault) => fault.includes('fsync'))).toBe(row?.fsync === 'off');
  });

  it('用超级用户连接不放行', async () => {
    expect((await faults(db.ownerUrl)).join()).toContain('权限过大');
  });

  it('哪张带项目的表没有行级安全，就点哪张的名', async () => {
    await db.owner('alter table prevention.roster_entry disable row level security');
    expect(await faults(db.appUrl)).toEqual([expect.stringContaining('prevention.roster_entry')]);
    await db.owner('alter table prevention.roster_entry enable row level security');
    await db.owner('create table prevention.forgotten (project_id bigint); grant select on prevention.forgotten to app_enterprise');
    expect(await faults(db.appUrl)).toEqual([expect.stringContaining('prevention.forgotten')]);
    await db.owner('drop table prevention.forgotten');
  });
});
