import { type CivilDate, type CivilMonth, inChineseMonth } from '#kernel/civil-date.ts';
import { addFen, type Fen, inYuan, subtractFen } from '#kernel/fen.ts';
import { sameName } from './names.ts';

/** What is known of one payee when a batch is checked. */
export interface CheckedLine {
  readonly lineNo: number;
  readonly personId: string;
  readonly name: string;
  readonly amountFen: Fen;
  /** 实发 by the payroll in force, all lines of the person for the month and item; null: no payroll line stands. */
  readonly payrollFen: Fen | null;
  /** Signed by the worker; null: the payroll has no such column. */
  readonly signed: boolean | null;
  readonly onRoster: boolean;
  readonly leftOn: CivilDate | null;
  readonly hasCard: boolean;
  readonly cardReadable: boolean;
  readonly cardHolder: string | null;
  /** The card of this line is the one on the roster. */
  readonly cardIsRosters: boolean;
  /** Other people on this project whose roster names the same card. */
  readonly cardSharers: readonly string[];
  readonly cardTrouble: 'lost' | 'frozen' | 'cancelled' | null;
  /** When the card on the roster was last changed. */
  readonly cardChangedHoursAgo: number | null;
  /** Already moved to this worker for this month, by the account's flows, outside our batches. */
  readonly paidByFlowsFen: Fen;
}

export interface CheckedBatch {
  readonly payMonth: CivilMonth;
  readonly accountNo: string | null;
  readonly accountClosedOn: CivilDate | null;
  readonly accountFrozen: boolean;
  readonly balanceFen: Fen | null;
  readonly balanceOn: CivilDate | null;
  readonly lines: readonly CheckedLine[];
}

export type FindingCode =
  | 'no-account'
  | 'account-closed'
  | 'account-frozen'
  | 'balance-short'
  | 'balance-unknown'
  | 'amount-zero'
  | 'amount-differs'
  | 'no-payroll'
  | 'not-signed'
  | 'not-on-roster'
  | 'no-card'
  | 'card-unreadable'
  | 'card-holder-differs'
  | 'card-shared'
  | 'card-trouble'
  | 'card-just-changed'
  | 'paid-before'
  | 'signature-unknown';

/** One thing the check found. `bars`: nobody may wave it through; otherwise a person writes how it was settled. */
export interface Finding {
  readonly code: FindingCode;
  /** null: the batch as a whole. */
  readonly lineNo: number | null;
  readonly bars: boolean;
  readonly says: string;
}

/** 「工资卡变更后 24 小时内」 is when a card changed with a borrowed phone is found out. */
export const CARD_HOLD_HOURS = 24;

/** What stands against paying this batch. It lists; people decide. 「不得截留、挪用」 and 「本人工资账户」 are the articles behind. */
export function checkBatch(batch: CheckedBatch): readonly Finding[] {
  const found: Finding[] = [];
  const whole = (code: FindingCode, bars: boolean, says: string) => found.push({ code, lineNo: null, bars, says });
  const total = addFen(...batch.lines.map((line) => line.amountFen));
  if (batch.accountNo === null) whole('no-account', true, '台账里没有这个项目的工资专户账号。先补上专户，再代发。');
  if (batch.accountClosedOn !== null) whole('account-closed', true, `专户已于 ${batch.accountClosedOn} 销户，发不出钱。`);
  if (batch.accountFrozen) whole('account-frozen', false, '银行报告专户有冻结或划扣。先与开户行、法院核实能不能代发。');
  if (batch.balanceFen === null) whole('balance-unknown', false, '没有专户最近的余额，不知道够不够。向开户行查余额后写明。');
  else if (batch.balanceFen < total)
    whole(
      'balance-short',
      true,
      `专户 ${batch.balanceOn ?? ''} 余额 ${inYuan(batch.balanceFen)}，这一批要 ${inYuan(total)}，差 ${inYuan(subtractFen(total, batch.balanceFen))}。先把钱拨足。`,
    );
  const unknownSignature = batch.lines.filter((line) => line.signed === null).length;
  if (unknownSignature > 0) whole('signature-unknown', false, `${unknownSignature} 人的工资表没有签字一栏，核实工人本人确认过再发。`);
  for (const line of batch.lines) found.push(...checkLine(line, batch.payMonth));
  return found;
}

function checkLine(line: CheckedLine, payMonth: CivilMonth): readonly Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, bars: boolean, says: string) => found.push({ code, lineNo: line.lineNo, bars, says });
  const month = inChineseMonth(payMonth);
  if (line.amountFen <= 0n) add('amount-zero', true, `${line.name}的金额是 0，不用发。移出这一批。`);
  if (line.payrollFen === null) add('no-payroll', true, `${line.name}${month}没有在用的工资表。先导入工资表。`);
  else if (line.amountFen > line.payrollFen)
    add('amount-differs', true, `${line.name}要发 ${inYuan(line.amountFen)}，工资表实发只有 ${inYuan(line.payrollFen)}。退回修改后重新做。`);
  else if (line.amountFen + line.paidByFlowsFen < line.payrollFen)
    add('amount-differs', false, `${line.name}工资表实发 ${inYuan(line.payrollFen)}，这次只发 ${inYuan(line.amountFen)}。写明为什么少发。`);
  if (line.signed === false) add('not-signed', true, `${line.name}还没有在工资表上签字。本人签字确认后再发。`);
  if (!line.onRoster) add('not-on-roster', true, `${line.name}不在花名册上。先补花名册，核实确有其人。`);
  if (!line.hasCard) add('no-card', true, `${line.name}没有工资卡。补上本人的卡，或移出这一批。`);
  else {
    if (!line.cardReadable) add('card-unreadable', true, `${line.name}花名册上的卡与工资表上的不是同一张，不知道完整卡号。改成同一张。`);
    else if (!line.cardIsRosters) add('card-holder-differs', false, `${line.name}工资表上的卡不是花名册现在登记的那张。向本人核实。`);
    if (line.cardHolder !== null && !sameName(line.cardHolder, line.name))
      add('card-holder-differs', true, `${line.name}的卡户名写的是${line.cardHolder}，工资要发到本人的卡。换成本人的卡。`);
    if (line.cardSharers.length > 0) add('card-shared', true, `${line.name}与${line.cardSharers.slice(0, 3).join('、')}用同一张卡。每人换成自己的卡。`);
    if (line.cardTrouble !== null) add('card-trouble', true, `${line.name}的卡银行说已${CARD_TROUBLE[line.cardTrouble]}。换卡后再发。`);
    if (line.cardChangedHoursAgo !== null && line.cardChangedHoursAgo < CARD_HOLD_HOURS)
      add(
        'card-just-changed',
        false,
        `${line.name}的卡 ${Math.max(1, Math.floor(line.cardChangedHoursAgo))} 小时前刚换过。当面或打电话向本人核实，写明怎么核实的。`,
      );
  }
  if (line.paidByFlowsFen > 0n) {
    const over = line.payrollFen === null || line.amountFen + line.paidByFlowsFen > line.payrollFen;
    add(
      'paid-before',
      over,
      `专户流水显示${month}已给${line.name}发过 ${inYuan(line.paidByFlowsFen)}${over ? '，再发就多了。移出这一批，或核实后改工资表' : '，这次发剩下的。核实一下'}。`,
    );
  }
  return found;
}

/** 不能再往里发钱的卡. */
export const CARD_TROUBLE = { lost: '挂失', frozen: '冻结', cancelled: '销卡' } as const;
