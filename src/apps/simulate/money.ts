import { addDays, type CivilDate, type CivilMonth, dayInMonth, dayOfMonth, monthOf, nextMonth, weekdayOf } from '#kernel/civil-date.ts';
import { nationalCalendar, payDate } from '#law/calendars/index.ts';
import { daysWorked } from './attendance.ts';
import type { Firm, Inventor } from './invent.ts';
import type { MonthPlan, Plan } from './plan.ts';
import type { Chance } from './random.ts';
import type { Flow, Payroll, PayrollLine, WholeFen, Worker } from './types.ts';

export interface MoneyOrder {
  readonly plan: Plan;
  readonly workers: readonly Worker[];
  readonly marks: ReadonlyMap<Worker, ReadonlyMap<CivilMonth, string>>;
  readonly startedOn: CivilDate;
  readonly until: CivilDate;
  readonly payDay: number;
  readonly accountOpenedOn: CivilDate | null;
  readonly siteName: string;
  readonly owner: Firm;
  readonly contractor: Firm;
  readonly givesAdvances: boolean;
  readonly lateMonth: CivilMonth | null;
}

export interface MoneyHistory {
  readonly payrolls: readonly Payroll[];
  readonly flows: readonly Flow[];
  /** What each worker earned by working and really received, by work month, in fen. */
  readonly earned: ReadonlyMap<CivilMonth, ReadonlyMap<Worker, { earnedFen: WholeFen; receivedFen: WholeFen; dueOn: CivilDate }>>;
  /** Money that left the account for anybody but workers. */
  readonly divertedFen: WholeFen;
  /** Leavers who had to wait for the pay day, from the day on which they should have had their money. */
  readonly waitingLeavers: readonly CivilDate[];
}

interface Movement {
  readonly on: CivilDate;
  readonly direction: 'in' | 'out';
  readonly amountFen: WholeFen;
  readonly counterparty: string;
  readonly counterpartyNo: string;
  readonly memo: string;
}

interface Received {
  earnedFen: WholeFen;
  receivedFen: WholeFen;
  dueOn: CivilDate;
}

/** Lives through the months of one account: labour cost comes in, payrolls are written, wages go out, some come back. */
export function moneyOf(order: MoneyOrder, inventor: Inventor, chance: Chance): MoneyHistory {
  const book = new AccountBook(order, inventor, chance);
  const payrolls: Payroll[] = [];
  book.openWithAdvance();
  let index = 0;
  for (let month = monthOf(order.startedOn); month < monthOf(order.until); month = nextMonth(month), index += 1) {
    const plan = order.plan.months[index];
    if (plan === undefined) break;
    const lines = linesOf(month, order, chance.fork(`lines/${month}`));
    book.earn(month, lines);
    book.settleLeavers(month, plan, lines);
    book.fund(month, plan, sum(lines.map((line) => line.netFen)));
    const payroll = plan.makesPayroll && lines.length > 0 ? payrollFor(month, lines, order, chance) : null;
    if (payroll !== null && payroll.arrivesOn <= order.until) payrolls.push(payroll);
    if (plan.pays && (payroll !== null || !plan.makesPayroll)) book.pay(month, plan, lines);
  }
  return { payrolls, flows: book.written(), earned: book.earned, divertedFen: book.divertedFen, waitingLeavers: book.waitingLeavers };
}

/** Everybody who is on this month's list, whether the site worked with them or only wrote them down. */
function linesOf(month: CivilMonth, order: MoneyOrder, chance: Chance): PayrollLine[] {
  const lines: PayrollLine[] = [];
  for (const worker of order.workers) {
    const days = worker.isGhost && !worker.isMechanical ? ghostDays(month, worker, order, chance) : daysWorked(order.marks.get(worker)?.get(month));
    if (days === 0) continue;
    const wageFen = Math.round(worker.dayRateFen * days);
    const bonusFen = chance.happens(0.04) ? chance.between(1, 5) * 10_000 : 0;
    const dueFen = wageFen + bonusFen;
    const advanceFen = order.givesAdvances && chance.happens(0.06) ? Math.min(50_000, Math.floor(dueFen / 4)) : 0;
    lines.push({ worker, days, wageFen, bonusFen, dueFen, advanceFen, netFen: dueFen - advanceFen, signed: !chance.happens(0.002) });
  }
  return lines;
}

