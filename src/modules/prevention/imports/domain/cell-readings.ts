import { type CivilDate, type CivilMonth, monthOf, parseCivilDate, parseCivilMonth } from '#kernel/civil-date.ts';
import { type Fen, fen, parseYuan } from '#kernel/fen.ts';
import { type BankCardFault, type IdentityFault, readBankCard, readIdentityNumber } from '#kernel/identifiers/index.ts';
import { type Cell, type Fault, plainText, serialDay } from './cell.ts';

/** A reading is the value, or null for an empty cell, or the fault. */
export type Reading<T> = T | null | FaultyCell;
export interface FaultyCell {
  readonly fault: Fault;
}

export function isFaulty(reading: unknown): reading is FaultyCell {
  return typeof reading === 'object' && reading !== null && 'fault' in reading;
}

function faulty(reason: string, cure: string): FaultyCell {
  return { fault: { reason, cure } };
}

const AS_TEXT = '请从身份证原件重新录入，先把这一列的格式设成“文本”再输入。';

const IDENTITY_FAULTS: Readonly<Record<IdentityFault, Fault>> = {
  empty: { reason: '没有填身份证号', cure: '请补填 18 位身份证号。' },
  'damaged-by-spreadsheet': { reason: '身份证号被表格软件改成了数字，后几位已经丢失', cure: AS_TEXT },
  'wrong-length': { reason: '身份证号不是 18 位', cure: '请对照身份证原件补全；如果是开头的 0 或末尾被去掉了，请把这一列设成“文本”再录入。' },
  'wrong-character': { reason: '身份证号里有数字和末位 X 以外的字符', cure: '请检查是否把数字 0 写成了字母 O、把 1 写成了字母 l 或 I。' },
  'no-such-birth-date': { reason: '身份证号里的出生日期不存在', cure: '请对照身份证原件改正第 7 到 14 位。' },
  'wrong-check-digit': { reason: '身份证号校验位不对，至少有一位写错了', cure: '请对照身份证原件改正。' },
};

const CARD_FAULTS: Readonly<Record<BankCardFault, Fault>> = {
  empty: { reason: '没有填银行卡号', cure: '请补填银行卡号。' },
  'damaged-by-spreadsheet': { reason: '银行卡号被表格软件改成了数字，后几位已经丢失', cure: '请对照银行卡重新录入，先把这一列的格式设成“文本”再输入。' },
  'wrong-length': { reason: '银行卡号应为 13 到 19 位数字', cure: '请对照银行卡补全；如果开头的 0 被去掉了，请把这一列设成“文本”再录入。' },
  'wrong-character': { reason: '银行卡号里有数字以外的字符', cure: '请检查是否把数字 0 写成了字母 O、把 1 写成了字母 l。' },
  'wrong-check-digit': { reason: '银行卡号校验位不对，至少有一位写错了', cure: '请对照银行卡改正。' },
};

/** GB 11643. A number kept by the file as a number has lost its last digits unless every digit is written out and checks. */
export function readIdentity(cell: Cell): Reading<string> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  // A double of 15 digits or fewer is exact; the old 15-digit form survives as a number.
  if (typeof cell === 'number') return identityText(Number.isInteger(cell) ? String(cell) : '1E+17');
  if (typeof cell === 'object' && cell.is === 'day') return { fault: IDENTITY_FAULTS['wrong-length'] };
  return identityText(typeof cell === 'string' ? cell : cell.text);
}

/** `11*************02X`, `**** 1234`: what lists and exports show of a number to whoever may not see it whole. */
const MASKED = /\*{3,}|＊{3,}/;

function identityText(text: string): Reading<string> {
  if (MASKED.test(text)) return faulty('身份证号是遮住的，认不出是谁', '请填写完整的身份证号；由系统导出的表，请选“含完整号码”再导出。');
  const reading = readIdentityNumber(text);
  if (reading.ok) return reading.number;
  return reading.fault === 'empty' ? null : { fault: IDENTITY_FAULTS[reading.fault] };
}

/** 13-19 digits, Luhn. */
export function readCard(cell: Cell): Reading<string> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  // Read as a number it would be wrong, and taken as none it would erase the card that is held.
  if (typeof cell === 'string' && MASKED.test(cell)) return faulty('银行卡号是遮住的', '请填写完整的卡号；由系统导出的表，请选“含完整号码”再导出。');
  const reading = readBankCard(plainText(cell));
  if (reading.ok) return reading.card;
  return reading.fault === 'empty' ? null : { fault: CARD_FAULTS[reading.fault] };
}

/** An account of an enterprise: 6-32 digits without a check digit. */
export function readAccount(cell: Cell): Reading<string> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  const text = plainText(cell).replace(/[\s-]/g, '');
  if (text === '') return null;
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text) || (typeof cell === 'object' && text.endsWith('000'))) {
    return faulty('账号被表格软件改成了数字，后几位已经丢失', '请把这一列的格式设成“文本”，对照开户资料重新录入。');
  }
  return text.slice(0, 64);
}

