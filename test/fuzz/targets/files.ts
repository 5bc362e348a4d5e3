import { deflateRawSync } from 'node:zlib';
import { openSheets, RefusedFile } from '../../../src/platform/exchange/index.ts';
import { readFileSync } from 'node:fs';
import { archive, workbook } from '../../../src/platform/exchange/test-archives.ts';
import type { Chance } from '../../../src/apps/simulate/random.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { type Grammar, mutateBytes, mutateText, NASTY, written } from '../mutate.ts';

/** A spreadsheet has so many rows; the records number them in four bytes. */
const ROWS = 1_048_576;
const COLUMNS = 256;

/** Reads a file to its end, as the reading thread does, and looks whether every row is one. */
export async function verdictOnFile(file: Buffer): Promise<Verdict> {
  try {
    let rows = 0;
    for (const sheet of await openSheets(file)) {
      for await (const batch of sheet.rows) {
        for (const row of batch) {
          rows += 1;
          if (!Number.isInteger(row.no) || row.no < 1 || row.no > ROWS) return { came: 'broken', says: `a row with the number ${row.no}` };
          if (row.cells.length > COLUMNS) return { came: 'broken', says: `${row.cells.length} cells in row ${row.no}` };
          for (const cell of row.cells) {
            if (cell === undefined) return { came: 'broken', says: `a hole in row ${row.no}` };
            const number = typeof cell === 'number' ? cell : cell !== null && typeof cell === 'object' && cell.is === 'day' ? cell.serial : 0;
            if (!Number.isFinite(number)) return { came: 'broken', says: `a number that is none in row ${row.no}` };
          }
        }
      }
    }
    return { came: 'taken', why: rows === 0 ? 'no rows' : 'rows' };
  } catch (problem) {
    if (!(problem instanceof RefusedFile)) throw problem;
    return problem.code === '' || problem.says === '' ? { came: 'broken', says: 'refused without words' } : { came: 'refused', why: problem.code };
  }
}

const inBase64 = { encode: (input: Buffer) => input.toString('base64'), decode: (line: string) => Buffer.from(line, 'base64') };

const TEXT = '姓名,身份证号码,进场日期,工资标准\n张三丰,11010519491231002X,2026-03-10,"300\n元"\n李四,="6222020200112233445",20260310,"1,200.00"\n';

/** Text with delimiters: bytes changed, in UTF-8, UTF-16 and GB18030. */
const csv: FuzzTarget<Buffer> = {
  name: 'file-csv',
  seeds: [
    Buffer.from(TEXT),
    Buffer.from(`\ufeff${TEXT}`),
    Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
    Buffer.from(TEXT.replaceAll(',', '\t')),
    Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb9, 0xa4, 0xd6, 0xd6, 0x0a]), Buffer.from('a,b\n1,2\n')]),
  ],
  mutate: (input, chance) => (chance.happens(0.5) ? mutateBytes(input, chance) : Buffer.from(mutateText(input.toString('utf8'), chance))),
  run: verdictOnFile,
  ...inBase64,
};

/** A sheet as an office's program might write it, and as nobody's should. */
const SHEET: Grammar = {
  rows: ['{row}{row}', '{row}{row}{row}', '{row}', '{row}{rows}'],
  row: [
    '<row r="{number}">{cells}</row>',
    '<row>{cells}</row>',
    '<row r="{number}" spans="1:4"/>',
    '<row r="{number}">{cells}',
    '{cells}</row>',
    '<row r={number}>{cells}</row>',
    '<!-- <row> --><row>{cells}</row>',
  ],
  cells: ['{cell}{cell}', '{cell}{cell}{cell}{cell}', '{cell}', ''],
  cell: [
    '<c r="{ref}"><v>{number}</v></c>',
    '<c r="{ref}" s="{number}" t="{type}">{value}</c>',
    '<c t="inlineStr"><is><t>{text}</t></is></c>',
    '<c r="{ref}" t="s"><v>{number}</v></c>',
    '<c r="{ref}" s="1"><v>{number}</v></c>',
    '<c r="{ref}"><f>{text}</f><v>{number}</v></c>',
    '<c r="{ref}"/>',
    '<c r="{ref}"><v>',
    '<c r="{ref}',
    '<cols><col min="1"/></cols>',
  ],
  value: ['<v>{text}</v>', '<v>{number}</v>', '<f>{text}</f>', '<is><r><t>{text}</t></r><rPh><t>x</t></rPh></is>', '<v/>', '<v>', ''],
  type: ['s', 'str', 'b', 'e', 'd', 'n', 'inlineStr', 'x', ''],
  ref: ['A1', 'B2', 'ZZ9', 'XFD1048576', 'a1', '1A', 'AAAAAAAAAAAA1', '', '$A$1'],
  number: ['1', '2', '0', '-1', '46266', '1e999', '4.50102E+17', '450102199001010000', 'NaN', '0x10', '1048577', '99999999999', '1.5', '', '2.9e-7'],
  text: ['张三丰', '11010519491231002X', '=1+1', '&#x10FFFF;', '&#x110000;', '&#0;', '&lt;v&gt;', '_x000D_', '_xD800_', ']]>', '<![CDATA[x]]>', '&bogus;', ''],
};

