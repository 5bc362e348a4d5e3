import { addDays, type CivilDate, type CivilMonth, monthOf, parseCivilMonth } from '#kernel/civil-date.ts';
import { type Fen, fen } from '#kernel/fen.ts';
import { readCreditCode } from '#kernel/identifiers/index.ts';
import { plainText } from './cell.ts';
import { EARLIEST_MONTH, type ProjectReference, type ReadingSetting, type RowReader } from './row-reader.ts';

export type FlowKind = 'inflow' | 'wage' | 'refund' | 'other-out' | 'cash' | 'interest' | 'fee' | 'freeze';

export interface FlowRow {
  readonly no: number;
  readonly project: ProjectReference;
  readonly serialNo: string | null;
  readonly happenedOn: CivilDate;
  /** `YYYY-MM-DD HH:MM:SS` where the file has the time. */
  readonly happenedAt: string | null;
  readonly direction: 'in' | 'out';
  readonly kind: FlowKind;
  readonly amountFen: Fen;
  readonly balanceFen: Fen | null;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly payMonth: CivilMonth | null;
  readonly refundOfSerial: string | null;
  readonly memo: string | null;
}

/** One row of 专户流水. */
export function flowRows(reader: RowReader, setting: ReadingSetting): () => FlowRow | null {
  return () => {
    const project = reader.project();
    const when = momentOf(reader);
    if (when.on !== null && when.on > addDays(setting.on, 1))
      reader.note(reader.has('happenedOn') ? 'happenedOn' : 'happenedAt', '交易日期在今天以后', '请核对日期。');
    if (when.on !== null && when.on.slice(0, 7) < EARLIEST_MONTH)
      reader.note(reader.has('happenedOn') ? 'happenedOn' : 'happenedAt', `早于系统保存的最早月份 ${EARLIEST_MONTH}`, '请核对日期；更早的资料不导入。');
    if (when.on === null && !reader.refused) reader.note(reader.has('happenedOn') ? 'happenedOn' : 'happenedAt', '没有填交易日期', '请补填交易日期。');
    const moved = movement(reader);
    const counterpartyName = reader.text('counterpartyName');
    const memo = [reader.text('memo'), reader.text('purpose')].filter((part) => part !== null).join('；') || null;
    const serialNo = reader.text('serialNo')?.replace(/\s/g, '').slice(0, 100) ?? null;
    const balanceFen = reader.money('balanceFen');
    const counterpartyAccount = reader.account('counterpartyAccount');
    if (reader.refused || when.on === null || moved === null) return null;
    const words = `${memo ?? ''} ${counterpartyName ?? ''}`;
    return {
      no: reader.no,
      project,
      serialNo,
      happenedOn: when.on,
      happenedAt: when.at,
      direction: moved.direction,
      kind: flowKind(moved.direction, memo ?? '', counterpartyName ?? ''),
      amountFen: moved.amountFen,
      balanceFen,
      counterpartyName,
      counterpartyAccount,
      payMonth: payMonthIn(words, when.on),
      refundOfSerial: /(?:原交易)?(?:原)?流水号?[:： ]*([A-Za-z0-9]{6,})/.exec(memo ?? '')?.[1] ?? null,
      memo,
    };
  };
}

function momentOf(reader: RowReader): { on: CivilDate | null; at: string | null } {
  const on = reader.has('happenedOn') ? reader.day('happenedOn') : null;
  const cell = reader.raw('happenedAt');
  if (cell === null) return { on, at: null };
  const timeOnly =
    typeof cell === 'string'
      ? /^\s*\d{1,2}[:：]\d{2}/.test(cell) || /^\d{6}$/.test(cell.trim())
      : typeof cell === 'object' && cell.is === 'day' && cell.serial < 1;
  if (on !== null && timeOnly) {
    const text = plainText(cell);
    const time = /^\d{6}$/.test(text) ? `${text.slice(0, 2)}:${text.slice(2, 4)}:${text.slice(4)}` : reader.time('happenedAt');
    return { on, at: time === null ? null : `${on} ${time}` };
  }
  if (on !== null && typeof cell === 'number' && cell > 1e5) return { on, at: null };
  // 交易时间 may hold a bare day.
  if (typeof cell === 'string' && !/\d[:：]\d/.test(cell) && !/^\d{14}$/.test(cell.trim())) return { on: on ?? reader.day('happenedAt'), at: null };
  const at = reader.moment('happenedAt');
  return { on: on ?? (at === null ? null : (at.slice(0, 10) as CivilDate)), at };
}

