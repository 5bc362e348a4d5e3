import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { Level } from '#law/rule.ts';
import { compareReplays, type Replayed } from './replay.ts';

const seen = (on: string, rule: string, level: Level, subjectKey = ''): Replayed => ({
  on: civilDate(on),
  projectId: '1',
  projectName: '甲项目',
  rule,
  subjectKey,
  finding: { level, says: `${rule} ${level}`, dueOn: civilDate('2026-09-01'), amountFen: fen(0) },
});

describe('comparing the law in force with a draft', () => {
  it('tells what is added, dropped, moved and the same', () => {
    const now = [seen('2026-09-01', 'ACC-01', 2), seen('2026-09-08', 'ACC-01', 2), seen('2026-09-08', 'PAY-03', 2), seen('2026-09-08', 'DEP-01', 1)];
    const draft = [seen('2026-09-01', 'ACC-01', 2), seen('2026-09-01', 'PAY-03', 2), seen('2026-09-08', 'SIGN-01', 1)];
    const report = compareReplays(now, draft);
    expect(report.added.map(({ rule }) => rule)).toEqual(['SIGN-01']);
    expect(report.dropped.map(({ rule }) => rule)).toEqual(['DEP-01']);
    expect(report.moved).toMatchObject([{ rule: 'PAY-03', now: { first: '2026-09-08' }, draft: { first: '2026-09-01' } }]);
    expect(report.same).toBe(1);
  });

  it('counts another level as moved, and one matter once however often it was seen', () => {
    const report = compareReplays([seen('2026-09-01', 'ACC-01', 2), seen('2026-09-08', 'ACC-01', 3)], [seen('2026-09-01', 'ACC-01', 2)]);
    expect(report).toMatchObject({ added: [], dropped: [], same: 0, moved: [{ now: { level: 3 }, draft: { level: 2 } }] });
  });

  it('holds months of one rule apart', () => {
    expect(compareReplays([seen('2026-09-01', 'PAY-03', 2, '2026-07')], [seen('2026-09-01', 'PAY-03', 2, '2026-08')])).toMatchObject({
      same: 0,
      added: [{}],
      dropped: [{}],
    });
  });

  it('does not depend on the order of the findings, and finds nothing between a law and itself', () => {
    const any = fc.array(
      fc.record({ day: fc.integer({ min: 1, max: 28 }), rule: fc.constantFrom('A', 'B', 'C'), level: fc.constantFrom<Level>(0, 1, 2, 3, 4) }),
      { maxLength: 20 },
    );
    const made = (all: readonly { readonly day: number; readonly rule: string; readonly level: Level }[]) =>
      all.map(({ day, rule, level }) => seen(`2026-09-${String(day).padStart(2, '0')}`, rule, level));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const report = compareReplays(made(a), made(b));
        const back = compareReplays(made([...a].reverse()), made([...b].reverse()));
        const firsts = (one: typeof report) => [one.added.length, one.dropped.length, one.moved.length, one.same];
        expect(firsts(back)).toEqual(firsts(report));
        expect(compareReplays(made(a), made(a))).toMatchObject({ added: [], dropped: [], moved: [] });
      }),
    );
  });
});
