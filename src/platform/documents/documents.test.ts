import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { readPdf } from '../../../test/support/pdf.ts';
import { archive } from '../exchange/test-archives.ts';
import { openArchive } from './archive.ts';
import { documentFactory } from './factory.ts';
import { fillTemplate, inspectTemplate, type TemplateFields, type TemplateValues } from './fill.ts';
import { carryOut } from './make.ts';
import { qrCode } from './qr-code.ts';
import { readDocx } from './read-docx.ts';

const FIELDS: TemplateFields = { plain: ['名称', '说明', '备注'], images: ['二维码'], lists: { 人员: ['姓名', '金额'] } };
const NONE: TemplateValues = { plain: {}, images: {}, lists: {} };
const ABOUT = { title: '试验文书', author: '某县人社局', made: new Date(0) };

function paragraphs(...texts: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph({ children: [new TextRun(text)] })) }] }));
}

async function textOf(template: Buffer, values: TemplateValues): Promise<string> {
  const made = await carryOut({ kind: 'make', template, values, about: ABOUT });
  if (!made.ok || !('pdf' in made.value)) throw new Error(made.ok ? 'not made' : made.refusal.says);
  return readPdf(made.value.pdf).text;
}

/** A .docx whose body is this XML, with more parts beside it. */
function docx(body: string, more: readonly { readonly name: string; readonly content: Buffer; readonly declared?: number }[] = [], rels = ''): Buffer {
  const part = (name: string, xml: string) => ({ name, content: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`) });
  const W =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return archive([
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    part('word/document.xml', `<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...(rels === ''
      ? []
      : [part('word/_rels/document.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`)]),
    ...more,
  ]);
}

const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe('填模板', () => {
  it('填字段、列表、条件，值里的花括号和尖括号只是文字', async () => {
    const template = await paragraphs('{名称}：', '{#人员}{姓名} {金额} 元；{/人员}', '{#备注}备注：{备注}{/备注}', '完');
    const text = await textOf(template, {
      ...NONE,
      plain: { 名称: '<b>{说明}</b>&甲公司', 说明: '不该出现', 备注: '' },
      lists: {
        人员: [
          { 姓名: '赵大', 金额: '5,000' },
          { 姓名: '{名称}', 金额: '4,000' },
        ],
      },
    });
    expect(text).toContain('<b>{说明}</b>&甲公司：');
    expect(text.replaceAll('\n', '')).toContain('赵大 5,000 元；{名称} 4,000 元；');
    expect(text).not.toContain('不该出现');
    expect(text).not.toContain('备注');
  });

  it('填好的 .docx 里也是同样的话，Word 分成几段写的字段照样认得', async () => {
    const template = docx('<w:p><w:r><w:t>{名</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>称}</w:t></w:r></w:p>');
    const filled = await fillTemplate(template, { ...NONE, plain: { 名称: '乙公司' } });
    if (!filled.ok) throw new Error(filled.refusal.says);
    const [block] = readDocx(await openArchive(filled.value.docx)).paper.sections[0]?.blocks ?? [];
    expect(block?.kind === 'paragraph' && block.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).toBe('乙公司');
  });

  it('多行的值分行', async () => {
    expect(await textOf(await paragraphs('{说明}'), { ...NONE, plain: { 说明: '第一行\n第二行' } })).toMatch(/第一行\n第二行/);
  });

  it('一份最多 2000 行', async () => {
    const many = Array.from({ length: 2001 }, () => ({ 姓名: '赵大', 金额: '1' }));
    const made = await fillTemplate(await paragraphs('{#人员}{姓名}{/人员}'), { ...NONE, lists: { 人员: many } });
    expect(made).toMatchObject({ ok: false, refusal: { code: 'document-too-long' } });
  });

  it('语言自己的名字不是字段', async () => {
    expect(await textOf(await paragraphs('[{constructor}][{__proto__}][{toString}]'), NONE)).toBe('[][][]');
  });
});

describe('打印的 PDF', () => {
  const template = () =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            properties: { page: { size: { width: 11906, height: 16838 } } },
            footers: {
              default: new Footer({
                children: [new Paragraph({ children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页共 ', PageNumber.TOTAL_PAGES, ' 页'] })] })],
              }),
            },
            children: [
              new Paragraph({ heading: 'Heading1', children: [new TextRun('农民工工资支付表')] }),
              new Table({
                columnWidths: [3000, 3000],
                rows: [
                  new TableRow({ tableHeader: true, children: ['姓名', '金额'].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
                  new TableRow({ children: ['{#人员}{姓名}', '{金额}{/人员}'].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
                ],
              }),
              new Paragraph('{二维码}'),
            ],
          },
        ],
      }),
    );
  const rows = Array.from({ length: 80 }, (_, index) => ({ 姓名: `工人${index}`, 金额: '5,230.50' }));

  it('带标签、嵌 TrueType 子集、字能取出来、表头每页重复、页码对', async () => {
    const made = await carryOut({
      kind: 'make',
      template: await template(),
      values: { ...NONE, images: { 二维码: { png: qrCode('https://example.cn/s/abc'), size: 100, alt: '扫码' } }, lists: { 人员: rows } },
      about: ABOUT,
    });
    if (!made.ok || !('pdf' in made.value)) throw new Error('not made');
    const { pdf, pages, missing } = made.value;
    const { text, objects, structure } = readPdf(pdf);
    expect(objects).toMatch(/\/StructTreeRoot/);
    expect(objects).toMatch(/\/MarkInfo/);
    expect(objects).toMatch(/\/Marked true/);
    expect(objects).toMatch(/\/Lang \(zh-CN\)/);
    expect(objects).toMatch(/\/FontFile2/);
    expect(objects).not.toMatch(/\/FontFile3|\/Type3/);
    for (const type of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD', 'P', 'Figure']) expect(structure).toContain(type);
    // One header row in the structure, however often it is printed.
    expect(structure.filter((type) => type === 'TH')).toHaveLength(2);
    expect(structure.filter((type) => type === 'TR')).toHaveLength(81);
    expect(pages).toBeGreaterThan(1);
    expect(text.match(/姓名/g)).toHaveLength(pages);
    expect(text.replaceAll('\n', '')).toContain(`第 ${pages} 页共 ${pages} 页`);
    for (let index = 0; index < 80; index += 1) expect(text).toContain(`工人${index}\n`);
    expect(missing).toEqual([]);
    // Ten megabytes of font become a subset.
    expect(pdf.length).toBeLessThan(400_000);
  });

  it('字体没有的字不悄悄丢：PDF 里印〓，并且点名', async () => {
    const rare = '\u{e000}';
    const made = await carryOut({
      kind: 'make',
      template: await paragraphs('姓名：{名称}'),
      values: { ...NONE, plain: { 名称: `${rare}龘𬺈` } },
      about: ABOUT,
    });
    if (!made.ok || !('missing' in made.value)) throw new Error('not made');
    expect(made.value.missing).toEqual([rare]);
    expect(readPdf(made.value.pdf).text).toContain('姓名：〓龘𬺈');
  });

  it('避头尾：标点不在行首，左括号不在行尾', async () => {
    const text = await textOf(await paragraphs('{说明}'), { ...NONE, plain: { 说明: '责令限期改正，（逾期不改正的）。'.repeat(40) } });
    for (const line of text.split('\n')) {
      expect(line).not.toMatch(/^[，。）]/);
      expect(line).not.toMatch(/（$/);
    }
    expect(text.replaceAll('\n', '')).toBe('责令限期改正，（逾期不改正的）。'.repeat(40));
  });

  it('比一页还高的一格分到下一页，一个字不少', async () => {
    const long = Array.from({ length: 120 }, (_, index) => `第${index}条违法事实`).join('\n');
    const cell = docx(
      `<w:tbl><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>${p('事实')}</w:tc><w:tc>${p('{说明}')}</w:tc></w:tr></w:tbl>${p('完')}`,
    );
    const text = await textOf(cell, { ...NONE, plain: { 说明: long } });
    for (let index = 0; index < 120; index += 1) expect(text).toContain(`第${index}条违法事实`);
    expect(text.endsWith('完')).toBe(true);
  });

  it('合并的单元格、自动编号、样式里的加粗和字号都照 Word 的来', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="x"/><w:basedOn w:val="A"/></w:style></w:styles>';
    const numbering =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const numbered = (text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="B"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const merged = `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('合并')}</w:tc><w:tc>${p('上')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${p('下')}</w:tc></w:tr></w:tbl>`;
    const file = docx(`${numbered('事实')}${numbered('依据')}${merged}`, [
      { name: 'word/styles.xml', content: Buffer.from(styles) },
      { name: 'word/numbering.xml', content: Buffer.from(numbering) },
    ]);
    const { paper } = readDocx(await openArchive(file));
    const [first] = paper.sections[0]?.blocks ?? [];
    expect(first).toMatchObject({ kind: 'paragraph', heading: 2, runs: [{ text: '一、' }, { look: { bold: true, size: 16 } }] });
    const text = await textOf(file, NONE);
    expect(text).toContain('一、');
    expect(text).toContain('二、');
    expect(text.match(/合并/g)).toHaveLength(1);
  });
});

describe('别人上传的模板', () => {
  const inspect = async (file: Buffer) => {
    const report = await inspectTemplate(file, FIELDS);
    return report.ok ? 'taken' : report.refusal.says;
  };
  const zip = (name: string, content: Buffer | string) => ({ name, content: Buffer.from(content) });

  it('好模板收下，并说用了哪些字段', async () => {
    expect(await inspectTemplate(await paragraphs('{名称}{#人员}{姓名}{/人员}{二维码}'), FIELDS)).toEqual({
      ok: true,
      value: { used: ['名称', '人员', '姓名', '二维码'] },
    });
  });

  it.each([
    { why: '不认识的字段', body: p('{身份证}'), says: '不认识的字段「身份证」' },
    { why: '列表外用列表的列', body: p('{姓名}'), says: '不认识的字段「姓名」' },
    { why: '全角花括号', body: p('｛名称｝'), says: '全角花括号' },
    { why: '少右括号', body: p('{名称'), says: '没有成对' },
    { why: '没有结尾的列表', body: p('{#人员}{姓名}'), says: '没有结尾' },
    { why: '列表套列表', body: p('{#人员}{#人员}{姓名}{/人员}{/人员}'), says: '列表不能套列表' },
    { why: '列表没写成列表', body: p('{人员}'), says: '是列表' },
    { why: '文本框', body: '<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>', says: '文本框' },
    { why: '修订', body: '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>', says: '修订' },
    { why: '套太多层', body: '<w:sdt><w:sdtContent>'.repeat(60) + p('深') + '</w:sdtContent></w:sdt>'.repeat(60), says: '太多层' },
    { why: '半个 XML', body: '<w:p><w:r>', says: '读不懂' },
  ])('$why：拒收，说清楚', async ({ body, says }) => {
    expect(await inspect(docx(body))).toContain(says);
  });

  it.each([
    { why: '宏', file: docx(p('x'), [zip('word/vbaProject.bin', 'MZ')]), says: '宏' },
    { why: '嵌入的对象', file: docx(p('x'), [zip('word/embeddings/oleObject1.xlsx', 'x')]), says: '嵌入的对象' },
    {
      why: '外部模板',
      file: docx(
        p('x'),
        [],
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/>',
      ),
      says: '引用了外面',
    },
    {
      why: '外部图片',
      file: docx(
        p('x'),
        [],
        '<Relationship TargetMode = "External" Id="r9" Target="http://evil.example/a.png" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>',
      ),
      says: '引用了外面',
    },
    { why: '实体', file: docx(p('x'), [zip('word/styles.xml', '<!DOCTYPE a [<!ENTITY b "c">]><w:styles/>')]), says: 'XML 声明' },
    { why: '压缩炸弹', file: docx(p('x'), [zip('word/media/a.png', Buffer.alloc(30 * 1024 * 1024))]), says: '太大' },
    { why: '谎报大小', file: docx(p('x'), [{ name: 'word/a.xml', content: Buffer.alloc(5 * 1024 * 1024), declared: 10 }]), says: '太大' },
    { why: '不是压缩包', file: Buffer.from('%PDF-1.7'), says: '不是 .docx' },
    { why: '别的压缩包', file: archive([zip('a.txt', 'x')]), says: '没有 Word 正文' },
    { why: '切掉一半', file: docx(p('很长的一段话'.repeat(50))).subarray(0, 500), says: '损坏' },
    { why: '超过 4 MB', file: Buffer.concat([docx(p('x')), Buffer.alloc(5 * 1024 * 1024)]), says: '超过 4 MB' },
    { why: '路径往上爬', file: docx(p('x'), [zip('../../etc/passwd', 'x')]), says: '损坏' },
    { why: '像素炸弹', file: pixelBomb(), says: '读不了的图片' },
  ])('$why：拒收，说清楚', async ({ file, says }) => {
    expect(await inspect(file)).toContain(says);
  });

  it('改坏一处字节的模板不会让程序倒下：要么收下要么中文拒收', async () => {
    const good = readFileSync(new URL('../../modules/office/documents/server/templates/deposit-payment-notice.docx', import.meta.url));
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round += 1) {
      const bad = Buffer.from(good);
      for (let times = 0; times <= random(4); times += 1) bad[random(bad.length)] = random(256);
      const report = await inspectTemplate(bad, FIELDS);
      if (!report.ok) expect(report.refusal.says).toMatch(/[一-龥]/);
    }
  }, 60_000);
});

/** A picture of 60,000 × 60,000 dots in a few bytes. */
function pixelBomb(): Buffer {
  const head = Buffer.alloc(60);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(head);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(60_000, 16);
  head.writeUInt32BE(60_000, 20);
  const drawing =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="1270000" cy="1270000"/><a:graphic xmlns:a="a"><a:blip r:embed="r1"/></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  return docx(
    drawing,
    [{ name: 'word/media/a.png', content: Buffer.concat([head, deflateRawSync(Buffer.alloc(10))]) }],
    '<Relationship Id="r1" Type="image" Target="media/a.png"/>',
  );
}

describe('做文书的线程', () => {
  it('一份一份做，坏模板只拒自己那一份', async () => {
    const factory = documentFactory();
    const template = await paragraphs('{名称}');
    const results = await Promise.all([
      factory.make(template, { ...NONE, plain: { 名称: '甲' } }, ABOUT),
      factory.make(Buffer.from('坏'), NONE, ABOUT),
      factory.make(template, { ...NONE, plain: { 名称: '乙' } }, ABOUT),
      factory.inspect(template, FIELDS),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true]);
    const [, , third] = results;
    if (!third.ok) throw new Error('not made');
    expect(readPdf(third.value.pdf).text).toBe('乙');
    await factory.close();
  });
});