/** The parts of a workbook as text, each by its name in the archive. */
type Parts = Readonly<Record<string, string>>;

const SOUND_PARTS: Parts = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/><sheet name="表二" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml': '<sst><si><t>姓名</t></si><si/><si><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r></si></sst>',
  'xl/worksheets/sheet1.xml':
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46266</v></c></row><row r="2"><c t="inlineStr"><is><t>张三</t></is></c></row></sheetData></worksheet>',
};

/** The parts of a workbook, made wrong before they are put into the archive; not packed, so that nearly all of the time goes into reading. */
const xlsx: FuzzTarget<Parts> = {
  name: 'file-xlsx-parts',
  seeds: [SOUND_PARTS],
  mutate(input, chance) {
    if (chance.happens(0.4)) return { ...input, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${written(SHEET, 'rows', chance)}</sheetData></worksheet>` };
    const name = chance.happens(0.5) ? 'xl/worksheets/sheet1.xml' : chance.pick(Object.keys(SOUND_PARTS));
    return { ...input, [name]: mutateText(input[name] ?? '', chance, XML_WORDS) };
  },
  run: (input) =>
    verdictOnFile(
      archive(
        Object.entries(input).map(([part, xml]) => ({ name: part, content: Buffer.from(xml) })),
        true,
      ),
    ),
  encode: (input) => JSON.stringify(input),
  decode: (line) => JSON.parse(line),
};

const XML_WORDS = [
  ...NASTY,
  '<row>',
  '</row>',
  '<row r="1e99">',
  '<c>',
  '</c>',
  '<v>',
  '</v>',
  '<si>',
  '</si>',
  '<t>',
  '</t>',
  '<x:row>',
  't="s"',
  'r="',
  '"',
  '/>',
  '<is>',
  '<f>',
];

/** The packed workbook: headers, sizes, places and the packed bytes themselves. */
const archives: FuzzTarget<Buffer> = {
  name: 'file-xlsx-archive',
  seeds: [
    workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: '<si><t>姓名</t></si>' }),
    workbook('<row><c><v>1</v></c></row>', { extra: [{ name: 'xl/media/image1.png', content: deflateRawSync(Buffer.alloc(100)) }] }),
  ],
  mutate: (input, chance) =>
    mutateBytes(input, chance, ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', 'xl/workbook.xml', 'xl/vbaProject.bin', ...NASTY.slice(0, 20)]),
  run: verdictOnFile,
  ...inBase64,
};

const LEGACY = readFileSync(new URL('../../../src/platform/exchange/fixtures/legacy.xls', import.meta.url));
/** Where its stream of records begins: with BOF of version 8. */
const RECORDS = LEGACY.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));

/** The old format: its records in their place, so that the container opens; now and then its directory and its sectors. */
const xls: FuzzTarget<Buffer> = {
  name: 'file-xls',
  seeds: [LEGACY],
  mutate(input, chance) {
    if (chance.happens(0.15)) return mutateBytes(input, chance, ['Workbook', '\u0009\u0008', '\u00fc\u0000', ...NASTY.slice(0, 20)]);
    const changed = Buffer.from(input);
    for (let times = chance.between(1, 6); times > 0; times -= 1) changeRecord(changed, chance);
    return changed;
  },
  run: verdictOnFile,
  ...inBase64,
};

/** One record's kind, length or content, without moving what follows. */
function changeRecord(file: Buffer, chance: Chance): void {
  if (file.length < RECORDS + 4) return;
  const at = chance.between(RECORDS, file.length - 4);
  const kind = chance.between(0, 3);
  if (kind === 0) file[at] = (file[at] ?? 0) ^ (1 << chance.between(0, 7));
  else if (kind === 1) file.writeUInt16LE(chance.pick([0, 1, 0xffff, 0x8000, 8_224, 8_225, chance.between(0, 65_535)]), at);
  else if (kind === 2) file.writeUInt16LE(chance.pick(BIFF), at);
  else file.copy(file, at, Math.max(0, at - chance.between(1, 64)), at);
}

/** Kinds of records a reader of tables looks at: BOF, EOF, BOUNDSHEET, SST, CONTINUE, LABELSST, NUMBER, RK, MULRK, FORMULA, STRING, LABEL, DIMENSIONS, FORMAT, XF, DATEMODE. */
const BIFF = [0x0809, 0x000a, 0x0085, 0x00fc, 0x003c, 0x00fd, 0x0203, 0x027e, 0x00bd, 0x0006, 0x0207, 0x0204, 0x0200, 0x041e, 0x00e0, 0x0022];

export const targets = [csv, xlsx, archives, xls];