function ghostDays(month: CivilMonth, worker: Worker, order: MoneyOrder, chance: Chance): number {
  return month < monthOf(worker.enteredOn) || month >= monthOf(order.until) ? 0 : chance.between(22, 26);
}

function payrollFor(month: CivilMonth, lines: readonly PayrollLine[], order: MoneyOrder, chance: Chance): Payroll {
  const dueOn = dayInMonth(nextMonth(month), order.payDay);
  const madeOn = dayInMonth(nextMonth(month), chance.between(2, dayOfMonth(lastPayrollDay(nextMonth(month), order.payDay))));
  const late = order.lateMonth === month ? chance.between(4, 8) : 0;
  const arrives = addDays(madeOn, chance.between(0, 1) + late);
  return {
    month,
    madeOn,
    arrivesOn: late > 0 ? arrives : arrives < dueOn ? arrives : dueOn,
    lines: lines.filter((line) => line.worker.isRegistered),
  };
}

/** The special account's book: keeps the balance as it goes, so that nobody is paid from nothing. */
class AccountBook {
  readonly earned = new Map<CivilMonth, Map<Worker, Received>>();
  divertedFen: WholeFen = 0;
  private readonly movements: Movement[] = [];
  private balanceFen: WholeFen = 0;
  readonly waitingLeavers: CivilDate[] = [];
  private wrongCardUsed = false;
  /** What was left before the last inflow, and so is there on any day until the next. */
  private reserveFen: WholeFen = 0;
  private readonly settled = new Set<string>();
  private readonly ownerNo: string;
  private readonly supplier: Firm;
  private readonly supplierNo: string;

  // Parameter properties are not erasable, hence the plain fields.
  private readonly order: MoneyOrder;
  private readonly chance: Chance;
  constructor(order: MoneyOrder, inventor: Inventor, chance: Chance) {
    this.order = order;
    this.chance = chance;
    this.ownerNo = inventor.account(chance);
    this.supplier = inventor.firm(chance, '建材商贸');
    this.supplierNo = inventor.account(chance);
  }

  /** Many owners pay a first instalment when the work begins. */
  openWithAdvance(): void {
    const { order, chance } = this;
    if (order.accountOpenedOn === null || order.accountOpenedOn > addDays(order.startedOn, 20)) return;
    const on = later(addDays(order.startedOn, chance.between(2, 14)), addDays(order.accountOpenedOn, 1));
    if (chance.happens(0.85) && monthOf(on) === monthOf(order.startedOn))
      this.move({
        on,
        direction: 'in',
        amountFen: chance.between(5, 20) * 1_000_000,
        counterparty: order.owner.name,
        counterpartyNo: this.ownerNo,
        memo: '预付人工费',
      });
  }

  earn(month: CivilMonth, lines: readonly PayrollLine[]): void {
    const dueOn = wageDueOn(month, this.order.payDay);
    this.earned.set(
      month,
      new Map(lines.filter((line) => !line.worker.isGhost).map((line) => [line.worker, { earnedFen: line.netFen, receivedFen: 0, dueOn }])),
    );
  }

  /** Most sites settle with a leaver within days, as far as last month's money reaches; the others let him wait for the pay day. */
  settleLeavers(month: CivilMonth, plan: MonthPlan, lines: readonly PayrollLine[]): void {
    const reserveFen = Math.min(this.reserveFen, this.balanceFen);
    this.reserveFen = this.balanceFen;
    let spentFen = 0;
    for (const { worker, netFen } of lines) {
      if (worker.leftOn === null || monthOf(worker.leftOn) !== month || !worker.isRegistered || worker.isGhost) continue;
      const on = workday(addDays(worker.leftOn, this.chance.between(1, 4)), 1);
      const pays =
        plan.pays &&
        plan.makesPayroll &&
        plan.lateDays === 0 &&
        plan.shareBp === 10_000 &&
        this.order.accountOpenedOn !== null &&
        on > this.order.accountOpenedOn;
      if (!pays || spentFen + netFen > reserveFen || this.chance.happens(0.2)) {
        this.waitingLeavers.push(addDays(worker.leftOn, 5));
        continue;
      }
      spentFen += netFen;
      this.settled.add(`${month}/${worker.key}`);
      this.move({
        on,
        direction: 'out',
        amountFen: netFen,
        counterparty: worker.card.holder,
        counterpartyNo: worker.card.no,
        memo: `退场结清${monthInWords(month)}工资`,
      });
      this.receive(month, worker, netFen);
    }
    this.reserveFen -= spentFen;
  }

