import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { nationalCalendar } from './calendars/index.ts';
import { cite } from './citation.ts';
import { facts, money } from './facts.ts';
import { lookUp } from './look-up.ts';
import { parametersFor, prepareRule } from './prepare.ts';
import { cannotDetermine, finding, matterRule, needsPerson, NOTHING, rule } from './rule.ts';
import { calculator, Sheet } from './sheet.ts';

const basis = [cite('工资条例', 12)] as const;
const form = facts({ owed: money('欠薪') });
const setting = { on: civilDate('2026-11-22'), calendar: nationalCalendar };

describe('计算书', () => {
  it('keeps the steps in the order they are reckoned, with how and by which article', () => {
    const sheet = new Sheet();
    expect(sheet.step('日工资', fen(100), 'fen')).toBe(100n);
    sheet.step('应付', 5, 'days', { reckoned: '2 + 3', basis: basis[0] });
    sheet.note('其余由人决定');
    expect(sheet.steps).toHaveLength(2);
    expect(sheet.done({ label: '应付', value: 5, unit: 'days' })).toEqual({
      answer: 'reckoned',
      results: [{ label: '应付', value: 5, unit: 'days' }],
      steps: [
        { label: '日工资', value: 100n, unit: 'fen' },
        { label: '应付', value: 5, unit: 'days', reckoned: '2 + 3', basis: basis[0] },
      ],
      notes: ['其余由人决定'],
      provisional: false,
    });
  });

  it('is provisional as soon as one of its days is, or when it is said to be', () => {
    const counted = { due: civilDate('2027-01-04'), trace: ['甲', '乙'], provisional: true };
    const result = { label: '最后一日', value: '2027-01-04', unit: 'date' as const };
    const sheet = new Sheet();
    expect(sheet.day('最后一日', { ...counted, provisional: false })).toBe('2027-01-04');
    expect(sheet.done(result)).toMatchObject({ provisional: false, steps: [{ label: '最后一日', value: '2027-01-04', unit: 'date', reckoned: '甲；乙' }] });
    expect(sheet.steps[0]).not.toHaveProperty('basis');
    sheet.day('最后一日', counted, basis[0]);
    sheet.day('最后一日', { ...counted, provisional: false });
    expect(sheet.done(result)).toMatchObject({ provisional: true });
    expect(sheet.steps[1]?.basis).toBe(basis[0]);
    const marked = new Sheet();
    marked.step('甲', 1, 'count');
    marked.markProvisional();
    expect(marked.done(result).provisional).toBe(true);
  });

  it('has at least one step', () => expect(() => new Sheet().done({ label: '空', value: 0, unit: 'count' })).toThrow('a sheet without a step'));
});

describe('asking with facts from outside', () => {
  const declared = { basis, evidence: 'VF', facts: form, needs: [] } as const;
  const fault = { ok: false, faults: [{ fact: '欠薪', says: '金额以分为单位，写成整数，例如 1234500 表示 12,345 元' }] };
  const swept = rule({
    ...declared,
    code: 'X-01',
    warns: [],
    version: 1,
    title: '扫描',
    subject: 'project',
    feeds: [],
    prepare: () => (given) => (given.owed === null ? cannotDetermine('欠薪') : NOTHING),
  });
  const asked = matterRule({ ...declared, code: 'X-02', version: 1, title: '按件', prepare: () => (given) => needsPerson(`欠 ${given.owed} 分，谁来付？`) });
  const reckons = calculator({
    ...declared,
    code: 'x',
    title: '计算',
    about: '试验',
    prepare: () => (given) => {
      const sheet = new Sheet();
      sheet.step('欠薪', given.owed ?? 0n, 'fen');
      return sheet.done({ label: '欠薪', value: given.owed ?? 0n, unit: 'fen' });
    },
  });

  it('reads them by the rule’s own form', () => {
    const bound = parametersFor([], { name: '某县', parameters: {}, above: null }, setting.on);
    if ('missing' in bound) throw new Error('nothing was asked for');
    const { params } = bound;
    expect(swept.ask(setting, params, { owed: '5' })).toEqual({ ok: true, answer: { answer: 'none' } });
    expect(swept.ask(setting, params, {})).toEqual({ ok: true, answer: { answer: 'cannot-determine', missing: ['欠薪'] } });
    expect(swept.ask(setting, params, { owed: '五' })).toEqual(fault);
    expect(asked.ask(setting, params, { owed: '5' })).toEqual({ ok: true, answer: { answer: 'needs-person', question: '欠 5 分，谁来付？' } });
    expect(asked.ask(setting, params, { owed: '五' })).toEqual(fault);
    expect(asked.subject).toBe('matter');
    expect(reckons.ask(setting, params, { owed: '5' })).toMatchObject({ ok: true, answer: { answer: 'reckoned', results: [{ value: 5n }] } });
    expect(reckons.ask(setting, params, { owed: '五' })).toEqual(fault);
  });

  it('is prepared once for a place that uses it', () => {
    const place = { name: '某县', parameters: {}, above: null, unused: {} };
    const prepared = prepareRule(swept, setting, place);
    expect(prepared.kind === 'decider' ? prepared.decide({ owed: null }) : prepared.kind).toEqual({ answer: 'cannot-determine', missing: ['欠薪'] });
  });

  it('says money, people and doubt are none unless told', () => {
    const draft = { level: 1, says: '欠薪', values: [], dueOn: civilDate('2026-11-22'), duty: 'employer', clears: '付清', rows: [] } as const;
    expect(finding(draft)).toEqual({ ...draft, answer: 'finding', amountFen: 0n, people: 0, provisional: false });
    expect(finding({ ...draft, amountFen: fen(5), people: 2, provisional: true })).toMatchObject({ amountFen: 5n, people: 2, provisional: true });
  });

  it('looks up a number for a day of its own, and guesses none without a place', () => {
    const day = civilDate('2026-01-01');
    expect(lookUp('account.open-days', setting, day)).toEqual({ ok: false, missing: '没有说明地方，“签订施工合同后多少日内开立专户”无从查起' });
    const place = { name: '某县', parameters: {}, above: null };
    expect(lookUp('account.open-days', { ...setting, place }, day)).toMatchObject({ ok: true, inForce: { value: 30 } });
    expect(lookUp('account.open-days', { ...setting, place }, civilDate('2021-07-06'))).toMatchObject({ ok: false });
  });
});