/** One amount with a direction, or two columns of which one is filled. 借 on a bank statement is money out of the account. */
function movement(reader: RowReader): { direction: 'in' | 'out'; amountFen: Fen } | null {
  const inFen = reader.has('inFen') ? reader.money('inFen') : null;
  const outFen = reader.has('outFen') ? reader.money('outFen') : null;
  const came = inFen !== null && inFen !== 0n;
  const went = outFen !== null && outFen !== 0n;
  if (came && went) {
    reader.note('outFen', '同一行既有收入又有支出', '一笔交易只填一边。');
    return null;
  }
  if (came) return { direction: inFen > 0n ? 'in' : 'out', amountFen: fen(inFen > 0n ? inFen : -inFen) };
  if (went) return { direction: outFen > 0n ? 'out' : 'in', amountFen: fen(outFen > 0n ? outFen : -outFen) };
  const amount = reader.has('amountFen') ? reader.money('amountFen') : null;
  if (amount === null || amount === 0n) {
    if (!reader.refused) reader.note(reader.has('amountFen') ? 'amountFen' : 'outFen', '没有交易金额', '请补填金额；没有发生额的行请删去。');
    return null;
  }
  const said = directionOf(reader.text('direction'));
  if (said === null && amount > 0n) {
    reader.note('direction', '看不出是收入还是支出', '请在借贷标志列填“借”（支出）或“贷”（收入）。');
    return null;
  }
  return { direction: said ?? 'out', amountFen: fen(amount > 0n ? amount : -amount) };
}

function directionOf(text: string | null): 'in' | 'out' | null {
  if (text === null) return null;
  if (/^(借|支|付|出|转出|支取|D|DR|往|2$|-)/i.test(text)) return 'out';
  return /^(贷|收|入|存|转入|来|C|CR|1$|\+)/i.test(text) ? 'in' : null;
}

const REFUND = /退票|退汇|退款|冲正|冲销|退回|抹账|反交易|入账失败/;
const WAGE = /工资|代发|薪|劳务费|农民工|批量代付|生活费/;
const COMPANY = /公司|集团|中心|厂$|商店|商行|经营部|租赁|事务所|合作社|财政局|管理局|项目部|银行|支行/;
const OTHER = /货款|材料|租金|租赁|借款|往来|保证金|工程款|税|设备|机械|还款|投资|分红|备料|货/;

/** What a movement of the account is, by its direction, its words and who stands on the other side. */
export function flowKind(direction: 'in' | 'out', memo: string, counterparty: string): FlowKind {
  if (direction === 'in') {
    if (REFUND.test(memo)) return 'refund';
    return /利息|结息/.test(memo) ? 'interest' : 'inflow';
  }
  if (/冻结|扣划|司法|止付|强制执行/.test(memo)) return 'freeze';
  if (/手续费|工本费|账户管理费|服务费|网银费|短信费|年费/.test(memo)) return 'fee';
  if (/取现|现金|提现|备用金/.test(memo)) return 'cash';
  // Lump sums to the bank's own transit account are wages paid in a batch.
  if (/代发|过渡|待清算|待划转/.test(counterparty) && !/公司/.test(counterparty)) return 'wage';
  if (COMPANY.test(counterparty) || OTHER.test(memo)) return 'other-out';
  const person = /^[一-龥·•]{2,15}$/.test(counterparty);
  if (WAGE.test(memo)) return 'wage';
  return person && (memo === '' || /^[\d年月.\-/份；; ]+$|转账|汇款|网银|代付|跨行|支付/.test(memo)) ? 'wage' : 'other-out';
}

