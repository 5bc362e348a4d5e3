import { facts } from '#law/facts.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CivilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { NOTHING, rule, type Answer, type Finding, type Level, type Rule } from '#law/rule.ts';
import type { FeedFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { fixedClock, type Clock } from '#platform/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import type { Facts, Prepared } from '../domain/evaluate.ts';
import { ladderOf } from '../domain/index.ts';
import { national } from '#profiles/index.ts';
import { officeDays, type Place } from './place.ts';
import { findingsAsOf, sweep, type SweepDeps } from './sweep.ts';
import { escalateLate } from './tick.ts';
import { watch } from './watch.ts';

/** What the data says in a test: wages owed by project and month, and the feeds that stopped. */
interface World {
  owed: Map<string, number>;
  level: Level;
  stopped: Set<string>;
  silent: boolean;
}

const owing: Rule<ProjectMonthFacts> = rule({
  code: 'PAY-T1',
  warns: ['W-PAY-T1'],
  version: 1,
  title: '工资未发清',
  subject: 'project-month',
  basis: [{ instrument: '工资条例', article: 24, part: 2 }],
  evidence: 'D',
  facts: facts({}),
  feeds: ['payroll', 'flows'],
  needs: [],
  prepare: () => () => NOTHING,
});
const stopped: Rule<FeedFacts> = rule({
  ...owing,
  facts: facts({}),
  code: 'W-OPS-05',
  title: '数据断流',
  subject: 'feed',
  feeds: [],
  prepare: () => () => NOTHING,
});

function finding(level: Level, amount: number, on: CivilDate): Finding {
  return {
    answer: 'finding',
    level,
    says: `欠 ${amount} 分`,
    values: [{ label: '欠发', value: BigInt(amount), unit: 'fen', threshold: 0n }],
    amountFen: fen(BigInt(amount)),
    people: amount > 0 ? 1 : 0,
    dueOn: on,
    provisional: false,
    duty: 'general-contractor',
    clears: '补发后流水到账',
    rows: [{ kind: 'workers', which: 'unpaid' }],
  };
}

describe('一次扫描', () => {
  let db: FreshDatabase;
  let world: World;
  let clock: Clock;

  const place = (): Place => ({
    profile: 'gaotang',
    ladder: ladderOf(national),
    levelName: String,
    minimumWageFen: () => null,
    prepare: (on): Prepared => ({
      projects: [],
      workers: [],
      undetermined: [],
      months: [
        {
          rule: owing,
          parameters: [{ id: 'p', name: '参数', value: '1', basis: '工资条例' }],
          decide: (row): Answer =>
            world.silent
              ? { answer: 'cannot-determine', missing: ['最低工资标准'] }
              : row.owedFen > 0n
                ? finding(world.level, Number(row.owedFen), on)
                : NOTHING,
        },
      ],
      feeds: [{ rule: stopped, parameters: [], decide: (row): Answer => (world.stopped.has(`${row.projectId}:${row.feed}`) ? finding(1, 0, on) : NOTHING) }],
    }),
  });
  const facts = (projectIds: readonly string[]): Facts => ({
    projects: [],
    months: [...world.owed].flatMap(([key, owed]) => {
      const [projectId = '', month = ''] = key.split(':');
      return projectIds.includes(projectId) ? [{ projectId, month: civilMonth(month), owedFen: fen(BigInt(owed)) } as ProjectMonthFacts] : [];
    }),
    feeds: projectIds.flatMap((projectId) => (['payroll', 'flows'] as const).map((feed) => ({ projectId, feed, appid: null }) as FeedFacts)),
  });
  const deps = (): SweepDeps => {
    const here = place();
    return {
      store: db.store,
      clock,
      days: officeDays(nationalCalendar),
      placeOf: () => here,
      facts: {
        recompute: async (_tx, { keys }) => keys,
        kept: async (_tx, { projectIds }) => facts(projectIds),
        asOf: async (_tx, { projectIds }) => facts(projectIds),
      },
    };
  };
  const warnings = () =>
    db.owner<{
      id: string;
      rule_code: string;
      project_id: string;
      state: string;
      level: number;
      standing: boolean;
      amount_fen: string;
      close_reason: string | null;
      stale_since: string | null;
      owner_role: string;
      escalated_from: number;
      reopened: number;
    }>(
      'select id, rule_code, project_id, state, level, standing, amount_fen, close_reason, stale_since::text, owner_role, escalated_from, reopened from monitoring.warning order by id',
    );
  const steps = () =>
    db.owner<{ step: string; from_state: string | null; to_state: string }>('select step, from_state, to_state from monitoring.step order by id');
  const count = async (sql: string) => Number((await db.owner<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n);

  beforeAll(async () => {
    db = await freshDatabase();
    await db.owner(
      `insert into office.region (code, name, level) values ('371526', '高唐县', 'county'), ('371526001', '甲镇', 'town'), ('371526002', '乙镇', 'town')`,
    );
    await db.owner(`insert into prevention.enterprise (id, name) values (1, '甲建筑'), (2, '乙建筑')`);
    await db.owner(
      `insert into prevention.project (id, region_code, code, name, industry, gc_enterprise_id) values (1, '371526001', 'A', '甲项目', '住建', 1), (2, '371526002', 'B', '乙项目', '交通', 2)`,
    );
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    await db.owner(
      'truncate monitoring.warning, monitoring.finding, monitoring.step, monitoring.open_question, monitoring.sweep, prevention.dirty, audit.entry',
    );
    world = {
      owed: new Map([
        ['1:2026-01', 500],
        ['2:2026-01', 0],
      ]),
      level: 2,
      stopped: new Set(),
      silent: false,
    };
    clock = fixedClock('2026-03-02');
  });

  it('发出预警：发现、步骤、审计各一行，再扫一次什么也不变', async () => {
    expect(await sweep(deps(), { projects: 'all' })).toMatchObject({ projects: 2, projectMonths: 2, raised: 1, changed: 0 });
    const before = await warnings();
    expect(before).toMatchObject([{ project_id: '1', state: 'raised', level: 2, amount_fen: '500', owner_role: 'town-specialist' }]);
    expect(await sweep(deps(), { projects: 'all' })).toMatchObject({ raised: 0, changed: 0, cleared: 0 });
    expect(await warnings()).toEqual(before);
    for (const table of ['monitoring.finding', 'monitoring.step', 'audit.entry']) expect([table, await count(table)]).toEqual([table, 1]);
    const [kept] = await db.owner<{ finding: { values: unknown }; parameters: unknown; facts_hash: Buffer }>(
      'select finding, parameters, facts_hash from monitoring.finding',
    );
    expect(kept?.finding.values).toEqual([{ label: '欠发', value: '500', unit: 'fen', threshold: '0' }]);
    expect(kept?.parameters).toEqual([{ id: 'p', name: '参数', value: '1', basis: '工资条例' }]);
    expect(kept?.facts_hash).toHaveLength(32);
  });

  it('加重、减轻、消除、又出现', async () => {
    await sweep(deps(), { projects: 'all' });
    for (const owed of [700, 600, 0, 300]) {
      world.owed.set('1:2026-01', owed);
      await sweep(deps(), { projects: ['1'] });
    }
    expect((await steps()).map((row) => `${row.step} ${row.to_state}`)).toEqual([
      'raised raised',
      'grown raised',
      'eased raised',
      'cleared handled',
      'stands-again acknowledged',
    ]);
    expect(await count('audit.entry')).toBe(5);
    expect(await count('monitoring.finding')).toBe(4);
    expect(await warnings()).toMatchObject([{ state: 'acknowledged', standing: true, amount_fen: '300' }]);
  });

  it('事实行没有了（导入撤销），预警消除', async () => {
    world.level = 1;
    await sweep(deps(), { projects: 'all' });
    world.owed.clear();
    await sweep(deps(), { projects: 'all' });
    expect(await warnings()).toMatchObject([{ state: 'closed', close_reason: 'paid', standing: false }]);
  });

  it('30 日内反弹重新打开并升 1 级，过了 30 日是新的一条', async () => {
    world.level = 1;
    await sweep(deps(), { projects: 'all' });
    world.owed.set('1:2026-01', 0);
    await sweep(deps(), { projects: 'all' });
    world.owed.set('1:2026-01', 500);
    clock = fixedClock('2026-03-20');
    await sweep(deps(), { projects: 'all' });
    expect(await warnings()).toMatchObject([{ state: 'raised', level: 2, reopened: 1 }]);
    await db.owner(`update monitoring.warning set state = 'closed', standing = false, closed_on = '2026-03-21', close_reason = 'paid'`);
    clock = fixedClock('2026-04-21');
    await sweep(deps(), { projects: 'all' });
    expect(await warnings()).toMatchObject([{ state: 'closed' }, { state: 'raised', level: 1, reopened: 0 }]);
  });

  it('数据断流：不作工资判断，原有预警不动并标明，另发数据预警；恢复后再判断', async () => {
    await sweep(deps(), { projects: 'all' });
    world.stopped.add('1:flows');
    world.owed.set('1:2026-01', 0);
    await sweep(deps(), { projects: 'all' });
    expect(await warnings()).toMatchObject([
      { rule_code: 'PAY-T1', state: 'raised', amount_fen: '500', stale_since: '2026-03-02' },
      { rule_code: 'W-OPS-05', state: 'raised' },
    ]);
    world.stopped.clear();
    await sweep(deps(), { projects: 'all' });
    expect(await warnings()).toMatchObject([
      { rule_code: 'PAY-T1', state: 'handled', stale_since: null },
      { rule_code: 'W-OPS-05', state: 'closed', close_reason: 'data-corrected' },
    ]);
  });

  it('断流时不发新的工资预警', async () => {
    world.stopped.add('1:payroll');
    await sweep(deps(), { projects: 'all' });
    expect((await warnings()).map((row) => row.rule_code)).toEqual(['W-OPS-05']);
  });

  it('不能判断的列为待答，原有预警不动；能判断了待答就撤', async () => {
    await sweep(deps(), { projects: 'all' });
    world.silent = true;
    expect((await sweep(deps(), { projects: 'all' })).undetermined).toEqual([{ rule: 'PAY-T1', missing: '最低工资标准', count: 2 }]);
    expect(await db.owner('select project_id, says from monitoring.open_question order by 1')).toEqual([
      { project_id: '1', says: '缺少：最低工资标准' },
      { project_id: '2', says: '缺少：最低工资标准' },
    ]);
    expect(await warnings()).toMatchObject([{ state: 'raised', standing: true }]);
    world.silent = false;
    await sweep(deps(), { projects: 'all' });
    expect(await count('monitoring.open_question')).toBe(0);
  });

  it('只看改动过的项目', async () => {
    expect(await sweep(deps(), { projects: 'dirty' })).toMatchObject({ projects: 0 });
    await db.owner(`insert into prevention.dirty (project_id, why) values (1, 'import')`);
    expect(await sweep(deps(), { projects: 'dirty' })).toMatchObject({ projects: 1, raised: 1 });
    expect(await sweep(deps(), { projects: 'dirty' })).toMatchObject({ projects: 0 });
  });

  it('四个扫描同时进行，预警只有一条', async () => {
    await Promise.all([1, 2, 3, 4].map(() => sweep(deps(), { projects: 'all' })));
    expect(await warnings()).toHaveLength(1);
    expect(await count('monitoring.step')).toBe(1);
  });

  it('按某一天试算，什么也不留下', async () => {
    expect(await findingsAsOf(deps(), '2026-02-20' as CivilDate)).toMatchObject([{ projectName: '甲项目', answer: { dueOn: '2026-02-20' } }]);
    expect(await warnings()).toEqual([]);
  });

  it('时钟拨过时限：升级一次，级别加一，交给上一级；再走一刻不再升', async () => {
    await sweep(deps(), { projects: 'all' });
    clock = fixedClock('2026-03-03', '23:59');
    expect(await escalateLate(deps())).toBe(0);
    clock = fixedClock('2026-03-04', '00:00');
    expect(await escalateLate(deps())).toBe(1);
    expect(await escalateLate(deps())).toBe(0);
    expect(await warnings()).toMatchObject([{ level: 3, owner_role: 'inspector', escalated_from: 4 }]);
    // The data has not changed: the level the clock added stays.
    expect(await sweep(deps(), { projects: 'all' })).toMatchObject({ changed: 0 });
    expect((await steps()).map((row) => row.step)).toEqual(['raised', 'escalated']);
  });

  it('值守：启动时全查一遍，导入后一秒内再查，拨过时限就升级，停得下来', async () => {
    const problems: unknown[] = [];
    let told = 0;
    const watching = watch(
      { ...deps(), clock: { now: () => clock.now(), today: () => clock.today() } },
      { onProblem: (problem) => problems.push(problem), onChange: () => (told += 1), everyMs: 10 },
    );
    try {
      await expect.poll(async () => (await warnings()).length).toBe(1);
      world.owed.set('2:2026-01', 800);
      await db.owner(`insert into prevention.dirty (project_id, why) values (2, 'import')`);
      await expect.poll(async () => (await warnings()).length).toBe(2);
      clock = fixedClock('2026-03-04');
      await expect.poll(async () => (await steps()).filter((row) => row.step === 'escalated').length).toBe(2);
      expect(await count('monitoring.sweep where is_full')).toBe(2);
    } finally {
      await watching.stop();
    }
    expect(problems).toEqual([]);
    expect(told).toBeGreaterThanOrEqual(3);
  });
});