  /** The labour cost of the month, some days before the pay day of the next. */
  fund(month: CivilMonth, plan: MonthPlan, neededFen: WholeFen): void {
    const { order, chance } = this;
    const planned = workday(dayInMonth(nextMonth(month), chance.between(2, Math.max(3, order.payDay - 4))));
    if (!plan.funds || neededFen === 0 || order.accountOpenedOn === null || dayInMonth(nextMonth(month), order.payDay) < order.accountOpenedOn) return;
    const on = later(planned, order.accountOpenedOn);
    const amountFen = Math.ceil((neededFen * chance.between(102, 112)) / 100 / 100_000) * 100_000;
    this.move({ on, direction: 'in', amountFen, counterparty: order.owner.name, counterpartyNo: this.ownerNo, memo: `拨付${monthInWords(month)}人工费` });
    if (plan.divertedBp > 0) this.divert(addDays(on, 1), Math.floor((this.balanceFen * plan.divertedBp) / 10_000));
  }

  private divert(on: CivilDate, amountFen: WholeFen): void {
    if (on > this.order.until) return;
    const rounded = Math.floor(amountFen / 1_000_000) * 1_000_000;
    if (rounded === 0) return;
    const inCash = this.chance.happens(0.3);
    this.divertedFen += rounded;
    this.move({
      on,
      direction: 'out',
      amountFen: rounded,
      ...(inCash
        ? { counterparty: '', counterpartyNo: '', memo: '现金支取备用金' }
        : { counterparty: this.supplier.name, counterpartyNo: this.supplierNo, memo: this.chance.pick(['材料款', '往来款', '工程款', '借款']) }),
    });
  }

  pay(month: CivilMonth, plan: MonthPlan, lines: readonly PayrollLine[]): void {
    const { order } = this;
    const dueOn = dayInMonth(nextMonth(month), order.payDay);
    if (order.accountOpenedOn === null || dueOn < order.accountOpenedOn) return this.payInCash(month, lines, dueOn);
    const on = plan.lateDays > 0 ? addDays(dueOn, plan.lateDays) : earlier(workday(addDays(dueOn, -this.chance.between(0, 2))), wageDueOn(month, order.payDay));
    this.noteWaitingLeavers(month, lines, on);
    if (on > order.until) return;
    const wrongCards = this.wrongCardsAmong(lines);
    for (const line of lines) {
      if (this.settled.has(`${month}/${line.worker.key}`)) continue;
      if (!line.worker.isRegistered) this.payUnregistered(month, line);
      else this.send(month, plan, line, on, wrongCards.has(line));
    }
  }

  /** Who left in the weeks before the pay day still waits for the month he worked through, whatever was settled for the last days. */
  private noteWaitingLeavers(month: CivilMonth, lines: readonly PayrollLine[], on: CivilDate): void {
    for (const { worker } of lines) {
      if (worker.leftOn === null || !worker.isRegistered || worker.isGhost || this.settled.has(`${month}/${worker.key}`)) continue;
      if (addDays(worker.leftOn, 5) < on) this.waitingLeavers.push(addDays(worker.leftOn, 5));
    }
  }

  /** An everyday wrong card now and then; a site that ignores refunds has several each month. */
  private wrongCardsAmong(lines: readonly PayrollLine[]): Set<PayrollLine> {
    const { chance, order } = this;
    const registered = lines.filter((line) => line.worker.isRegistered && line.worker.handsBackBp === 0 && line.worker.leftOn === null);
    if (order.plan.ignoresRefunds) return new Set(chance.shuffled(registered).slice(0, chance.between(2, 5)));
    if (this.wrongCardUsed || !chance.happens(0.2)) return new Set();
    this.wrongCardUsed = true;
    return new Set(chance.shuffled(registered).slice(0, 1));
  }

