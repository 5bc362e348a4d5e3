import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { parametersFor } from '#law/prepare.ts';
import { ALL_RULES } from '#modules/governance/rulebook/domain/rulebook.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { evaluate } from '#modules/monitoring/warnings/domain/evaluate.ts';
import { prepareAll } from '#modules/monitoring/warnings/domain/prepare.ts';
import { findProfile, national } from '#profiles/index.ts';
import { filledFacts } from '../test/builders/filled.ts';
import { aFeed, aProject, aProjectMonth } from '../test/builders/facts.ts';
import { type Figure, median, percent, perSecond, timed } from './support/figures.ts';

const ROWS = 100_000;
const ASKS = 200;
const ROUNDS = 5;
const on = civilDate('2026-11-20');
const place = findProfile('fujian-350000') ?? national;

/** The whole law, one core: the sweep's rules over 100,000 projects with a month and a feed each, and every rule asked with facts from outside. */
export async function law(): Promise<readonly Figure[]> {
  return [await sweptRules(), await askedRules()];
}

async function sweptRules(): Promise<Figure> {
  const prepared = prepareAll(CATALOGUE, place, on, nationalCalendar);
  const asked = prepared.projects.length + prepared.months.length + prepared.feeds.length;
  const facts = {
    projects: Array.from({ length: ROWS }, (_, n) =>
      aProject({ projectId: String(n), ...(n % 10 === 3 && { neverPaid: 3, neverPaidSince: civilDate('2026-03-01') }) }),
    ),
    months: Array.from({ length: ROWS }, (_, n) => aProjectMonth({ projectId: String(n) })),
    feeds: Array.from({ length: ROWS }, (_, n) => aFeed({ projectId: String(n) })),
  };
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // As many plain comparisons as rules are asked.
    raw.push(
      (
        await timed(() => {
          let hits = 0;
          for (let time = 0; time < Math.ceil(asked / 3); time += 1)
            for (let n = 0; n < ROWS; n += 1) if ((facts.months[n]?.owedFen ?? 0n) > BigInt(time) || (facts.projects[n]?.neverPaid ?? 0) > time) hits += 1;
          return hits;
        })
      ).took,
    );
    ours.push((await timed(() => evaluate(prepared, facts).outcomes.length)).took);
  }
  return {
    what: `all ${asked} rules of the sweep over ${ROWS.toLocaleString('en')} projects, each with a month and a feed, facts per second and core`,
    ours: perSecond(3 * ROWS, median(ours)),
    raw: perSecond(3 * ROWS, median(raw)),
    ratio: percent(median(raw) / median(ours)),
    bar: '>= 500,000/s',
    reached: (3 * ROWS) / median(ours) >= 500_000,
  };
}

/** Reading by the form included; the raw partner only reads. */
async function askedRules(): Promise<Figure> {
  const setting = { on, calendar: nationalCalendar, place };
  const ready = ALL_RULES.flatMap((rule) => {
    const bound = parametersFor(rule.needs, place, on);
    return 'params' in bound ? [{ rule, params: bound.params, facts: filledFacts(rule.facts.fields) }] : [];
  });
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(
      (
        await timed(() => {
          for (const { rule, facts } of ready) for (let n = 0; n < ASKS; n += 1) rule.facts.read(facts);
        })
      ).took,
    );
    ours.push(
      (
        await timed(() => {
          for (const { rule, params, facts } of ready) for (let n = 0; n < ASKS; n += 1) rule.ask(setting, params, facts);
        })
      ).took,
    );
  }
  const asks = ready.length * ASKS;
  return {
    what: `every rule asked with facts from outside (${ready.length} of ${ALL_RULES.length} have all their numbers there), read and decided, per second and core`,
    ours: perSecond(asks, median(ours)),
    raw: perSecond(asks, median(raw)),
    ratio: percent(median(raw) / median(ours)),
    bar: '',
    reached: true,
  };
}