/** The work month a memo names: 「2026年8月工资」, 「8月份工资」, 「202608」. Without a year it is the latest such month not after the payment. */
export function payMonthIn(words: string, on: CivilDate): CivilMonth | null {
  const whole = /(20\d{2})\s*[年\-./]\s*(\d{1,2})(?:\s*月|(?!\d))/.exec(words) ?? /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(words);
  if (whole !== null) return parseCivilMonth(`${whole[1]}-${(whole[2] ?? '').padStart(2, '0')}`);
  const bare = /(?<!\d)(1[0-2]|0?[1-9])\s*月(?:份)?/.exec(words)?.[1] ?? chineseMonth(words);
  if (bare === null || bare === undefined) return null;
  const inMonth = bare.padStart(2, '0');
  const year = Number(on.slice(0, 4)) - (inMonth > monthOf(on).slice(5) ? 1 : 0);
  return parseCivilMonth(`${year}-${inMonth}`);
}

function chineseMonth(words: string): string | null {
  const found = /(十[一二]?|[一二三四五六七八九])月(?:份)?/.exec(words)?.[1];
  if (found === undefined) return null;
  const place = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].indexOf(found);
  return place === -1 ? null : String(place + 1);
}

/** One row of 在建项目台账; keys of the days and amounts are those of the project's facts. */
export interface LedgerRow {
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly industry: string | null;
  readonly state: 'building' | 'paused' | 'finished' | null;
  readonly isGovernment: boolean | null;
  readonly ownerName: string | null;
  readonly generalContractorName: string;
  readonly generalContractorCredit: string | null;
  readonly subcontractors: readonly string[];
  readonly supervisorName: string | null;
  readonly contractFen: Fen | null;
  readonly labourShareBp: number | null;
  readonly labourMonthlyFen: Fen | null;
  readonly permitNo: string | null;
  readonly payDay: number | null;
  readonly wageOfficerName: string | null;
  readonly wageOfficerPhone: string | null;
  readonly accountNo: string | null;
  readonly accountName: string | null;
  readonly accountBank: string | null;
  readonly depositKind: 'cash' | 'guarantee' | 'insurance' | 'exempt' | null;
  readonly depositFen: Fen | null;
  readonly townSpecialist: string | null;
  readonly days: Readonly<Record<LedgerDay, CivilDate | null>>;
}

export const LEDGER_DAYS = [
  'contractSignedOn',
  'permitOn',
  'startedOn',
  'finishDueOn',
  'finishedOn',
  'pausedFrom',
  'pausedUntil',
  'paymentGuaranteeOn',
  'paymentGuaranteeUntil',
  'fundsProvenOn',
  'boardOn',
  'commitmentOn',
  'accountOpenedOn',
  'accountFiledOn',
  'accountClosedOn',
  'tripartiteOn',
  'closingNoticeOn',
  'depositStoredOn',
  'depositGuaranteeUntil',
] as const;
export type LedgerDay = (typeof LEDGER_DAYS)[number];

export function ledgerRows(reader: RowReader): () => LedgerRow | null {
  const seen = new Map<string, number>();
  return () => {
    const name = required(reader, 'name', '没有填项目名称', '请补填项目名称。');
    const generalContractorName = required(reader, 'generalContractorName', '没有填施工总承包单位', '请补填施工总承包单位全称。');
    const permitNo = reader.text('permitNo');
    const code = (reader.text('code') ?? permitNo)?.replace(/\s/g, '') ?? '';
    if (code === '' && !reader.refused) reader.note('code', '项目代码和施工许可证号都没有填', '请至少填一个，用来认出同一个项目。');
    const before = seen.get(code);
    if (before !== undefined && code !== '')
      reader.note(reader.has('code') ? 'code' : 'permitNo', `项目代码与第 ${before} 行相同`, '同一个项目只写一行；不同的项目请改正代码。');
    else seen.set(code, reader.no);
    const days = {} as Record<LedgerDay, CivilDate | null>;
    for (const field of LEDGER_DAYS) days[field] = ledgerDay(reader, field);
    noteOrder(reader, days);
    const payDay = payDayOf(reader);
    const credit = creditOf(reader);
    const state = stateOf(reader.text('state'));
    const row = {
      no: reader.no,
      code,
      name,
      region: reader.text('region'),
      industry: industryOf(reader.text('industry')),
      state,
      isGovernment: reader.yesNo('isGovernment'),
      ownerName: reader.text('ownerName'),
      generalContractorName,
      generalContractorCredit: credit,
      subcontractors: (reader.text('subcontractors') ?? '')
        .split(/[、,，;；/\n]+/)
        .map((part) => part.trim())
        .filter((part) => part.length > 1),
      supervisorName: reader.text('supervisorName'),
      contractFen: notNegative(reader, 'contractFen'),
      labourShareBp: reader.share('labourShareBp'),
      labourMonthlyFen: notNegative(reader, 'labourMonthlyFen'),
      permitNo,
      payDay,
      wageOfficerName: reader.text('wageOfficerName'),
      wageOfficerPhone: reader.phone('wageOfficerPhone'),
      accountNo: reader.account('accountNo'),
      accountName: reader.text('accountName'),
      accountBank: reader.text('accountBank'),
      depositKind: depositKindOf(reader.text('depositKind')),
      depositFen: notNegative(reader, 'depositFen'),
      townSpecialist: reader.text('townSpecialist'),
      days,
    };
    return reader.refused ? null : row;
  };
}

