import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from './calendars/index.ts';
import { cite } from './citation.ts';
import { facts } from './facts.ts';
import { prepareRule, type RulePlace } from './prepare.ts';
import { NOTHING, rule } from './rule.ts';

const setting = { on: civilDate('2026-11-22'), calendar: nationalCalendar };
const nation: RulePlace = { name: '全国', parameters: {}, above: null, unused: {} };
const seen: object[] = [];
const nothing = facts({});
const probe = rule({
  code: 'X-01',
  warns: [],
  version: 1,
  title: '试验规则',
  subject: 'project',
  basis: [cite('工资条例', 12)],
  evidence: 'D',
  facts: nothing,
  feeds: [],
  needs: ['account.open-days'],
  prepare: (_setting, params) => {
    seen.push(params);
    // @ts-expect-error a parameter not in `needs` is not visible
    void params['account.file-days'];
    return () => NOTHING;
  },
});

describe('preparing a rule', () => {
  it('shows it the parameters it named and no other', () => {
    expect(prepareRule(probe, setting, nation)).toMatchObject({ kind: 'decider', values: [{ id: 'account.open-days', value: 30 }] });
    expect(seen).toEqual([{ 'account.open-days': 30 }]);
  });

  it('names the local number that is missing, before any row is read', () => {
    const local = rule({ ...probe, needs: ['wage.minimum.monthly'], prepare: () => () => NOTHING });
    expect(prepareRule(local, setting, nation)).toEqual({ kind: 'cannot-determine', missing: ['全国未设定“当地月最低工资标准”'] });
  });

  it('leaves out what the place does not use, with its reason', () => {
    expect(prepareRule(probe, setting, { ...nation, unused: { 'X-01': '本地另有规定' } })).toEqual({ kind: 'off', why: '本地另有规定' });
  });
});
