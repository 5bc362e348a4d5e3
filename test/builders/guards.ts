import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { inShort } from '#law/citation.ts';
import type { PlaceParameters } from '#law/parameters/index.ts';
import type { Procedure, Step, StepContext, Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { filledFacts } from './filled.ts';
import { oneDiffers } from './one-differs.ts';

const ON = '2026-09-15';
type Facts = Readonly<Record<string, unknown>>;

/**
 * What every step of a procedure asks and refuses: with all facts given, with every yes-or-no the other way, and with each one fact different; where
 * nothing has happened before, and where every step has: with its facts, without them, with others, in turned order; and what it says besides when
 * one of them was left out. The words are the reader's.
 */
export function guardsInFull(procedure: Procedure, place: PlaceParameters = national): string {
  const before = (factsOf: (step: Step) => Facts) => procedure.steps.map((step) => takenBefore(step, factsOf(step)));
  const histories: readonly History[] = [
    ['此前无事', []],
    ['此前各步都已办', before(allGiven)],
    ['此前各步都已办，没有填', before(() => ({}))],
    ['此前各步都已办，另填', before((step) => otherwise(step, allGiven(step)))],
    ['此前各步倒着办', before(allGiven).toReversed()],
    ['此前各步倒着办，另填', before((step) => otherwise(step, allGiven(step))).toReversed()],
  ];
  return procedure.steps.flatMap((step) => [...guardInFull(step, histories, place)]).join('\n\n');
}

type History = readonly [where: string, history: readonly Taken[]];

function takenBefore(step: Step, facts: Facts): Taken {
  const on = civilMoment('2026-09-14 09:00');
  return { step: step.code, by: step.by[0] ?? 'system', happened: on, recorded: on, facts };
}

function allGiven({ facts }: Step): Facts {
  return filledFacts(facts?.fields ?? [], ON);
}

/** Every yes a no, every choice the last one. */
function otherwise({ facts }: Step, given: Facts): Facts {
  const last = new Map((facts?.fields ?? []).flatMap(({ name, kind, choices = {} }) => (kind === 'choice' ? [[name, Object.keys(choices).at(-1)]] : [])));
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value === true ? false : (last.get(name) ?? value)]));
}

function* guardInFull(step: Step, histories: readonly History[], place: PlaceParameters): Generator<string> {
  const { guard } = step;
  if (guard === undefined) return;
  const fields = step.facts?.fields ?? [];
  const yes = allGiven(step);
  const ways = [['照填', yes] as const, ['另填', otherwise(step, yes)] as const];
  const seen = new Set<string>();
  for (const [where, history] of histories) {
    for (const [how, facts] of ways) {
      const answer = (given: Facts, on: string) =>
        guarded(step, guard, given, { happened: civilMoment(`${on} 09:30`), history, calendar: nationalCalendar, place });
      const told = `${answer(facts, ON)}\n${oneDiffers(fields, facts, ON, answer)}`;
      if (!seen.has(told)) yield `${step.code} ${step.title}（${where}，${how}）\n${told}`;
      seen.add(told);
    }
  }
  const said = new Set([...seen].map((told) => told.split('\n')[0]));
  for (const [where, history] of histories) {
    for (const { step: left } of history) {
      for (const [how, facts] of ways) {
        const context = { happened: civilMoment(`${ON} 09:30`), history: history.filter((taken) => taken.step !== left), calendar: nationalCalendar, place };
        const answer = guarded(step, guard, facts, context);
        if (!said.has(answer)) yield `${step.code} ${step.title}（${where}，没有办 ${left}，${how}）\n${answer}`;
        said.add(answer);
      }
    }
  }
}

function guarded({ effectiveOn }: Step, guard: NonNullable<Step['guard']>, facts: Facts, context: StepContext): string {
  const effect = effectiveOn?.(facts, context.happened, context.calendar) ?? null;
  const until = effect === null ? '' : `，${effect} 生效`;
  const asked = guard(facts, context);
  if (!asked.ok) return `读不出：${asked.faults.map(({ fact, says }) => `${fact}：${says}`).join('；')}`;
  if (asked.answer === null) return `可以${until}`;
  if ('missing' in asked.answer) return `缺少：${asked.answer.missing.join('、')}`;
  const { code, says, basis } = asked.answer;
  return `${code} ${says}${basis === undefined ? '' : `〔${inShort(basis)}〕`}`;
}
