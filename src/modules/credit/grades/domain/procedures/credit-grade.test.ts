import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { creditGrade } from './credit-grade.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(creditGrade, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(creditGrade, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due;

const record = { punished: 3, incident: false, grave: false, defied: false, obstructed: false, criminal: false };
const opened = [step('open', '2026-01-05 09:00', 'system', { year: '2025-12' })];
const collected = [...opened, step('collect', '2026-01-12 09:00', 'inspector', { sources: '案件系统、信用平台' })];
const computed = [...collected, step('compute', '2026-02-02 09:00', 'inspector', { ...record, grade: 'C' })];
const reviewed = [...computed, step('review', '2026-03-02 09:00', 'authority-head')];
const told = [...reviewed, step('tell', '2026-03-05 09:00')];
const managed = { grade: 'C', isPlanned: true, isInterviewed: true, isTargeted: true };
const applied = [...told, step('apply', '2026-03-20 09:00', 'authority', managed)];

describe('企业劳动保障守法诚信等级评价流程', () => {
  it('goes from the year to the file, changed by new facts on the way, every step lawful', () => {
    let history: readonly Taken[] = [];
    const after = [
      step('find-new', '2026-05-06 09:00', 'inspector', { what: '拒不履行行政处理决定' }),
      step('adjust', '2026-05-12 09:00', 'authority-head', { ...record, defied: true, grade: 'C' }),
      step('tell', '2026-05-13 09:00'),
      step('apply', '2026-05-20 09:00', 'authority', managed),
      step('archive', '2026-12-31 09:00'),
    ];
    for (const asked of [...applied, ...after]) {
      const result = take(creditGrade, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(creditGrade, history, { ...setting, at: civilMoment('2026-12-31 10:00') })).toMatchObject({ state: 'archived', isOver: true });
  });

  it.each([
    ['a year that is not over', [], step('open', '2026-11-01 09:00', 'authority', { year: '2026-06' }), 'condition'],
    ['a year nobody named', [], step('open', '2026-01-05 09:00', 'authority'), 'cannot-determine'],
    ['a grade the record does not bear', collected, step('compute', '2026-02-02 09:00', 'inspector', { ...record, grade: 'B' }), 'condition'],
    ['a worse grade than the record', collected, step('compute', '2026-02-02 09:00', 'inspector', { ...record, punished: 2, grade: 'C' }), 'condition'],
    [
      'a record with a gap',
      collected,
      step('compute', '2026-02-02 09:00', 'inspector', { ...record, punished: 2, grave: null, grade: 'B' }),
      'cannot-determine',
    ],
    ['a C without an interview', told, step('apply', '2026-03-20 09:00', 'authority', { ...managed, isInterviewed: false }), 'condition'],
    ['a C nobody targeted', told, step('apply', '2026-03-20 09:00', 'authority', { ...managed, isTargeted: null }), 'cannot-determine'],
    ['consequences before the employer was told', reviewed, step('apply', '2026-03-20 09:00', 'authority', managed), 'not-from-here'],
    ['an inspector reviewing himself', computed, step('review', '2026-03-02 09:00', 'inspector'), 'not-yours'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toMatchObject({ code }));

  it('lets an A or B be applied without an interview', () => {
    expect(refusalOf(told, step('apply', '2026-03-20 09:00', 'authority', { grade: 'B', isPlanned: true }))).toBeNull();
  });

  it('counts thirty days to the interview and ten working days to the change', () => {
    // 2026-03-02 + 30 = Wednesday 04-01.
    expect(due(told, '2026-03-05 10:00', 'apply')).toMatchObject({ on: '2026-04-01' });
    const renewed = [...applied, step('find-new', '2026-04-28 09:00', 'inspector', { what: '使用童工' })];
    // 05-01, 05-04, 05-05 off, Saturday 05-09 worked.
    expect(due(renewed, '2026-04-28 10:00', 'adjust')).toMatchObject({ on: '2026-05-14' });
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(creditGrade)).toMatchSnapshot());
