import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../../../test/support/database.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { readFacts } from './index.ts';
import { days, gathered, type Records, recordsIn } from '../../../../../test/support/records.ts';

let database: FreshDatabase;
let records: Records;

beforeAll(async () => {
  database = await freshDatabase();
  records = await recordsIn(database);
});
afterAll(() => database.drop());

describe('工资发放事实：某月的工资什么时候、发了多少', () => {
  it('分两次付清：第一次之后是少发，第二次的那天才算付清', async () => {
    await records.project(1);
    await records.roster(1, 11);
    await records.payroll(1, 11, '2026-06', 5000);
    await records.flow(1, 'wage', '2026-07-10', 3000, { person_id: 11, for: '2026-06' });
    await records.flow(1, 'wage', '2026-07-20', 2000, { person_id: 11, for: '2026-06' });

    expect((await records.at('2026-07-04')).months.filter((row) => row.projectId === '1')).toEqual([]); // made on the 5th
    const unpaid = (await records.at('2026-07-09')).month(1, '2026-06');
    expect(unpaid).toMatchObject({
      payrollHeads: 1,
      payrollMadeOn: '2026-07-05',
      payrollNetFen: 500_000n,
      unpaidHeads: 1,
      shortHeads: 0,
      owedFen: 500_000n,
      paidHeads: 0,
      settledOn: null,
      firstPaidOn: null,
    });
    const short = (await records.at('2026-07-10')).month(1, '2026-06');
    expect(short).toMatchObject({
      unpaidHeads: 0,
      shortHeads: 1,
      owedFen: 200_000n,
      paidHeads: 1,
      paidInFullHeads: 0,
      paidFen: 300_000n,
      firstPaidOn: '2026-07-10',
      settledOn: null,
    });
    const at = await records.at('2026-07-20');
    expect(at.month(1, '2026-06')).toMatchObject({ owedFen: 0n, paidFen: 500_000n, paidInFullHeads: 1, lastPaidOn: '2026-07-20', settledOn: '2026-07-20' });
    expect(at.worker(1, '2026-06', 11)).toMatchObject({
      netFen: 500_000n,
      paidFen: 500_000n,
      firstPaidOn: '2026-07-10',
      settledOn: '2026-07-20',
      refundedFen: 0n,
    });
  });

  it('退票冲减所退的那个月，重发以后按重发的日子付清', async () => {
    await records.project(2);
    await records.payroll(2, 21, '2026-06', 5000);
    await records.flow(2, 'wage', '2026-07-10', 5000, { person_id: 21, for: '2026-06', serial_no: 'A' });
    await records.flow(2, 'refund', '2026-07-12', 5000, { person_id: 21, refund_of_serial: 'A' });
    await records.flow(2, 'wage', '2026-07-25', 5000, { person_id: 21, for: '2026-06' });

    expect((await records.at('2026-07-11')).month(2, '2026-06')).toMatchObject({ settledOn: '2026-07-10', openRefunds: 0, owedFen: 0n });
    expect((await records.at('2026-07-12')).month(2, '2026-06')).toMatchObject({
      settledOn: null,
      paidFen: 0n,
      paidHeads: 0,
      unpaidHeads: 1,
      owedFen: 500_000n,
      openRefunds: 1,
      openRefundFen: 500_000n,
      oldestOpenRefundOn: '2026-07-12',
    });
    const repaid = await records.at('2026-07-25');
    expect(repaid.month(2, '2026-06')).toMatchObject({
      settledOn: '2026-07-25',
      firstPaidOn: '2026-07-25',
      paidFen: 500_000n,
      openRefunds: 0,
      openRefundFen: 0n,
      oldestOpenRefundOn: null,
    });
    expect(repaid.worker(2, '2026-06', 21)).toMatchObject({ refundedFen: 500_000n, paidFen: 500_000n });
  });

  it('少发的又被退回、按原额重发了的：还欠的不算退票', async () => {
    await records.project(14);
    await records.payroll(14, 141, '2026-06', 6330);
    await records.flow(14, 'wage', '2026-07-10', 5700, { person_id: 141, for: '2026-06', serial_no: 'D1' });
    await records.flow(14, 'refund', '2026-07-11', 5700, { person_id: 141, refund_of_serial: 'D1' });
    expect((await records.at('2026-07-11')).month(14, '2026-06')).toMatchObject({ openRefunds: 1, openRefundFen: 570_000n, owedFen: 633_000n });
    await records.flow(14, 'wage', '2026-07-14', 5700, { person_id: 141, for: '2026-06' });
    expect((await records.at('2026-07-14')).month(14, '2026-06')).toMatchObject({
      openRefunds: 0,
      openRefundFen: 0n,
      oldestOpenRefundOn: null,
      shortHeads: 1,
      owedFen: 63_000n,
    });
  });

  it('退票没写原流水号：退的是同一人、同一金额、最近的一笔，且每笔只退一次', async () => {
    await records.project(3);
    for (const month of ['2026-05', '2026-06']) await records.payroll(3, 31, month, 4000);
    await records.flow(3, 'wage', '2026-06-10', 4000, { person_id: 31, for: '2026-05' });
    await records.flow(3, 'wage', '2026-07-10', 4000, { person_id: 31, for: '2026-06' });
    await records.flow(3, 'refund', '2026-07-11', 4000, { person_id: 31 });
    const one = await records.at('2026-07-11');
    expect(one.month(3, '2026-06')).toMatchObject({ openRefunds: 1, owedFen: 400_000n });
    expect(one.month(3, '2026-05')).toMatchObject({ openRefunds: 0, owedFen: 0n, settledOn: '2026-06-10' });
    await records.flow(3, 'refund', '2026-07-13', 4000, { person_id: 31 });
    const both = await records.at('2026-07-13');
    expect(both.month(3, '2026-05')).toMatchObject({ openRefunds: 1, owedFen: 400_000n, settledOn: null });
    expect(both.month(3, '2026-06')).toMatchObject({ openRefunds: 1, owedFen: 400_000n });
  });

  it('没写月份的付款：先填最早欠的月份，不填付款之后的月份，余下的算付款前一个月', async () => {
    await records.project(4);
    await records.payroll(4, 41, '2026-04', 3000);
    await records.payroll(4, 41, '2026-05', 3000);
    await records.payroll(4, 41, '2026-06', 3000);
    await records.flow(4, 'wage', '2026-06-10', 4000, { person_id: 41 }); // April 3000, May 1000
    await records.flow(4, 'wage', '2026-07-10', 1500, { person_id: 41 }); // May 1500 → still owes 500
    const at = await records.at('2026-07-10');
    expect(at.worker(4, '2026-04', 41)).toMatchObject({ paidFen: 300_000n, settledOn: '2026-06-10' });
    expect(at.worker(4, '2026-05', 41)).toMatchObject({ paidFen: 250_000n, settledOn: null, firstPaidOn: '2026-06-10' });
    expect(at.month(4, '2026-06')).toMatchObject({ unpaidHeads: 1, owedFen: 300_000n });
    expect(at.project(4)).toMatchObject({
      arrearsFen: 350_000n,
      arrearsPeople: 1,
      arrearsSince: '2026-05',
      pendingPayrollMonth: '2026-06',
      pendingPayrollFen: 300_000n,
    });

    // 6000 in May cannot pay for June's work: April and May take 6000 - 3000 - 3000, and nothing of it may reach June.
    await records.project(5);
    for (const month of ['2026-04', '2026-06']) await records.payroll(5, 51, month, 3000);
    await records.flow(5, 'wage', '2026-05-10', 5000, { person_id: 51 });
    const capped = await records.at('2026-07-10');
    expect(capped.month(5, '2026-06')).toMatchObject({ owedFen: 300_000n, paidFen: 0n });
    expect(capped.month(5, '2026-04')).toMatchObject({ paidFen: 500_000n, overpaidFen: 200_000n, owedFen: 0n });
    expect(capped.month(5, '2026-05')).toMatchObject({ unexplainedWageFen: 200_000n });
  });

  it('写了月份的付款只算那个月；没写的再补其余欠的月份', async () => {
    await records.project(6);
    for (const month of ['2026-05', '2026-06']) await records.payroll(6, 61, month, 3000);
    await records.flow(6, 'wage', '2026-07-10', 3000, { person_id: 61, for: '2026-06' });
    await records.flow(6, 'wage', '2026-07-11', 3000, { person_id: 61 });
    const at = await records.at('2026-07-11');
    expect(at.month(6, '2026-06')).toMatchObject({ settledOn: '2026-07-10', overpaidFen: 0n });
    expect(at.month(6, '2026-05')).toMatchObject({ settledOn: '2026-07-11' });
  });

  it('没写月份的付款全额退票：退票记在它本来要付的月份', async () => {
    await records.project(7);
    for (const month of ['2026-05', '2026-06']) await records.payroll(7, 71, month, 3000);
    await records.flow(7, 'wage', '2026-06-10', 3000, { person_id: 71 });
    await records.flow(7, 'wage', '2026-07-10', 3000, { person_id: 71, serial_no: 'B' });
    await records.flow(7, 'refund', '2026-07-12', 3000, { refund_of_serial: 'B' });
    const at = await records.at('2026-07-12');
    expect(at.month(7, '2026-06')).toMatchObject({ openRefunds: 1, openRefundFen: 300_000n, unpaidHeads: 1 });
    expect(at.month(7, '2026-05')).toMatchObject({ openRefunds: 0, settledOn: '2026-06-10' });
  });

  it('一个人在两个班组：人只数一次，钱相加', async () => {
    await records.project(8);
    await records.payroll(8, 81, '2026-06', 3000, { team: '木工班', signed: true });
    await records.payroll(8, 81, '2026-06', 1000, { team: '钢筋班', signed: false, made_on: '2026-07-08' });
    await records.flow(8, 'wage', '2026-07-10', 3500, { person_id: 81, for: '2026-06' });
    const at = await records.at('2026-07-10');
    expect(at.month(8, '2026-06')).toMatchObject({
      payrollHeads: 1,
      payrollNetFen: 400_000n,
      highestNetFen: 400_000n,
      unsignedLines: 1,
      payrollMadeOn: '2026-07-08',
      shortHeads: 1,
      owedFen: 50_000n,
    });
    expect(at.worker(8, '2026-06', 81).signed).toBe(false);
  });

  it('被更正取代的工资表行不再计算', async () => {
    await records.project(9);
    await records.payroll(9, 91, '2026-06', 3000, { superseded_at: '2026-07-07' });
    await records.payroll(9, 91, '2026-06', 3300);
    expect((await records.at('2026-07-10')).month(9, '2026-06')).toMatchObject({ payrollHeads: 1, payrollNetFen: 330_000n });
  });

  it('有人缺考勤领薪、不在花名册领薪、卡不是本人的、卡与花名册不同、重复卡', async () => {
    await records.project(10);
    await records.roster(10, 101, { card_index: 'card a' });
    await records.roster(10, 102, { card_index: 'card b' });
    await records.roster(10, 103, { card_index: 'card b', card_holder_name: '别人' });
    await records.sheet(10, 101, '2026-06', days(1, 20));
    await records.summarise(10, '2026-06');
    await records.payroll(10, 101, '2026-06', 3000, { card_index: 'card a' }); // own card
    await records.payroll(10, 102, '2026-06', 3000, { card_index: 'card a' }); // differs, and it is 101's
    await records.payroll(10, 103, '2026-06', 3000, { card_index: 'card b' }); // held in another name, shared with 102
    await records.flow(10, 'wage', '2026-07-10', 3000, { person_id: 101, for: '2026-06' });
    await records.flow(10, 'wage', '2026-07-10', 2500, { person_id: 102, for: '2026-06' });
    await records.flow(10, 'wage', '2026-07-10', 700, { person_id: 109, for: '2026-06' });
    await records.flow(10, 'wage', '2026-07-10', 600, { counterparty_index: 'nobody', for: '2026-06' });
    const at = await records.at('2026-07-10');
    expect(at.month(10, '2026-06')).toMatchObject({
      attendedHeads: 1,
      payrollHeads: 3,
      onPayrollAbsentHeads: 2,
      onPayrollAbsentNetFen: 600_000n,
      presentNotOnPayrollHeads: 0,
      cardDiffersHeads: 1,
      cardNotOwnHeads: 2,
      paidHeads: 3,
      paidAbsentHeads: 2,
      paidAbsentFen: 320_000n,
      paidOffRosterHeads: 2,
      overpaidFen: 0n,
    });
    expect(at.month(10, '2026-07').unexplainedWageFen).toBe(130_000n); // 700 without payroll, 600 to nobody we know
    expect(at.worker(10, '2026-06', 101)).toMatchObject({ sharedCard: true, cardDiffers: false }); // 102's payroll names it
    expect(at.project(10)).toMatchObject({ mostWorkersOnOneCard: 2, workersOnSharedCards: 3 });
  });

  it('几个人共用一张卡：按卡对账，卡上收到的钱够，谁都不算没领到、谁也不算多领', async () => {
    await records.project(12);
    for (const [person, pay] of [
      [121, 5000],
      [122, 6000],
      [123, 7000],
    ] as const) {
      await records.roster(12, person, { card_index: 'card of 122' });
      await records.sheet(12, person, '2026-06', days(1, 20));
      for (const month of ['2026-05', '2026-06']) await records.payroll(12, person, month, pay, { card_index: 'card of 122' });
    }
    await records.summarise(12, '2026-06');
    const credit = { person_id: 122, counterparty_index: 'card of 122' };
    // June, named: three sums, all under the holder's name.
    for (const pay of [7000, 5000, 6000]) await records.flow(12, 'wage', '2026-07-10', pay, { ...credit, for: '2026-06' });
    // May, not named, and the bank wrote nobody's name: one sum for two of them, and 1,000 more than all were due.
    await records.flow(12, 'wage', '2026-06-10', 12_000, { counterparty_index: 'card of 122' });
    const may = await records.at('2026-06-10');
    expect(may.month(12, '2026-05')).toMatchObject({
      paidFen: 1_200_000n,
      owedFen: 600_000n,
      unpaidHeads: 0,
      shortHeads: 1,
      overpaidFen: 0n,
      paidOffRosterHeads: 0,
    });
    await records.flow(12, 'wage', '2026-06-12', 7000, credit);
    const at = await records.at('2026-07-10');
    for (const month of ['2026-05', '2026-06']) expect(at.month(12, month)).toMatchObject({ paidInFullHeads: 3, unpaidHeads: 0, shortHeads: 0, owedFen: 0n });
    expect(at.month(12, '2026-06')).toMatchObject({ overpaidFen: 0n, unexplainedWageFen: 100_000n, duplicatePayments: 0 });
    expect(at.month(12, '2026-07').unexplainedWageFen).toBe(0n);
    expect(at.worker(12, '2026-06', 123)).toMatchObject({ paidFen: 700_000n, settledOn: '2026-07-10', sharedCard: true });
    expect(at.month(12, '2026-05').overpaidFen).toBe(100_000n); // with 122, whom the bank named
    expect(at.project(12)).toMatchObject({ mostWorkersOnOneCard: 3, workersOnSharedCards: 3, arrearsFen: 0n });
  });

  it('几个人共用一张卡：少了一笔，欠的正是那一笔；同额两笔各归一人；退回的算在没领到的人头上', async () => {
    await records.project(13);
    for (const [person, pay] of [
      [131, 5000],
      [132, 6000],
      [133, 5000],
    ] as const) {
      await records.roster(13, person, { card_index: 'card of 131' });
      await records.payroll(13, person, '2026-06', pay, { card_index: 'card of 131' });
    }
    const credit = { person_id: 131, counterparty_index: 'card of 131', for: '2026-06' };
    for (const serial of ['C1', 'C2']) await records.flow(13, 'wage', '2026-07-10', 5000, { ...credit, serial_no: serial });
    const short = await records.at('2026-07-10');
    expect(short.month(13, '2026-06')).toMatchObject({
      paidInFullHeads: 2,
      unpaidHeads: 1,
      shortHeads: 0,
      owedFen: 600_000n,
      overpaidFen: 0n,
      duplicatePayments: 0,
    });
    expect(short.worker(13, '2026-06', 132).paidFen).toBe(0n);
    await records.flow(13, 'wage', '2026-07-11', 6000, { ...credit, serial_no: 'C3' });
    await records.flow(13, 'refund', '2026-07-12', 6000, { ...credit, refund_of_serial: 'C3' });
    expect((await records.at('2026-07-11')).month(13, '2026-06')).toMatchObject({ owedFen: 0n, settledOn: '2026-07-11' });
    expect((await records.at('2026-07-12')).month(13, '2026-06')).toMatchObject({ owedFen: 600_000n, unpaidHeads: 1, openRefunds: 1, openRefundFen: 600_000n });
    await records.flow(13, 'wage', '2026-07-14', 6000, credit);
    expect((await records.at('2026-07-14')).month(13, '2026-06')).toMatchObject({ owedFen: 0n, openRefunds: 0, settledOn: '2026-07-14' });
  });
});

