import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type Cell, LIMITS, openSheets, plainWorkbook, sniff, type TableRow } from './index.ts';
import { hashedLines } from './copy-lines.ts';
import { harmless, markedWorkbook } from './marked-workbook.ts';
import { RefusedFile } from './table.ts';
import { archive, workbook } from './test-archives.ts';

async function rowsOf(file: Buffer): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for (const sheet of await openSheets(file)) for await (const batch of sheet.rows) rows.push(...batch);
  return rows;
}

async function cellsOf(file: Buffer): Promise<(readonly Cell[])[]> {
  return (await rowsOf(file)).map((row) => row.cells);
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (problem) {
    if (problem instanceof RefusedFile) return `${problem.code}: ${problem.says}`;
    throw problem;
  }
  return 'taken';
}

describe('认文件只看内容', () => {
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ['空文件', Buffer.alloc(0), /^empty-file/],
    ['改名的 PDF', Buffer.from('%PDF-1.7\n1 0 obj'), /^pdf.*PDF/],
    [
      '网银导出的“xls”其实是网页',
      Buffer.from('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>'),
      /^html.*网页/,
    ],
    ['带 BOM 的网页', Buffer.from('\ufeff  <!DOCTYPE html>'), /^html/],
    ['XML 电子表格 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), /^html/],
    ['PNG 图片', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), /^image/],
    ['JPG 图片', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /^image/],
    ['RAR 压缩包', Buffer.from('Rar!\u001a\u0007'), /^archive/],
    ['普通 zip', archive([{ name: '工资表.csv', content: Buffer.from('a') }]), /^archive/],
    ['Word 文档', archive([{ name: 'word/document.xml', content: Buffer.from('a') }]), /^word/],
    ['二进制数据', Buffer.from([1, 2, 3, 0, 0, 0, 4]), /^not-a-table/],
    ['截断的工作簿', workbook('<row><c><v>1</v></c></row>').subarray(0, 300), /^zip-damaged/],
  ];
  it.each(cases)('%s 当场拒绝', (_, file, says) => expect(refusalOf(() => sniff(file))).toMatch(says));

  it('带宏的工作簿拒绝，宏从不运行', () => {
    expect(refusalOf(() => sniff(workbook('', { extra: [{ name: 'xl/vbaProject.bin', content: Buffer.from('x') }] })))).toMatch(/^macros.*宏/);
  });

  it('xlsx、xls、csv 认得', () => {
    expect(sniff(workbook('<row><c><v>1</v></c></row>'))).toBe('xlsx');
    expect(sniff(readFileSync(new URL('./fixtures/legacy.xls', import.meta.url)))).toBe('xls');
    expect(sniff(Buffer.from('姓名,金额\n'))).toBe('csv');
  });
});

describe('太大的当场拒绝，不解开', () => {
  it('200 MB 的工作表：只看目录', () => {
    const file = workbook('', { extra: [] });
    const big = archive([
      { name: 'xl/workbook.xml', content: Buffer.from('x') },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('x'), declared: 200 * 1024 * 1024 },
    ]);
    const started = performance.now();
    expect(refusalOf(() => sniff(big))).toMatch(/^sheet-too-large.*200 MB.*180 MB/);
    expect(performance.now() - started).toBeLessThan(100);
    expect(refusalOf(() => sniff(file))).toBe('taken');
  });

  it('压缩炸弹：压缩 200 倍以上的大部件', () => {
    const bomb = archive([
      { name: 'xl/workbook.xml', content: Buffer.from('x') },
      { name: 'xl/media/a.bin', content: Buffer.alloc(20 * 1024 * 1024) },
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusalOf(() => sniff(bomb))).toMatch(/^zip-bomb/);
  });

  it('目录说谎的部件：解到声明的大小就停', async () => {
    const lying = workbook('<row><c><v>1</v></c></row>'.repeat(100_000));
    // The declared size of the sheet, in its directory entry, is made small.
    const name = lying.lastIndexOf('xl/worksheets/sheet1.xml');
    lying.writeUInt32LE(1_000, name - 46 + 24);
    await expect(rowsOf(lying)).rejects.toThrow(/比它自己声明的大/);
  });

  it('部件太多、总量太大、ZIP64、加密', () => {
    const parts = Array.from({ length: LIMITS.parts + 1 }, (_, at) => ({ name: `p${at}`, content: Buffer.from('x') }));
    expect(refusalOf(() => sniff(archive(parts)))).toMatch(/^zip-parts/);
    const total = Array.from({ length: 30 }, (_, at) => ({ name: `p${at}`, content: Buffer.from('x'), declared: 12 * 1024 * 1024 }));
    expect(refusalOf(() => sniff(archive(total)))).toMatch(/^too-large-unpacked/);
    const zip64 = workbook('');
    zip64.writeUInt32LE(0xffffffff, zip64.length - 22 + 16);
    expect(refusalOf(() => sniff(zip64))).toMatch(/^zip64/);
    const locked = workbook('');
    locked.writeUInt16LE(1, locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8);
    expect(refusalOf(() => sniff(locked))).toMatch(/^encrypted/);
  });

  it('引号不配对的 CSV 不吞掉后面的行', async () => {
    await expect(rowsOf(Buffer.from('姓名,备注\n"张三,1\n李四,2\n'))).rejects.toThrow(/引号没有配对/);
  });
});

