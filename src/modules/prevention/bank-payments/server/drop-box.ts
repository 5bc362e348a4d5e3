import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Refusal, Result } from '#kernel/result.ts';
import { inBoundedThread } from '#platform/bounded-thread.ts';
import { CHINA_OFFSET_MS } from '#platform/clock.ts';
import { type DropFile, dropFileText, painXml, readDropFile, readIso20022 } from '../domain/index.ts';
import type { Instruction } from './instruction.ts';
import type { BankLink } from './ports.ts';
import { readXmlTree } from './xml-tree.ts';

/**
 * A folder both sides can reach (SFTP mounted by the operator): `out` for our instructions, `in` for the bank's messages,
 * `done` and `refused` for what was read. A file counts once its `.ok` flag lies beside it, and its last line is the SM3 of
 * all bytes before it: `#SM3,…`, in XML as a comment after the document, `<!--#SM3,…-->`, so that it stays XML.
 */
const FOLDERS = ['out', 'in', 'done', 'refused'] as const;
/** 20,000 lines of a result are about 3 MB. */
const FILE_BYTES = 32 * 1024 * 1024;
/** What is read in a few dozen milliseconds is read at once; larger files in a thread, while requests go on. */
const AT_ONCE_BYTES = 256 * 1024;
const READING_SECONDS = 60;
const READING_MEGABYTES = 768;

export async function openDropBox(folder: string): Promise<void> {
  for (const name of FOLDERS) await mkdir(join(folder, name), { recursive: true });
}

const TITLES = ['lineNo', 'workerName', 'idNoMasked', 'cardNo', 'amount', 'bankName', 'remark'] as const;

/** Writes an instruction: under another name first, so that nobody reads half of it. The same batch is the same file. */
export async function dropInstruction(link: BankLink, instruction: Instruction): Promise<void> {
  if (link.folder === null) throw new Error('the drop box has no folder');
  await openDropBox(link.folder);
  const text = link.format === 'xml' ? painXml(transferOf(instruction), link.encoding === 'utf-8' ? 'UTF-8' : 'GB18030') : instructionText(instruction);
  const bytes = withDigest(link.encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text), link.format);
  const name = join(link.folder, 'out', `PAYROLL_${instruction.batchNo}.${link.format}`);
  await writeFile(`${name}.part`, bytes);
  await rename(`${name}.part`, name);
  await writeFile(`${name}.ok`, '');
}

/** The moment of submission, so that the same batch is the same file however often it is written. */
function transferOf(instruction: Instruction) {
  const at = new Date(instruction.submittedAt.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19);
  return { ...instruction, madeAt: at, requestedOn: at.slice(0, 10) };
}

function instructionText({ lines, ...head }: Instruction): string {
  return dropFileText(
    'PayrollInstruction',
    [
      ['instructionId', head.instructionId],
      ['batchNo', head.batchNo],
      ['accountNo', head.accountNo],
      ['projectCode', head.projectCode],
      ['payMonth', head.payMonth],
      ['totalCount', String(head.totalCount)],
      ['totalAmount', head.totalAmount],
      ['purpose', head.purpose],
      ['digest', head.digest],
    ],
    TITLES,
    lines.map((line) => TITLES.map((title) => String(line[title]))),
  );
}

export function withDigest(bytes: Buffer, format: BankLink['format'] = 'csv'): Buffer {
  const digest = `#SM3,${createHash('sm3').update(bytes).digest('hex')}`;
  return Buffer.concat([bytes, Buffer.from(format === 'xml' ? `<!--${digest}-->\r\n` : `${digest}\r\n`)]);
}

/** Files of the bank that are complete, oldest name first. Without its flag a file is still being written. */
export async function waitingFiles(folder: string): Promise<readonly string[]> {
  await openDropBox(folder);
  const names = await readdir(join(folder, 'in'));
  const all = new Set(names);
  return names.filter((name) => !name.endsWith('.ok') && all.has(`${name}.ok`)).sort();
}