/** 已设立 in a date column tells that, not when: taken as no date, with a remark. */
function ledgerDay(reader: RowReader, field: LedgerDay): CivilDate | null {
  const cell = reader.raw(field);
  if (typeof cell === 'string' && /^(是|有|已.{0,6}|√)$/.test(cell.trim())) {
    reader.note(field, '只写了“有”，没有写日期', '请写上日期，系统按日期判断是否逾期。', 'warning');
    return null;
  }
  return reader.day(field);
}

function required(reader: RowReader, field: string, reason: string, cure: string): string {
  const text = reader.text(field);
  if (text === null && !reader.refused) reader.note(field, reason, cure);
  return text ?? '';
}

function noteOrder(reader: RowReader, days: Readonly<Record<LedgerDay, CivilDate | null>>): void {
  const pairs: readonly (readonly [LedgerDay, LedgerDay, string])[] = [
    ['startedOn', 'finishedOn', '实际竣工日期早于开工日期'],
    ['startedOn', 'finishDueOn', '计划竣工日期早于开工日期'],
    ['pausedFrom', 'pausedUntil', '复工日期早于停工日期'],
    ['accountOpenedOn', 'accountClosedOn', '专户销户日期早于开户日期'],
  ];
  for (const [from, until, reason] of pairs) {
    const [start, end] = [days[from], days[until]];
    if (start !== null && end !== null && end < start) reader.note(until, reason, '请核对这两个日期。');
  }
}

function payDayOf(reader: RowReader): number | null {
  const day = reader.number('payDay');
  if (day === null) return null;
  if (Number.isInteger(day) && day >= 1 && day <= 31) return day;
  reader.note('payDay', '发薪日应是 1 到 31 的数', '请写每月几日发工资，例如 15。');
  return null;
}

function creditOf(reader: RowReader): string | null {
  const text = reader.text('generalContractorCredit');
  if (text === null) return null;
  const reading = readCreditCode(text);
  if (reading.ok) return reading.code;
  reader.note('generalContractorCredit', '统一社会信用代码不对', '请对照营业执照改正 18 位代码。', 'warning');
  return null;
}

function notNegative(reader: RowReader, field: string): Fen | null {
  const amount = reader.money(field);
  if (amount === null || amount >= 0n) return amount;
  reader.note(field, '金额是负数', '请核对。');
  return null;
}

function stateOf(text: string | null): LedgerRow['state'] {
  if (text === null) return null;
  if (/停工|暂停|缓建|停建/.test(text)) return 'paused';
  if (/完工|竣工|已完|交付|结束/.test(text) && !/未/.test(text)) return 'finished';
  return 'building';
}

function industryOf(text: string | null): string | null {
  if (text === null) return null;
  if (/水/.test(text)) return '水利';
  if (/交通|公路|铁路|港/.test(text)) return '交通';
  if (/住建|房|建筑|市政|装饰|住房/.test(text)) return '住建';
  return text;
}

function depositKindOf(text: string | null): LedgerRow['depositKind'] {
  if (text === null) return null;
  if (/免/.test(text)) return 'exempt';
  if (/保险|保单/.test(text)) return 'insurance';
  if (/函|担保/.test(text)) return 'guarantee';
  return /现金|存|银行/.test(text) ? 'cash' : null;
}
