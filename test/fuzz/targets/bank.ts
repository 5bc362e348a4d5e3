import { fen } from '#kernel/fen.ts';
import {
  type DropFile,
  findLayout,
  LAYOUTS,
  matchRows,
  readDropFile,
  readMessage,
  readResultFile,
  type TextRow,
} from '../../../src/modules/prevention/bank-payments/domain/index.ts';
import type { Chance } from '../../../src/apps/simulate/random.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { type Json, mutateJson, mutateText } from '../mutate.ts';

const ENVELOPE = { msgId: 'M-1', bankCode: '102', cnaps: '102100099996', sentAt: '2026-11-20 10:00:00', seq: 1 };
const CARD = '6222020200112233446';
const line = (lineNo: number) => ({
  lineNo,
  cardNo: CARD,
  amount: '5000.01',
  status: 'SUCCESS',
  returnCode: '0000',
  returnMsg: '成功',
  paidAt: '2026-11-20 10:00:00',
  bankSerialNo: `S${lineNo}`,
});

export const MESSAGES: readonly Json[] = [
  {
    ...ENVELOPE,
    type: 'AccountOpened',
    body: {
      accountNo: '37150101040002222',
      accountName: '甲公司（项目）农民工工资专用账户',
      bankBranchName: '工行高唐支行',
      cnaps: '102100099996',
      openDate: '2026-01-20',
      contractorUscc: '91350100M000100Y43',
      projectCode: 'P1',
      agreementNo: 'A-1',
      remarks: '无',
    },
  },
  {
    ...ENVELOPE,
    type: 'AccountClosed',
    body: {
      accountNo: '37150101040002222',
      closeDate: '2026-11-20',
      balanceTransferred: '0.00',
      destination: '基本户',
      publicNoticeEndDate: '2026-10-20',
      consentNo: 'C-1',
    },
  },
  {
    ...ENVELOPE,
    type: 'BalanceReport',
    body: {
      accountNo: '37150101040002222',
      date: '2026-11-20',
      bookBalance: '100.00',
      available: '90.00',
      frozen: '10.00',
      freezeOrderNo: '（2026）鲁1526执保1号',
    },
  },
  {
    ...ENVELOPE,
    type: 'Transaction',
    body: {
      accountNo: '37150101040002222',
      txnDate: '2026-11-20',
      txnTime: '10:00:00',
      bankSerialNo: 'S1',
      dcFlag: 'D',
      amount: '100.00',
      balanceAfter: '0.00',
      counterpartyAcct: CARD,
      counterpartyName: '张三',
      summary: '代发工资',
      use: '农民工工资',
      postscript: '10月',
      reversalOf: 'S0',
      batchNo: 'AX202610AB',
      receiptNo: 'E1',
    },
  },
  { ...ENVELOPE, type: 'PayrollResult', body: { batchNo: 'AX202610AB', lines: [line(1), line(2)] } },
  { ...ENVELOPE, type: 'PayrollRejected', body: { batchNo: 'AX202610AB', reasonCode: 'E1', reason: '总额不符' } },
  {
    ...ENVELOPE,
    type: 'Returned',
    body: { accountNo: '37150101040002222', originalSerialNo: 'S1', returnDate: '2026-11-23', amount: '100.00', reasonCode: 'R1', reason: '账户已销户' },
  },
  {
    ...ENVELOPE,
    type: 'ReceiptReady',
    body: {
      accountNo: '37150101040002222',
      receiptNo: 'E1',
      kind: 'single',
      bankSerialNo: 'S1',
      batchNo: 'AX202610AB',
      amount: '100.00',
      date: '2026-11-20',
      fileName: 'E1.pdf',
      sm3: 'a'.repeat(64),
      verificationCode: 'V1',
    },
  },
  { ...ENVELOPE, type: 'CardEvent', body: { cardNo: CARD, event: 'lost', date: '2026-11-20', holderDigest: 'b'.repeat(64) } },
  {
    ...ENVELOPE,
    type: 'DepositEvent',
    body: { certificateNo: 'D1', projectCode: 'P1', event: 'opened', amount: '100.00', date: '2026-11-20', until: '2027-11-20' },
  },
];

/** A refusal must say in Chinese what is wrong, and never hand back a whole card number. */
function refusal(refused: {
  readonly code: string;
  readonly says: string;
  readonly faults?: readonly { readonly path: string; readonly says: string; readonly value: string }[];
}): Verdict {
  if (!/\p{Script=Han}/u.test(refused.says)) return { came: 'broken', says: `refused without a word: ${refused.code}` };
  if (refused.faults?.length === 0) return { came: 'broken', says: 'refused without a place' };
  if ([refused.says, ...(refused.faults ?? []).flatMap((fault) => [fault.path, fault.says, fault.value])].some((text) => /[\0\p{Cs}]/u.test(text)))
    return { came: 'broken', says: 'refused in words no log can keep' };
  const shown = JSON.stringify([refused.says, refused.faults]);
  if (shown.includes(CARD)) return { came: 'broken', says: 'a whole card number is shown' };
  return {
    came: 'refused',
    why: `${refused.code} ${refused.faults?.[0]?.path.replace(/\d+/g, '#').slice(0, 60) ?? ''} ${refused.faults?.[0]?.says.slice(0, 20) ?? ''}`,
  };
}