/** Files that lie there without a flag for longer than a writer needs: the bank forgot it, or its transfer broke off. */
export async function forgottenFiles(folder: string, now: Date, olderThanMs: number): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'in'));
  const all = new Set(names);
  const found: string[] = [];
  for (const name of names) {
    if (name.endsWith('.ok') || all.has(`${name}.ok`)) continue;
    const { mtimeMs } = await stat(join(folder, 'in', name));
    if (now.getTime() - mtimeMs > olderThanMs) found.push(name);
  }
  return found;
}

/** Reads a file of the bank whole: digest, encoding, then every row; one that is wrong anywhere is refused as a whole. */
export async function readDropped(link: Pick<BankLink, 'folder' | 'encoding'>, name: string): Promise<Result<DropFile, Refusal>> {
  const path = join(link.folder ?? '', 'in', name);
  const { size } = await stat(path);
  if (size > FILE_BYTES)
    return { ok: false, refusal: { code: 'drop-file-too-large', says: `文件超过 ${FILE_BYTES / 1024 / 1024} MB，没有收。分成几个文件重发。` } };
  const format = name.toLowerCase().endsWith('.xml') ? 'xml' : 'csv';
  const bytes = await readFile(path);
  if (size <= AT_ONCE_BYTES) return readDropBytes(bytes, link.encoding, format);
  const limits = { seconds: READING_SECONDS, megabytes: READING_MEGABYTES };
  const read = await inBoundedThread<Result<DropFile, Refusal>>(
    new URL('./drop-thread.ts', import.meta.url),
    { bytes, encoding: link.encoding, format },
    limits,
  );
  if (read === 'too-long')
    return { ok: false, refusal: { code: 'drop-file-too-large', says: `读这个文件超过 ${READING_SECONDS} 秒，没有收。分成几个文件重发。` } };
  if (read === 'broken') return { ok: false, refusal: { code: 'drop-file-too-large', says: '文件展开后太大，读不完，没有收。分成几个文件重发。' } };
  return read;
}

export function readDropBytes(bytes: Buffer, encoding: 'gb18030' | 'utf-8', format: BankLink['format'] = 'csv'): Result<DropFile, Refusal> {
  const mark = format === 'xml' ? '<!--#SM3,' : '#SM3,';
  const at = bytes.lastIndexOf(mark);
  const last =
    at === -1
      ? ''
      : bytes
          .subarray(at + mark.length)
          .toString('latin1')
          .trim();
  const digest = format === 'xml' ? last.replace(/-->$/, '') : last;
  if (at === -1 || !/^[0-9a-f]{64}$/.test(digest))
    return { ok: false, refusal: { code: 'drop-digest-missing', says: `最后一行没有 SM3 摘要（${mark}…），文件可能没有传完。重新传一份完整的。` } };
  if (createHash('sm3').update(bytes.subarray(0, at)).digest('hex') !== digest)
    return { ok: false, refusal: { code: 'drop-digest-wrong', says: '内容与 SM3 摘要不符，文件被改过或没有传完，没有收。重新生成后再传。' } };
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, at));
  } catch {
    return {
      ok: false,
      refusal: { code: 'drop-encoding-wrong', says: `文件不是 ${encoding.toUpperCase()} 编码，汉字读不出来，没有收。按约定的编码重新生成。` },
    };
  }
  if (format === 'csv') return readDropFile(text);
  const tree = readXmlTree(text, encoding);
  return tree.ok ? readIso20022(tree.value) : tree;
}

/** Puts a read file away; with `why`, among the refused with a note beside it. */
export async function putAway(folder: string, name: string, why: string | null): Promise<void> {
  const to = join(folder, why === null ? 'done' : 'refused', name);
  if (why !== null) await writeFile(`${to}.说明.txt`, `\uFEFF${name}\r\n${why}\r\n`);
  await rename(join(folder, 'in', name), to);
  await rename(join(folder, 'in', `${name}.ok`), `${to}.ok`).catch(() => undefined);
}