describe('xlsx 逐格', () => {
  it('共享字符串、富文本、拼音、内联、布尔、日期、长数字、缺格、自闭合', async () => {
    const strings =
      '<si><t>姓名</t></si><si><r><t>身份</t></r><r><t xml:space="preserve">证号 </t></r><rPh><t>shen</t></rPh></si><si/><si><t>&lt;&amp;&#20013;_x000D_</t></si>';
    const file = workbook(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="1"/></row><row r="3"/><row r="5">' +
        '<c r="A5" t="s"><v>2</v></c><c r="B5" t="inlineStr"><is><t>内联</t></is></c><c r="C5" t="b"><v>1</v></c><c r="D5" s="1"><v>46266</v></c><c r="E5"><v>371526199001010000</v></c><c r="F5"><v>4.50102E+17</v></c><c r="G5"><v>0.1</v></c><c r="H5" t="s"><v>3</v></c></row>',
      { strings },
    );
    expect(await rowsOf(file)).toEqual([
      { no: 2, cells: ['姓名', null, '身份证号 '] },
      {
        no: 5,
        cells: [
          null,
          '内联',
          'TRUE',
          { is: 'day', serial: 46266 },
          { is: 'digits', text: '371526199001010000' },
          { is: 'digits', text: '450102000000000000' },
          0.1,
          '<&中\r',
        ],
      },
    ]);
  });

  it('公式取保存的结果；没有结果或结果是错误值的格子单列出来', async () => {
    const file = workbook(
      '<row r="1"><c r="A1"><f>B1+1</f><v>7</v></c><c r="B1"><f>SUM(C1:C9)</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>"甲"</f><v>甲</v></c><c r="E1" t="str"><f>""</f><v></v></c></row>',
    );
    expect(await cellsOf(file)).toEqual([
      [7, { is: 'broken', text: '=SUM(C1:C9)', why: 'formula-without-value' }, { is: 'broken', text: '#DIV/0!', why: 'formula-error' }, '甲'],
    ]);
  });

  it('自定义日期格式、1904 日期起点和带前缀的标签', async () => {
    const file = workbook('<row r="1"><c r="A1" s="2"><v>46266</v></c></row>', {
      formats: '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>',
    });
    expect(await cellsOf(file)).toEqual([[{ is: 'day', serial: 46266 }]]);
    const prefixed = archive([
      {
        name: 'xl/workbook.xml',
        content: Buffer.from('<x:workbook xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="a" r:id="R1"/></x:sheets></x:workbook>'),
      },
      { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from('<Relationships><Relationship Target="/xl/worksheets/s.xml" Id="R1"/></Relationships>') },
      { name: 'xl/styles.xml', content: Buffer.from('<x:styleSheet><x:cellXfs><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>') },
      {
        name: 'xl/worksheets/s.xml',
        content: Buffer.from('<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" s="0"><x:v>100</x:v></x:c></x:row></x:sheetData></x:worksheet>'),
      },
    ]);
    expect(await cellsOf(prefixed)).toEqual([[{ is: 'day', serial: 1562 }]]);
  });

  it('残缺的 XML 报损坏，不会停不下来', async () => {
    for (const xml of [
      '<row r="1"><c r="A1"><v>1</v></row>',
      '<row r="1"><c r="A1><v>1</v></c></row>',
      '<row r="1"><c r=A1><v>1</v></c></row>',
      '<row r="1"',
    ]) {
      await rowsOf(workbook(xml)).then(
        (rows) => expect(rows.length).toBeLessThan(2),
        (problem) => expect(problem).toBeInstanceOf(RefusedFile),
      );
    }
  });

  it.each(['0', '-1', '1.5', '1e99', '1048577', 'x'])('行号 %s 不是表格的行', async (no) => {
    await expect(rowsOf(workbook(`<row r="${no}"><c><v>1</v></c></row>`))).rejects.toThrow(/不完整或被改动过/);
  });
});

