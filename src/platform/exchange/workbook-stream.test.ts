import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { openSheets } from './open-sheets.ts';
import type { Cell } from './table.ts';
import { type SheetColumn, type WrittenRow, type WrittenSheet, workbookStream } from './workbook-stream.ts';
import { readPart, readZipDirectory } from './zip.ts';

const COLUMNS: readonly SheetColumn[] = [
  { heading: '姓名', width: 10, kind: 'text' },
  { heading: '天数', width: 8, kind: 'number' },
  { heading: '金额', width: 12, kind: 'money' },
];
const sheet = (rows: readonly WrittenRow[], more: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: '工资表',
  title: '工资支付表',
  block: ['工程名称：甲'],
  columns: COLUMNS,
  rows: [rows],
  ...more,
});

async function written(sheets: readonly WrittenSheet[], options?: { rowsASheet: number }) {
  const file = await buffer(workbookStream({ sheets, footer: '导出 1 号 A&B' }, options));
  const read: { name: string; rows: (readonly Cell[])[] }[] = [];
  for (const { name, rows } of await openSheets(file)) {
    const all: (readonly Cell[])[] = [];
    for await (const batch of rows) all.push(...batch.map((row) => row.cells));
    read.push({ name, rows: all });
  }
  const entries = readZipDirectory(file);
  return { file, read, part: async (name: string) => (await readPart(file, entries, name)) ?? '' };
}

