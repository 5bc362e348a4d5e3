import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { assessment } from './assessment.ts';

const setting = { calendar: nationalCalendar, place: national };
let minute = 0;
/** Each step a minute after the one before: this procedure has no clock but the plan's. */
const step = (code: string, by: Party = 'assessment-group', facts: unknown = {}): Taken => {
  minute += 1;
  const at = civilMoment(`2026-03-02 ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
  return { step: code, by, happened: at, recorded: at, facts };
};
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(assessment, history, asked, setting);
  return result.ok ? null : result.refusal.code;
};

const paper = { number: '1 号' };
const avoiding = { assignments: [{ unit: '某县人社局', superiors: [{ name: '市人社局' }], assessed: '市住建局' }] };
const upTo = (isVetoed: boolean): readonly Taken[] => [
  step('plan', 'assessment-group', { year: '2025', rubric: 'template', version: '2025-1', selfCheckBy: '2026-02-27' }),
  step('self-check', 'government', paper),
  step('pull-evidence', 'system'),
  step('field-check', 'assessment-group', avoiding),
  step('evaluate', 'assessment-group', paper),
  step('visit', 'assessment-group', paper),
  step('score', 'assessment-group', { total: '91.5', sheet: '1 号' }),
  step('screen', 'assessment-group', { isVetoed }),
];
const notified = (grade: string, isVetoed = false): readonly Taken[] => [
  ...upTo(isVetoed),
  step('rank', 'assessment-group', { grade }),
  step('review'),
  step('approve', 'government'),
  step('notify'),
];
const rectified = [
  ...notified('C', true),
  step('interview'),
  step('order-rectification', 'assessment-group', { items: [{ number: '1' }], reportBy: '2026-08-31' }),
  step('report', 'government', paper),
];

describe('考核流程', () => {
  it('goes from the plan to the look-back, every step lawful', () => {
    let history: readonly Taken[] = [];
    for (const asked of [...rectified, step('verify', 'assessment-group', { allClosed: true }), step('look-back', 'assessment-group', { rebounded: false })]) {
      const result = take(assessment, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(assessment, history, { ...setting, at: civilMoment('2026-03-03 09:00') })).toMatchObject({ state: 'closed', isOver: true });
  });

  it('praises A, concludes B, interviews C, and nothing crosswise', () => {
    const next = { A: 'praise', B: 'conclude', C: 'interview' } as const;
    for (const [grade, lawful] of Object.entries(next)) {
      for (const code of Object.values(next))
        expect([grade, code, refusalOf(notified(grade), step(code))]).toEqual([grade, code, code === lawful ? null : 'condition']);
    }
  });

  it.each([
    ['a vetoed place ranked A', upTo(true), step('rank', 'assessment-group', { grade: 'A' }), 'condition'],
    [
      'a member who assesses the own superior',
      upTo(false).slice(0, 3),
      step('field-check', 'assessment-group', { assignments: [{ unit: '某县人社局', superiors: [{ name: '市人社局' }], assessed: '市人社局' }] }),
      'condition',
    ],
    [
      'a group of whom nobody knows the superiors',
      upTo(false).slice(0, 3),
      step('field-check', 'assessment-group', { assignments: [{ unit: '某县人社局', assessed: '市住建局' }] }),
      'cannot-determine',
    ],
    ['a check without groups', upTo(false).slice(0, 3), step('field-check'), 'cannot-determine'],
    ['a verification with open items', rectified, step('verify', 'assessment-group', { allClosed: false }), 'condition'],
    [
      'a plan without a frozen version',
      [],
      step('plan', 'assessment-group', { year: '2025', rubric: 'template', selfCheckBy: '2026-02-27' }),
      'cannot-determine',
    ],
    ['scoring before the visits', upTo(false).slice(0, 5), step('score', 'assessment-group', { total: '91.5', sheet: '1 号' }), 'not-from-here'],
    ['approval by the group itself', notified('A').slice(0, 10), step('approve', 'assessment-group'), 'not-yours'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toBe(code));

  it('sends a rebound back to rectification', () => {
    const verified = [...rectified, step('verify', 'assessment-group', { allClosed: true })];
    expect(refusalOf(verified, step('look-back', 'assessment-group', { rebounded: true }))).toBe('condition');
    expect(refusalOf(verified, step('rebound', 'assessment-group', { rebounded: true }))).toBeNull();
    expect(refusalOf(rectified, step('send-back', 'assessment-group', { reason: '第 1 项证据不足' }))).toBeNull();
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(assessment)).toMatchSnapshot());
