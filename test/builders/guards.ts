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
 * nothing has happened before, and where every step has. The words are the reader's.
 */
export function guardsInFull(procedure: Procedure, place: PlaceParameters = national): string {
  const everything = procedure.steps.map(
    (step): Taken => ({
      step: step.code,
      by: step.by[0] ?? 'system',
      happened: civilMoment('2026-09-14 09:00'),
      recorded: civilMoment('2026-09-14 09:00'),
      facts: filledFacts(step.facts?.fields ?? [], ON),
    }),
  );
  return procedure.steps.flatMap((step) => [...guardInFull(step, everything, place)]).join('\n\n');
}

function* guardInFull(step: Step, everything: readonly Taken[], place: PlaceParameters): Generator<string> {
  const { facts: form, guard } = step;
  if (form === undefined || guard === undefined) return;
  const yes = filledFacts(form.fields, ON);
  const no: Facts = Object.fromEntries(Object.entries(yes).map(([name, value]) => [name, value === true ? false : value]));
  const isAsked = form.fields.some(({ kind }) => kind === 'yes-no');
  const seen = new Set<string>();
  for (const [where, history] of [['此前无事', []] as const, ['此前各步都已办', everything] as const]) {
    for (const [how, facts] of isAsked ? ([['都是', yes] as const, ['都否', no] as const] as const) : ([['都填', yes] as const] as const)) {
      const answer = (given: Facts, on: string) =>
        guarded(step, guard, given, { happened: civilMoment(`${on} 09:30`), history, calendar: nationalCalendar, place });
      const told = `${answer(facts, ON)}\n${oneDiffers(form.fields, facts, ON, answer)}`;
      if (!seen.has(told)) yield `${step.code} ${step.title}（${where}，${how}）\n${told}`;
      seen.add(told);
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
