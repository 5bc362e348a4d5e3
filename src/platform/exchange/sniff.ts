import { inMegabytes, LIMITS } from './limits.ts';
import { RefusedFile } from './table.ts';
import { readZipDirectory } from './zip.ts';

export type FileFormat = 'xlsx' | 'xls' | 'csv';

const SAVE_AS = '请用 Excel 或 WPS 打开原表，另存为 .xlsx 或 .csv 再上传。';

/**
 * Says what a file is by its bytes, never by its name, and refuses at once whatever is not one of the three formats or is
 * too much to read. Touches the head of the file and the directory of an archive, and unpacks nothing.
 */
export function sniff(file: Buffer): FileFormat {
  if (file.length === 0) throw new RefusedFile('empty-file', '文件是空的。请确认选对了文件。');
  if (file.length > LIMITS.fileBytes) {
    throw new RefusedFile('file-too-large', `文件有 ${inMegabytes(file.length)}，上限是 ${inMegabytes(LIMITS.fileBytes)}。请按项目或月份分成几个文件再上传。`);
  }
  const head = file.subarray(0, 8).toString('latin1');
  if (head.startsWith('PK\u0003\u0004')) return workbookInArchive(file);
  if (head === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return workbookInCompoundFile(file);
  refuseKnownOthers(file, head);
  if (isBinary(file)) throw new RefusedFile('not-a-table', `这不是表格文件：内容是二进制数据，不管文件名怎么写。${SAVE_AS}`);
  return 'csv';
}

function workbookInArchive(file: Buffer): FileFormat {
  const entries = readZipDirectory(file);
  if (entries.has('xl/vbaProject.bin') || [...entries.keys()].some((name) => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) {
    throw new RefusedFile('macros', '工作簿带有宏（VBA）。为安全起见不接收带宏的文件，请另存为不带宏的 .xlsx 再上传。');
  }
  if (entries.has('xl/workbook.bin')) throw new RefusedFile('xlsb', `这是 .xlsb 二进制工作簿。${SAVE_AS}`);
  if (entries.has('xl/workbook.xml')) return 'xlsx';
  if (entries.has('word/document.xml')) throw new RefusedFile('word', `这是 Word 文档，不是表格。${SAVE_AS}`);
  if (entries.has('mimetype') && entries.has('content.xml')) throw new RefusedFile('ods', `这是 ODS 表格。${SAVE_AS}`);
  throw new RefusedFile('archive', '这是压缩包，不是表格。请解压后逐个上传里面的表格。');
}

function workbookInCompoundFile(file: Buffer): FileFormat {
  // Directory names of a compound file are UTF-16; looking for them is enough to tell what kind of document it holds.
  const has = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw new RefusedFile('encrypted', '文件设了打开密码。请在 Excel 里取消密码，另存后再上传。');
  if (has('_VBA_PROJECT')) throw new RefusedFile('macros', '工作簿带有宏（VBA）。为安全起见不接收带宏的文件，请另存为不带宏的 .xlsx 再上传。');
  if (has('Workbook')) return 'xls';
  if (has('WordDocument')) throw new RefusedFile('word', `这是 Word 文档，不是表格。${SAVE_AS}`);
  throw new RefusedFile('not-a-table', `这个旧格式文件里没有 Excel 97-2003 工作簿（Excel 5.0/95 也读不了）。${SAVE_AS}`);
}

function refuseKnownOthers(file: Buffer, head: string): void {
  if (head.startsWith('%PDF')) throw new RefusedFile('pdf', `这是 PDF 文件，只是改了后缀名。${SAVE_AS}`);
  if (head.startsWith('\u0089PNG') || head.startsWith('\u00ff\u00d8\u00ff') || head.startsWith('GIF8') || head.startsWith('BM')) {
    throw new RefusedFile('image', `这是图片，不是表格。${SAVE_AS}`);
  }
  if (head.startsWith('Rar!') || head.startsWith('7z\u00bc\u00af') || head.startsWith('\u001f\u008b')) {
    throw new RefusedFile('archive', '这是压缩包，不是表格。请解压后逐个上传里面的表格。');
  }
  if (head.startsWith('{\\rtf')) throw new RefusedFile('word', `这是 RTF 文档，不是表格。${SAVE_AS}`);
  const opening = file
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype|html|table|head|body|\?xml|xml|meta|style|div|script)/.test(opening) || /<html|<table|mime-version:/.test(opening)) {
    throw new RefusedFile('html', `这是网页（HTML/XML）内容，只是后缀写成了表格；有些网银和系统导出的“xls”就是这样。${SAVE_AS}`);
  }
}

function isBinary(file: Buffer): boolean {
  const utf16 = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff);
  if (utf16) return false;
  const head = file.subarray(0, 64 * 1024);
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) control += 1;
  }
  return control > head.length / 100;
}
