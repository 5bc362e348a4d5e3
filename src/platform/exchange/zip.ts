import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { inMegabytes, LIMITS } from './limits.ts';
import { RefusedFile } from './table.ts';

/** One entry of the central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ALL_ONES = 0xffff_ffff;

/**
 * Reads the list of parts at the end of an archive, without unpacking anything, and refuses what is too much of anything.
 * The sizes in the list may lie; `inflate` counts again.
 */
export function readZipDirectory(file: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count === 0xffff || at === ALL_ONES) throw new RefusedFile('zip64', '工作簿的压缩格式是 ZIP64，只有特别大的文件才用它。请把数据分成几个文件再上传。');
  if (count > LIMITS.parts) throw new RefusedFile('zip-parts', `工作簿里有 ${count} 个部件，上限是 ${LIMITS.parts} 个。请只保留要导入的工作表，另存后再上传。`);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw damaged();
    const flags = file.readUInt16LE(at + 8);
    const nameLength = file.readUInt16LE(at + 28);
    const entry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    };
    if ((flags & 1) === 1) throw new RefusedFile('encrypted', '文件设了打开密码。请在 Excel 里取消密码，另存后再上传。');
    total += entry.unpacked;
    guardSize(entry);
    entries.set(entry.name, entry);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (total > LIMITS.unpackedBytes) {
    throw new RefusedFile(
      'too-large-unpacked',
      `工作簿解开后有 ${inMegabytes(total)}，上限是 ${inMegabytes(LIMITS.unpackedBytes)}。请删去不用的工作表和图片，或分成几个文件再上传。`,
    );
  }
  return entries;
}

function guardSize(entry: ZipEntry): void {
  const isSheet = entry.name.startsWith('xl/worksheets/') || entry.name === 'xl/sharedStrings.xml';
  if (isSheet && entry.unpacked > LIMITS.sheetBytes) throw tooLargeSheet(entry.unpacked);
  if (entry.unpacked > LIMITS.ratioFromBytes && entry.unpacked > entry.packed * LIMITS.ratio) {
    throw new RefusedFile(
      'zip-bomb',
      `文件里的「${entry.name}」压缩了 ${Math.round(entry.unpacked / Math.max(1, entry.packed))} 倍，上限是 ${LIMITS.ratio} 倍，像是压缩炸弹，或者带了几十万行空白格式。请把有内容的行复制到新工作簿再上传。`,
    );
  }
}

function tooLargeSheet(bytes: number): RefusedFile {
  return new RefusedFile(
    'sheet-too-large',
    `工作表解开后有 ${inMegabytes(bytes)}，上限是 ${inMegabytes(LIMITS.sheetBytes)}（约 20 万行）。请按项目或月份分成几个文件再上传。`,
  );
}

function damaged(): RefusedFile {
  return new RefusedFile('zip-damaged', '文件不完整或已损坏，打不开。请在 Excel 里打开它，另存为 .xlsx 后再上传。');
}

function findEnd(file: Buffer): number {
  // The end record is 22 bytes and a comment of at most 65,535.
  for (let at = file.length - 22; at >= 0 && at >= file.length - 65_557; at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

/**
 * Unpacks one part chunk by chunk. Counts what really comes out and stops at what the directory declared, so that a lying
 * header gains nothing.
 */
export async function* inflate(file: Buffer, entry: ZipEntry, chunkBytes = 1024 * 1024): AsyncGenerator<Buffer> {
  if (entry.at + 30 > file.length || file.readUInt32LE(entry.at) !== LOCAL) throw damaged();
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const packed = file.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw damaged();
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw damaged();
    yield packed;
    return;
  }
  if (entry.method !== 8) throw damaged();
  if (entry.unpacked <= AT_ONCE_BYTES) {
    yield atOnce(packed, entry);
    return;
  }
  const unpacking = createInflateRaw({ chunkSize: chunkBytes });
  unpacking.end(packed);
  let out = 0;
  try {
    for await (const chunk of unpacking) {
      const bytes: Buffer = chunk;
      out += bytes.length;
      if (out > entry.unpacked) throw tooMuch(entry);
      yield bytes;
    }
  } catch (problem) {
    throw problem instanceof RefusedFile ? problem : damaged();
  } finally {
    unpacking.destroy();
  }
  if (out !== entry.unpacked) throw damaged();
}

/** Most parts of a workbook are small: setting up a stream for one takes longer than unpacking it. */
const AT_ONCE_BYTES = 128 * 1024;

function atOnce(packed: Buffer, entry: ZipEntry): Buffer {
  let bytes: Buffer;
  try {
    bytes = inflateRawSync(packed, { maxOutputLength: entry.unpacked + 1 });
  } catch (problem) {
    throw problem instanceof RangeError ? tooMuch(entry) : damaged();
  }
  if (bytes.length > entry.unpacked) throw tooMuch(entry);
  if (bytes.length < entry.unpacked) throw damaged();
  return bytes;
}

function tooMuch(entry: ZipEntry): RefusedFile {
  return new RefusedFile('zip-lies', `文件里的「${entry.name}」比它自己声明的大，像是被改动过。请在 Excel 里打开，另存后再上传。`);
}

/** A small part whole, as text; null when the archive does not have it. */
export async function readPart(file: Buffer, entries: ReadonlyMap<string, ZipEntry>, name: string): Promise<string | null> {
  const entry = entries.get(name);
  if (entry === undefined) return null;
  if (entry.unpacked > LIMITS.smallPartBytes)
    throw new RefusedFile(
      'part-too-large',
      `文件里的「${name}」解开后有 ${inMegabytes(entry.unpacked)}，上限是 ${inMegabytes(LIMITS.smallPartBytes)}。请把数据复制到新工作簿再上传。`,
    );
  const chunks: Buffer[] = [];
  for await (const chunk of inflate(file, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
