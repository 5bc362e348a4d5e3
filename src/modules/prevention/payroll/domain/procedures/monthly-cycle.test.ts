import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { monthlyCycle } from './monthly-cycle.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, by: Party, happened: string, facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});

// The pay date 2026-10-04 is a Sunday of the golden week: due on Wednesday 09-30.
const open = step('open-month', 'wage-officer', '2026-09-01 09:00', { month: '2026-08', costDueOn: '2026-09-10', payOn: '2026-10-04' });
const costDue = step('cost-falls-due', 'system', '2026-09-10 00:00');
const cost = (received: number) => ({ agreed: 9_000_000, received });
const pay = (paid: number) => ({ payable: 8_000_000, paid });
const full = [
  open,
  costDue,
  step('receive-cost', 'bank', '2026-09-10 15:00', cost(9_000_000)),
  step('lock-attendance', 'wage-officer', '2026-09-11 09:00'),
  step('draft-payroll', 'subcontractor', '2026-09-14 09:00'),
  step('sign', 'worker', '2026-09-16 09:00', { workers: 12, signed: 12 }),
  step('approve', 'wage-officer', '2026-09-17 09:00', { isChecked: true }),
  step('send-to-bank', 'general-contractor', '2026-09-18 09:00'),
  step('pay', 'bank', '2026-09-18 16:00', pay(8_000_000)),
  step('certify', 'general-contractor', '2026-09-21 09:00', { certificate: 'DF-2026-08' }),
  step('enter-ledger', 'subcontractor', '2026-09-22 09:00'),
  step('close-month', 'wage-officer', '2026-09-23 09:00', { hasPayslips: true }),
];

/** Takes the steps one after the other; fails at the first that is refused. */
function run(...steps: readonly Taken[]): readonly Taken[] {
  let history: readonly Taken[] = [];
  for (const asked of steps) {
    const result = take(monthlyCycle, history, asked, setting);
    if (!result.ok) throw new Error(`${asked.step}: ${result.refusal.says}`);
    history = result.value;
  }
  return history;
}

const upTo = (code: string) => run(...full.slice(0, full.findIndex((one) => one.step === code) + 1));
const refusal = (history: readonly Taken[], asked: Taken) => take(monthlyCycle, history, asked, setting);
const at = (history: readonly Taken[], moment: string) => standing(monthlyCycle, history, { ...setting, at: civilMoment(moment) });