describe('考勤事实', () => {
  it('月中看：只算到那一天', async () => {
    await records.project(20);
    await records.roster(20, 201);
    await records.sheet(20, 201, '2026-06', days(1, 20), [22]);
    await records.summarise(20, '2026-06');
    expect((await records.at('2026-06-10')).worker(20, '2026-06', 201)).toMatchObject({ attendedDays: 10, longestRun: 10 });
    expect((await records.at('2026-06-10')).month(20, '2026-06')).toMatchObject({
      attendedHeads: 1,
      attendanceDays: 10,
      attendedPersonDays: 10,
      lastAttendanceOn: '2026-06-10',
    });
    expect((await records.at('2026-06-30')).month(20, '2026-06')).toMatchObject({
      attendanceDays: 21,
      attendedPersonDays: 21,
      lastAttendanceOn: '2026-06-22',
      punchedPersonDays: 0,
    });
    expect((await records.at('2026-05-31')).months.filter((row) => row.projectId === '20')).toEqual([]);
  });

  it('不在花名册、未签合同超过 3 日、两处同日、连续 28 日', async () => {
    await records.project(21);
    await records.project(22);
    await records.roster(21, 211, { entered_on: '2026-06-03', left_on: '2026-06-05', contract_signed_on: '2026-06-03' });
    await records.roster(21, 212, { contract_signed_on: '2026-06-04' }); // 3 days without: not more than 3
    await records.roster(21, 213, { contract_signed_on: '2026-06-05' }); // 4 days without
    await records.roster(22, 212);
    await records.roster(21, 214, { contract_signed_on: null }); // none at all
    await records.sheet(21, 214, '2026-06', days(1, 4));
    await records.sheet(21, 211, '2026-06', days(2, 6)); // 2nd and 6th off the roster
    await records.sheet(21, 212, '2026-06', days(1, 27));
    await records.sheet(21, 213, '2026-06', days(1, 28));
    await records.sheet(22, 212, '2026-06', [27, 28, 29]);
    await records.summarise(21, '2026-06');
    await records.summarise(22, '2026-06');
    const at = await records.at('2026-06-30');
    expect(at.month(21, '2026-06')).toMatchObject({ attendedHeads: 4, offRosterHeads: 1, noContractHeads: 2, twoPlacesHeads: 1, neverRestingHeads: 1 });
    expect(at.worker(21, '2026-06', 212)).toMatchObject({ twoPlacesDays: 1, longestRun: 27, onRoster: true });
    expect(at.worker(21, '2026-06', 211)).toMatchObject({ enteredOn: '2026-06-03', leftOn: '2026-06-05' });
    expect((await records.at('2026-06-04')).worker(21, '2026-06', 211).leftOn).toBeNull(); // not left yet
  });

  it('打卡：不足 2 次或首末相隔不足 4 小时为无效日；多数人同一分钟打卡满 10 日为机械', async () => {
    await records.project(23);
    const moments = (person: number) =>
      days(1, 10).flatMap((day) => [
        `2026-06-${String(day).padStart(2, '0')} 07:00:${10 + person}`,
        `2026-06-${String(day).padStart(2, '0')} ${person === 6 ? '10:59' : '11:00'}:${10 + person}`,
      ]);
    for (const person of [1, 2, 3]) await records.punches(23, 230 + person, ...moments(person));
    await records.punches(23, 234, ...days(1, 10).map((day) => `2026-06-${String(day).padStart(2, '0')} 08:0${day % 10}`)); // single punches, each day another minute
    await records.punches(23, 235, '2026-06-01 09:00', '2026-06-01 12:59:59', '2026-06-02 09:01', '2026-06-02 13:01');
    await records.summarise(23, '2026-06');
    const at = await records.at('2026-06-30');
    // Days 1 and 2 have 5 workers, 3 of them in one minute; from day 3 on there are only 4, too few to call it a pattern.
    expect(at.month(23, '2026-06')).toMatchObject({ attendedHeads: 5, punchedPersonDays: 42, invalidPersonDays: 11, manualPersonDays: 0, mechanicalHeads: 0 });
    await records.punches(23, 236, ...moments(6));
    await database.owner(`update prevention.punch set source = 'manual' where project_id = 23 and person_id = 235`);
    await records.summarise(23, '2026-06');
    // Now 4 of at least 5 share the minute on all ten days; 236 stays 3 h 59 min each day.
    expect((await records.at('2026-06-30')).month(23, '2026-06')).toMatchObject({
      punchedPersonDays: 52,
      invalidPersonDays: 21,
      manualPersonDays: 2,
      mechanicalHeads: 4,
    });
  });

  it('考勤更正以后汇总跟着走，撤销以后行消失', async () => {
    await records.project(24);
    await records.sheet(24, 241, '2026-06', days(1, 5));
    await records.summarise(24, '2026-06');
    await database.owner('update prevention.attendance_sheet set superseded_at = now() where project_id = 24');
    await records.sheet(24, 241, '2026-06', days(1, 7), [8]);
    await records.summarise(24, '2026-06');
    const held = await database.owner('select attended_days, half_days, first_on, last_on, longest_run from prevention.attendance_month where project_id = 24');
    expect(held).toMatchObject([{ attended_days: 8, half_days: 128, longest_run: 8 }]);
    await database.owner('update prevention.attendance_sheet set superseded_at = now() where project_id = 24');
    await records.summarise(24, '2026-06');
    expect(await database.owner('select from prevention.attendance_month where project_id = 24')).toEqual([]);
  });
});

