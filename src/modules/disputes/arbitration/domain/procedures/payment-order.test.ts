import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { paymentOrderProcedure } from './payment-order.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'court', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(paymentOrderProcedure, history, asked, setting);
  return result.ok ? null : result.refusal.code;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(paymentOrderProcedure, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due?.on;

const grounds = { route: 'wages', otherDebts: false, canBeServed: true };
const applied = [step('apply', '2026-02-26 09:00', 'worker', grounds)];
const accepted = [...applied, step('accept', '2026-03-02 09:00')];
const served = [...accepted, step('issue', '2026-03-16 09:00'), step('serve', '2026-03-18 09:00', 'court', { manner: 'direct', proof: '回证 1 号' })];
const objected = [...served, step('object', '2026-04-02 09:00', 'employer', { reason: '对数额有异议' })];
const onMediation = objected.map((taken) => (taken.step === 'apply' ? { ...taken, facts: { ...grounds, route: 'mediation' } } : taken));

describe('支付令流程', () => {
  it('goes from the application to the money, every step lawful', () => {
    let history: readonly Taken[] = [];
    for (const asked of [...served, step('enforce', '2026-04-03 09:00', 'worker'), step('pay', '2026-05-08 09:00', 'employer', { proof: '回单' })]) {
      const result = take(paymentOrderProcedure, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(paymentOrderProcedure, history, { ...setting, at: civilMoment('2026-05-09 09:00') })).toMatchObject({ state: 'paid', isOver: true });
  });

  it.each([
    ['accept', applied, '2026-03-03'],
    ['issue', accepted, '2026-03-17'],
    ['object', served, '2026-04-02'],
  ] as const)('%s is due %s', (code, history, expected) => expect(due(history, '2026-03-18 10:00', code)).toBe(expected));

  it('after an objection wages go to arbitration, a mediation agreement to the court', () => {
    const filed = { filedAt: '某仲裁委' };
    expect(refusalOf(objected, step('to-arbitration', '2026-04-07 09:00', 'worker', filed))).toBeNull();
    expect(refusalOf(objected, step('to-court', '2026-04-07 09:00', 'worker', filed))).toBe('condition');
    expect(refusalOf(onMediation, step('to-court', '2026-04-07 09:00', 'worker', filed))).toBeNull();
    expect(refusalOf(onMediation, step('to-arbitration', '2026-04-07 09:00', 'worker', filed))).toBe('condition');
  });

  it.each([
    ['another debt in dispute', [], step('apply', '2026-02-26 09:00', 'worker', { ...grounds, otherDebts: true }), 'condition'],
    ['a debtor who cannot be served', [], step('apply', '2026-02-26 09:00', 'worker', { ...grounds, canBeServed: false }), 'condition'],
    ['an objection on the 16th day', served, step('object', '2026-04-03 09:00', 'employer', { reason: '对数额有异议' }), 'lapsed'],
    ['enforcement within the fifteen days', served, step('enforce', '2026-04-02 23:59', 'worker'), 'too-early'],
    ['an objection without a reason', served, step('object', '2026-04-01 09:00', 'employer'), 'cannot-determine'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toBe(code));
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(paymentOrderProcedure)).toMatchSnapshot());