describe('《保障农民工工资支付条例》第三十一条「推行分包单位农民工工资委托施工总承包单位代发制度」', () => {
  it('goes from the opening of the month to its end', () => expect(at(run(...full), '2026-09-24 09:00')).toMatchObject({ state: 'closed', isOver: true }));

  it('第二十九条「将人工费用及时足额拨付至农民工工资专用账户」: a fen less is short, and short may not be said before the day is over', () => {
    const due = run(open, costDue);
    expect(refusal(due, step('receive-cost', 'bank', '2026-09-10 15:00', cost(8_999_999)))).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(due, step('record-short', 'bank', '2026-09-10 23:59', cost(8_999_999)))).toMatchObject({
      refusal: { says: '2026-09-10 当天仍在期限内，要到次日才算逾期。' },
    });
    expect(refusal(due, step('record-short', 'bank', '2026-09-11 00:00', cost(9_000_000)))).toMatchObject({ refusal: { code: 'condition' } });
    const short = run(
      open,
      costDue,
      step('record-short', 'bank', '2026-09-11 00:00', cost(8_999_999)),
      step('report-short', 'general-contractor', '2026-09-11 10:00'),
    );
    expect(at(short, '2026-09-11 11:00')?.state).toBe('short');
    expect(refusal(short, step('receive-cost', 'project-owner', '2026-09-12 09:00', cost(9_000_000))).ok).toBe(true);
  });

  it('a day of payment that is a rest day moves on, as the labour cost of a contract does', () => {
    // Saturday 2026-09-12 moves to Monday the 14th.
    const due = run(
      { ...open, facts: { month: '2026-08', costDueOn: '2026-09-12', payOn: '2026-10-04' } },
      step('cost-falls-due', 'system', '2026-09-12 00:00'),
    );
    expect(refusal(due, step('record-short', 'bank', '2026-09-14 23:59', cost(0)))).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(due, step('record-short', 'bank', '2026-09-15 00:00', cost(0))).ok).toBe(true);
  });

  it('labour cost that is not due yet stops neither the payroll nor the arrears', () => {
    expect(refusal(run(open), step('lock-attendance', 'wage-officer', '2026-09-01 10:00')).ok).toBe(true);
    const late = run({ ...open, facts: { month: '2026-08', costDueOn: '2026-10-20', payOn: '2026-10-04' } });
    expect(refusal(late, step('fall-into-arrears', 'system', '2026-10-01 00:00', { unpaid: 1 })).ok).toBe(true);
  });

  it('a certificate is due within three working days of the payment, over a make-up Sunday', () => {
    // Paid on Friday 09-18: the make-up Sunday 09-20, 09-21, 09-22.
    expect(at(upTo('pay'), '2026-09-22 12:00')?.open.find((one) => one.step.code === 'certify')?.due).toMatchObject({ on: '2026-09-22', isOver: false });
  });

  it('第三十五条「施工总承包单位也不得因争议不按照规定代发工资」: short labour cost does not stop the payroll', () => {
    const short = run(open, costDue, step('record-short', 'bank', '2026-09-11 00:00', cost(0)));
    expect(refusal(short, step('lock-attendance', 'wage-officer', '2026-09-11 09:00')).ok).toBe(true);
  });

  it('第三十一条第二款「经农民工本人签字确认」: every one of them', () => {
    const drafted = upTo('draft-payroll');
    expect(refusal(drafted, step('sign', 'subcontractor', '2026-09-16 09:00', { workers: 12, signed: 11 }))).toMatchObject({
      refusal: { code: 'condition', says: '还有 1 人没有签字，不能代签。' },
    });
    expect(refusal(drafted, step('sign', 'worker', '2026-09-16 09:00', { workers: 0, signed: 0 }))).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(drafted, step('sign', 'worker', '2026-09-16 09:00', { signed: 12 }))).toMatchObject({ refusal: { code: 'cannot-determine' } });
  });

  it('第二十八条第二款 the wage officer checks before he approves, and may send it back', () => {
    const signed = upTo('sign');
    expect(refusal(signed, step('approve', 'wage-officer', '2026-09-17 09:00', { isChecked: false }))).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(signed, step('approve', 'subcontractor', '2026-09-17 09:00', { isChecked: true }))).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(at(run(...full.slice(0, 6), step('return-payroll', 'wage-officer', '2026-09-17 09:00')), '2026-09-17 10:00')?.state).toBe('drafted');
  });

  it('a returned payment is resent within three working days, across a make-up Sunday', () => {
    const sent = upTo('send-to-bank');
    expect(refusal(sent, step('pay', 'bank', '2026-09-18 16:00', pay(7_999_999)))).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(sent, step('pay-in-part', 'bank', '2026-09-18 16:00', pay(8_000_000)))).toMatchObject({ refusal: { code: 'condition' } });
    const partial = run(...full.slice(0, 8), step('pay-in-part', 'bank', '2026-09-18 16:00', pay(7_000_000)));
    // Friday 09-18 + 3: the make-up Sunday 09-20, 09-21, 09-22.
    const due = (moment: string) => at(partial, moment)?.open.find((one) => one.step.code === 'resend')?.due;
    expect(due('2026-09-22 23:59')).toMatchObject({ on: '2026-09-22', isOver: false });
    expect(due('2026-09-23 00:00')).toMatchObject({ isOver: true });
    expect(refusal(partial, step('resend', 'general-contractor', '2026-09-25 09:00')).ok).toBe(true);
  });

  it('第十四条第一款「遇法定节假日或者休息日的，应当在法定节假日或者休息日前支付」: arrears begin the day after the pay date that moved back', () => {
    const approved = upTo('approve');
    const overdue = (happened: string, unpaid = 8_000_000) => refusal(approved, step('fall-into-arrears', 'system', happened, { unpaid }));
    expect(overdue('2026-09-30 23:59')).toMatchObject({ refusal: { says: '2026-09-30 当天仍在期限内，要到次日才算逾期。' } });
    expect(overdue('2026-10-01 00:00').ok).toBe(true);
    expect(overdue('2026-10-01 00:00', 0)).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(approved, step('fall-into-arrears', 'system', '2026-10-01 00:00'))).toMatchObject({ refusal: { code: 'cannot-determine' } });
  });

  it('arrears become a clue, and end only when all is paid', () => {
    const arrears = run(
      ...full.slice(0, 7),
      step('fall-into-arrears', 'system', '2026-10-01 00:00', { unpaid: 8_000_000 }),
      step('refer-arrears', 'system', '2026-10-01 00:10'),
    );
    expect(at(arrears, '2026-10-02 09:00')?.state).toBe('arrears');
    expect(refusal(arrears, step('clear-arrears', 'general-contractor', '2026-10-09 09:00', pay(7_999_999)))).toMatchObject({ refusal: { code: 'condition' } });
    expect(refusal(arrears, step('clear-arrears', 'general-contractor', '2026-10-09 09:00', pay(8_000_000))).ok).toBe(true);
  });

  it('第十五条第三款「应当提供农民工本人的工资清单」: no month ends without', () => {
    const ledgered = upTo('enter-ledger');
    expect(refusal(ledgered, step('close-month', 'wage-officer', '2026-09-23 09:00', { hasPayslips: false }))).toMatchObject({
      refusal: { code: 'condition' },
    });
  });

  it('labour cost is not due before its day', () =>
    expect(refusal(run(open), step('cost-falls-due', 'system', '2026-09-09 23:59'))).toMatchObject({
      refusal: { code: 'condition', says: '约定的拨付日期是 2026-09-10。' },
    }));

  it('does not open without the agreed days', () =>
    expect(refusal([], step('open-month', 'wage-officer', '2026-09-01 09:00', { month: '2026-08' }))).toMatchObject({
      refusal: { code: 'cannot-determine', says: '“开启月度”不能判断，缺少：约定的人工费用拨付日期、约定的工资支付日期。' },
    }));
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(monthlyCycle)).toMatchSnapshot());
