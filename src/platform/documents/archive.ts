import { RefusedFile } from '../exchange/index.ts';
import { inflate, readZipDirectory } from '../exchange/zip.ts';
import { LIMITS } from './limits.ts';

/** The parts of a .docx that passed the guard, unpacked: small enough, plain, and without anything that acts by itself. */
export type Parts = ReadonlyMap<string, Buffer>;

/** Parts that run, fetch or embed something. A template is text, tables and pictures. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|\.bin$/i, '宏或二进制部件'],
  [/^word\/(activeX|embeddings|afchunk)/i, '嵌入的对象'],
  [/^word\/(charts|diagrams)\//i, '图表或 SmartArt'],
  [/^customUI\//i, '自定义界面'],
];

/** How large a file may be: uploads by strangers, or what we have filled ourselves. */
export type Most = { readonly [Name in 'fileBytes' | 'partBytes' | 'unpackedBytes']: number };

/** Relationships that may point outside the file: a link somebody may click. Everything else outside would be fetched on opening. */
const LINK = /\/hyperlink$/;

/**
 * Opens a .docx, or throws `RefusedFile` with Chinese to act on: too large, a bomb, macros, embedded objects, links to outside
 * templates or pictures, or XML that declares entities.
 */
export async function openArchive(file: Buffer, most: Most = LIMITS): Promise<Parts> {
  if (file.length > most.fileBytes) throw new RefusedFile('docx-too-large', `文件超过 ${most.fileBytes / 1024 / 1024} MB。请压缩或删去模板里的图片再上传。`);
  if (file.length < 4 || file.readUInt32LE(0) !== 0x04034b50) {
    throw new RefusedFile('docx-unsupported', '这不是 .docx 文件（.doc、.wps、PDF 都不行）。请在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”再上传。');
  }
  const parts = await unpack(file, most);
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml')) {
    throw new RefusedFile('docx-unsupported', '文件里没有 Word 正文。请在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”再上传。');
  }
  guardContent(parts);
  return parts;
}

async function unpack(file: Buffer, most: Most): Promise<Map<string, Buffer>> {
  let total = 0;
  const parts = new Map<string, Buffer>();
  try {
    const entries = readZipDirectory(file);
    if (entries.size > LIMITS.parts)
      throw new RefusedFile('docx-too-many-parts', `文件里有 ${entries.size} 个部件，上限是 ${LIMITS.parts} 个。请新建文档，把文字粘贴进去。`);
    for (const [name, entry] of entries) {
      if (name.endsWith('/')) continue;
      if (name.includes('..') || name.startsWith('/') || name.includes('\\')) throw damaged();
      total += entry.unpacked;
      if (entry.unpacked > most.partBytes || total > most.unpackedBytes) throw tooMuch();
      const chunks: Buffer[] = [];
      for await (const chunk of inflate(file, entry, 64 * 1024)) chunks.push(chunk);
      parts.set(name, Buffer.concat(chunks));
    }
  } catch (problem) {
    // The reader of workbooks speaks of workbooks; its words are replaced, its judgement kept.
    if (problem instanceof RefusedFile && !problem.code.startsWith('docx-')) throw problem.code === 'zip-damaged' ? damaged() : tooMuch();
    throw problem;
  }
  return parts;
}

function guardContent(parts: Parts): void {
  for (const [name, content] of parts) {
    const found = FORBIDDEN.find(([pattern]) => pattern.test(name));
    if (found !== undefined) throw new RefusedFile('docx-unsafe', `文件里有${found[1]}，模板不能带。请新建一个空白 Word 文档，只把文字和表格粘贴进去再上传。`);
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const text = content.toString('utf8');
    if (/<!\s*(DOCTYPE|ENTITY)/i.test(text))
      throw new RefusedFile('docx-unsafe', '文件里有不该出现的 XML 声明，像是被改动过。请在 Word 里打开，另存后再上传。');
    if (name === '[Content_Types].xml' && /macroEnabled/i.test(text))
      throw new RefusedFile('docx-unsafe', '这是带宏的文档。请另存为不带宏的“Word 文档（*.docx）”再上传。');
    if (name.endsWith('.rels')) guardLinks(text);
  }
}

function guardLinks(rels: string): void {
  for (const [relationship] of rels.matchAll(/<Relationship\b[^>]*>/gi)) {
    if (!/TargetMode\s*=\s*["']External/i.test(relationship)) continue;
    const type = /Type\s*=\s*["']([^"']*)/i.exec(relationship)?.[1] ?? '';
    if (!LINK.test(type)) {
      throw new RefusedFile(
        'docx-unsafe',
        '文件引用了外面的模板或图片，打开时会去别处取。请改用插入到文档里的图片，并在“选项—加载项—模板”里取消附加模板，再上传。',
      );
    }
  }
}

function damaged(): RefusedFile {
  return new RefusedFile('docx-damaged', '文件不完整或已损坏，打不开。请在 Word 或 WPS 里打开它，另存后再上传。');
}

function tooMuch(): RefusedFile {
  return new RefusedFile(
    'docx-too-large',
    `文件解开后太大（上限 ${LIMITS.unpackedBytes / 1024 / 1024} MB）或者压缩得不正常。请删去大图片，或新建文档把文字粘贴进去再上传。`,
  );
}
