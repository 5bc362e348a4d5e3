import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { type LimitationFacts, limitationOf } from './limitation.ts';

const wages = (ended: string, rest: Partial<LimitationFacts> = {}): LimitationFacts => ({
  claim: 'wages',
  employmentEnded: civilDate(ended),
  leftProject: null,
  knewOn: null,
  interruptions: [],
  suspensions: [],
  ...rest,
});
const relief = (...days: readonly string[]) => ({ interruptions: days.map((on) => ({ on: civilDate(on), by: 'relief' as const })) });
const stopped = (...spans: readonly (readonly [string, string])[]): Pick<LimitationFacts, 'suspensions'> => ({
  suspensions: spans.map(([from, until]) => ({ from: civilDate(from), until: until === 'not-yet' ? until : civilDate(until) })),
});
/** When everything that a case tells has happened. */
const LATER = { on: civilDate('2031-12-31'), calendar: nationalCalendar };
const ends = (facts: LimitationFacts) => {
  const stands = limitationOf(facts, 12, LATER);
  return stands.kind === 'running' ? (stands.counted?.due ?? `suspended since ${stands.suspendedSince}`) : stands.kind;
};

describe('《劳动争议调解仲裁法》第二十七条「应当自劳动关系终止之日起一年内提出」', () => {
  it.each([
    ['the corresponding day', wages('2025-06-10'), '2026-06-10'],
    ['a day at the end of a month', wages('2025-08-31'), '2026-08-31'],
    ['from a leap day: the last of February', wages('2024-02-29'), '2025-02-28'],
    ['a last day of February that is a make-up Saturday is a working day', wages('2025-02-28'), '2026-02-28'],
    ['a Sunday moves to Monday', wages('2025-03-01'), '2026-03-02'],
    ['元旦 moves to the make-up Sunday', wages('2025-01-01'), '2026-01-04'],
    ['国庆 moves to its end', wages('2025-10-02'), '2026-10-08'],
  ] as const)('%s', (_why, facts, expected) => expect(ends(facts)).toBe(expected));

  it('「从中断时起，仲裁时效期间重新计算」: an interruption on the last day counts, one on the next restarts nothing', () => {
    expect(ends(wages('2025-06-10', relief('2026-06-10')))).toBe('2027-06-10');
    expect(ends(wages('2025-06-10', relief('2026-06-11')))).toBe('2026-06-10');
    expect(ends(wages('2025-06-10', relief('2026-09-01', '2026-01-15')))).toBe('2027-09-01');
  });

  it('an interruption while still employed restarts nothing: no limitation runs then', () => {
    expect(ends(wages('2025-06-10', relief('2025-06-09')))).toBe('2026-06-10');
  });

  it('「从中止时效的原因消除之日起，仲裁时效期间继续计算」: adds the days that stood still', () => {
    // 2025-12-01 to 2025-12-11: ten days do not count. 2026-06-10 + 10 = 2026-06-20, a Saturday.
    expect(ends(wages('2025-06-10', stopped(['2025-12-01', '2025-12-11'])))).toBe('2026-06-22');
    // The same span told twice, overlapping, counts once.
    expect(ends(wages('2025-06-10', stopped(['2025-12-01', '2025-12-08'], ['2025-12-05', '2025-12-11'])))).toBe('2026-06-22');
    // Before the start, and after the end: nothing.
    expect(ends(wages('2025-06-10', stopped(['2025-01-01', '2025-06-01'], ['2026-07-01', '2026-08-01'])))).toBe('2026-06-10');
    // It had begun before the end of employment: the first day that would have counted is 06-11; 06-11 to 06-20 do not.
    expect(ends(wages('2025-06-10', stopped(['2025-05-01', '2025-06-21'])))).toBe('2026-06-22');
    expect(ends(wages('2025-06-10', stopped(['2026-01-01', 'not-yet'])))).toBe('suspended since 2026-01-01');
  });

  it('an interruption during a suspension begins a whole year when it ends', () => {
    expect(ends(wages('2025-06-10', { ...relief('2025-12-05'), ...stopped(['2025-12-01', '2025-12-11']) }))).toBe('2026-12-10');
  });

  it('is none while employed, and a year from knowing for other claims', () => {
    expect(limitationOf(wages('2025-06-10', { employmentEnded: 'not-yet' }), 12, LATER).kind).toBe('none');
    expect(ends(wages('2020-01-01', { claim: 'other', knewOn: civilDate('2025-06-10') }))).toBe('2026-06-10');
  });

  it('离开一个项目不等于劳动关系终止: does not take one for the other', () => {
    const stands = limitationOf(wages('2025-06-10', { employmentEnded: null, leftProject: civilDate('2024-01-31') }), 12, LATER);
    expect(stands).toMatchObject({ kind: 'unknown', answer: { missing: ['劳动关系是否终止、何时终止（只知道 2024-01-31 离开项目，不能代替）'] } });
    expect(limitationOf(wages('2025-06-10', { employmentEnded: 'not-yet', leftProject: civilDate('2024-01-31') }), 12, LATER).kind).toBe('none');
  });

  it('names a gap in what it was told', () => {
    const interruptions = [{ on: null, by: 'claim' as const }];
    expect(limitationOf(wages('2025-06-10', { interruptions }), 12, LATER)).toMatchObject({ answer: { missing: ['每次中断的日期和事由'] } });
    const suspensions = [{ from: civilDate('2025-07-01'), until: null }];
    expect(limitationOf(wages('2025-06-10', { suspensions }), 12, LATER)).toMatchObject({ kind: 'unknown' });
  });

  it('an interruption never shortens it', () => {
    const first = civilDate('2023-01-01');
    const days = fc.integer({ min: 0, max: 1000 }).map((n): CivilDate => addDays(first, n));
    const spans = fc.array(
      fc.tuple(days, fc.integer({ min: 0, max: 200 })).map(([from, n]) => ({ from, until: addDays(from, n) })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 4 }), days, spans, (ended, some, another, suspensions) => {
        const told = (all: readonly CivilDate[]) => wages(ended, { interruptions: all.map((on) => ({ on, by: 'claim' as const })), suspensions });
        expect(ends(told([...some, another])) >= ends(told(some))).toBe(true);
        expect(ends(told(some.toReversed()))).toBe(ends(told(some)));
      }),
    );
  });
});
