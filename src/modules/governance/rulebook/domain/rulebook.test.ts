import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { type Citation, type InstrumentKey, wordsOf } from '#law/citation.ts';
import { INSTRUMENTS } from '#law/instruments/index.ts';
import { PARAMETERS } from '#law/parameters/index.ts';
import { PARTIES, type Party } from '#law/parties.ts';
import { take } from '#law/procedure-run.ts';
import type { Procedure, Taken } from '#law/procedure.ts';
import type { RuleText } from '#law/rule.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { LIMIT_PARAMETERS } from '#modules/prevention/devices/domain/index.ts';
import { national } from '#profiles/index.ts';
import { articlesOf, isInstrument, unexplained, usedArticles } from './coverage.ts';
import { CALCULATORS, MATTER_RULES, PROCEDURES } from './rulebook.ts';
import { WITHOUT_RULE } from './without-rule.ts';

const MODULES = 'src/modules';
const swept: readonly RuleText[] = [...CATALOGUE.projects, ...CATALOGUE.months, ...CATALOGUE.workers, ...CATALOGUE.feeds];
const all: readonly RuleText[] = [...swept, ...MATTER_RULES];

function lawFiles(folder: string): string[] {
  return fs
    .readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.split(/[/\\]/u).slice(-3, -1).join('/') === `domain/${folder}`)
    .filter((file) => /\.ts$/u.test(file) && !/(?:\.test|index)\.ts$/u.test(file));
}

const codeIn = (file: string) => /\bcode: '([^']+)'/u.exec(fs.readFileSync(path.join(MODULES, file), 'utf8'))?.[1] ?? file;
const hasTest = (file: string) => fs.existsSync(path.join(MODULES, file.replace(/\.ts$/u, '.test.ts')));

describe('规则全书', () => {
  it('lists every rule file once, under its own code, with its test beside it', () => {
    const files = lawFiles('rules');
    expect(files.map(codeIn).sort()).toEqual(all.map(({ code }) => code).sort());
    expect(files.filter((file) => !path.basename(file).startsWith(`${codeIn(file).toLowerCase()}-`))).toEqual([]);
    expect(files.filter((file) => !hasTest(file))).toEqual([]);
  });

  it('lists every calculator and every procedure once, each with its test beside it', () => {
    const calculators = lawFiles('calculators');
    expect(calculators.map(codeIn).sort()).toEqual(CALCULATORS.map(({ code }) => code).sort());
    const procedures = lawFiles('procedures');
    expect(procedures.map(codeIn).sort()).toEqual(PROCEDURES.map(({ code }) => code).sort());
    expect([...calculators, ...procedures].filter((file) => !hasTest(file))).toEqual([]);
  });

  it.each(all.map((rule) => [rule.code, rule] as const))('%s says where it comes from', (_code, rule) => {
    for (const citation of rule.basis) {
      const words = wordsOf(citation);
      // A rule that rests on words from memory alone must say so.
      if (rule.basis.length === 1 && words.evidence === 'M') expect(rule.needsLegalReview).toBe(true);
    }
    for (const { basis, before } of rule.consequences ?? []) {
      expect(before.length).toBeGreaterThan(3);
      for (const citation of basis) wordsOf(citation);
    }
    if (rule.evidence === 'M') expect(rule.needsLegalReview).toBe(true);
    if (rule.evidence === 'D') expect(rule.interpretation).toBeTruthy();
    expect(rule.title).toMatch(/^[^\sA-Za-z]{4,24}$/u);
  });

  it('tells what may follow under every swept rule that rests on a fine of the 条例', () => {
    const finesOf = ({ basis }: { readonly basis: readonly Citation[] }) =>
      basis
        .filter(({ instrument, article }) => instrument === '工资条例' && article >= 54 && article <= 57)
        .map(({ article, part }) => `${article}${part ?? ''}`);
    for (const rule of swept) {
      const told = new Set((rule.consequences ?? []).flatMap(finesOf));
      expect([rule.code, finesOf(rule).filter((fine) => !told.has(fine))]).toEqual([rule.code, []]);
    }
  });

  it('leaves no parameter unread', () => {
    const inProcedures = PROCEDURES.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        [step.within?.period, step.extends?.by].flatMap((period) => (period !== undefined && 'parameter' in period ? [period.parameter] : [])),
      ),
    );
    const read = new Set<string>(
      [...all, ...CALCULATORS]
        .flatMap((one): readonly string[] => [...one.needs, ...(one.looksUp ?? [])])
        .concat(inProcedures, Object.values(LIMIT_PARAMETERS)),
    );
    expect(Object.keys(PARAMETERS).filter((id) => !read.has(id))).toEqual([]);
  });

  it.each(MATTER_RULES.map((rule) => [rule.code, rule] as const))('%s asks for what is missing when nothing is stated', (_code, rule) => {
    expect(rule.facts.fields.length).toBeGreaterThan(0);
    expect(rule.facts.fields.filter(({ means }) => !/^[^A-Za-z]{2,}/u.test(means))).toEqual([]);
    expect(rule.facts.jsonSchema()).toMatchObject({ type: 'object' });
  });
});

