import { describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { NO_MONEY } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { type Answer, cannotDetermine, type Feed, finding, NOTHING, type Rule, rule } from '#law/rule.ts';
import type { FeedFacts, ProjectFacts, ProjectMonthFacts, WorkerMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { gaotang } from '#profiles/index.ts';
import { aFeed, aProject, aProjectMonth } from '../../../../../test/builders/facts.ts';
import { evaluate, feedBits, isDataRule, isFinding, type PreparedRule } from './evaluate.ts';
import { prepareAll } from './prepare.ts';

const found: Answer = finding({ level: 1, says: '有问题', values: [], dueOn: civilDate('2026-11-22'), duty: 'employer', clears: '改正', rows: [] });

/** A rule that leans on some feeds and answers by its own means. */
function ready<Facts>(code: string, feeds: readonly Feed[], decide: (facts: Facts) => Answer): PreparedRule<Facts> {
  const declared = rule({
    code,
    warns: [],
    version: 1,
    title: code,
    subject: 'project',
    basis: [cite('工资条例', 12)],
    evidence: 'D',
    facts: facts({}),
    feeds,
    needs: [],
    prepare: () => () => NOTHING,
  });
  return { rule: { ...declared, prepare: () => decide } as Rule<Facts>, decide, parameters: [] };
}

const projects = [
  ready<ProjectFacts>('P-1', ['flows'], () => found),
  ready<ProjectFacts>('P-2', ['ledger'], ({ projectId }) => (projectId === '2' ? NOTHING : cannotDetermine('台账'))),
];
const months = [ready<ProjectMonthFacts>('M-1', ['flows', 'payroll'], () => found), ready<ProjectMonthFacts>('M-2', [], () => found)];
const feeds = [ready<FeedFacts>('F-1', [], ({ projectId, feed }) => (projectId !== '2' ? NOTHING : feed === 'roster' ? cannotDetermine('开工日期') : found))];
const nothing = { projects: [], months: [], workers: [], feeds: [], undetermined: [] };

describe('规则对事实：断了的数据源先说，靠它的规则不问', () => {
  it('asks in the order of feeds, projects and months, and keeps what is not nothing', () => {
    const { outcomes, stale } = evaluate(
      { ...nothing, projects, months, feeds },
      {
        projects: [aProject(), aProject({ projectId: '2' })],
        months: [aProjectMonth(), aProjectMonth({ projectId: '2', month: civilMonth('2026-10') })],
        feeds: [aFeed(), aFeed({ projectId: '2' }), aFeed({ projectId: '2', feed: 'payroll' }), aFeed({ projectId: '2', feed: 'roster' })],
      },
    );
    expect(outcomes.map(({ rule: { code }, projectId, subjectKey, month, answer }) => [code, projectId, subjectKey, month, answer.answer])).toEqual([
      ['F-1', '2', 'flows', null, 'finding'],
      ['F-1', '2', 'payroll', null, 'finding'],
      ['F-1', '2', 'roster', null, 'cannot-determine'],
      ['P-1', '1', '', null, 'finding'],
      ['P-2', '1', '', null, 'cannot-determine'],
      ['M-1', '1', '2026-09', '2026-09', 'finding'],
      ['M-2', '1', '2026-09', '2026-09', 'finding'],
      ['M-2', '2', '2026-10', '2026-10', 'finding'],
    ]);
    expect([...stale]).toEqual([['2', feedBits(['flows', 'payroll'])]]);
    expect(outcomes.filter(isFinding)).toHaveLength(6);
  });

  it('asks all where no feed has stopped', () => {
    const rows = Array.from({ length: 130 }, (_, place) => aProject({ projectId: String(place + 10) }));
    const { outcomes, stale } = evaluate({ ...nothing, projects }, { projects: rows, months: [], feeds: [] });
    expect(outcomes).toHaveLength(260);
    expect(new Set(outcomes.map(({ projectId }) => projectId)).size).toBe(130);
    expect(stale.size).toBe(0);
    // Both rules look at a block of 64 rows before the next one.
    expect(outcomes.findIndex(({ rule: { code } }) => code === 'P-2')).toBe(64);
    expect(outcomes[64]?.facts).toBe(rows[0]);
  });

  it('names a worker’s month by both', () => {
    const workers = [ready<WorkerMonthFacts>('W-1', [], () => found)];
    const row: WorkerMonthFacts = {
      projectId: '1',
      month: civilMonth('2026-09'),
      personId: '812',
      onRoster: true,
      enteredOn: null,
      leftOn: null,
      contractSignedOn: null,
      attendedDays: 25,
      payrollDays: 25,
      dueFen: NO_MONEY,
      netFen: NO_MONEY,
      paidFen: NO_MONEY,
      refundedFen: NO_MONEY,
      firstPaidOn: null,
      settledOn: null,
      signed: true,
      cardDiffers: false,
      sharedCard: false,
      twoPlacesDays: 0,
      longestRun: 0,
    };
    expect(evaluate({ ...nothing, workers }, { projects: [], months: [], workers: [row], feeds: [] }).outcomes).toMatchObject([
      { subjectKey: '2026-09:812', month: '2026-09' },
    ]);
    expect(evaluate({ ...nothing, workers }, { projects: [], months: [], feeds: [] }).outcomes).toEqual([]);
  });

  it('knows each feed by a bit of its own', () => {
    expect((['ledger', 'roster', 'attendance', 'payroll', 'flows'] as const).map((feed) => feedBits([feed]))).toEqual([1, 2, 4, 8, 16]);
    expect(feedBits([])).toBe(0);
    expect([isDataRule({ subject: 'feed' }), isDataRule({ subject: 'project' })]).toEqual([true, false]);
  });
});

describe('规则备好一日一地', () => {
  const declared = {
    warns: [],
    version: 1,
    subject: 'project',
    basis: [cite('工资条例', 12)],
    evidence: 'D',
    facts: facts({}),
    feeds: [],
    prepare: () => () => NOTHING,
  } as const;
  const opens = rule({ ...declared, code: 'X-01', title: '有数', needs: ['account.open-days'] });
  const wants = rule({ ...declared, code: 'X-02', title: '缺数', needs: ['wage.minimum.monthly'] });
  const unused = rule({ ...declared, code: 'X-03', title: '不用', needs: [] });

  it('leaves out what the place does not use, and names once what it cannot decide', () => {
    const place = { ...gaotang, unused: { 'X-03': '本地另有规定' } };
    const all = { projects: [opens, wants, unused], months: [], workers: [], feeds: [] };
    const prepared = prepareAll(all, place, civilDate('2026-11-22'), nationalCalendar);
    expect(prepared.projects.map((one) => one.rule.code)).toEqual(['X-01']);
    expect(prepared.projects[0]?.parameters).toEqual([
      { id: 'account.open-days', name: '签订施工合同后多少日内开立专户', value: '30 日', basis: expect.stringContaining('专户办法') },
    ]);
    expect(prepared.undetermined).toEqual([{ rule: wants, missing: ['高唐县未设定“当地月最低工资标准”'] }]);
    expect([prepared.months, prepared.workers, prepared.feeds]).toEqual([[], [], []]);
  });
});