describe('流式写表', () => {
  it('写进去的读得出来：标题、表头、数、金额、合计', async () => {
    const { read } = await written([
      sheet(
        [
          ['张三', '22.5', '6600.50'],
          [null, null, null],
          ['李四', '0', '-3.00'],
        ],
        { after: () => [['合计', null, '6597.50'], '制表人：'] },
      ),
    ]);
    expect(read).toEqual([
      {
        name: '工资表',
        rows: [['工资支付表'], ['工程名称：甲'], ['姓名', '天数', '金额'], ['张三', 22.5, 6600.5], ['李四', 0, -3], ['合计', null, 6597.5], ['制表人：']],
      },
    ]);
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1', '＠x'])('%j 不成公式', async (text) => {
    const { read, part } = await written([sheet([[text, text, text]])]);
    expect(await part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    expect(read[0]?.rows[3]).toEqual([`'${text}`, `'${text}`, `'${text}`]);
  });

  it.each(['<&>"\'', ' 两边 ', 'a\nb', '_x000D_', '𠮷', '11010519491231002X', '00123'])('%j 原样', async (text) => {
    const { read } = await written([sheet([[text, null, null]])]);
    expect(read[0]?.rows[3]).toEqual([text]);
  });

  it('XML 放不下的字符去掉，半个字换成 �', async () => {
    const { read } = await written([sheet([['a\u0000b\u0008c\uffffd\ud800e', null, null]])]);
    expect(read[0]?.rows[3]).toEqual(['abcd\ufffde']);
  });

  it('身份证、卡号这样的长数字按文本写，数字列里也是', async () => {
    const { read } = await written([sheet([['450102199001010016', '450102199001010016', '6222020000000000007']])]);
    expect(read[0]?.rows[3]).toEqual(['450102199001010016', '450102199001010016', '6222020000000000007']);
  });

  it('打印：A4 横向、每页重复表头、冻结、页脚写明谁导的', async () => {
    const { part } = await written([sheet([['张三', '1', '2']], { rowHeight: 24 })]);
    const xml = await part('xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<oddFooter>&amp;L导出 1 号 A&amp;&amp;B&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter>');
    expect(xml).toContain('<row r="4" ht="24" customHeight="1">');
    expect(await part('xl/workbook.xml')).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'工资表\'!$1:$3</definedName>');
  });

  it.each([
    { width: 214, paper: 9, why: 'A4 放得下' },
    { width: 214.1, paper: 8, why: '再宽就用 A3' },
  ])('$why', async ({ width, paper }) => {
    const columns = [{ heading: '姓名', width, kind: 'text' as const }];
    const { part } = await written([{ ...sheet([]), columns, rows: [] }]);
    expect(await part('xl/worksheets/sheet1.xml')).toContain(`<pageSetup paperSize="${paper}"`);
  });

  it.each([
    { text: '九个字九个字九个', lines: 1 },
    { text: '九个字九个字九个字', lines: 2 },
    { text: '371526199001011232', lines: 2 },
    { text: '一\n二\n三', lines: 3 },
  ])('折行的字不被压住：$text 是 $lines 行', async ({ text, lines }) => {
    const columns = [{ heading: '用工单位', width: 18, kind: 'text' as const }];
    const { part } = await written([{ ...sheet([]), columns, rows: [[[text]]] }]);
    expect(await part('xl/worksheets/sheet1.xml')).toContain(`<row r="4" ht="${Math.max(18, lines * 13 + 4)}" customHeight="1">`);
  });

  it('别的软件库也打得开：每一格说明自己在哪里', async () => {
    const { file } = await written([sheet([['张三', null, '2.50']])]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(file).buffer);
    expect(['A4', 'B4', 'C4'].map((at) => book.worksheets[0]?.getCell(at).value)).toEqual(['张三', null, 2.5]);
  });

  it('列的底样式是文本、没有边框：后来手填的长数字还是原样，标题旁没有竖线', async () => {
    const { part } = await written([sheet([['张三', '1', '2']])]);
    const styles = [...(await part('xl/styles.xml')).matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const below = /<col min="1" max="1" width="[\d.]+" style="(\d+)"/.exec(await part('xl/worksheets/sheet1.xml'))?.[1];
    const style = styles.filter((xf) => xf !== '<xf/>')[Number(below) - 1] ?? '';
    expect(style).toContain('numFmtId="49"');
    expect(style).not.toContain('borderId');
  });

  it.each([
    { rows: 73, sheets: 1, why: '一张正好' },
    { rows: 74, sheets: 2, why: '多一行另起一张' },
    { rows: 146, sheets: 2, why: '两张正好' },
    { rows: 147, sheets: 3, why: '再多一行' },
  ])('$why：$rows 行', async ({ rows, sheets }) => {
    const { read } = await written(
      [
        sheet(
          Array.from({ length: rows }, (_, at) => [`工人${at}`, '1', '2']),
          { after: () => ['完'] },
        ),
      ],
      { rowsASheet: 100 },
    );
    expect(read.map((each) => each.name)).toEqual(['工资表', '工资表 (2)', '工资表 (3)'].slice(0, sheets));
    expect(read.flatMap((each) => each.rows.slice(3)).filter((cells) => String(cells[0]).startsWith('工人')).length).toBe(rows);
    expect(read.flatMap((each) => each.rows).filter((cells) => cells[0] === '完').length).toBe(1);
    expect(read.every((each) => each.rows[2]?.[0] === '姓名')).toBe(true);
  });

  it('读的人走了，写的人停下，行的来源也关上', async () => {
    let closed = false;
    let made = 0;
    async function* endless(): AsyncGenerator<readonly WrittenRow[]> {
      try {
        for (;;) {
          made += 1_000;
          yield Array.from({ length: 1_000 }, () => [`工人${made}`, '1', '2']);
        }
      } finally {
        closed = true;
      }
    }
    const stream = workbookStream({ sheets: [sheet([], { rows: endless() })], footer: '' });
    for await (const chunk of stream) if (chunk.length > 0 && made > 20_000) break;
    expect(stream.destroyed).toBe(true);
    await expect.poll(() => closed, { timeout: 5_000 }).toBe(true);
    expect(made).toBeLessThan(500_000);
  });

  it('二十万行，内存不跟着长', { timeout: 120_000 }, async () => {
    const batch = Array.from({ length: 1_000 }, (_, at) => ['张三丰', String(at), '6600.50']);
    async function* many(batches: number): AsyncGenerator<readonly WrittenRow[]> {
      for (let at = 0; at < batches; at += 1) yield batch;
    }
    const peakOf = async (batches: number) => {
      let peak = 0;
      let bytes = 0;
      for await (const chunk of workbookStream({ sheets: [sheet([], { rows: many(batches) })], footer: '' })) {
        bytes += chunk.length;
        const { heapUsed, external } = process.memoryUsage();
        peak = Math.max(peak, heapUsed + external);
      }
      return { peak, bytes };
    };
    const small = await peakOf(20);
    const large = await peakOf(200);
    expect(large.bytes).toBeGreaterThan(small.bytes * 8);
    // The nursery alone moves by some 30 MB; the sheet's text is 40 MB, the rows as objects would be more.
    expect(large.peak - small.peak).toBeLessThan(64 * 1024 * 1024);
  });
});
