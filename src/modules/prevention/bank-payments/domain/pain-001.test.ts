import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CreditTransfer, PAIN_001, painXml } from './pain-001.ts';
import { resolved } from './xml.ts';

const ORDER: CreditTransfer = {
  batchNo: 'AX2026101122334455667788',
  accountNo: '37150101040002222001',
  payMonth: '2026-10',
  totalCount: 2,
  totalAmount: '10000.03',
  payerName: '总包1（项目1）农民工工资专用账户',
  payerBank: '工商银行高唐支行',
  madeAt: '2026-11-20T09:00:00',
  requestedOn: '2026-11-20',
  lines: [
    { lineNo: 1, workerName: '买买提·艾力', cardNo: '6222020200112233446', amount: '5000.01', bankName: '工商银行', remark: '2026-10 农民工工资' },
    { lineNo: 2, workerName: '张三', cardNo: '6222020200112233453', amount: '5000.02', bankName: '', remark: '' },
  ],
};

interface Read {
  readonly name: string;
  readonly attributes: string;
  readonly children: Read[];
  text: string;
}

/** A reader of its own, so that the writer is not held against itself: strict, without comments, CDATA or declarations. */
function read(xml: string): Read {
  const root: Read = { name: '', attributes: '', children: [], text: '' };
  const open: Read[] = [root];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="(UTF-8|GB18030)"\?>\r\n/, '');
  expect(body).not.toBe(xml);
  let at = 0;
  for (const match of body.matchAll(/<(\/?)([A-Za-z0-9]+)((?: [a-zA-Z]+="[^"<]*")*)>/g)) {
    const inside = open.at(-1);
    const between = body.slice(at, match.index);
    expect(between).not.toMatch(/[<>]/);
    if (inside !== undefined) inside.text += resolved(between) ?? '?';
    at = match.index + match[0].length;
    if (match[1] === '/') expect(open.pop()?.name).toBe(match[2]);
    else {
      const node: Read = { name: match[2] ?? '', attributes: (match[3] ?? '').trim(), children: [], text: '' };
      inside?.children.push(node);
      open.push(node);
    }
  }
  expect(open).toEqual([root]);
  expect(body.slice(at).trim()).toBe('');
  return root.children[0] ?? root;
}

/**
 * The rules of pain.001.001.03 for the elements we write: for each its children in the order of the schema, how often each may
 * stand, and for a leaf its pattern. A choice is a list of which one stands.
 */
const TEXT = (most: number) => new RegExp(`^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]{1,${most}}$`, 'u');
const MAX_35 = TEXT(35);
const AMOUNT = /^(?=(?:\D*\d){1,18}\D*$)\d+(\.\d{1,2})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
type Rule = RegExp | readonly (readonly [name: string, least: number, most: number])[];
const ACCOUNT: Rule = [
  ['Id', 1, 1],
  ['Tp', 0, 1],
  ['Ccy', 0, 1],
  ['Nm', 0, 1],
];
const PARTY: Rule = [
  ['Nm', 0, 1],
  ['PstlAdr', 0, 1],
  ['Id', 0, 1],
  ['CtryOfRes', 0, 1],
  ['CtctDtls', 0, 1],
];
const AGENT: Rule = [
  ['FinInstnId', 1, 1],
  ['BrnchId', 0, 1],
];
const RULES: Readonly<Record<string, Rule>> = {
  Document: [['CstmrCdtTrfInitn', 1, 1]],
  CstmrCdtTrfInitn: [
    ['GrpHdr', 1, 1],
    ['PmtInf', 1, Number.POSITIVE_INFINITY],
    ['SplmtryData', 0, Number.POSITIVE_INFINITY],
  ],
  GrpHdr: [
    ['MsgId', 1, 1],
    ['CreDtTm', 1, 1],
    ['Authstn', 0, 2],
    ['NbOfTxs', 1, 1],
    ['CtrlSum', 0, 1],
    ['InitgPty', 1, 1],
    ['FwdgAgt', 0, 1],
  ],
  PmtInf: [
    ['PmtInfId', 1, 1],
    ['PmtMtd', 1, 1],
    ['BtchBookg', 0, 1],
    ['NbOfTxs', 0, 1],
    ['CtrlSum', 0, 1],
    ['PmtTpInf', 0, 1],
    ['ReqdExctnDt', 1, 1],
    ['PoolgAdjstmntDt', 0, 1],
    ['Dbtr', 1, 1],
    ['DbtrAcct', 1, 1],
    ['DbtrAgt', 1, 1],
    ['DbtrAgtAcct', 0, 1],
    ['UltmtDbtr', 0, 1],
    ['ChrgBr', 0, 1],
    ['ChrgsAcct', 0, 1],
    ['ChrgsAcctAgt', 0, 1],
    ['CdtTrfTxInf', 1, Number.POSITIVE_INFINITY],
  ],
  PmtTpInf: [
    ['InstrPrty', 0, 1],
    ['SvcLvl', 0, 1],
    ['LclInstrm', 0, 1],
    ['CtgyPurp', 0, 1],
  ],
  CtgyPurp: [['Cd', 1, 1]],
  CdtTrfTxInf: [
    ['PmtId', 1, 1],
    ['PmtTpInf', 0, 1],
    ['Amt', 1, 1],
    ['XchgRateInf', 0, 1],
    ['ChrgBr', 0, 1],
    ['ChqInstr', 0, 1],
    ['UltmtDbtr', 0, 1],
    ['IntrmyAgt1', 0, 1],
    ['CdtrAgt', 0, 1],
    ['CdtrAgtAcct', 0, 1],
    ['Cdtr', 0, 1],
    ['CdtrAcct', 0, 1],
    ['UltmtCdtr', 0, 1],
    ['InstrForCdtrAgt', 0, Number.POSITIVE_INFINITY],
    ['InstrForDbtrAgt', 0, 1],
    ['Purp', 0, 1],
    ['RgltryRptg', 0, 10],
    ['Tax', 0, 1],
    ['RltdRmtInf', 0, 10],
    ['RmtInf', 0, 1],
  ],
  PmtId: [
    ['InstrId', 0, 1],
    ['EndToEndId', 1, 1],
  ],
  Amt: [['InstdAmt', 1, 1]],
  RmtInf: [
    ['Ustrd', 0, Number.POSITIVE_INFINITY],
    ['Strd', 0, Number.POSITIVE_INFINITY],
  ],
  InitgPty: PARTY,
  Dbtr: PARTY,
  Cdtr: PARTY,
  DbtrAcct: ACCOUNT,
  CdtrAcct: ACCOUNT,
  DbtrAgt: AGENT,
  CdtrAgt: AGENT,
  FinInstnId: [
    ['BIC', 0, 1],
    ['ClrSysMmbId', 0, 1],
    ['Nm', 0, 1],
    ['PstlAdr', 0, 1],
    ['Othr', 0, 1],
  ],
  Othr: [
    ['Id', 1, 1],
    ['SchmeNm', 0, 1],
    ['Issr', 0, 1],
  ],
  MsgId: MAX_35,
  PmtInfId: MAX_35,
  EndToEndId: MAX_35,
  CreDtTm: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
  NbOfTxs: /^[0-9]{1,15}$/,
  CtrlSum: /^(?=(?:\D*\d){1,18}\D*$)\d+(\.\d{1,17})?$/,
  PmtMtd: /^(CHK|TRF|TRA)$/,
  BtchBookg: /^(true|false)$/,
  Cd: /^[A-Z]{4}$/,
  ReqdExctnDt: DAY,
  Nm: TEXT(140),
  Ustrd: TEXT(140),
  Ccy: /^[A-Z]{3}$/,
  InstdAmt: AMOUNT,
};

function broken(node: Read, inside = ''): readonly string[] {
  // An `Id` is a choice of account by name, and a text of 34 characters where that choice ends.
  const rule: Rule | undefined =
    node.name === 'Id'
      ? inside === 'Othr'
        ? TEXT(34)
        : [
            ['IBAN', 0, 1],
            ['Othr', 0, 1],
          ]
      : RULES[node.name];
  if (rule === undefined) return [`no element of the subset: ${node.name}`];
  if (rule instanceof RegExp) return node.children.length === 0 && rule.test(node.text) ? [] : [`${node.name}: ${node.text}`];
  const found: string[] = node.text.trim() === '' ? [] : [`text in ${node.name}`];
  let place = 0;
  for (const child of node.children) {
    const at = rule.findIndex(([name]) => name === child.name);
    if (at < place) found.push(`${child.name} out of place in ${node.name}`);
    else place = at;
    found.push(...broken(child, node.name));
  }
  for (const [name, least, most] of rule) {
    const count = node.children.filter((child) => child.name === name).length;
    if (count < least || count > most) found.push(`${count} × ${name} in ${node.name}`);
  }
  return found;
}

const all = (node: Read, name: string): readonly Read[] => [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))];
const texts = (node: Read, name: string) => all(node, name).map((one) => one.text);

