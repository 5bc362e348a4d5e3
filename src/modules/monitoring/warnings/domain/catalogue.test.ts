import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { wordsOf } from '#law/citation.ts';
import { PARAMETERS } from '#law/parameters/index.ts';
import { prepareRule } from '#law/prepare.ts';
import type { Answer, Rule } from '#law/rule.ts';
import { gaotang, jiayuguan, PROFILES } from '#profiles/index.ts';
import { aFeed, aProject, aProjectMonth } from '../../../../../test/builders/facts.ts';
import { CATALOGUE } from './catalogue.ts';

const MODULES = 'src/modules';
const setting = { on: civilDate('2026-11-22'), calendar: nationalCalendar };
type Listed = Pick<Rule<never>, 'code' | 'warns' | 'version' | 'title' | 'subject' | 'basis' | 'evidence' | 'needsLegalReview' | 'interpretation' | 'needs'>;
const all: readonly Listed[] = [...CATALOGUE.projects, ...CATALOGUE.months, ...CATALOGUE.workers, ...CATALOGUE.feeds];

describe('规则目录', () => {
  it('lists every rule file once, under its own code, with its test beside it', () => {
    const files = fs
      .readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
      .filter((file) => /[/\\]domain[/\\]rules[/\\][^/\\]+\.ts$/u.test(file) && !/(?:\.test|index)\.ts$/u.test(file));
    const codes = files.map((file) => /"?code: '([^']+)'/u.exec(fs.readFileSync(path.join(MODULES, file), 'utf8'))?.[1] ?? file);
    expect([...codes].sort()).toEqual(all.map(({ code }) => code).sort());
    for (const [place, file] of files.entries()) {
      expect(path.basename(file).startsWith(`${codes[place]?.toLowerCase() ?? '?'}-`)).toBe(true);
      expect(fs.existsSync(path.join(MODULES, file.replace(/\.ts$/u, '.test.ts')))).toBe(true);
    }
  });

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

  it.each(all.map((rule) => [rule.code, rule] as const))('%s says where it comes from', (_code, rule) => {
    for (const citation of rule.basis) {
      const words = wordsOf(citation);
      // A rule that rests on words from memory alone must say so.
      if (rule.basis.length === 1 && words.evidence === 'M') expect(rule.needsLegalReview).toBe(true);
    }
    if (rule.evidence === 'M') expect(rule.needsLegalReview).toBe(true);
    if (rule.evidence === 'D') expect(rule.interpretation).toBeTruthy();
    expect(rule.title).toMatch(/^[^\sA-Za-z]{4,24}$/u);
  });

  it('leaves no parameter unread', () => {
    const read = new Set(all.flatMap((rule) => rule.needs));
    expect(Object.keys(PARAMETERS).filter((id) => !read.has(id as keyof typeof PARAMETERS))).toEqual([]);
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
