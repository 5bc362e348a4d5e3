import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.ts';
import { announce, nextTry, repeatedly, spread, type SpreadEvent } from './index.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const EVENT = { kind: 'import.done', subject: 'import:1', regionCode: '371526', enterpriseId: null, projectId: '5', body: { rows: 3 } };

describe('发生的事只传一次', () => {
  it('写在同一事务里：撤回的事没有发生过', async () => {
    await database.store
      .within({ role: 'app_ingest', projectIds: [] }, async (tx) => {
        await announce(tx, EVENT);
        throw new Error('given up');
      })
      .catch(() => undefined);
    expect(await spread(database.store, [])).toBe(0);
  });

  it('几个进程一起传，每件事每个听者恰好一次', async () => {
    await database.store.within({ role: 'app_ingest', projectIds: [] }, (tx) =>
      announce(tx, ...Array.from({ length: 500 }, (_, at) => ({ ...EVENT, subject: `import:${at}` }))),
    );
    const heard: SpreadEvent[] = [];
    const rounds = async () => {
      while ((await spread(database.store, [async (_tx, events) => void heard.push(...events)])) > 0);
    };
    await Promise.all([rounds(), rounds(), rounds()]);
    expect(heard.map((event) => event.subject).sort()).toEqual(Array.from({ length: 500 }, (_, at) => `import:${at}`).sort());
    expect(heard[0]).toMatchObject({ kind: 'import.done', projectId: '5', body: { rows: 3 } });
  });

  it('听者失败，事还在；下次再传', async () => {
    await database.store.within({ role: 'app_job' }, (tx) => announce(tx, EVENT));
    await expect(spread(database.store, [() => Promise.reject(new Error('away'))])).rejects.toThrow('away');
    expect(await spread(database.store, [])).toBe(1);
  });
});

describe('重复的工作', () => {
  it('还有就接着做，失败了报告并再来，叫醒立即看', async () => {
    const rounds: string[] = [];
    const problems: unknown[] = [];
    const answers = [true, false];
    const work = repeatedly(
      async () => {
        rounds.push('round');
        if (rounds.length === 3) throw new Error('away');
        return answers.shift() ?? false;
      },
      { everyMs: 60_000, onProblem: (problem) => problems.push(problem) },
    );
    await expect.poll(() => rounds.length).toBe(2);
    work.wake();
    await expect.poll(() => problems.length).toBe(1);
    work.wake();
    await expect.poll(() => rounds.length).toBe(4);
    await work.stop();
  });

  it.each([
    { failures: 1, seconds: 5 },
    { failures: 2, seconds: 10 },
    { failures: 10, seconds: 2560 },
    { failures: 11, seconds: 3600 },
    { failures: 50, seconds: 3600 },
  ])('第 $failures 次失败后 $seconds 秒', ({ failures, seconds }) => {
    expect(nextTry(failures, new Date(0), () => 0.5).getTime()).toBe(seconds * 1000);
  });
});