describe('工资表与考勤、最低工资、走形式发放', () => {
  it('工日相差超过 3 日；月份过完才比', async () => {
    await records.project(30);
    for (const person of [301, 302]) {
      await records.sheet(30, person, '2026-06', days(1, 19), [20, 21]); // 19 + 2 halves = 20
    }
    await records.summarise(30, '2026-06');
    await records.payroll(30, 301, '2026-06', 5000, { work_days: 23, made_on: '2026-06-25' }); // exactly 3
    await records.payroll(30, 302, '2026-06', 5000, { work_days: 23.5, made_on: '2026-06-25' });
    await records.payroll(30, 303, '2026-06', 5000, { work_days: 20, made_on: '2026-06-25' });
    await records.sheet(30, 304, '2026-06', days(1, 14));
    await records.sheet(30, 305, '2026-06', days(1, 15));
    await records.sheet(30, 306, '2026-06', days(1, 14)); // on a payroll that is not paid: owed, but not casual
    await records.payroll(30, 306, '2026-06', 3000, { work_days: 14, made_on: '2026-06-25' });
    await records.summarise(30, '2026-06');
    expect((await records.at('2026-06-29')).month(30, '2026-06').daysDifferHeads).toBe(0);
    expect((await records.at('2026-06-30')).month(30, '2026-06')).toMatchObject({
      daysDifferHeads: 1,
      presentNotOnPayrollHeads: 2,
      onPayrollAbsentHeads: 1,
      casualUnpaidHeads: 1,
    });
  });

  it('低于最低工资：按 21.75 日折算，不含加班费；没有标准就不判断', async () => {
    await records.project(31);
    await records.payroll(31, 311, '2026-06', 2000, { work_days: 21.75 - 0.75 }); // 2000 × 21.75 = 43500 ≥ 2010 × 21 = 42210
    await records.payroll(31, 312, '2026-06', 1900, { work_days: 21 }); // 1900 × 21.75 = 41325 < 42210
    await records.payroll(31, 313, '2026-06', 2100, { work_days: 22, overtime_fen: 20_000 }); // 1900 for a full month
    await records.payroll(31, 314, '2026-06', 2010, { work_days: 30 }); // exactly the minimum
    await records.payroll(31, 315, '2026-06', 10); // days unknown
    const minimumWageFen = 201_000n as never;
    expect((await records.at('2026-07-10', { minimumWageFen })).month(31, '2026-06').belowMinimumHeads).toBe(2);
    expect((await records.at('2026-07-10')).month(31, '2026-06').belowMinimumHeads).toBe(0);
  });

  it('出勤满 20 日、实付不到约定工资三成', async () => {
    await records.project(32);
    for (const [person, yuan] of [
      [321, 1799],
      [322, 1800],
    ] as const) {
      await records.roster(32, person, { pay_kind: 'day', pay_rate_fen: 30_000 }); // 20 days × 300 = 6000, 30 % = 1800
      await records.sheet(32, person, '2026-06', days(1, 20));
      await records.flow(32, 'wage', '2026-07-10', yuan, { person_id: person, for: '2026-06' });
    }
    await records.summarise(32, '2026-06');
    expect((await records.at('2026-07-10')).month(32, '2026-06').tokenPaidHeads).toBe(1);
  });
});

