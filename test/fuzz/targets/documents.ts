import { readFileSync } from 'node:fs';
import { DOCUMENT_KINDS, type DocumentKind, templateFields } from '#modules/office/documents/domain/index.ts';
import { inspectTemplate, readTemplate } from '../../../src/platform/documents/fill.ts';
import { archive } from '../../../src/platform/exchange/test-archives.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { mutateBytes, mutateText, NASTY } from '../mutate.ts';

/** A template as an office uploads it, its parts as text. */
interface Template {
  readonly kind: string;
  readonly parts: Readonly<Record<string, string>>;
}

const folder = new URL('../../../src/modules/office/documents/server/templates/', import.meta.url);
const KINDS = DOCUMENT_KINDS.filter(({ code }) => code === 'deposit-payment-notice' || code === 'payroll-sheet');

const files = new Map(KINDS.map(({ code }) => [code, readFileSync(new URL(`${code}.docx`, folder))] as const));
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const paragraph = (text: string) =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;

/** A short template with everything a long one has: what a long one costs goes into reading the same kinds of parts again. */
function shortTemplate(kind: DocumentKind): Template {
  const { plain, lists } = templateFields(kind);
  const [first = '', second = ''] = plain;
  const rows = Object.entries(lists).map(
    ([name, columns]) =>
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell(`{#${name}}{${columns[0] ?? ''}}`)}${cell(`{${columns[1] ?? ''}}{/${name}}`)}</w:tr></w:tbl>`,
  );
  return {
    kind: kind.code,
    parts: {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>',
      'word/footer1.xml': `<w:ftr ${W}>${paragraph('第 1 页')}</w:ftr>`,
      'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="21"/></w:rPr></w:style></w:styles>`,
      'word/document.xml': `<w:document ${W}><w:body>${paragraph(`{${first}}`)}${paragraph(`按照规定：{${second}}。`)}${rows.join('')}<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440"/></w:sectPr></w:body></w:document>`,
    },
  };
}

const SOUND = KINDS.map(shortTemplate);

const WORDS = [
  ...NASTY,
  '{',
  '}',
  '{#',
  '{/',
  '{#人员}',
  '{/人员}',
  '{#工人}',
  '｛文号｝',
  '{文号}',
  '</w:p>',
  '<w:p>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tc>',
  '<w:tr>',
  '<w:sectPr/>',
  '<w:pgSz w:w="1"/>',
  '<w:drawing/>',
  '<w:del/>',
  '<w:gridSpan w:val="99999"/>',
  '<w:vMerge/>',
  '<w:sz w:val="-1"/>',
  '<w:numPr/>',
  '<!DOCTYPE x>',
  'r:id="rId1"',
  'TargetMode="External"',
  'w:val="',
];

async function verdict(kind: string, file: Buffer, look = readTemplate): Promise<Verdict> {
  const known = KINDS.find(({ code }) => code === kind);
  if (known === undefined) return { came: 'refused', why: 'kind' };
  const looked = await look(file, templateFields(known));
  if (looked.ok) return { came: 'taken' };
  const { code, says } = looked.refusal;
  if (!/\p{Script=Han}/u.test(says) || says.length > 5_000) return { came: 'broken', says: `refused without words, or with too many: ${says.slice(0, 100)}` };
  return { came: 'refused', why: `${code} ${says.replace(/「.*」/gs, '').slice(0, 30)}` };
}

/** Parts made wrong and put into an archive that opens. */
const parts: FuzzTarget<Template> = {
  name: 'file-docx-parts',
  seeds: SOUND,
  mutate(input, chance) {
    const name = chance.happens(0.7) ? 'word/document.xml' : chance.pick(Object.keys(input.parts));
    const text = input.parts[name] ?? '';
    // Mostly one place of a long text: a whole text made wrong says little.
    const at = chance.between(0, Math.max(0, text.length - 40));
    return { ...input, parts: { ...input.parts, [name]: text.slice(0, at) + mutateText(text.slice(at, at + 40), chance, WORDS) + text.slice(at + 40) } };
  },
  run: ({ kind, parts: given }) =>
    verdict(
      kind,
      archive(
        Object.entries(given).map(([name, text]) => ({ name, content: Buffer.from(text) })),
        true,
      ),
    ),
  encode: (input) => JSON.stringify(input),
  decode: (line) => JSON.parse(line),
};

/** The same filled and printed once, as an upload is. */
const tried: FuzzTarget<Template> = {
  ...parts,
  name: 'file-docx-tried',
  run: ({ kind, parts: given }) =>
    verdict(
      kind,
      archive(
        Object.entries(given).map(([name, text]) => ({ name, content: Buffer.from(text) })),
        true,
      ),
      inspectTemplate,
    ),
};

/** The file itself: its directory, its headers, its packed bytes. */
const packed: FuzzTarget<Buffer> = {
  name: 'file-docx-archive',
  seeds: [...files.values()],
  mutate: (input, chance) =>
    mutateBytes(input, chance, ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', 'word/document.xml', 'word/vbaProject.bin', ...NASTY.slice(0, 20)]),
  run: (input) => verdict('payroll-sheet', input),
  encode: (input) => input.toString('base64'),
  decode: (line) => Buffer.from(line, 'base64'),
};

export const targets: readonly (FuzzTarget<Template> | FuzzTarget<Buffer>)[] = [parts, tried, packed];
