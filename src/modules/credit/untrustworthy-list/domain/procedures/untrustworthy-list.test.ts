import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { untrustworthyList } from './untrustworthy-list.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(untrustworthyList, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(untrustworthyList, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due;

const ground = { payBy: '2026-03-09', isPaid: false, ground: 'amount' };
const decision = { isComplete: true, areNamed: true };
const application = { hasProof: true, committed: true, owedAgain: false, criminal: 'none' };
const proposed = [step('propose', '2026-03-12 09:00', 'inspector', ground)];
const noticed = [...proposed, step('notify', '2026-03-13 09:00', 'authority', { manner: 'direct', proof: '回证 1 号' })];
// 5 working days after 2026-03-13 (Friday): 03-20.
const heard = [...noticed, step('close-window', '2026-03-21 00:00', 'system')];
const decided = [...heard, step('decide', '2026-03-31 09:00', 'authority', decision)];
const served = [...decided, step('serve', '2026-04-01 09:00', 'authority', { manner: 'direct', proof: '回证 2 号' })];
const listed = [...served, step('publish', '2026-04-02 09:00', 'authority', { isPublished: true, isShared: true })];
const corrected = [...listed, step('correct', '2026-05-20 09:00', 'employer', { proof: '银行回单' })];

describe('失信联合惩戒名单流程', () => {
  it('goes from the proposal to the end of publication, every step lawful', () => {
    let history: readonly Taken[] = [];
    const after = [
      step('apply', '2026-11-21 09:00', 'employer', application),
      step('grant', '2026-12-01 09:00'),
      step('withdraw', '2026-12-10 09:00', 'authority', { isStopped: true, areTold: true, isShared: true }),
    ];
    for (const asked of [...corrected, ...after]) {
      const result = take(untrustworthyList, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(untrustworthyList, history, { ...setting, at: civilMoment('2026-12-11 09:00') })).toMatchObject({ state: 'withdrawn', isOver: true });
    const restore = (isGrave: boolean | null) => refusalOf(history, step('restore', '2027-01-05 09:00', 'authority', { reason: '提供虚假资料', isGrave }));
    expect(restore(true)).toBeNull();
    expect(restore(false)).toMatchObject({ code: 'condition' });
    expect(restore(null)).toMatchObject({ code: 'cannot-determine' });
  });

  it.each([
    ['列入前须有不执行的责令支付: a proposal on the last day of the order', [], step('propose', '2026-03-09 09:00', 'inspector', ground), 'condition'],
    ['a proposal against whoever paid', [], step('propose', '2026-03-12 09:00', 'inspector', { ...ground, isPaid: true }), 'condition'],
    ['an incident nobody weighed', [], step('propose', '2026-03-12 09:00', 'inspector', { ...ground, ground: 'incident' }), 'cannot-determine'],
    [
      'an incident without serious effect',
      [],
      step('propose', '2026-03-12 09:00', 'inspector', { ...ground, ground: 'incident', serious: false }),
      'condition',
    ],
    ['a decision without notice', proposed, step('decide', '2026-03-31 09:00', 'authority', decision), 'not-from-here'],
    ['a decision while the window is open', noticed, step('decide', '2026-03-20 09:00', 'authority', decision), 'not-from-here'],
    ['closing the window on its last day', noticed, step('close-window', '2026-03-20 23:59', 'system'), 'too-early'],
    ['an objection after the window', noticed, step('object', '2026-03-21 00:00', 'party-concerned', { grounds: '已付清' }), 'lapsed'],
    ['an incomplete decision', heard, step('decide', '2026-03-31 09:00', 'authority', { ...decision, isComplete: false }), 'condition'],
    ['a decision that names nobody', heard, step('decide', '2026-03-31 09:00', 'authority', { ...decision, areNamed: false }), 'condition'],
    ['sparing without correction', heard, step('spare', '2026-03-25 09:00', 'authority', { isCorrected: false, committed: true }), 'condition'],
    ['sparing without commitment', heard, step('spare', '2026-03-25 09:00', 'authority', { isCorrected: true, committed: false }), 'condition'],
    ['publishing without sharing', served, step('publish', '2026-04-02 09:00', 'authority', { isPublished: true, isShared: false }), 'condition'],
    ['an application without a correction', listed, step('apply', '2026-10-10 09:00', 'employer', application), 'condition'],
    ['an application on the last day of six months', corrected, step('apply', '2026-11-20 23:59', 'employer', application), 'too-early'],
    ['an application without commitment', corrected, step('apply', '2026-11-21 09:00', 'employer', { ...application, committed: false }), 'condition'],
    ['an application with new arrears', corrected, step('apply', '2026-11-21 09:00', 'employer', { ...application, owedAgain: true }), 'condition'],
    ['an application with a case pending', corrected, step('apply', '2026-11-21 09:00', 'employer', { ...application, criminal: 'pending' }), 'condition'],
    [
      'an application whose case nobody checked',
      corrected,
      step('apply', '2026-11-21 09:00', 'employer', { ...application, criminal: null }),
      'cannot-determine',
    ],
    [
      'an application after recorded new arrears',
      [...corrected, step('owe-again', '2026-06-01 09:00', 'inspector')],
      step('apply', '2026-11-21 09:00', 'employer', application),
      'condition',
    ],
    ['expiry on the last day of three years', listed, step('expire', '2029-03-31 23:59', 'system'), 'too-early'],
    ['a revocation without its document', listed, step('revoke', '2026-06-01 09:00'), 'cannot-determine'],
    [
      'an end of publication that leaves the platform out',
      [...listed, step('expire', '2029-04-01 00:00', 'system')],
      step('withdraw', '2029-04-02 09:00', 'authority', { isStopped: true, areTold: true, isShared: false }),
      'condition',
    ],
    [
      'restoring a listing that had run out',
      [...listed, step('expire', '2029-04-01 00:00', 'system')].concat(
        step('withdraw', '2029-04-02 09:00', 'authority', { isStopped: true, areTold: true, isShared: true }),
      ),
      step('restore', '2029-05-08 09:00', 'authority', { reason: '虚假资料' }),
      'condition',
    ],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toMatchObject({ code }));

  it('counts the decision from the order’s deadline, not from the proposal', () => {
    // 20 working days after 2026-03-09, 清明 04-06 off.
    expect(due(heard, '2026-04-07 23:59', 'decide')).toMatchObject({ on: '2026-04-07', isOver: false });
    expect(due(heard, '2026-04-08 00:00', 'decide')).toMatchObject({ isOver: true });
    const extended = [...heard, step('extend', '2026-04-07 09:00', 'authority-head')];
    expect(refusalOf(heard, step('extend', '2026-04-07 09:00', 'authority-head'))).toBeNull();
    expect(refusalOf(heard, step('extend', '2026-04-08 00:00', 'authority-head'))).toMatchObject({ code: 'lapsed' });
    expect(due(extended, '2026-04-08 09:00', 'decide')).toMatchObject({ on: '2026-05-08' });
  });

  it('an order until a Saturday ends on Monday, and the twenty working days run from there', () => {
    const open = [step('propose', '2026-03-17 09:00', 'inspector', { ...ground, payBy: '2026-03-14' }), ...heard.slice(1)];
    expect(due(open, '2026-03-24 09:00', 'decide')).toMatchObject({ on: '2026-04-14' });
  });

  it('hears an objection before the decision', () => {
    const objected = [...noticed, step('object', '2026-03-20 17:00', 'party-concerned', { grounds: '数额有误' })];
    expect(refusalOf(noticed, objected.at(-1) ?? step('', '2026-03-20 17:00'))).toBeNull();
    expect(refusalOf(objected, step('decide', '2026-03-31 09:00', 'authority', decision))).toMatchObject({ code: 'not-from-here' });
    expect(due(objected, '2026-03-23 09:00', 'verify')).toMatchObject({ on: '2026-03-27' });
    expect(refusalOf([...objected, step('verify', '2026-03-27 09:00')], step('decide', '2026-03-31 09:00', 'authority', decision))).toBeNull();
  });

  it('lets the three years run out on their day, rest day or not, and gives ten working days to withdraw', () => {
    // 2029-03-31 is a Saturday; the term is not moved to Monday.
    expect(refusalOf(listed, step('expire', '2029-04-01 00:00', 'system'))).toBeNull();
    const revoked = [...listed, step('revoke', '2026-09-28 09:00', 'authority', { document: '复议决定 1 号' })];
    // 09-29, 09-30, 10-08, 10-09, 10-10 (worked), 10-12..16: the tenth is 10-16.
    expect(due(revoked, '2026-09-28 10:00', 'withdraw')).toMatchObject({ on: '2026-10-16' });
  });

  it('checks an application in 15 working days and lets a refused one come again', () => {
    const applied = [...corrected, step('apply', '2026-11-23 09:00', 'employer', application)];
    expect(due(applied, '2026-11-23 10:00', 'grant')).toMatchObject({ on: '2026-12-14' });
    const denied = [...applied, step('deny', '2026-12-14 09:00', 'authority', { reason: '证据不足' })];
    expect(refusalOf(denied, step('apply', '2026-12-15 09:00', 'employer', application))).toBeNull();
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(untrustworthyList)).toMatchSnapshot());