describe('专户事实：按钱动的月份', () => {
  it('进账、对公、取现、冻结、可疑摘要', async () => {
    await records.project(40);
    await records.flow(40, 'inflow', '2026-06-05', 10_000);
    await records.flow(40, 'inflow', '2026-06-08', 5000);
    await records.flow(40, 'other-out', '2026-06-09', 2000, { counterparty_name: '某建材公司', memo: '个人借款' });
    await records.flow(40, 'cash', '2026-06-10', 300, { memo: '取现金' });
    await records.flow(40, 'freeze', '2026-06-11', 1000);
    await records.flow(40, 'inflow', '2026-06-12', 1, { memo: '个人' }); // incoming is not looked at
    const at = await records.at('2026-06-30');
    expect(at.month(40, '2026-06')).toMatchObject({
      inflowFen: 1_500_100n,
      inflowCount: 3,
      firstInflowOn: '2026-06-05',
      otherOutFen: 200_000n,
      otherOutCount: 1,
      cashOutFen: 30_000n,
      suspectMemoCount: 2,
      freezeCount: 1,
    });
    expect((await records.at('2026-06-05')).month(40, '2026-06').inflowFen).toBe(1_000_000n);
    expect(at.project(40)).toMatchObject({ lastInflowOn: '2026-06-12', lastWagePaidOn: null, flowsThrough: '2026-06-12', accountBalanceFen: null });
  });

  it('重复支付：同月同收款人同金额，工资表说不清的那一笔；30 日内第三笔为频繁', async () => {
    await records.project(41);
    await records.payroll(41, 411, '2026-06', 3000);
    for (const day of ['10', '11']) await records.flow(41, 'wage', `2026-07-${day}`, 3000, { person_id: 411, for: '2026-06' });
    // Two months of equal pay on one day are no duplicate: each is asked for by its payroll.
    for (const month of ['2026-05', '2026-06']) {
      await records.payroll(41, 412, month, 4000);
      await records.flow(41, 'wage', '2026-07-10', 4000, { person_id: 412 });
    }
    expect((await records.at('2026-07-31')).month(41, '2026-07')).toMatchObject({ duplicatePayments: 1 });
  });

  it('30 日内第三笔为频繁：本项目登记工人的工资不算，别的收款人、别的用途都算', async () => {
    await records.project(43);
    await records.roster(43, 431);
    await records.payroll(43, 432, '2026-06', 3000);
    const thrice = async (kind: string, columns: Readonly<Record<string, unknown>>) => {
      for (const day of ['2026-06-11', '2026-07-10', '2026-07-11']) await records.flow(43, kind, day, 100, columns); // the third on the 30th day
    };
    const frequent = async () => (await records.at('2026-07-31')).month(43, '2026-07').frequentPayees;
    await thrice('wage', { person_id: 431 }); // on the roster: monthly pay, a returned payment sent again, settlement
    await thrice('wage', { person_id: 432 }); // on a payroll
    expect(await frequent()).toBe(0);
    await thrice('wage', { person_id: 439 }); // neither
    expect(await frequent()).toBe(1);
    await thrice('wage', { counterparty_index: 'nobody' });
    expect(await frequent()).toBe(2);
    await thrice('other-out', { person_id: 431 }); // not wages
    expect(await frequent()).toBe(3);
    await database.owner(`update prevention.account_flow set happened_on = '2026-06-10' where project_id = 43 and happened_on = '2026-06-11'`);
    expect(await frequent()).toBe(0);
  });

  it('余额：期末、最低、与流水对不上的差额；倒序的流水单也一样', async () => {
    await records.project(42);
    await records.flow(42, 'inflow', '2026-06-05', 1000, { balance_fen: 100_000, row_no: 4 });
    await records.flow(42, 'other-out', '2026-06-20', 300, { balance_fen: 70_000, row_no: 3 });
    await records.flow(42, 'other-out', '2026-06-20', 200, { balance_fen: 50_000, row_no: 2 });
    await records.flow(42, 'other-out', '2026-07-02', 100, { balance_fen: 30_000, row_no: 1 }); // 500 - 100 = 400, not 300
    const at = await records.at('2026-07-31');
    expect(at.month(42, '2026-06')).toMatchObject({ closingBalanceFen: 50_000n, lowestBalanceFen: 50_000n, balanceGapFen: 0n });
    expect(at.month(42, '2026-07')).toMatchObject({ closingBalanceFen: 30_000n, balanceGapFen: -10_000n });
    expect(at.project(42).accountBalanceFen).toBe(30_000n);
    expect((await records.at('2026-06-10')).project(42).accountBalanceFen).toBe(100_000n);
  });
});

