import { describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { readBankWord, VOCABULARIES } from './bank-words.ts';
import { type FileLayout, LAYOUTS } from './layout.ts';
import { foldName } from './names.ts';
import { matchRows, type ResultRow, readResultFile, type TextRow } from './read-file.ts';
import { type FileBatch, writeFiles } from './write-file.ts';

const PEOPLE = [
  { name: '张三', card: '6222020200112233446', amountFen: fen(500_001) },
  { name: '买买提·艾力', card: '6222020200112233453', amountFen: fen(1) },
  { name: '\u{20BB7}野', card: '6222020200112233461', amountFen: fen(12_345_678_900n) },
];
const LINES = PEOPLE.map((one, at) => ({ lineNo: at + 1, ...one, bank: '工商银行', isOtherBank: null, identityMask: '37*************12X' }));
const batch = (change: Partial<FileBatch> = {}): FileBatch => ({
  batchNo: 'AX202610ABCD',
  date: civilDate('2026-11-20'),
  payMonth: civilMonth('2026-10'),
  payerAccount: '37150101040002222',
  payerName: '甲公司农民工工资专用账户',
  payerBank: '工商银行',
  lines: LINES,
  ...change,
});

/** What the bank gives back: our rows with its words behind, as its counter would. */
function answered(layout: FileLayout, words: readonly string[]): readonly TextRow[] {
  const written = writeFiles(layout, batch());
  if (!written.ok) throw new Error(written.refusal.says);
  const rows = written.value[0]?.rows ?? [];
  if (layout.result.by === 'places') {
    const split = rows.map((row) => (row.length === 1 ? (row[0] ?? '').split('|') : [...row]));
    return split.map((cells, at) => ({
      no: at + 1,
      cells: cells[2] === '2' ? [...cells.slice(0, 19), words[Number(cells[3]) - 1] ?? '', '', `S${cells[3]}`] : cells,
    }));
  }
  return rows.map((row, at) => ({ no: at + 1, cells: at === 0 ? [...row, '处理状态', '失败原因'] : [...row, words[at - 1] ?? '', ''] }));
}

const PAID_FAILED_OPEN: Readonly<Record<string, readonly string[]>> = { icbc: ['7', '6', '95'], cmb: ['S', 'F', 'WAT'], common: ['成功', '失败', '处理中'] };

describe.each(LAYOUTS.map((layout) => ({ name: layout.name, layout })))('$name', ({ layout }) => {
  it('写出去，银行填好再读回来，每一笔对得上', () => {
    const rows = readResultFile(layout, answered(layout, PAID_FAILED_OPEN[layout.words] ?? []));
    if (!rows.ok) throw new Error(rows.refusal.says);
    const matched = matchRows('AX202610ABCD', LINES, rows.value);
    if (!matched.ok) throw new Error(matched.refusal.says);
    expect(matched.value.map(({ lineNo, row }) => [lineNo, row.says])).toEqual([
      [1, 'paid'],
      [2, 'failed'],
      [3, 'processing'],
    ]);
  });

  it.each(['=1+1', '+86', '-5', '@SUM', '＝1', '张\n三'])('户名「%s」会变成公式或断行：整个文件不写', (name) => {
    const wrong = batch({ lines: LINES.map((line) => (line.lineNo === 2 ? { ...line, name } : line)) });
    expect(writeFiles(layout, wrong)).toMatchObject({ ok: false, refusal: { code: 'file-invalid', faults: [{ path: expect.stringMatching(/^第 2 笔/) }] } });
  });

  it('超过一份的行数就分成几份，名字不同', () => {
    const [first] = LINES;
    if (first === undefined) throw new Error('nobody');
    const written = writeFiles(layout, batch({ lines: Array.from({ length: layout.maxRows + 1 }, (_, at) => ({ ...first, lineNo: at + 1 })) }));
    if (!written.ok) throw new Error(written.refusal.says);
    expect(new Set(written.value.map((file) => file.name)).size).toBe(2);
  });
});

const abc = LAYOUTS.find((layout) => layout.key === 'abc');
function readAbc(...rows: readonly (readonly string[])[]) {
  if (abc === undefined) throw new Error('no such layout');
  return readResultFile(
    abc,
    rows.map((cells, at) => ({ no: at + 1, cells })),
  );
}
const HEAD = ['账号', '户名', '金额', '处理状态'];
const SOUND = ['6222020200112233446', '张三', '1.00', '成功'];

describe('读回盘：整份收或整份不收', () => {
  it.each([
    { what: '金额看不懂', rows: [['6222020200112233446', '张三', '很多', '成功']], path: '第 2 行“金额”' },
    { what: '账号成了科学计数', rows: [['6.22E+18', '张三', '1.00', '成功']], path: '第 2 行“账号”' },
    { what: '没有状态', rows: [['6222020200112233446', '张三', '1.00', '']], path: '第 2 行“处理状态”' },
    { what: '乱码', rows: [['6222020200112233446', '张\uFFFD', '1.00', '成功']], path: '第 2 行“户名”' },
    { what: '合计笔数不符', rows: [SOUND, ['合计', '', '1.00', '2笔']], path: '第 3 行“总笔数”' },
    { what: '合计金额不符', rows: [SOUND, ['合计', '', '1.01', '1笔']], path: '第 3 行“总金额”' },
  ])('$what', ({ rows, path }) => {
    expect(readAbc(HEAD, ...rows)).toMatchObject({ ok: false, refusal: { faults: [{ path }] } });
  });

  it('没有表头、没有状态列、空文件，都不收', () => {
    expect(readAbc(['乱七八糟']).ok).toBe(false);
    expect(readAbc(['账号', '户名', '金额'], ['6222020200112233446', '张三', '1.00']).ok).toBe(false);
    expect(readAbc().ok).toBe(false);
    expect(readAbc(HEAD, SOUND).ok).toBe(true);
  });
});

describe('对上哪一笔', () => {
  const row = (change: Partial<ResultRow>): ResultRow => ({
    row: 2,
    serial: null,
    card: null,
    name: null,
    amountFen: fen(500_001),
    says: 'paid',
    code: null,
    words: null,
    bankSerial: null,
    on: null,
    ...change,
  });
  it.each([
    { what: '先看自定义序号', given: { serial: 'AX202610ABCD-1', card: '6222020200112233446' }, line: 1 },
    { what: '卡号打了星号，户名的点不同', given: { card: '6222***********3453', name: '买买提•艾力', amountFen: fen(1) }, line: 2 },
    { what: '序号对，金额不同', given: { serial: 'AX202610ABCD-1', amountFen: fen(1) }, line: null },
    { what: '序号对，卡不同', given: { serial: 'AX202610ABCD-1', card: '6222020200112233453' }, line: null },
    { what: '不在本批里', given: { card: '6222020200112233999' }, line: null },
  ])('$what', ({ given, line }) => {
    const matched = matchRows('AX202610ABCD', LINES, [row(given)]);
    if (line === null) expect(matched.ok).toBe(false);
    else expect(matched).toMatchObject({ ok: true, value: [{ lineNo: line }] });
  });

  it('两行说同一笔、一行能对上两笔，都整份不收', () => {
    expect(matchRows('AX202610ABCD', LINES, [row({ serial: 'AX202610ABCD-1' }), row({ serial: 'AX202610ABCD-1', row: 3 })]).ok).toBe(false);
    const twins = [1, 2].map((lineNo) => ({ lineNo, name: '张三', card: '6222020200112233446', amountFen: fen(500_001) }));
    expect(matchRows('AX202610ABCD', twins, [row({ card: '6222020200112233446' })]).ok).toBe(false);
  });

  it.each(['买买提·艾力', '买买提•艾力', '买买提・艾力', '买买提．艾力', '买买提‧艾力', ' 买买提·艾力　', '买买提 · 艾力'])('「%s」是同一个名字', (name) => {
    expect(foldName(name)).toBe('买买提·艾力');
  });
});

describe('银行的状态词', () => {
  it('没听说过的词，任何一家都不算发成、没发成', () => {
    for (const words of VOCABULARIES)
      for (const word of ['', '98', 'FIN', 'OK', '已提交', '0000']) expect(['unclear', 'processing']).toContain(readBankWord(words, word));
  });
});