describe('csv 与 xls', () => {
  const text = '姓名,金额,备注\r\n张三,"1,200.50","他说""好""\n第二行"\r\n\r\n="0123",\t12\t,　\r\n';
  const expected = [
    ['姓名', '金额', '备注'],
    ['张三', '1,200.50', '他说"好"\n第二行'],
    ['0123', '12', null],
  ];
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 带 BOM', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ])('%s', async (_, file) => expect(await cellsOf(file)).toEqual(expected));

  it('制表符和竖线分隔', async () => {
    expect(await cellsOf(Buffer.from('姓名\t金额\n张三\t1\n'))).toEqual([
      ['姓名', '金额'],
      ['张三', '1'],
    ]);
    expect(await cellsOf(Buffer.from('日期|户名|金额\n20260901|张三|1\n'))).toEqual([
      ['日期', '户名', '金额'],
      ['20260901', '张三', '1'],
    ]);
  });

  it('旧版 .xls：文字、数字、日期，被改坏的长数字原样标出', async () => {
    const rows = await rowsOf(readFileSync(new URL('./fixtures/legacy.xls', import.meta.url)));
    expect(rows[3]).toEqual({ no: 4, cells: [1, '工人0', '371526196001010002', 6600, 6000.5, { is: 'day', serial: 46249 }] });
    expect(rows[4]?.cells[2]).toMatchObject({ is: 'digits' });
  });
});

describe('退回的表', () => {
  it('原表的样子不变，坏格子标红加批注，最后一列写错误说明', async () => {
    const own = await plainWorkbook(
      '工资',
      ['姓名', '身份证号'],
      [
        ['张三', '123'],
        ['=1+1', '4'],
      ],
    );
    const marked = await markedWorkbook(own, '工资', 1, [{ row: 2, column: 1, says: '身份证号：不是 18 位。请补全', severity: 'error' }]);
    const rows = await cellsOf(marked);
    expect(rows[0]).toEqual(['姓名', '身份证号', '错误说明']);
    expect(rows[1]).toEqual(['张三', '123', '身份证号：不是 18 位。请补全']);
    expect(rows[2]?.[0]).toBe("'=1+1");
  });

  it('csv 退回成 xlsx，会被当成公式的文字加撇号', async () => {
    const marked = await markedWorkbook(Buffer.from('姓名,金额\n@SUM(A1),-5\n'), '', 1, [{ row: 2, column: 0, says: '=坏', severity: 'error' }]);
    expect(await cellsOf(marked)).toEqual([
      ['姓名', '金额', '错误说明'],
      ["'@SUM(A1)", '-5', "'=坏"],
    ]);
  });

  it.each(['=1', '+cmd', '-cmd', '@x', '＝1', '\t=1'])('%s 不再是公式', (text) => expect(harmless(text)[0]).toBe("'"));
  it.each(['-5', '+86.5%', '工资', ''])('%s 不动', (text) => expect(harmless(text)).toBe(text));
});

it('逐行算的散列与整份文字的散列相同，每行的字节原样交出，不论行长', () => {
  const lines = ['工资表', '', 'x'.repeat(700_000), '汉'.repeat(900_000), ...Array.from({ length: 20_000 }, (_, at) => `第${at}行\t测试`)];
  const hashed = hashedLines(createHash('sha256').update('payroll'));
  for (const line of lines) expect(Buffer.from(hashed.add(line)).toString() === line).toBe(true);
  expect(hashed.digest()).toEqual(
    createHash('sha256')
      .update(`payroll${lines.join('\n')}\n`)
      .digest(),
  );
});