describe('历史：连续几个月', () => {
  it('前三个月人数的中位数减去花名册登记退场的人', async () => {
    await records.project(52);
    for (const person of days(521, 526)) await records.roster(52, person, person > 522 ? { left_on: '2026-05-26' } : {});
    for (const month of ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07']) {
      for (const person of days(521, month < '2026-06' ? 526 : 522)) await records.sheet(52, person, month, [1, 2]);
      await records.summarise(52, month);
    }
    const at = await records.at('2026-07-31');
    expect(at.month(52, '2026-05').medianAttendedHeads).toBe(6); // nobody had left before May
    for (const month of ['2026-06', '2026-07']) expect(at.month(52, month).medianAttendedHeads).toBe(2);
  });

  it('断拨之前那个月另有入账的，记下该月最后一次入账', async () => {
    for (const [project, days] of [
      [53, ['07-06', '07-31']],
      [54, ['06-30', '07-31']],
      [55, ['07-31', '07-31']],
    ] as const) {
      await records.project(project);
      for (const on of days) await records.flow(project, 'inflow', `2026-${on}`, 1000);
      for (const month of ['2026-07', '2026-08', '2026-09']) {
        await records.sheet(project, project * 10, month, [1, 2]);
        await records.summarise(project, month);
      }
    }
    const at = await records.at('2026-09-05');
    expect(at.project(53)).toMatchObject({ monthsWithoutInflow: 1, spareInflowOn: '2026-07-31' });
    for (const project of [54, 55]) expect(at.project(project)).toMatchObject({ monthsWithoutInflow: 1, spareInflowOn: null });
    expect((await records.at('2026-10-05')).project(53)).toMatchObject({ monthsWithoutInflow: 2, spareInflowOn: '2026-07-31' });
    expect((await records.at('2026-08-05')).project(53)).toMatchObject({ monthsWithoutInflow: 0, spareInflowOn: null });
  });

  it('连续欠薪、连续无进账、前三个月人数的中位数', async () => {
    await records.project(50);
    const heads = [2, 4, 3, 1];
    for (const [index, month] of ['2026-03', '2026-04', '2026-05', '2026-06'].entries()) {
      for (const person of days(501, 500 + (heads[index] ?? 0))) await records.sheet(50, person, month, [1, 2]);
      await records.summarise(50, month);
    }
    await records.flow(50, 'inflow', '2026-03-20', 1000);
    await records.payroll(50, 501, '2026-03', 1000);
    await records.payroll(50, 501, '2026-04', 1000);
    await records.payroll(50, 501, '2026-05', 1000);
    await records.flow(50, 'wage', '2026-04-10', 1000, { person_id: 501, for: '2026-03' });
    const at = await records.at('2026-07-15');
    expect(at.month(50, '2026-03')).toMatchObject({ medianAttendedHeads: null, previousArrearsMonths: 0, previousNoInflowMonths: 0 });
    expect(at.month(50, '2026-05')).toMatchObject({ medianAttendedHeads: 3, previousArrearsMonths: 1, previousNoInflowMonths: 1 });
    expect(at.month(50, '2026-06')).toMatchObject({ medianAttendedHeads: 3, previousArrearsMonths: 2, previousNoInflowMonths: 2 });
    expect(at.project(50)).toMatchObject({
      monthsWithoutInflow: 3,
      monthsWithArrears: 2,
      firstAttendanceOn: '2026-03-01',
      lastAttendanceOn: '2026-06-02',
      attendanceThrough: '2026-06-02',
      payrollThrough: '2026-05',
    });
    expect((await records.at('2026-06-29')).project(50).monthsWithoutInflow).toBe(2); // June is not over
    expect((await records.at('2026-06-30')).project(50).monthsWithoutInflow).toBe(3);
  });
});

