import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { clue } from './clue.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party, facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(clue, history, asked, setting);
  return result.ok ? null : result.refusal.code;
};
const due = (history: readonly Taken[], at: string, code: string, place = national) =>
  standing(clue, history, { ...setting, place, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due;

const received = [step('submit', '2026-03-02 09:00', 'worker', { channel: 'hotline', about: '某单位某项目' })];
const assigned = [...received, step('route', '2026-03-02 15:00', 'authority', { to: '某镇' })];
const verifying = [...assigned, step('contact', '2026-03-04 10:00', 'inspector', { record: '通话 1' })];
const resolved = [...verifying, step('resolve', '2026-03-16 10:00', 'inspector', { proof: '回单 1', isPaid: true })];
const replied = [...resolved, step('reply', '2026-03-16 16:00', 'authority', { record: '短信 1' })];
const major = [...received, step('route-major', '2026-03-02 15:00', 'authority', { to: '专班' })];

describe('线索办理流程', () => {
  it('goes from the hotline to money and a satisfied worker, every step lawful', () => {
    let history: readonly Taken[] = [];
    for (const asked of [...replied, step('call-back', '2026-03-20 09:00', 'authority', { isSatisfied: true })]) {
      const result = take(clue, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(clue, history, { ...setting, at: civilMoment('2026-03-20 10:00') })).toMatchObject({ state: 'closed', isOver: true });
  });

  it.each([
    ['route', received, '2026-03-03'],
    ['transfer', received, '2026-03-04'],
    ['route-major', received, '2026-03-02'],
    ['contact', assigned, '2026-03-04'],
    ['resolve', verifying, '2026-03-23'],
    ['open-case', verifying, '2026-03-09'],
    ['reply', resolved, '2026-03-16'],
    ['call-back', replied, '2026-03-30'],
    ['name-leader', major, '2026-03-02'],
  ] as const)('%s is due %s', (code, history, expected) => expect(due(history, '2026-03-16 18:00', code)?.on).toBe(expected));

  it('counts the major clue in hours from the minute, and closes it in 30 days', () => {
    expect(due(major, '2026-03-03 15:00', 'contact-major')).toMatchObject({ moment: '2026-03-03 15:00', isOver: false });
    expect(due(major, '2026-03-03 15:01', 'report-major')).toMatchObject({ isOver: true });
    const contacted = [...major, step('contact-major', '2026-03-03 10:00', 'inspector', { record: '通话 1' })];
    expect(due(contacted, '2026-03-03 15:00', 'resolve-major')?.on).toBe('2026-04-01');
  });

  it('takes the limits of the place: 包头 closes in 15 natural days', () => {
    const baotou = {
      ...national,
      name: '包头市',
      parameters: { 'clue.close': [{ from: civilDate('2020-01-01'), value: { n: 15, unit: 'natural-days' as const }, basis: '规程', evidence: 'L' as const }] },
    };
    expect(due(verifying, '2026-03-16 18:00', 'resolve', baotou)?.on).toBe('2026-03-17');
  });

  it('goes up when a limit has passed, and again after five working days', () => {
    const late = step('escalate', '2026-03-24 09:00', 'system', { dueOn: '2026-03-23' });
    expect(refusalOf(verifying, step('escalate', '2026-03-23 09:00', 'system', { dueOn: '2026-03-23' }))).toBe('condition');
    expect(refusalOf(verifying, late)).toBeNull();
    expect(refusalOf(verifying, step('escalate-again', '2026-03-31 09:00', 'system'))).toBe('cannot-determine');
    const once = [...verifying, late];
    expect(standing(clue, once, { ...setting, at: civilMoment('2026-03-24 10:00') })?.state).toBe('verifying');
    // Five working days after 03-24: 03-31 to its end.
    expect(refusalOf(once, step('escalate-again', '2026-03-31 23:59', 'system'))).toBe('too-early');
    expect(refusalOf(once, step('escalate-again', '2026-04-01 00:00', 'system'))).toBeNull();
  });

  it('begins the count anew when the call-back says no', () => {
    const reopened = [...replied, step('reopen', '2026-03-20 09:00', 'authority', { isSatisfied: false })];
    // 03-20 and 15 working days: 04-06 is off, so 04-13.
    expect(due(reopened, '2026-03-20 10:00', 'resolve')?.on).toBe('2026-04-13');
  });

  it.each([
    ['resolved without money', verifying, step('resolve', '2026-03-16 10:00', 'inspector', { proof: '承诺书', isPaid: false }), 'condition'],
    ['a closing without a reply', resolved, step('call-back', '2026-03-20 09:00', 'authority', { isSatisfied: true }), 'not-from-here'],
    ['closing an unsampled one at once', replied, step('close-unsampled', '2026-03-17 09:00', 'system'), 'too-early'],
    ['a satisfied worker’s clue reopened', replied, step('reopen', '2026-03-20 09:00', 'authority', { isSatisfied: true }), 'condition'],
    ['a dissatisfied worker’s clue closed', replied, step('call-back', '2026-03-20 09:00', 'authority', { isSatisfied: false }), 'condition'],
    ['a return too late', assigned, step('return', '2026-03-04 09:00', 'department', { reason: '不在辖区' }), 'lapsed'],
    ['a return without a reason', assigned, step('return', '2026-03-03 09:00', 'department'), 'cannot-determine'],
    ['somebody else’s step', received, step('route', '2026-03-02 15:00', 'employer', { to: '某镇' }), 'not-yours'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toBe(code));
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(clue)).toMatchSnapshot());
