import { addDays, type CivilDate, type CivilMonth, daysInMonth, monthOf } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import { fen, NO_MONEY } from '#kernel/fen.ts';
import { bornOn, identityAgeOn, type IdentityNumber, isMale } from '#kernel/identifiers/index.ts';
import { plainText } from './cell.ts';
import { isFaulty, readDay } from './cell-readings.ts';
import { EARLIEST_MONTH, type ProjectReference, type ReadingSetting, type RowReader } from './row-reader.ts';

export interface RosterRow {
  readonly no: number;
  readonly project: ProjectReference;
  readonly identity: string;
  readonly name: string;
  readonly bornOn: CivilDate;
  readonly isMale: boolean;
  readonly phone: string | null;
  readonly employer: string | null;
  readonly team: string | null;
  readonly job: string | null;
  readonly isLeader: boolean;
  readonly enteredOn: CivilDate;
  readonly leftOn: CivilDate | null;
  readonly contractNo: string | null;
  readonly contractSignedOn: CivilDate | null;
  readonly contractFrom: CivilDate | null;
  readonly contractUntil: CivilDate | null;
  readonly contractKind: 'labour-contract' | 'work-agreement' | null;
  readonly trainedOn: CivilDate | null;
  readonly payKind: 'month' | 'day' | 'hour' | 'piece' | null;
  readonly payRateFen: Fen | null;
  readonly card: string | null;
  readonly cardBank: string | null;
  readonly cardHolder: string | null;
}

/** One row of 花名册; null when a cell keeps it from being taken. */
export function rosterRows(reader: RowReader, setting: ReadingSetting): () => RosterRow | null {
  const duplicates = duplicateFinder(reader);
  return () => {
    const project = reader.project();
    const name = needed(reader, 'name', reader.text('name'), '没有填姓名', '请补填姓名。');
    const identity = neededIdentity(reader);
    const enteredOn = needed(reader, 'enteredOn', reader.day('enteredOn'), '没有填进场日期', '请补填进场日期。');
    const leftOn = reader.day('leftOn');
    if (enteredOn !== null && leftOn !== null && leftOn < enteredOn) reader.note('leftOn', '退场日期早于进场日期', '请核对进场和退场日期。');
    if (enteredOn !== null && enteredOn > addDays(setting.on, 31)) reader.note('enteredOn', '进场日期在一个月以后', '请核对年份。');
    if (identity !== null && enteredOn !== null) noteAge(reader, identity, enteredOn);
    const contract = contractOf(reader);
    const card = reader.card('card');
    if (identity !== null && enteredOn !== null)
      duplicates('identity', identity, `${project.name}|${project.code}|${project.account}|${enteredOn}`, '同一个人、同一进场日期');
    const row = {
      no: reader.no,
      project,
      identity: identity ?? '',
      name: name ?? '',
      bornOn: identity === null ? setting.on : bornOn(identity as IdentityNumber),
      isMale: identity === null ? false : isMale(identity as IdentityNumber),
      phone: reader.phone('phone'),
      employer: reader.text('employer') ?? setting.titles.employer,
      team: reader.text('team') ?? setting.titles.team,
      job: reader.text('job'),
      isLeader: reader.yesNo('isLeader') ?? false,
      enteredOn: enteredOn ?? setting.on,
      leftOn,
      ...contract,
      trainedOn: reader.day('trainedOn'),
      payKind: payKindOf(reader.text('payKind')),
      payRateFen: payRate(reader),
      card,
      cardBank: reader.text('cardBank'),
      cardHolder: reader.text('cardHolder'),
    };
    return reader.refused ? null : row;
  };
}