describe('项目事实：花名册与人', () => {
  it('在场、无合同、无卡、将到期、未满 16、超龄、共用手机', async () => {
    await records.project(60, { gc_enterprise_id: 60 });
    await records.roster(60, 601, { contract_until: '2026-07-31', born_on: '1990-01-01', phone_index: 'p' });
    await records.roster(60, 602, { contract_signed_on: null, card_index: null, card_tail: null, phone_index: 'p' });
    await records.roster(60, 603, { contract_until: '2026-08-01', born_on: '2010-07-02' }); // turns 16 on the 2nd
    await records.roster(60, 604, { contract_until: '2026-06-30', born_on: '1966-01-01', is_male: true }); // 60 + 4 months: 2026-05-01
    await records.roster(60, 605, { born_on: '1966-05-01', is_male: true }); // 60 + 5 months: 2026-10-01
    await records.roster(60, 606, { left_on: '2026-07-01', phone_index: 'q' });
    await records.roster(60, 607, { entered_on: '2026-07-02' });
    await records.roster(60, 608, { contract_signed_on: null, contract_no: 'HT-8', left_on: '2026-07-02' }); // a number proves the contract; leaves tomorrow
    const at = (await records.at('2026-07-01')).project(60);
    expect(at).toMatchObject({
      onSite: 6,
      onSiteWithoutContract: 1,
      onSiteWithoutCard: 1,
      contractsEndingWithin30Days: 1,
      underAge: 1,
      overRetirement: 1,
      mostWorkersOnOnePhone: 2,
      workersOnSharedPhones: 2,
      mostWorkersOnOneCard: 1,
      workersOnSharedCards: 0,
      rosterThrough: '2026-07-01',
      contractorProjects: 1,
      stated: new Set(),
    });
    expect((await records.at('2026-07-02')).project(60).underAge).toBe(0);
  });

  it('离场未结清、静默未退场、进场超过 30 日从未领薪', async () => {
    await records.project(61);
    for (const [person, columns] of [
      [611, { left_on: '2026-06-20' }], // payroll owes 500
      [612, { left_on: '2026-06-10' }], // attended May, neither payroll nor pay
      [613, { left_on: '2026-06-15' }], // paid in full
      [614, {}], // last seen 1 June
      [615, { entered_on: '2026-06-05' }], // first attended 30 days ago on 6 July: not more than 30
    ] as const)
      await records.roster(61, person, columns);
    await records.sheet(61, 611, '2026-05', [1, 2]);
    await records.sheet(61, 612, '2026-05', [1, 2]);
    await records.sheet(61, 614, '2026-06', [1]);
    await records.sheet(61, 615, '2026-06', [6, 30]);
    for (const month of ['2026-05', '2026-06']) await records.summarise(61, month);
    await records.payroll(61, 611, '2026-05', 2000);
    await records.flow(61, 'wage', '2026-06-15', 1500, { person_id: 611, for: '2026-05' });
    await records.payroll(61, 613, '2026-05', 2000);
    await records.flow(61, 'wage', '2026-06-15', 2000, { person_id: 613, for: '2026-05' });
    const at = (await records.at('2026-07-05')).project(61);
    expect(at).toMatchObject({
      leftUnpaid: 2,
      leftUnpaidFen: 50_000n,
      leftUnpaidSince: '2026-06-10',
      silentNotExited: 1,
      neverPaid: 2,
      neverPaidSince: '2026-05-01',
    }); // 612 and 614
    expect((await records.at('2026-06-30')).project(61).silentNotExited).toBe(0); // 29 days
    expect((await records.at('2026-07-01')).project(61).silentNotExited).toBe(1);
    expect((await records.at('2026-07-06')).project(61).neverPaid).toBe(2);
    expect((await records.at('2026-07-07')).project(61).neverPaid).toBe(3);
  });

  it('从未领薪：发出去被退回的，由退票说；退回的盖不住所欠，才算从未领到', async () => {
    await records.project(66);
    for (const person of [661, 662, 663]) {
      await records.roster(66, person, { entered_on: '2026-05-01' });
      await records.sheet(66, person, '2026-05', [4, 5]);
      await records.payroll(66, person, '2026-05', 2000);
    }
    await records.summarise(66, '2026-05');
    await records.flow(66, 'wage', '2026-06-12', 2000, { person_id: 661, for: '2026-05', serial_no: 'R1' });
    await records.flow(66, 'wage', '2026-06-12', 1999, { person_id: 662, for: '2026-05', serial_no: 'R2' });
    await records.flow(66, 'refund', '2026-06-15', 2000, { person_id: 661, refund_of_serial: 'R1' });
    await records.flow(66, 'refund', '2026-06-15', 1999, { person_id: 662, refund_of_serial: 'R2' });
    expect((await records.at('2026-06-16')).project(66)).toMatchObject({ neverPaid: 2, neverPaidSince: '2026-05-04' }); // 662 and 663
    await records.payroll(66, 661, '2026-06', 1);
    expect((await records.at('2026-07-04')).project(66).neverPaid).toBe(2);
    expect((await records.at('2026-07-05')).project(66).neverPaid).toBe(3); // June is owed beside
  });

  it('从未领薪：月底进场、次月才上工的，从上工那天算；只进场没上工的不算', async () => {
    await records.project(67);
    await records.roster(67, 671, { entered_on: '2026-06-29' });
    await records.roster(67, 672, { entered_on: '2026-06-01' }); // never attended
    await records.sheet(67, 671, '2026-07', [3, 6, 31]);
    await records.summarise(67, '2026-07');
    expect((await records.at('2026-08-02')).project(67)).toMatchObject({ neverPaid: 0, neverPaidSince: null }); // 30 days
    expect((await records.at('2026-08-03')).project(67)).toMatchObject({ neverPaid: 1, neverPaidSince: '2026-07-03' });
  });

  it('台账按当日：以后才履行的算还没有，停工、完工按日子', async () => {
    await records.project(62, {
      gc_enterprise_id: 62,
      account_opened_on: '2026-03-01',
      account_no: '1',
      board_on: '2026-02-10',
      paused_from: '2026-04-01',
      paused_until: '2026-04-30',
      state: 'finished',
      finished_on: '2026-09-01',
      stated: ['account_opened_on'],
    });
    await records.project(63, { gc_enterprise_id: 62, started_on: '2026-03-15' });
    const early = (await records.at('2026-02-28')).project(62);
    expect(early).toMatchObject({
      state: 'building',
      accountOpenedOn: null,
      accountNo: null,
      boardOn: '2026-02-10',
      finishedOn: null,
      pausedFrom: null,
      contractorProjects: 1,
      stated: new Set(['accountOpenedOn']),
    });
    expect((await records.at('2026-03-31')).project(62)).toMatchObject({ state: 'building', accountOpenedOn: '2026-03-01', contractorProjects: 2 });
    expect((await records.at('2026-04-30')).project(62).state).toBe('paused');
    expect((await records.at('2026-05-01')).project(62).state).toBe('building');
    expect((await records.at('2026-09-01')).project(62)).toMatchObject({ state: 'finished', finishedOn: '2026-09-01' });
    expect((await records.at('2026-09-01')).project(63).contractorProjects).toBe(1);
  });
});

