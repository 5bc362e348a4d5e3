import type { Cell, Merge } from './table.ts';

/**
 * Writes an Excel 97-2003 workbook (BIFF8 in a compound file): one sheet of texts and numbers. Only what old office programs
 * write for a plain list; it exists because offices still send such files and the reader must be tried on them.
 */
export function legacyWorkbook(rows: readonly (readonly Cell[])[], merges: readonly Merge[]): Uint8Array {
  const texts = new Map<string, number>();
  let uses = 0;
  const cells: Buffer[] = [];
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell === null || cell === '') return;
      const place = uint16(at, column, 16);
      if (typeof cell === 'number') {
        const number = Buffer.alloc(8);
        number.writeDoubleLE(cell);
        cells.push(record(0x0203, place, number));
        return;
      }
      uses += 1;
      const index = texts.get(cell) ?? texts.size;
      texts.set(cell, index);
      cells.push(record(0x00fd, place, uint32(index)));
    });
  });
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const sheet = Buffer.concat([
    record(0x0809, uint16(0x0600, 0x0010, 0, 0), uint32(0, 0x0600)),
    record(0x0200, uint32(0, rows.length), uint16(0, width, 0)),
    ...cells,
    ...(merges.length > 0 ? [record(0x00e5, uint16(merges.length), ...merges.map((merge) => uint16(merge.top, merge.bottom, merge.left, merge.right)))] : []),
    record(0x000a),
  ]);
  const name = Buffer.from('Sheet1', 'utf16le');
  const before = Buffer.concat([
    record(0x0809, uint16(0x0600, 0x0005, 0, 0), uint32(0, 0x0600)),
    record(0x0042, uint16(1200)),
    ...Array.from({ length: 4 }, () => record(0x0031, uint16(220, 0, 0x7fff, 400, 0, 0, 0), Buffer.from([2, 1]), Buffer.from('宋体', 'utf16le'))),
    ...Array.from({ length: 16 }, (_, at) => record(0x00e0, uint16(0, 0, at < 15 ? 0xfff5 : 1, 0x0020, 0, 0), uint32(0, 0), uint16(0x20c0))),
    // The format @ of the cells keeps identity numbers as text.
    record(0x00e0, uint16(0, 49, 1, 0x0020, 0, 0), uint32(0, 0), uint16(0x20c0)),
  ]);
  const strings = sharedStrings([...texts.keys()], uses);
  const sheetName = Buffer.concat([Buffer.from([6, 1]), name]);
  const sheetAt = before.length + 4 + 6 + sheetName.length + strings.length + 4;
  return compoundFile(Buffer.concat([before, record(0x0085, uint32(sheetAt), uint16(0), sheetName), strings, record(0x000a), sheet]));
}

/** The shared strings, cut into records of at most 8,224 bytes between two strings. */
function sharedStrings(texts: readonly string[], uses: number): Buffer {
  const records: Buffer[] = [];
  let parts: Buffer[] = [uint32(uses, texts.length)];
  let size = 8;
  for (const text of texts) {
    const part = Buffer.concat([uint16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
    if (size + part.length > 8_000) {
      records.push(record(records.length === 0 ? 0x00fc : 0x003c, ...parts));
      parts = [];
      size = 0;
    }
    parts.push(part);
    size += part.length;
  }
  records.push(record(records.length === 0 ? 0x00fc : 0x003c, ...parts));
  return Buffer.concat(records);
}

function record(type: number, ...body: Buffer[]): Buffer {
  const content = Buffer.concat(body);
  return Buffer.concat([uint16(type, content.length), content]);
}

function uint16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
  return bytes;
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32LE(value >>> 0, at * 4));
  return bytes;
}

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** Wraps the workbook stream: header, stream sectors, directory, allocation table. A stream below 4,096 bytes is padded out of the small-stream area. */
function compoundFile(workbook: Buffer): Uint8Array {
  const size = Math.max(4_096, workbook.length);
  const sectors = Math.ceil(size / SECTOR);
  let tables = 1;
  while (tables * 128 < sectors + 1 + tables) tables += 1;
  if (tables > 109) throw new RangeError('legacy workbooks end at seven megabytes');
  const chain = [...Array.from({ length: sectors }, (_, at) => (at === sectors - 1 ? END : at + 1)), END, ...Array.from({ length: tables }, () => 0xfffffffd)];
  const allocation = uint32(...chain, ...Array.from({ length: tables * 128 - chain.length }, () => FREE));
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  uint16(0x003e, 0x0003, 0xfffe, 9, 6).copy(header, 24);
  uint32(tables, sectors, 0, 4_096, END, 0, END, 0).copy(header, 44);
  uint32(...Array.from({ length: tables }, (_, at) => sectors + 1 + at)).copy(header, 76);
  const directory = Buffer.concat([entry('Root Entry', 5, 1, END, 0), entry('Workbook', 2, FREE, 0, size), entry('', 0, FREE, 0, 0), entry('', 0, FREE, 0, 0)]);
  return Buffer.concat([header, workbook, Buffer.alloc(sectors * SECTOR - workbook.length), directory, allocation]);
}

function entry(name: string, type: number, child: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  uint32(FREE, FREE, child).copy(bytes, 68);
  bytes.writeUInt32LE(start >>> 0, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