const message: FuzzTarget<Json> = {
  name: 'bank-message',
  seeds: MESSAGES,
  mutate: (input, chance) => mutateJson(input, chance),
  run(input) {
    const read = readMessage(input);
    if (!read.ok) return refusal(read.refusal);
    const { value } = read;
    if (value.type === 'PayrollResult' && value.body.lines.some((one) => one.amount <= 0n || !/^\d{12,32}$/.test(one.cardNo)))
      return { came: 'broken', says: 'a line without an amount or a card was taken' };
    if (Number.isNaN(Date.parse(value.sentAt))) return { came: 'broken', says: 'a moment that is none was taken' };
    return { came: 'taken', why: value.type };
  },
  encode: JSON.stringify,
  decode: (text) => JSON.parse(text),
};

const DROP = `#TYPE,PayrollResult\r\n#msgId,M-1\r\n#bankCode,102\r\n#sentAt,2026-11-20 10:00:00\r\n#seq,1\r\n#batchNo,AX202610AB\r\nlineNo,cardNo,amount,status,returnCode,returnMsg,paidAt,bankSerialNo\r\n1,${CARD},5000.01,SUCCESS,0,"成功,已入账",2026-11-20 10:00:00,S1\r\n2,${CARD},5000.02,FAILED,E1,户名不符,,\r\n`;

const dropFile: FuzzTarget<string> = {
  name: 'bank-drop-file',
  seeds: [DROP, DROP.replaceAll('\r\n', '\n'), DROP.replace('PayrollResult', 'Transaction')],
  mutate: (input, chance) => mutateText(input, chance),
  run(input) {
    const read = readDropFile(input);
    if (!read.ok) return refusal(read.refusal);
    return told(read.value);
  },
  encode: JSON.stringify,
  decode: (text) => JSON.parse(text),
};

function told(file: DropFile): Verdict {
  if (file.messages.length === 0) return { came: 'broken', says: 'a file without a message was taken' };
  for (const one of file.messages) {
    const read = readMessage(one.value);
    if (!read.ok) return refusal(read.refusal);
  }
  return { came: 'taken' };
}

export interface ResultInput {
  readonly layout: string;
  readonly rows: readonly (readonly string[])[];
}

const OWN = [
  { lineNo: 1, name: '张三', card: CARD, amountFen: fen(500_001) },
  { lineNo: 2, name: '买买提·艾力', card: '6222020200112233453', amountFen: fen(500_002) },
];

function soundRows(key: string): readonly (readonly string[])[] {
  if (key === 'icbc-text') {
    const detail = (n: number) => [
      'RMB',
      '20261120',
      '2',
      String(n),
      '',
      '3715',
      '甲公司',
      '',
      '',
      '',
      '',
      OWN[n - 1]?.card ?? '',
      OWN[n - 1]?.name ?? '',
      String(OWN[n - 1]?.amountFen ?? ''),
      '农民工工资',
      '',
      '2',
      '',
      `AX202610AB-${n}`,
      n === 1 ? '7' : '6',
      n === 1 ? '' : '户名不符',
      `S${n}`,
    ];
    return [['#总计信息'], ['RMB', '20261120', '1', '1000003', '2', ''], ['#明细指令信息'], detail(1), detail(2)];
  }
  return [
    ['代发结果'],
    ['序号', '账号', '户名', '金额', '自定义序号', '处理状态', '返回码', '失败原因', '银行流水号', '交易日期'],
    ['1', CARD, '张三', '5000.01', 'AX202610AB-1', '成功', '', '', 'S1', '2026-11-20'],
    ['2', '6222***********3453', '买买提•艾力', '5,000.02', '', '失败', 'E1', '户名不符', '', '20261120'],
    ['合计', '', '', '10000.03', '', '2笔'],
  ];
}

const resultFile: FuzzTarget<ResultInput> = {
  name: 'bank-result-file',
  seeds: LAYOUTS.map(({ key }) => ({ layout: key, rows: soundRows(key) })),
  mutate: (input, chance) => ({ ...input, rows: changed(input.rows, chance) }),
  run(input) {
    const layout = findLayout(input.layout);
    if (layout === undefined) return { came: 'refused', why: 'layout' };
    const read = readResultFile(
      layout,
      input.rows.map((cells, at): TextRow => ({ no: at + 1, cells })),
    );
    if (!read.ok) return refusal(read.refusal);
    const matched = matchRows('AX202610AB', OWN, read.value);
    if (!matched.ok) return refusal(matched.refusal);
    for (const { lineNo, row } of matched.value) {
      // Whatever was done to the file: a row never becomes the word about another amount.
      if (OWN[lineNo - 1]?.amountFen !== row.amountFen) return { came: 'broken', says: `row ${row.row} was taken for line ${lineNo}` };
    }
    return { came: 'taken', why: matched.value.map(({ row }) => row.says).join() };
  },
  encode: JSON.stringify,
  decode: (text) => JSON.parse(text),
};

function changed(rows: ResultInput['rows'], chance: Chance): ResultInput['rows'] {
  const at = chance.between(0, rows.length - 1);
  const row = rows[at] ?? [];
  switch (chance.between(0, 5)) {
    case 0:
      return rows.filter((_, place) => place !== at).length === 0 ? rows : rows.filter((_, place) => place !== at);
    case 1:
      return rows.length > 60 ? rows : [...rows.slice(0, at), row, ...rows.slice(at)];
    case 2:
      return chance.shuffled(rows);
    default: {
      const cell = chance.between(0, Math.max(0, row.length - 1));
      return rows.map((one, place) => (place === at ? one.map((text, column) => (column === cell ? mutateText(text, chance) : text)) : one));
    }
  }
}

export const targets: readonly (FuzzTarget<Json> | FuzzTarget<string> | FuzzTarget<ResultInput>)[] = [message, dropFile, resultFile];