describe('数据来源：说到哪一天、哪天到的', () => {
  it('四种来源各说各的；按日回看时，后来补录的算当天到的', async () => {
    await records.project(70);
    await records.project(71);
    await records.roster(70, 701, { recorded_at: '2026-01-05 20:00+08' });
    await records.sheet(70, 701, '2026-06', days(1, 12));
    await records.summarise(70, '2026-06'); // recorded on 3 January, long before the days it speaks of
    await records.payroll(70, 701, '2026-05', 1000, { made_on: '2026-06-05', recorded_at: '2026-06-07' });
    await records.flow(70, 'inflow', '2026-06-09', 1000, { recorded_at: '2026-09-01' }); // loaded much later
    const feeds = await database.store.within({ role: 'app_job' }, async (tx) =>
      gathered((await readFacts(tx, { asOf: civilDate('2026-06-10'), projectIds: ['70', '71'], from: 'records' })).feeds()),
    );
    expect(feeds.map(({ projectId, feed, throughOn, arrivedOn, state }) => [projectId, feed, throughOn, arrivedOn, state])).toEqual([
      ['70', 'attendance', '2026-06-10', '2026-01-03', 'building'],
      ['70', 'flows', '2026-06-09', '2026-06-09', 'building'],
      ['70', 'payroll', '2026-05-31', '2026-06-07', 'building'],
      ['70', 'roster', '2026-01-01', '2026-01-05', 'building'],
      ['71', 'attendance', null, null, 'building'],
      ['71', 'flows', null, null, 'building'],
      ['71', 'payroll', null, null, 'building'],
      ['71', 'roster', null, null, 'building'],
    ]);
  });

  it('一笔也没有的专户：对账单说到哪天就到哪天，撤销以后收回，回看时只算到那天', async () => {
    await records.project(72);
    await records.sheet(72, 721, '2026-08', days(1, 20));
    await records.summarise(72, '2026-08');
    await records.payroll(72, 721, '2026-08', 5000);
    await records.covers(72, 'flows', '2026-07-15', '2026-09-30', { recorded_at: '2026-10-08 09:00+08' });
    await records.covers(72, 'flows', '2026-07-15', '2026-11-20', { import_id: 2, recorded_at: '2026-11-21 09:00+08' });
    const seen = async (on: string) => {
      const at = await records.at(on);
      return [at.project(72).flowsThrough, at.month(72, '2026-08').flowsThrough, at.month(72, '2026-08').owedFen];
    };
    expect(await seen('2026-11-21')).toEqual(['2026-11-20', '2026-11-20', 500_000n]);
    expect(await seen('2026-11-20')).toEqual(['2026-11-20', '2026-11-20', 500_000n]);
    expect(await seen('2026-09-16')).toEqual(['2026-09-16', '2026-09-16', 500_000n]);
    expect((await records.at('2026-07-14')).project(72).flowsThrough).toBeNull(); // before the first day it speaks for
    expect(await feed(72, 'flows', '2026-11-25')).toEqual(['2026-11-20', '2026-11-21']);
    expect(await feed(72, 'flows', '2026-11-10')).toEqual(['2026-11-10', '2026-11-10']); // arrived later: as on the day itself

    await database.owner('update prevention.coverage set undone_at = now() where project_id = 72 and import_id = 2');
    expect(await seen('2026-11-21')).toEqual(['2026-09-30', '2026-09-30', 500_000n]);
    await records.flow(72, 'inflow', '2026-10-05', 100);
    expect(await seen('2026-11-21')).toEqual(['2026-10-05', '2026-10-05', 500_000n]);
    await database.owner('update prevention.coverage set undone_at = now() where project_id = 72');
    expect(await feed(72, 'flows', '2026-09-20')).toEqual([null, null]);
  });

  it('考勤表管到月底，最后出勤日不变', async () => {
    await records.project(73);
    await records.sheet(73, 731, '2026-06', days(1, 12));
    await records.summarise(73, '2026-06');
    await records.covers(73, 'attendance', '2026-06-01', '2026-06-30', { recorded_at: '2026-07-02 09:00+08' });
    expect((await records.at('2026-07-05')).project(73)).toMatchObject({ lastAttendanceOn: '2026-06-12', attendanceThrough: '2026-06-30', flowsThrough: null });
    expect((await records.at('2026-06-20')).project(73).attendanceThrough).toBe('2026-06-20');
    expect(await feed(73, 'attendance', '2026-07-05')).toEqual(['2026-06-30', '2026-07-02']);
  });

  const feed = async (project: number, name: string, on: string) => {
    const feeds = await database.store.within({ role: 'app_job' }, async (tx) =>
      gathered((await readFacts(tx, { asOf: civilDate(on), projectIds: [String(project)], from: 'records' })).feeds()),
    );
    const found = feeds.find((row) => row.feed === name);
    return [found?.throughOn, found?.arrivedOn];
  };
});