/** 工资标准 is often words (按量计酬): then there is no rate, and that is no fault. */
function payRate(reader: RowReader): Fen | null {
  const cell = reader.raw('payRateFen');
  if (typeof cell === 'string' && !/^[\s¥￥\d(（-]/.test(cell)) return null;
  const text = typeof cell === 'string' ? cell.replace(/\s*(元)?\s*\/?\s*(每)?(天|日|月|小时|工|时|工日|m2|㎡|m³|吨)$/i, '') : null;
  if (text !== null && !/^[\s¥￥\d.,元，]+$/.test(text)) return null;
  if (text !== null && text !== cell) {
    const plain = Number(text.replace(/[¥￥,，元\s]/g, ''));
    return Number.isFinite(plain) ? fen(Math.round(plain * 100)) : null;
  }
  const rate = reader.money('payRateFen');
  if (rate !== null && rate < 0n) reader.note('payRateFen', '工资标准是负数', '请核对。');
  return rate;
}

function contractOf(reader: RowReader): Pick<RosterRow, 'contractNo' | 'contractSignedOn' | 'contractFrom' | 'contractUntil' | 'contractKind'> {
  let from = reader.day('contractFrom');
  let until = openEnd(reader, 'contractUntil');
  const period = plainText(reader.raw('contractPeriod'));
  if (period !== '' && from === null && until === null) {
    const parts = period.split(/\s*(?:至|到|~|～|—+|--|\s-\s)\s*/);
    const [start, end] = [readDay(parts[0] ?? null), readDay(parts[1] ?? null)];
    // 以完成工作任务为期限 has no days to read; only a written day that cannot be is a fault.
    if (!isFaulty(start)) from = start;
    if (!isFaulty(end)) until = end;
    if (/\d{4}/.test(period) && (isFaulty(start) || start === null)) reader.note('contractPeriod', '合同起止日期看不懂', '请写成 2026-03-01至2027-02-28。');
  }
  if (from !== null && until !== null && until < from)
    reader.note(reader.has('contractUntil') ? 'contractUntil' : 'contractPeriod', '合同结束日期早于开始日期', '请核对合同起止日期。');
  const kind = reader.text('contractKind');
  const contractNo = reader.text('contractNo');
  return {
    contractNo: contractNo !== null && /^(无|未签|\/|-+|否)$/.test(contractNo) ? null : contractNo,
    contractSignedOn: reader.day('contractSignedOn'),
    contractFrom: from,
    contractUntil: until,
    contractKind: kind === null ? null : /协议/.test(kind) ? 'work-agreement' : /合同|固定|任务|期限/.test(kind) ? 'labour-contract' : null,
  };
}

/** 完工为止 in the end column is a term without a day. */
function openEnd(reader: RowReader, field: string): CivilDate | null {
  const cell = reader.raw(field);
  return typeof cell === 'string' && /完工|结束|任务|竣工|长期|无固定/.test(cell) ? null : reader.day(field);
}

function payKindOf(text: string | null): RosterRow['payKind'] {
  if (text === null) return null;
  if (/件|量/.test(text)) return 'piece';
  if (/月/.test(text)) return 'month';
  if (/小时/.test(text)) return 'hour';
  return /日|天|时|工/.test(text) ? 'day' : null;
}

/** 条例 and 禁止使用童工规定: under 16 stays in the data, because the duty to act on it begins with knowing it. */
function noteAge(reader: RowReader, identity: string, enteredOn: CivilDate): void {
  const age = identityAgeOn(identity as IdentityNumber, enteredOn);
  if (age < 16) reader.note('identity', `进场时未满 16 周岁（${age} 岁）`, '请立即核实；确属童工的，应停止使用并送回。', 'warning');
  else if (age > 70) reader.note('identity', `进场时已 ${age} 岁`, '请核对身份证号里的出生年份。', 'warning');
}

function needed<T>(reader: RowReader, field: string, value: T | null, reason: string, cure: string): T | null {
  if (value === null && (!reader.refused || isBlank(reader, field))) reader.note(field, reason, cure);
  return value;
}

function isBlank(reader: RowReader, field: string): boolean {
  return plainText(reader.raw(field)) === '';
}

function neededIdentity(reader: RowReader): string | null {
  const identity = reader.identity('identity');
  if (identity === null && isBlank(reader, 'identity')) reader.note('identity', '没有填身份证号', '请补填 18 位身份证号。');
  return identity;
}

/** Notes a row that says the same matter of the same person as an earlier one of the file. Kept by matter, of which a file has few. */
function duplicateFinder(reader: RowReader): (field: string, identity: string, matter: string, what: string) => void {
  const seen = new Map<string, Map<string, number>>();
  return (field, identity, matter, what) => {
    let people = seen.get(matter);
    if (people === undefined) {
      people = new Map();
      seen.set(matter, people);
    }
    const before = people.get(identity);
    if (before === undefined) people.set(identity, reader.no);
    else reader.note(field, `与第 ${before} 行重复（${what}）`, '请删去其中一行。');
  };
}

export interface PayrollRow {
  readonly no: number;
  readonly project: ProjectReference;
  readonly month: CivilMonth;
  readonly identity: string;
  readonly name: string;
  readonly employer: string | null;
  readonly team: string;
  readonly item: string;
  readonly job: string | null;
  readonly workDays: number | null;
  readonly dayRateFen: Fen | null;
  readonly dueFen: Fen;
  readonly advanceFen: Fen;
  readonly withheldFen: Fen;
  readonly otherDeductionFen: Fen;
  readonly netFen: Fen;
  readonly overtimeFen: Fen;
  readonly bonusFen: Fen;
  readonly card: string | null;
  readonly cardBank: string | null;
  readonly signed: boolean | null;
  readonly madeOn: CivilDate | null;
  readonly payDate: CivilDate | null;
}

/** Up to one yuan between 应发 − 扣款 and 实发 is rounding to whole yuan, which offices do. */
const ROUNDING = fen(100);
/** 100,000 yuan for one worker-month is more likely a slipped decimal point than a wage. */
const UNLIKELY_WAGE = fen(10_000_000);

/** One line of 工资支付表. */
export function payrollRows(reader: RowReader, setting: ReadingSetting): () => PayrollRow | null {
  const duplicates = duplicateFinder(reader);
  const cards = new Map<string, { identity: string; no: number }>();
  const hasSigned = reader.has('signed');
  const hasItem = reader.has('item');
  const hasMonth = reader.has('month');
  const monthDefault = setting.titles.month ?? setting.month;
  return () => {
    const project = reader.project();
    const month = readMonthOf(reader, setting, hasMonth, monthDefault);
    const name = needed(reader, 'name', reader.text('name'), '没有填姓名', '请补填姓名。');
    const identity = neededIdentity(reader);
    const team = reader.text('team') ?? setting.titles.team ?? '';
    const item = itemOf(hasItem ? reader.text('item') : null);
    const amounts = amountsOf(reader);
    const workDays = reader.number('workDays');
    if (workDays !== null && (workDays < 0 || workDays > 31)) reader.note('workDays', '出勤天数应在 0 到 31 之间', '请核对；如果填的是小时，请换算成天。');
    const dayRateFen = reader.money('dayRateFen');
    const card = reader.card('card');
    if (identity !== null) {
      duplicates('identity', identity, `${project.name}|${project.code}|${project.account}|${month}|${team}|${item}`, '同一个人、同一月份、同一班组');
      if (card !== null) noteSharedCard(reader, cards, card, identity);
    }
    const row = {
      no: reader.no,
      project,
      month,
      identity: identity ?? '',
      name: name ?? '',
      employer: reader.text('employer') ?? setting.titles.employer,
      team,
      item,
      job: reader.text('job'),
      workDays,
      dayRateFen: dayRateFen !== null && dayRateFen < 0n ? null : dayRateFen,
      ...amounts,
      overtimeFen: positive(reader.money('overtimeFen')),
      bonusFen: positive(reader.money('bonusFen')),
      card,
      cardBank: reader.text('cardBank'),
      signed: hasSigned ? isSigned(reader.text('signed')) : null,
      madeOn: reader.day('madeOn') ?? (setting.titles.madeOn as CivilDate | null),
      payDate: reader.day('payDate') ?? (setting.titles.payDate as CivilDate | null),
    };
    return reader.refused ? null : row;
  };
}

function itemOf(text: string | null): string {
  return text === null || /^(工资|月工资|正常工资|劳务工资|农民工工资|计时工资)$/.test(text) ? 'wage' : text;
}

/** 未记录 stands in our own exports where an earlier file had no signature column. */
function isSigned(text: string | null): boolean | null {
  return text === '未记录' ? null : text !== null && !/^(未签|未|无|否|×|x|\/|-+|0|未签字)$/i.test(text);
}

function positive(amount: Fen | null): Fen {
  return amount === null || amount < 0n ? NO_MONEY : amount;
}

function noteSharedCard(reader: RowReader, cards: Map<string, { identity: string; no: number }>, card: string, identity: string): void {
  const before = cards.get(card);
  if (before === undefined) cards.set(card, { identity, no: reader.no });
  else if (before.identity !== identity) reader.note('card', `这张卡在第 ${before.no} 行属于另一个人`, '工资应发到本人的卡上，请核对卡号。', 'warning');
}

/** 应发合计 − 扣除 = 实发金额; one of both may be left to be computed, a difference may not. */
function amountsOf(reader: RowReader): Pick<PayrollRow, 'dueFen' | 'advanceFen' | 'withheldFen' | 'otherDeductionFen' | 'netFen'> {
  const due = reader.money('dueFen');
  const net = reader.money('netFen');
  const [advance, withheld, other] = (['advanceFen', 'withheldFen', 'otherDeductionFen'] as const).map((field) => {
    const amount = reader.money(field) ?? NO_MONEY;
    // Some sheets write deductions with a minus sign.
    return amount < 0n ? fen(-amount) : amount;
  }) as [Fen, Fen, Fen];
  const deducted = advance + withheld + other;
  if (due === null && net === null) needed(reader, reader.has('netFen') ? 'netFen' : 'dueFen', null, '没有填应发或实发金额', '请补填金额。');
  const dueFen = due ?? fen((net ?? 0n) + deducted);
  const netFen = net ?? fen(dueFen - deducted);
  if (dueFen < 0n) reader.note('dueFen', '应发金额是负数', '工资不会是负数；补扣请填在扣款列。');
  if (netFen < 0n) reader.note(reader.has('netFen') ? 'netFen' : 'dueFen', '实发金额是负数', '请核对应发和各项扣款。');
  if (due !== null && net !== null && !reader.refused) {
    const gap = due - deducted - net;
    if (gap > ROUNDING || gap < -ROUNDING) {
      reader.note(
        'netFen',
        `应发 ${yuan(due)} − 扣款 ${yuan(fen(deducted))} = ${yuan(fen(due - deducted))}，与实发 ${yuan(net)} 不一致`,
        '请核对应发、扣款和实发三项。',
      );
    }
    if (net > UNLIKELY_WAGE) reader.note('netFen', '一个人一个月超过 10 万元', '请核对小数点。', 'warning');
  }
  return {
    dueFen: dueFen < 0n ? NO_MONEY : dueFen,
    advanceFen: advance,
    withheldFen: withheld,
    otherDeductionFen: other,
    netFen: netFen < 0n ? NO_MONEY : netFen,
  };
}

function yuan(amount: Fen): string {
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

function readMonthOf(reader: RowReader, setting: ReadingSetting, hasColumn: boolean, otherwise: CivilMonth | null): CivilMonth {
  const month = (hasColumn ? reader.month('month') : null) ?? otherwise;
  if (month === null) {
    if (!reader.refused) reader.note('month', '没有写是哪个月的', '请在表头写上年月，或在上传时选定月份。');
    return monthOf(setting.on);
  }
  noteMonth(reader, setting, month);
  return month;
}

function noteMonth(reader: RowReader, setting: ReadingSetting, month: CivilMonth): void {
  if (month > monthOf(setting.on)) reader.note('month', `月份 ${month} 还没有到`, '请核对年月。');
  else if (month < EARLIEST_MONTH) reader.note('month', `月份 ${month} 早于系统保存的最早月份 ${EARLIEST_MONTH}`, '请核对年月；更早的资料不导入。');
}

export interface SheetRow {
  readonly form: 'sheet';
  readonly no: number;
  readonly project: ProjectReference;
  readonly month: CivilMonth;
  readonly identity: string | null;
  readonly identityMask: string | null;
  readonly name: string | null;
  /** Bit d−1 is day d. */
  readonly fullDays: number;
  readonly halfDays: number;
  readonly overtimeMinutes: number;
  readonly claimedDays: number | null;
  readonly team: string | null;
}

export interface PunchRow {
  readonly form: 'punch';
  readonly no: number;
  readonly project: ProjectReference;
  readonly identity: string | null;
  readonly identityMask: string | null;
  readonly name: string | null;
  /** `YYYY-MM-DD HH:MM:SS`, wall clock in China. */
  readonly at: string;
  readonly direction: 'in' | 'out' | 'unknown';
  readonly device: string;
  readonly source: 'gate' | 'mobile' | 'manual' | 'file';
}

/** One row of 考勤表: a worker-month of the grid, or one or two punches. */
export function attendanceRows(reader: RowReader, setting: ReadingSetting): () => readonly (SheetRow | PunchRow)[] | null {
  const days = setting.columns.filter((column) => column.field?.startsWith('day-')).map((column) => Number(column.field?.slice(4)));
  return days.length >= 20 ? gridRows(reader, setting, days) : punchRows(reader, setting);
}

/** An identity number, or what a masked one still shows, or only the name: the roster of the project tells who it is. */
function whoIs(reader: RowReader): Pick<SheetRow, 'identity' | 'identityMask' | 'name'> {
  const cell = reader.raw('identity');
  const name = reader.text('name');
  const mask = typeof cell === 'string' && /^\d{1,6}[*×xX＊]{4,}[\dXx＊*]{0,4}$/.test(cell.trim()) ? cell.trim().toUpperCase() : null;
  const identity = mask === null ? reader.identity('identity') : null;
  if (identity === null && name === null && !reader.refused) reader.note('name', '姓名和身份证号都没有填', '请补填姓名和身份证号。');
  return { identity, identityMask: mask, name };
}

function gridRows(reader: RowReader, setting: ReadingSetting, days: readonly number[]): () => readonly SheetRow[] | null {
  const fields = days.map((day) => `day-${day}`);
  const hasMonth = reader.has('month');
  const monthDefault = setting.titles.month ?? setting.month;
  const taken = new Map<string, { bits: number; no: number }>();
  return () => {
    const project = reader.project();
    const month = readMonthOf(reader, setting, hasMonth, monthDefault);
    const who = whoIs(reader);
    const length = daysInMonth(month);
    let full = 0;
    let half = 0;
    let overtime = 0;
    for (const [index, field] of fields.entries()) {
      const cell = reader.raw(field);
      if (cell === null) continue;
      const mark = readMark(cell);
      const day = days[index] ?? 0;
      if (mark === null) reader.note(field, '考勤符号看不懂', '请用 √ 出勤、△ 半天、× 缺勤、J 加班（可带小时）、B 病假、S 事假、X 休息。');
      else if (day > length && (mark.full || mark.half)) reader.note(field, `${month} 没有 ${day} 日`, '请核对月份，或清空这一格。');
      else {
        if (mark.full) full |= 1 << (day - 1);
        if (mark.half) half |= 1 << (day - 1);
        overtime += mark.overtimeMinutes;
      }
    }
    const claimed = reader.number('claimedDays');
    if (claimed !== null && (claimed < 0 || claimed > 31)) reader.note('claimedDays', '出勤天数应在 0 到 31 之间', '请核对合计。');
    const counted = bits(full) + bits(half) / 2;
    if (claimed !== null && Math.abs(claimed - counted) > 0.01 && !reader.refused) {
      reader.note('claimedDays', `合计写的是 ${claimed} 天，按每日符号数出来是 ${counted} 天`, '请核对每日符号和合计。', 'warning');
    }
    const overtimeHours = reader.number('overtimeHours');
    noteTwice(reader, taken, `${project.name}|${project.code}|${month}|${who.identity ?? `${who.identityMask ?? ''}${who.name ?? ''}`}`, full | half);
    const team = reader.text('team') ?? setting.titles.team;
    if (reader.refused) return null;
    return [
      {
        form: 'sheet',
        no: reader.no,
        project,
        month,
        ...who,
        fullDays: full,
        halfDays: half,
        overtimeMinutes: Math.min(44_640, Math.round(overtimeHours === null || overtimeHours < 0 ? overtime : overtimeHours * 60)),
        claimedDays: claimed,
        team,
      },
    ];
  };
}

/** Somebody who changed teams stands twice, on different days; the same day twice is a slip. */
function noteTwice(reader: RowReader, taken: Map<string, { bits: number; no: number }>, key: string, days: number): void {
  const before = taken.get(key);
  if (before !== undefined && (before.bits & days) !== 0)
    reader.note(reader.has('identity') ? 'identity' : 'name', `与第 ${before.no} 行是同一个人，且有同一天出勤`, '请删去其中一行，或改正日期。');
  taken.set(key, { bits: (before?.bits ?? 0) | days, no: before?.no ?? reader.no });
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

interface Mark {
  readonly full: boolean;
  readonly half: boolean;
  readonly overtimeMinutes: number;
}
const ABSENT: Mark = { full: false, half: false, overtimeMinutes: 0 };
const PRESENT: Mark = { full: true, half: false, overtimeMinutes: 0 };
const HALF: Mark = { full: false, half: true, overtimeMinutes: 0 };

/** √ 出勤, △ 半天, × 缺勤, J 加班 with hours, B 病假, S 事假, X 休息; a number is days (1, 0.5) or, from 2 to 24, hours worked. */
function readMark(cell: ReturnType<RowReader['raw']>): Mark | null {
  const text = plainText(cell).replace(/\s/g, '').toUpperCase();
  if (text === '' || /^(×|X|✕|✖|✗|╳|B|S|\/|-|—|0|休|病|事|假|缺|旷|O|○|〇|N|无|K|旷工|缺勤|休息|病假|事假|请假|公休|W|停工|雨)$/.test(text)) return ABSENT;
  if (/^(√|✓|✔|V|1|1\.0|勤|出勤|全|全天|●|Y|☑|G|上|班|▲)$/.test(text)) return PRESENT;
  if (/^(△|▽|0\.5|半|半天|半日|◐|1\/2|½|∆|上午|下午)$/.test(text)) return HALF;
  const overtime = /^(?:√|✓|V|1)?\+?(?:J|加班?|加)\+?(\d{1,2}(?:\.\d)?)?H?$/.exec(text);
  if (overtime !== null) return { full: true, half: false, overtimeMinutes: Math.round(Number(overtime[1] ?? 0) * 60) };
  const plus = /^(?:√|✓|V|1)\+(\d{1,2}(?:\.\d)?)H?$/.exec(text);
  if (plus !== null) return { full: true, half: false, overtimeMinutes: Math.round(Number(plus[1]) * 60) };
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0 || number > 24) return null;
  // 1.5 is a day and half a day's overtime; from 2 on the number is hours of that day, 8 of them a full day.
  if (number <= 2) return { full: number >= 1, half: number > 0 && number < 1, overtimeMinutes: number > 1 ? Math.round((number - 1) * 480) : 0 };
  return { full: number > 4, half: number <= 4, overtimeMinutes: number > 8 ? Math.round((number - 8) * 60) : 0 };
}

function punchRows(reader: RowReader, setting: ReadingSetting): () => readonly PunchRow[] | null {
  const hasMoment = reader.has('punchedAt');
  const until = `${addDays(setting.on, 1)} 00:00:00`;
  return () => {
    const project = reader.project();
    const who = whoIs(reader);
    const times = hasMoment ? momentOf(reader) : timesOfDay(reader);
    if (times.length === 0 && !reader.refused) reader.note(hasMoment ? 'punchedAt' : 'punchedOn', '没有填打卡时间', '请补填日期和时间。');
    for (const { at } of times) {
      if (at >= until) reader.note(hasMoment ? 'punchedAt' : 'punchedOn', '打卡时间在今天以后', '请核对日期，或校准考勤机的时钟。');
      else if (at.slice(0, 7) < EARLIEST_MONTH)
        reader.note(hasMoment ? 'punchedAt' : 'punchedOn', `早于系统保存的最早月份 ${EARLIEST_MONTH}`, '请核对日期；更早的资料不导入。');
    }
    const device = reader.text('device') ?? '';
    const source = sourceOf(reader.text('manual'));
    const direction = directionOf(reader.text('direction'));
    if (reader.refused) return null;
    return times.map((time) => ({ form: 'punch', no: reader.no, project, ...who, at: time.at, direction: time.direction ?? direction, device, source }));
  };
}

function momentOf(reader: RowReader): readonly { at: string; direction: 'in' | 'out' | null }[] {
  const cell = reader.raw('punchedAt');
  // Some sheets keep day and time apart and call the time column 时间.
  if (
    reader.has('punchedOn') &&
    (typeof cell === 'string' ? /^\s*\d{1,2}[:：时]\d/.test(cell) : typeof cell === 'object' && cell !== null && cell.is === 'day' && cell.serial < 1)
  ) {
    const day = reader.day('punchedOn');
    const time = reader.time('punchedAt');
    return day === null || time === null ? [] : [{ at: `${day} ${time}`, direction: null }];
  }
  const at = reader.moment('punchedAt');
  return at === null ? [] : [{ at, direction: null }];
}

function timesOfDay(reader: RowReader): readonly { at: string; direction: 'in' | 'out' | null }[] {
  const day = reader.day('punchedOn');
  if (day === null) return [];
  const times: { at: string; direction: 'in' | 'out' | null }[] = [];
  for (const [field, direction] of [
    ['punchTime', null],
    ['inTime', 'in'],
    ['outTime', 'out'],
  ] as const) {
    const time = reader.has(field) ? reader.time(field) : null;
    if (time !== null) times.push({ at: `${day} ${time}`, direction });
  }
  return times;
}

function directionOf(text: string | null): 'in' | 'out' | 'unknown' {
  if (text === null) return 'unknown';
  if (/^(进|入|上班|签到|01|in|1$)/i.test(text)) return 'in';
  return /^(出|退|下班|签退|02|out|2$|0$)/i.test(text) ? 'out' : 'unknown';
}

function sourceOf(text: string | null): PunchRow['source'] {
  if (text === null) return 'file';
  if (/手工|补卡|人工|补录|手动/.test(text)) return 'manual';
  if (/手机|APP|移动|小程序/i.test(text)) return 'mobile';
  return /闸机|人脸|设备|考勤机|指纹|刷卡|门禁/.test(text) ? 'gate' : 'file';
}