export function readPhone(cell: Cell): Reading<string> {
  const text = plainText(cell)
    .replace(/[\s()-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  if (text === '' || text === '无' || text === '/') return null;
  if (/^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/.test(text)) return text;
  return faulty('电话号码不对', '手机号应为 1 开头的 11 位数字，座机请带区号。');
}

const NO_DATE = /^(无|\/|-|--|—|——|未|未定|暂无|否|没有)$/;

/** A day as a serial number or as text: 2026-9-1, 2026/09/01, 2026.9.1, 2026年9月1日, 20260901, with or without a time behind. */
export function readDay(cell: Cell): Reading<CivilDate> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  if (typeof cell === 'object' && cell.is === 'day') return serialDay(cell.serial) ?? wrongDay();
  const text = plainText(cell);
  if (text === '' || NO_DATE.test(text)) return null;
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:\s*\d{2}:?\d{2}:?\d{2})?$/.exec(text);
  if (match !== null)
    return (
      parseCivilDate(`${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`) ??
      faulty('日历上没有这一天', '请检查月份和日期。')
    );
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialDay(Number(text)) ?? wrongDay();
  return wrongDay();
}

function wrongDay(): FaultyCell {
  return faulty('日期看不懂', '请写成 2026-09-01 或 2026年9月1日 这样完整的年月日。');
}

/** A month: 2026-08, 2026年8月, 2026.8, 202608, a day in it, or a period of it (2026-08-01至2026-08-31). */
export function readMonth(cell: Cell): Reading<CivilMonth> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  if (typeof cell === 'object' && cell.is === 'day') {
    const day = serialDay(cell.serial);
    return day === null ? wrongMonth() : monthOf(day);
  }
  const text = plainText(cell);
  if (text === '') return null;
  const match = /(\d{4})\s*[-/.年]\s*(\d{1,2})(?!\d)/.exec(text) ?? /^(20\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (match !== null) return parseCivilMonth(`${match[1]}-${(match[2] ?? '').padStart(2, '0')}`) ?? wrongMonth();
  const serial = /^\d{5}$/.test(text) ? serialDay(Number(text)) : null;
  return serial === null ? wrongMonth() : monthOf(serial);
}

function wrongMonth(): FaultyCell {
  return faulty('月份看不懂', '请写成 2026-08 或 2026年8月。');
}

/** A moment `YYYY-MM-DD HH:MM:SS` of the wall clock in China. */
export function readMoment(cell: Cell): Reading<string> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  if (typeof cell === 'number' || (typeof cell === 'object' && cell.is === 'day')) {
    const serial = typeof cell === 'number' ? cell : cell.serial;
    const day = serialDay(serial);
    return day === null ? wrongMoment() : `${day} ${clockTime(serial - Math.floor(serial))}`;
  }
  const text = plainText(cell);
  if (text === '') return null;
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?)?分?(?:\.\d+)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})\s*(\d{2}):?(\d{2}):?(\d{2})$/.exec(text);
  if (match === null) return wrongMoment();
  const day = parseCivilDate(`${match[1]}-${two(match[2])}-${two(match[3])}`);
  if (day === null || Number(match[4]) > 23 || Number(match[5]) > 59 || Number(match[6] ?? 0) > 59) return wrongMoment();
  return `${day} ${two(match[4])}:${two(match[5])}:${two(match[6])}`;
}

function wrongMoment(): FaultyCell {
  return faulty('时间看不懂', '请写成 2026-09-01 07:02:04 这样的日期加时间。');
}

/** A time of day `HH:MM:SS`. */
export function readTime(cell: Cell): Reading<string> {
  if (cell === null) return null;
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  if (typeof cell === 'number' || (typeof cell === 'object' && cell.is === 'day')) {
    const serial = typeof cell === 'number' ? cell : cell.serial;
    return clockTime(serial - Math.floor(serial));
  }
  const text = plainText(cell);
  if (text === '' || NO_DATE.test(text)) return null;
  const match = /(?:^|[\sT])(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?[分秒]?$/.exec(text);
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3] ?? 0) > 59) {
    return faulty('时刻看不懂', '请写成 07:02 或 07:02:04。');
  }
  return `${two(match[1])}:${two(match[2])}:${two(match[3])}`;
}

/** A fraction of a day as a time, to the second. */
function clockTime(fraction: number): string {
  const seconds = Math.min(86_399, Math.round(fraction * 86_400));
  return `${two(String(Math.floor(seconds / 3_600)))}:${two(String(Math.floor(seconds / 60) % 60))}:${two(String(seconds % 60))}`;
}