describe('pain.001.001.03', () => {
  it('按架构的次序、次数、长度、格式；控制数与明细相符', () => {
    const document = read(painXml(ORDER, 'UTF-8'));
    expect(document.attributes).toBe(`xmlns="${PAIN_001}"`);
    expect(broken(document)).toEqual([]);
    expect(texts(document, 'NbOfTxs')).toEqual(['2', '2']);
    expect(texts(document, 'CtrlSum')).toEqual(['10000.03', '10000.03']);
    expect(texts(document, 'MsgId')).toEqual([ORDER.batchNo]);
    expect(texts(document, 'EndToEndId')).toEqual([`${ORDER.batchNo}-1`, `${ORDER.batchNo}-2`]);
    expect(texts(document, 'InstdAmt')).toEqual(['5000.01', '5000.02']);
    expect(all(document, 'InstdAmt').map((one) => one.attributes)).toEqual(['Ccy="CNY"', 'Ccy="CNY"']);
    expect(texts(document, 'Ustrd')).toEqual(['2026-10 农民工工资']);
    expect(texts(document, 'Cd')).toEqual(['SALA']);
  });

  it('架构的规则自己会说不：次序颠倒、少一个、超长、金额三位小数、空名', () => {
    const xml = painXml(ORDER, 'GB18030');
    const change = (from: string | RegExp, to: string) => broken(read(xml.replace(from, to)));
    expect(change('<PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>', '<BtchBookg>true</BtchBookg><PmtMtd>TRF</PmtMtd>')).toEqual([
      'PmtMtd out of place in PmtInf',
    ]);
    expect(change(/<EndToEndId>.*?<\/EndToEndId>/, '')).toEqual(['0 × EndToEndId in PmtId']);
    expect(change(`<MsgId>${ORDER.batchNo}`, `<MsgId>${'A'.repeat(36)}`)).toEqual([`MsgId: ${'A'.repeat(36)}`]);
    expect(change('>5000.01<', '>5000.011<')).toEqual(['InstdAmt: 5000.011']);
    expect(change('<Nm>张三</Nm>', '<Nm></Nm>')).toEqual(['Nm: ']);
    expect(change('<PmtTpInf>', '<PmtTpInf><Extra>1</Extra>')).toContain('no element of the subset: Extra');
  });

  it('批次号最长、两万行：编号仍在 35 位以内', () => {
    const line = ORDER.lines[0];
    if (line === undefined) throw new Error('no line');
    expect(broken(read(painXml({ ...ORDER, lines: [{ ...line, lineNo: 20_000 }] }, 'UTF-8')))).toEqual([]);
  });

  it('无论名字里有什么字符，都是合架构的 XML，名字读回来不变（空白除外）', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom('<a>&"\'', ']]>', '&amp;', '𠮷野', '\u0000\u0001', ' ', ''),
    );
    fc.assert(
      fc.property(name, (workerName) => {
        const document = read(painXml({ ...ORDER, lines: ORDER.lines.map((line) => ({ ...line, workerName, remark: workerName })) }, 'UTF-8'));
        return broken(document).length === 0;
      }),
      { numRuns: 100 },
    );
    const back = read(painXml({ ...ORDER, payerName: '甲&乙<丙>"丁"\'' }, 'UTF-8'));
    expect(texts(back, 'Nm')[0]).toBe('甲&乙<丙>"丁"\'');
  });
});
