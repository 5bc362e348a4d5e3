import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { prepareRule } from '#law/prepare.ts';
import type { Answer, Rule } from '#law/rule.ts';
import { gaotang, jiayuguan, PROFILES } from '#profiles/index.ts';
import { aFeed, aProject, aProjectMonth } from '../../../../../test/builders/facts.ts';
import { CATALOGUE } from './catalogue.ts';

const setting = { on: civilDate('2026-11-22'), calendar: nationalCalendar };
const all: readonly Pick<Rule<never>, 'code' | 'subject'>[] = [...CATALOGUE.projects, ...CATALOGUE.months, ...CATALOGUE.workers, ...CATALOGUE.feeds];

describe('规则目录', () => {
  it('holds at least forty rules, each under the subject of its facts', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const [subject, rules] of [
      ['project', CATALOGUE.projects],
      ['project-month', CATALOGUE.months],
      ['feed', CATALOGUE.feeds],
    ] as const) {
      expect(rules.map((rule) => `${rule.code} ${rule.subject}`)).toEqual(rules.map((rule) => `${rule.code} ${subject}`));
    }
  });

  it('is silent about a project that keeps every rule, at every place', () => {
    for (const profile of PROFILES) {
      const said = [
        ...answers(CATALOGUE.projects, aProject(), profile),
        ...answers(CATALOGUE.months, aProjectMonth(), profile),
        ...answers(CATALOGUE.feeds, aFeed(), profile),
      ];
      expect(said.filter(([, answer]) => answer !== 'none')).toEqual([]);
    }
  });

  it('answers differently at two places from the same facts', () => {
    const facts = aProject({
      labourShareBp: null,
      depositKind: null,
      depositStoredOn: null,
      depositFen: null,
      depositGuaranteeUntil: null,
      permitOn: civilDate('2026-11-18'),
    });
    const month = aProjectMonth({ paidInFullHeads: 59, paidHeads: 59, settledOn: null });
    const at = (profile: typeof gaotang) =>
      [...answers(CATALOGUE.projects, facts, profile), ...answers(CATALOGUE.months, month, profile)].filter(([, answer]) => answer !== 'none');
    expect(at(gaotang)).toEqual([]);
    expect(at(jiayuguan)).toEqual([
      ['DEP-01', 'finding'],
      ['DIS-10', 'finding'],
    ]);
  });

  it('names the local numbers a place has not entered', () => {
    const missing = (profile: typeof gaotang) =>
      [...CATALOGUE.projects, ...CATALOGUE.months].flatMap((rule: Rule<never>) => {
        const prepared = prepareRule(rule, setting, profile);
        return prepared.kind === 'cannot-determine' ? [rule.code] : [];
      });
    expect(missing(gaotang)).toEqual(['FUND-08', 'DEP-04', 'PAY-14', 'DIS-10']);
    expect(missing(jiayuguan)).toEqual(['DEP-04', 'PAY-14']);
  });
});

function answers<Facts>(rules: readonly Rule<Facts>[], facts: Facts, profile: typeof gaotang): [string, Answer['answer']][] {
  return rules.flatMap((rule) => {
    const prepared = prepareRule(rule, setting, profile);
    return prepared.kind === 'decider' ? [[rule.code, prepared.decide(facts).answer] as [string, Answer['answer']]] : [];
  });
}