function two(digits: string | undefined): string {
  return (digits ?? '0').padStart(2, '0');
}

/** An amount in 元 (or 万元 where the heading says so), to the fen: `6,600.50`, `￥6600`, `6600元`, `（300）` for −300. */
export function readMoney(cell: Cell, inTenThousands = false): Reading<Fen> {
  if (cell === null) return null;
  if (typeof cell === 'number') {
    const exact = cell * (inTenThousands ? 1_000_000 : 100);
    const whole = Math.round(exact);
    // 0.07 × 100 is 7.000000000000001: what a spreadsheet means by two decimals is within a ten-thousandth of a fen per yuan.
    if (Math.abs(exact - whole) > 0.005 && Math.abs(exact - whole) > Math.abs(exact) * 1e-9) {
      return faulty('金额超过两位小数', '请四舍五入到分。');
    }
    return Number.isSafeInteger(whole) ? fen(whole) : wrongMoney();
  }
  if (typeof cell === 'string' && !inTenThousands) {
    const usual = usualAmount(cell);
    if (usual !== null) return usual;
  }
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  if (typeof cell === 'object') return wrongMoney();
  let text = plainText(cell);
  if (text === '' || /^(无|\/|-+|—+)$/.test(text)) return null;
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) text = `-${bracketed}`;
  const wan = inTenThousands || /万元?$/.test(text);
  text = text
    .replace(/(人民币|RMB|CNY)/gi, '')
    .replace(/万?元?(整|正)?$/, '')
    .replace(/[\s,，]/g, '')
    .replace(/^-?[¥￥]-?/, (sign) => (sign.includes('-') ? '-' : ''));
  if (wan) {
    const match = /^(-?)(\d{1,10})(?:\.(\d{1,6})0*)?$/.exec(text);
    if (match === null) return wrongMoney();
    const amount = BigInt(match[2] ?? '') * 1_000_000n + BigInt((match[3] ?? '').padEnd(6, '0'));
    return fen(match[1] === '-' ? -amount : amount);
  }
  return parseYuan(text) ?? (/^-?\d+\.\d{3,}$/.test(text) ? faulty('金额超过两位小数', '请四舍五入到分。') : wrongMoney());
}

/** `6600`, `6600.5`, `6600.50` without anything else, which nearly every amount of a text file is. */
function usualAmount(text: string): Fen | null {
  if (text.length > 13) return null;
  let amount = 0;
  let decimals = -1;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 46 && decimals === -1 && place > 0) decimals = 0;
    else if (code >= 48 && code <= 57 && decimals < 2) {
      amount = amount * 10 + code - 48;
      if (decimals >= 0) decimals += 1;
    } else return null;
  }
  return text === '' || decimals === 0 ? null : fen(decimals === 2 ? amount : decimals === 1 ? amount * 10 : amount * 100);
}

function wrongMoney(): FaultyCell {
  return faulty('金额看不懂', '请只写数字，例如 6600.50。');
}

/** A plain number; the unit behind it (天, 小时) is forgiven. */
export function readNumber(cell: Cell): Reading<number> {
  if (cell === null) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : faulty('数字看不懂', '请只写数字。');
  if (typeof cell === 'object' && cell.is === 'broken') return brokenCell(cell.why);
  const text = plainText(cell)
    .replace(/^(每月|次月|当月)/, '')
    .replace(/(天|工|个工|小时|日|号|h)$/i, '')
    .replace(/,/g, '')
    .trim();
  if (text === '' || NO_DATE.test(text)) return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : faulty('数字看不懂', '请只写数字。');
}

/** A share in basis points: `25%`, `0.25`, `25` are 2,500. */
export function readShare(cell: Cell): Reading<number> {
  const text = plainText(cell);
  if (text === '' || NO_DATE.test(text)) return null;
  const match = /^(\d+(?:\.\d+)?)\s*(%|‰)?$/.exec(text);
  if (match === null) return brokenOr(cell, faulty('比例看不懂', '请写成 25% 或 0.25。'));
  const value = Number(match[1]);
  const points = Math.round(match[2] === '%' ? value * 100 : value <= 1 ? value * 10_000 : value * 100);
  return points <= 10_000 ? points : faulty('比例超过 100%', '请写成 25% 或 0.25。');
}

function brokenOr(cell: Cell, otherwise: FaultyCell): FaultyCell {
  return typeof cell === 'object' && cell !== null && cell.is === 'broken' ? brokenCell(cell.why) : otherwise;
}

export function brokenCell(why: 'formula-without-value' | 'formula-error'): FaultyCell {
  return why === 'formula-error'
    ? faulty('公式的结果是错误值（如 #REF!、#N/A）', '请改正公式，或直接填写结果。')
    : faulty('这一格是公式，文件里没有保存它的结果', '请在 Excel 里打开并保存一次，或把公式“粘贴为数值”。');
}