  private send(month: CivilMonth, plan: MonthPlan, line: PayrollLine, on: CivilDate, wrongCard: boolean): void {
    const amountFen = Math.floor((line.netFen * plan.shareBp) / 10_000 / 100) * 100 + (plan.shareBp === 10_000 ? line.netFen % 100 : 0);
    // An empty account pays nobody: those at the end of the list go without.
    if (amountFen === 0 || amountFen > this.balanceFen) return;
    const { worker } = line;
    const wage = { counterparty: worker.card.holder, counterpartyNo: worker.card.no };
    const memo = `代发${monthInWords(month)}工资`;
    this.move({ on, direction: 'out', amountFen, ...wage, memo });
    if (!wrongCard) return this.receive(month, worker, amountFen);
    const backOn = addDays(on, 1);
    if (backOn <= this.order.until) this.move({ on: backOn, direction: 'in', amountFen, ...wage, memo: `退票 ${memo} 户名账号不符` });
    const againOn = workday(addDays(on, this.chance.between(2, 4)), 1);
    if (this.order.plan.ignoresRefunds || againOn > this.order.until) return;
    this.move({ on: againOn, direction: 'out', amountFen, ...wage, memo: `补发${monthInWords(month)}工资` });
    this.receive(month, worker, amountFen);
  }

  /** Without an account the contractor pays from the hand: the worker has it, the records do not. */
  private payInCash(month: CivilMonth, lines: readonly PayrollLine[], dueOn: CivilDate): void {
    if (dueOn <= this.order.until) for (const line of lines) this.receive(month, line.worker, line.netFen);
  }

  private payUnregistered(month: CivilMonth, line: PayrollLine): void {
    if (this.chance.happens(0.6)) this.receive(month, line.worker, line.netFen);
  }

  private receive(month: CivilMonth, worker: Worker, amountFen: WholeFen): void {
    const entry = this.earned.get(month)?.get(worker);
    if (entry !== undefined) entry.receivedFen += Math.floor((amountFen * (10_000 - worker.handsBackBp)) / 10_000);
  }

  private move(movement: Movement): void {
    if (movement.on > this.order.until) return;
    this.balanceFen += movement.direction === 'in' ? movement.amountFen : -movement.amountFen;
    this.movements.push(movement);
  }

  /** The statement as the bank prints it: in order of time, with serials and running balances. */
  written(): Flow[] {
    let balanceFen = 0;
    const perDay = new Map<CivilDate, number>();
    const ordered = this.movements
      .map((movement, at) => ({ movement, at }))
      .sort((a, b) => (a.movement.on < b.movement.on ? -1 : a.movement.on > b.movement.on ? 1 : rank(a.movement) - rank(b.movement) || a.at - b.at));
    return ordered.map(({ movement }) => {
      const inDay = (perDay.get(movement.on) ?? 0) + 1;
      perDay.set(movement.on, inDay);
      balanceFen += movement.direction === 'in' ? movement.amountFen : -movement.amountFen;
      const second = 34_200 + inDay * 3;
      return {
        ...movement,
        at: [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60].map((part) => String(part).padStart(2, '0')).join(':'),
        serialNo: `${movement.on.replaceAll('-', '')}${String(dayOfMonth(movement.on) * 97 + 1_000)}${String(inDay).padStart(6, '0')}`,
        balanceFen,
      };
    });
  }
}

/** Nobody's payroll is written later than this in the month after. */
export function lastPayrollDay(month: CivilMonth, payDay: number): CivilDate {
  return dayInMonth(month, Math.min(9, payDay - 4));
}

/** The day by which the wages of a month must be there: the agreed day, before it where it is a rest day (条例第十四条). */
export function wageDueOn(month: CivilMonth, payDay: number): CivilDate {
  return payDate(nextMonth(month), payDay, nationalCalendar).due;
}

/** Money comes before it goes. */
function rank(movement: Movement): number {
  return movement.direction === 'in' ? 0 : 1;
}

/** The working day at or before (or after) a day; festivals are left to chance. */
function workday(day: CivilDate, step: 1 | -1 = -1): CivilDate {
  const weekday = weekdayOf(day);
  if (step === 1) return weekday === 6 ? addDays(day, 2) : weekday === 7 ? addDays(day, 1) : day;
  return weekday === 6 ? addDays(day, -1) : weekday === 7 ? addDays(day, -2) : day;
}

export function monthInWords(month: CivilMonth): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
