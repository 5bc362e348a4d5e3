import { randomUUID } from 'node:crypto';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inflateSync } from 'node:zlib';
import type { DocumentView, Draft } from '#modules/office/documents/domain/wire.ts';
import type { ProjectList } from '#modules/prevention/projects/domain/wire.ts';
import { type Person, signIn } from '../support/client.ts';
import { expected, handInCounty } from '../support/county-a.ts';
import { readPdf } from '../support/pdf.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// P12: the notice board of a site, on A3, with everything of article 34 on it, and a code that opens a true page for workers.

const SEWER = '尹集镇污水管网工程';
let product: Product;
let chief: Person;
let project = '';

beforeAll(async () => {
  product = await startProduct();
  await (await signIn(product.url, 'guanli', DEMO_PASSWORD)).post('/api/clock', { day: expected.on });
  chief = await signIn(product.url, 'duizhang', DEMO_PASSWORD);
  await handInCounty(chief, (path) => path.includes('台账'));
  project = (await chief.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`)).items[0]?.id ?? '';
}, 420_000);
afterAll(() => product?.stop());

describe('P12 维权信息告示牌', () => {
  it('机关填一次维权渠道，每个项目的告示牌都带上；A3、带标签的 PDF；二维码打开真实的页面', async () => {
    await chief.post('/api/document-organ', {
      name: '高唐县人力资源和社会保障局',
      word: '高人社',
      channels: { 劳动争议调解仲裁: '鼓楼路1号 0635-3950000', 法律援助: '法律援助中心 0635-3951148', 月最低工资标准: '2200' },
    });
    const draft = await chief.get<Draft>(`/api/document-drafts/notice-board?project=${project}`);
    expect(draft.given).toMatchObject({ 法律援助: '法律援助中心 0635-3951148', 月最低工资标准: '2200', 公共法律服务热线: '12348' });
    const needed = draft.kind.fields.filter(({ by, required, name }) => by === 'person' && required && draft.given[name] === '').map(({ name }) => name);
    const refused = await chief.ask('POST', '/api/documents', {
      kind: 'notice-board',
      projectId: project,
      month: null,
      team: null,
      given: { ...draft.given, 劳资专管员: '' },
      commandId: randomUUID(),
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('请填写劳资专管员');

    const byHand: Record<string, string> = { 分包单位: '无', 劳资专管员: '周守信', 劳资专管员电话: '13800001234', 行业主管部门投诉电话: '0635-3952222' };
    const given = { ...draft.given, ...Object.fromEntries(needed.map((name) => [name, byHand[name] ?? `现场核实的${name}`])) };
    const board = await chief.post<DocumentView>('/api/documents', {
      kind: 'notice-board',
      projectId: project,
      month: null,
      team: null,
      given,
      commandId: randomUUID(),
    });
    const pdf = Buffer.from(await (await chief.ask('GET', `/api/documents/${board.id}/versions/1/file.pdf`)).arrayBuffer());
    const { text, objects, structure } = readPdf(pdf);
    // A3 is 297 × 420 mm.
    expect(objects).toMatch(/\/MediaBox \[0 0 841\.9\d* 1190\.5\d*\]/);
    expect(structure).toContain('Figure');
    const flat = text.replaceAll('\n', '');
    for (const item of [
      SEWER,
      '12348',
      '2,200 元',
      '法律援助中心',
      '0635-3950000',
      '建设单位',
      '施工总承包单位',
      '项目部',
      '分包单位',
      '行业主管部门',
      '劳资专管员',
      '工资支付日期',
      '工资保证金',
    ]) {
      expect(flat).toContain(item);
    }

    const address = codeOf(pdf);
    expect(address).toBe(board.fields.find(({ name }) => name === '查询网址')?.value);
    const page = await fetch(address);
    const html = await page.text();
    expect(page.status).toBe(200);
    for (const word of [SEWER, '12333', '12348', '每月 2200 元', '法律援助中心']) expect(html).toContain(word);
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await fetch(`${address.slice(0, -1)}${address.endsWith('a') ? 'b' : 'a'}`)).status).toBe(404);
  });
});

/** What a telephone reads from the picture in the PDF: one bit a dot, one grey line after the other. */
function codeOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const found = /\/Subtype \/Image[\s\S]*?\nstream\n/.exec(raw);
  if (found === null) throw new Error('no picture');
  const width = Number(/\/Width (\d+)/.exec(found[0])?.[1]);
  const height = Number(/\/Height (\d+)/.exec(found[0])?.[1]);
  const from = found.index + found[0].length;
  const lines = inflateSync(Buffer.from(raw.slice(from, raw.indexOf('\nendstream', from)), 'latin1'));
  const line = 1 + Math.ceil(width / 8);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      data.fill(((lines[y * line + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 4);
  }
  return decodeQR({ width, height, data });
}
