import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { specialAccount } from './special-account.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'general-contractor', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(specialAccount, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(specialAccount, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due;

const agreed = { hasAgreement: true };
const clean = { isCaseOpen: false, isInArbitration: false, isInCourt: false, isOwing: false, hasCommitment: true };
const signed = [step('sign', '2026-03-02 10:00')];
const opened = [...signed, step('open', '2026-03-20 10:00', 'general-contractor', agreed)];
const active = [...opened, step('file', '2026-04-01 10:00')];
const notice = [...active, step('publish-closing', '2026-09-01 09:00', 'general-contractor', { reason: 'completed', isClear: true })];
const changing = [...active, step('publish-closing', '2026-09-01 09:00', 'general-contractor', { reason: 'bank', isClear: true })];
const approve = (at: string, facts: object = clean) => step('approve-closing', at, 'authority', facts);
const approved = [...notice, approve('2026-10-08 09:00')];

describe('专用账户流程', () => {
  it('goes from the contract to the closing, every step lawful', () => {
    let history: readonly Taken[] = [];
    for (const asked of [...approved, step('close', '2026-10-09 09:00', 'bank')]) {
      const result = take(specialAccount, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(specialAccount, history, { ...setting, at: civilMoment('2026-10-10 09:00') })).toMatchObject({ state: 'closed', isOver: true });
  });

  it('《专户办法》第六条「自工程施工合同签订之日起30日内开立专用账户」「开立后的30日内……备案」', () => {
    expect(due(signed, '2026-04-01 23:59', 'open')).toMatchObject({ on: '2026-04-01', isOver: false });
    expect(due(signed, '2026-04-02 00:00', 'open')).toMatchObject({ isOver: true });
    // The thirtieth day after 2026-03-20 is Sunday 2026-04-19.
    expect(due(opened, '2026-04-20 12:00', 'file')).toMatchObject({ on: '2026-04-20', isOver: false });
  });

  it('orders to open only when the thirty days are over, and refers only when the order is', () => {
    const order = (at: string) => step('order-opening', at, 'authority', { manner: 'direct', proof: '回证 1 号' });
    expect(refusalOf(signed, order('2026-04-01 17:00'))).toMatchObject({ code: 'too-early' });
    const ordered = [...signed, order('2026-04-02 09:00')];
    expect(refusalOf(signed, order('2026-04-02 09:00'))).toBeNull();
    const refer = (at: string) => step('refer', at, 'authority', { correctBy: '2026-04-10' });
    expect(refusalOf(ordered, refer('2026-04-10 17:00'))).toMatchObject({ code: 'condition' });
    expect(refusalOf(ordered, refer('2026-04-11 09:00'))).toBeNull();
    expect(refusalOf(ordered, step('open', '2026-04-15 09:00', 'general-contractor', agreed))).toBeNull();
  });

  it.each([
    ['opening without the agreement of three', signed, step('open', '2026-03-20 10:00', 'general-contractor', { hasAgreement: false }), 'condition'],
    ['opening, agreement unknown', signed, step('open', '2026-03-20 10:00'), 'cannot-determine'],
    [
      'a notice that says wages are owed',
      active,
      step('publish-closing', '2026-09-01 09:00', 'general-contractor', { reason: 'completed', isClear: false }),
      'condition',
    ],
    ['approval on the thirtieth day of the notice', notice, approve('2026-10-01 17:00'), 'too-early'],
    ['approval without a commitment', notice, approve('2026-10-08 09:00', { ...clean, hasCommitment: false }), 'condition'],
    ['approval, lawsuits unknown', notice, approve('2026-10-08 09:00', { ...clean, isInCourt: null }), 'cannot-determine'],
    ['closing for good although the bank changes', [...changing, approve('2026-10-08 09:00')], step('close', '2026-10-09 09:00', 'bank'), 'condition'],
    ['a new account for completed works', approved, step('close-for-change', '2026-10-09 09:00', 'bank'), 'condition'],
    ['closing by the contractor itself', approved, step('close', '2026-10-09 09:00'), 'not-yours'],
    ['closing an account in use', active, step('close', '2026-10-09 09:00', 'bank'), 'not-from-here'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toMatchObject({ code }));

  it.each(['isCaseOpen', 'isInArbitration', 'isInCourt', 'isOwing'] as const)(
    "公示满30日也不够: thirty days' notice is necessary, not sufficient; %s bars the closing",
    (bar) => {
      expect(refusalOf(notice, approve('2026-10-02 00:00'))).toBeNull();
      const refusal = refusalOf(notice, approve('2026-12-01 09:00', { ...clean, [bar]: true }));
      expect(refusal).toMatchObject({ code: 'condition', basis: { instrument: '专户办法', article: 10 } });
      expect(refusal?.says).toContain('公示满期也不得撤销');
    },
  );

  it('a change of bank or contractor opens the next account, with its own thirty days', () => {
    const reopening = [...changing, approve('2026-10-08 09:00'), step('close-for-change', '2026-10-09 09:00', 'bank')];
    expect(standing(specialAccount, reopening, { ...setting, at: civilMoment('2026-10-10 09:00') })).toMatchObject({ state: 'reopening', isOver: false });
    // The thirtieth day after 2026-10-09 is Sunday 2026-11-08.
    expect(due(reopening, '2026-10-10 09:00', 'open')).toMatchObject({ on: '2026-11-09' });
    expect(refusalOf(reopening, step('open', '2026-10-20 09:00', 'general-contractor', agreed))).toBeNull();
    // Nor is a contractor that lets them pass left without an order.
    const order = (at: string) => step('order-opening', at, 'authority', { manner: 'direct', proof: '回证 2 号' });
    expect(refusalOf(reopening, order('2026-11-09 17:00'))).toMatchObject({ code: 'too-early' });
    expect(refusalOf(reopening, order('2026-11-10 09:00'))).toBeNull();
  });

  it('arrears found while it is published bring it back into use', () => {
    const stopped = [...notice, step('stop-closing', '2026-09-10 09:00', 'authority', { says: '三名农民工未领到工资' })];
    expect(standing(specialAccount, stopped, { ...setting, at: civilMoment('2026-09-11 09:00') })).toMatchObject({ state: 'active' });
  });

  it('writes down money short, a freeze and money out, and moves nothing', () => {
    const events = [
      step('bank-notice', '2026-05-06 09:00', 'bank', { short: 10_000_000 }),
      step('report-shortage', '2026-05-08 09:00'),
      step('freeze-attempt', '2026-05-11 09:00', 'bank', { by: '某法院协助执行通知书', isForWages: false }),
      step('illegal-outflow', '2026-05-12 09:00', 'authority', { amount: 5_000_000 }),
    ];
    for (const [at, asked] of events.entries()) expect(refusalOf([...active, ...events.slice(0, at)], asked)).toBeNull();
    const history = [...active, ...events];
    expect(standing(specialAccount, history, { ...setting, at: civilMoment('2026-05-13 09:00') })).toMatchObject({ state: 'active' });
    // 2026-05-09 is a make-up Saturday: three working days after the 6th end on it.
    expect(due([...active, events[0] ?? step('bank-notice', '2026-05-06 09:00', 'bank')], '2026-05-07 09:00', 'report-shortage')).toMatchObject({
      on: '2026-05-09',
    });
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(specialAccount)).toMatchSnapshot());