describe('条文与规则', () => {
  const given = Object.keys(WITHOUT_RULE)
    .filter(isInstrument)
    .flatMap((key) => Object.entries(WITHOUT_RULE[key] ?? {}).map(([article, why]) => ({ key, article: Number(article), why })));

  it('explains every article that no rule rests on', () => expect(unexplained()).toEqual([]));

  it('gives no reason for an article that a rule rests on', () =>
    expect(given.filter(({ key, article }) => usedArticles(key).has(article)).map(({ key, article }) => `${key}${article}`)).toEqual([]));

  it('gives no reason for an article we do not hold', () => {
    const held = (key: InstrumentKey) => new Set(articlesOf(key).map(({ number }) => number));
    expect(given.filter(({ key, article }) => !held(key).has(article)).map(({ key, article }) => `${key}${article}`)).toEqual([]);
  });

  it('lists the reasons in the order of the statutes', () =>
    expect(Object.keys(WITHOUT_RULE)).toEqual(Object.keys(INSTRUMENTS).filter((key) => isInstrument(key) && WITHOUT_RULE[key] !== undefined)));

  it('sends the reader to no rule that does not exist', () => {
    const named = given.flatMap(({ why }) => [...why.matchAll(/[A-Z]+(?:-[A-Z]+)*-\d+/gu)].map(([code]) => code));
    const codes = new Set(all.map(({ code }) => code));
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });
});

const parties = Object.keys(PARTIES).filter((name): name is Party => Object.hasOwn(PARTIES, name));

describe.each(PROCEDURES.map((one) => [one.title, one] as const))('流程 %s', (_title, procedure: Procedure) => {
  const { states, steps } = procedure;

  it('cites articles we hold, in states that exist, and every state can be reached and left', () => {
    for (const step of steps) {
      const citations: readonly Citation[] = step.basis;
      for (const citation of citations) wordsOf(citation);
      if (step.evidence === 'D') expect([step.code, step.interpretation !== undefined]).toEqual([step.code, true]);
      expect(step.by.length).toBeGreaterThan(0);
    }
    expect(new Set(steps.map(({ code }) => code)).size).toBe(steps.length);
    const reached = new Set(steps.filter((step) => step.to !== 'same').map(({ to }) => to));
    expect(Object.keys(states).filter((state) => !reached.has(state))).toEqual([]);
    const left = new Set(steps.filter((step) => step.to !== 'same').flatMap(({ from }) => from));
    const ends = Object.entries(states).filter(([, { ends: last }]) => last === true);
    expect(ends.length).toBeGreaterThan(0);
    expect(Object.entries(states).filter(([state, { ends: last }]) => last !== true && !left.has(state))).toEqual([]);
  });

  it('refuses whatever is not listed: every step × state × party', () => {
    const setting = { calendar: nationalCalendar, place: national };
    const day = civilMoment('2026-03-02 09:00');
    for (const state of [null, ...Object.keys(states)]) {
      const entry = steps.find((step) => step.to === state);
      const history: readonly Taken[] =
        state === null || entry === undefined ? [] : [{ step: entry.code, by: entry.by[0] ?? 'authority', happened: day, recorded: day, facts: {} }];
      for (const step of steps) {
        for (const by of parties) {
          const asked: Taken = { step: step.code, by, happened: civilMoment('2026-03-03 09:00'), recorded: civilMoment('2026-03-03 09:00'), facts: {} };
          const result = take(procedure, history, asked, setting);
          const isFromHere = state === null ? step.from.length === 0 : step.from.includes(state);
          const code = result.ok ? 'taken' : result.refusal.code;
          if (!isFromHere) expect([step.code, state, by, code]).toEqual([step.code, state, by, 'not-from-here']);
          else if (!step.by.includes(by)) expect([step.code, state, by, code]).toEqual([step.code, state, by, 'not-yours']);
          else expect(['not-from-here', 'not-yours', 'no-such-step']).not.toContain(code);
        }
      }
    }
  });
});
