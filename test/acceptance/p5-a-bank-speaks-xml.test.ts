import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { openDropBox, readDropBytes, readDropped, withDigest } from '../../src/modules/prevention/bank-payments/server/drop-box.ts';
import { keptFile, replayBank } from '../../src/modules/prevention/bank-payments/server/replay.ts';
import { reconcile } from '../../src/modules/prevention/bank-payments/server/reconciling.ts';
import { readDropBox } from '../../src/modules/prevention/bank-payments/server/worker.ts';
import { readXmlTree } from '../../src/modules/prevention/bank-payments/server/xml-tree.ts';
import { type BankWorld, bankWorld, payrollRow, standingOf } from '../support/bank.ts';
import { batchNoOf, differencesOf } from '../support/bank-door.ts';

// A bank without a form of its own speaks ISO 20022 through the drop box, and lands where CSV lands.

let first: BankWorld;
beforeAll(async () => {
  first = await bankWorld();
});
afterAll(() => first.stop());

const NS = 'urn:iso:std:iso:20022:tech:xsd:';
const header = (msgId: string, at = '2026-11-20T17:30:00') => `<GrpHdr><MsgId>${msgId}</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr>`;
const fenOf = (n: number) => payrollRow(n).netFen.toString();
const yuan = (fen: string) => `${fen.slice(0, -2)}.${fen.slice(-2)}`;

function status(batchNo: string, lines: string, msgId = 'ST1'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${NS}pain.002.001.03"><CstmrPmtStsRpt>${header(msgId)}<OrgnlGrpInfAndSts><OrgnlMsgId>${batchNo}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${batchNo}</OrgnlPmtInfId>${lines}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}
function line(batchNo: string, n: number, sts: string, more: { amount?: string; card?: string; reason?: string } = {}): string {
  const reason = more.reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>${more.reason}</AddtlInf></StsRsnInf>`;
  const card = more.card ?? payrollRow(n).card ?? '';
  return `<TxInfAndSts><OrgnlEndToEndId>${batchNo}-${n}</OrgnlEndToEndId><TxSts>${sts}</TxSts>${reason}<AccptncDtTm>2026-11-20T10:00:00</AccptncDtTm><AcctSvcrRef>S${n}</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="CNY">${more.amount ?? yuan(fenOf(n))}</InstdAmt></Amt><CdtrAcct><Id><Othr><Id>${card}</Id></Othr></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts>`;
}
function statement(account: string, opening: string, entries: string, closing: string, msgId = 'BK1'): string {
  const balance = (code: string, amount: string, on: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;
  return `<?xml version="1.0" encoding="UTF-8"?><n:Document xmlns:n="${NS}camt.053.001.08"><n:BkToCstmrStmt>${header(msgId, '2026-11-21T01:00:00')}<Stmt><Id>1</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>${balance('OPBD', opening, '2026-11-20')}${balance('CLBD', closing, '2026-11-20')}${entries}</Stmt></n:BkToCstmrStmt></n:Document>`;
}
function entry(serial: string, way: 'CRDT' | 'DBIT', amount: string, details: string, sts = '<Sts><Cd>BOOK</Cd></Sts>'): string {
  return `<Ntry><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd>${sts}<BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>${serial}</AcctSvcrRef><NtryDtls>${details}</NtryDtls></Ntry>`;
}

interface Box {
  readonly world: BankWorld;
  readonly folder: string;
  readonly batch: string;
  readonly batchNo: string;
  put(name: string, text: string): Promise<string>;
}

/** Two wages handed to a bank through its box, as pain.001. */
async function box(encoding: 'utf-8' | 'gb18030' = 'utf-8'): Promise<Box> {
  const world = await first.another({ transport: 'folder', folder: 'rural', encoding, format: 'xml' });
  const folder = join(world.folder, 'rural');
  await openDropBox(folder);
  await world.hire(2);
  const batch = await world.approved();
  await world.send(batch);
  const link = await world.ports.findLink(world.bank.appid);
  if (link === undefined) throw new Error('no link');
  return {
    world,
    folder,
    batch,
    batchNo: await batchNoOf(world, batch),
    async put(name, text) {
      writeFileSync(
        join(folder, 'in', name),
        withDigest(encoding === 'gb18030' ? iconv.encode(text.replace('UTF-8', 'GBK'), 'gb18030') : Buffer.from(text), 'xml'),
      );
      writeFileSync(join(folder, 'in', `${name}.ok`), '');
      await readDropBox(world.ports, link);
      const note = readdirSync(join(folder, 'refused')).find((one) => one === `${name}.说明.txt`);
      return note === undefined ? 'taken' : readFileSync(join(folder, 'refused', note), 'utf8');
    },
  };
}

describe('ISO 20022 的交换文件：与 CSV 落在同一处', () => {
  it.each(['utf-8', 'gb18030'] as const)('pain.001 出去，pain.002 回来：受理、部分失败（%s）', async (encoding) => {
    const { world, folder, batch, batchNo, put } = await box(encoding);
    const sent = readFileSync(join(folder, 'out', `PAYROLL_${batchNo}.xml`));
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([`PAYROLL_${batchNo}.xml`, `PAYROLL_${batchNo}.xml.ok`]);
    const text = encoding === 'gb18030' ? iconv.decode(sent, 'gb18030') : sent.toString();
    expect(text).toContain(`<Nm>${payrollRow(2).name}</Nm>`);
    expect(text).toContain(`encoding="${encoding === 'gb18030' ? 'GB18030' : 'UTF-8'}"`);
    expect(text).toMatch(/<!--#SM3,[0-9a-f]{64}-->\r\n$/);
    expect(await put('a.xml', status(batchNo, '<PmtInfSts>ACCP</PmtInfSts>', 'ST0'))).toBe('taken');
    expect((await standingOf(world, batch)).state).toBe('accepted');
    expect(await put('b.xml', status(batchNo, line(batchNo, 1, 'ACSC') + line(batchNo, 2, 'RJCT', { reason: '户名不符' })))).toBe('taken');
    expect(await standingOf(world, batch)).toMatchObject({ state: 'partial', lines: [{ state: 'paid' }, { state: 'failed' }] });
    // The same again, under another file name, is the same.
    expect(await put('c.xml', status(batchNo, line(batchNo, 1, 'ACSC') + line(batchNo, 2, 'RJCT', { reason: '户名不符' })))).toBe('taken');
    expect(await world.database.owner('select said_code, said_words from prevention.pay_line where batch_id = $1 order by line_no', [batch])).toEqual([
      { said_code: null, said_words: null },
      { said_code: 'AC04', said_words: '户名不符' },
    ]);
  });

  it('整批拒收；只有批的状态说“已清算”不当作发到', async () => {
    const refused = await box();
    await refused.put('a.xml', status(refused.batchNo, '<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><AddtlInf>总额不符</AddtlInf></StsRsnInf>'));
    expect(await standingOf(refused.world, refused.batch)).toMatchObject({ state: 'rejected' });
    const settled = await box();
    await settled.put('a.xml', status(settled.batchNo, '<PmtInfSts>ACSC</PmtInfSts>'));
    expect((await standingOf(settled.world, settled.batch)).lines.map((one) => one.state)).toEqual(['sent', 'sent']);
  });

  it('金额差一分、收款账号不同、没有写收款账号、别的币种、不是我们的行号：整个文件不收', async () => {
    const { world, batch, batchNo, put } = await box();
    const wrong = async (name: string, text: string, why: string) => expect(await put(name, status(batchNo, line(batchNo, 2, 'ACSC') + text))).toContain(why);
    await wrong('a.xml', line(batchNo, 1, 'ACSC', { amount: '5000.02' }), '不同');
    await wrong('b.xml', line(batchNo, 1, 'ACSC', { card: '6222020200112233446' }), '不同');
    await wrong('c.xml', line(batchNo, 1, 'ACSC').replace(/<CdtrAcct>.*<\/CdtrAcct>/, ''), '收款账号');
    await wrong('d.xml', line(batchNo, 1, 'ACSC').replace('"CNY"', '"USD"'), 'CNY');
    await wrong('e.xml', line(batchNo, 1, 'ACSC').replace(`${batchNo}-1`, '1'), '行号');
    await wrong('f.xml', line(batchNo, 1, 'ACSC', { amount: '5000.010' }).replace('5000.010', '5000.011'), '两位小数');
    expect((await standingOf(world, batch)).lines.map((one) => one.state)).toEqual(['sent', 'sent']);
    // Trailing noughts beyond a fen are the same amount.
    expect(await put('g.xml', status(batchNo, line(batchNo, 1, 'ACSC', { amount: '5000.01000' }) + line(batchNo, 2, 'PDNG')))).toBe('taken');
    expect((await standingOf(world, batch)).lines.map((one) => one.state)).toEqual(['paid', 'sent']);
  });

  it('camt.053：余额、批次出账、退票进账；camt.054 先通知的同一笔不算两次；不平的对账单不收', async () => {
    const { world, batch, batchNo, put } = await box();
    await put('a.xml', status(batchNo, line(batchNo, 1, 'ACSC') + line(batchNo, 2, 'ACSC')));
    const lump = entry('L1', 'DBIT', '10000.03', `<Btch><PmtInfId>${batchNo}</PmtInfId></Btch>`);
    const back = entry(
      'R1',
      'CRDT',
      '5000.01',
      '<TxDtls><Refs><TxId>S1</TxId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>账户已销户</AddtlInf></RtrInf></TxDtls>',
      '<Sts>BOOK</Sts>',
    );
    const pending = entry('P1', 'DBIT', '1.00', '', '<Sts>PDNG</Sts>');
    const notice = statement(world.account, '0.00', lump + back, '0.00', 'NT1')
      .replaceAll('camt.053.001.08', 'camt.054.001.02')
      .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
      .replaceAll('Stmt>', 'Ntfctn>');
    expect(await put('b.xml', notice)).toBe('taken');
    // A notice that was kept is read as a notice again: its entries have no balance.
    const read = readDropBytes(withDigest(Buffer.from(notice), 'xml'), 'utf-8', 'xml');
    const { body = '' } = read.ok ? keptFile(read.value) : {};
    expect(await replayBank(world.ports, world.bank, { method: 'file:b.xml', body })).toMatchObject({ ok: true, value: expect.stringContaining('早已收下') });
    expect((await standingOf(world, batch)).lines).toMatchObject([{ state: 'returned', refund_arrived: true }, { state: 'paid' }]);
    expect(
      await world.database.owner('select serial_no, balance_fen from prevention.bank_transaction where account_no = $1 order by 1', [world.account]),
    ).toEqual([
      { serial_no: 'L1', balance_fen: null },
      { serial_no: 'R1', balance_fen: null },
    ]);
    for (const [name, closing] of [
      ['c.xml', '94999.99'],
      ['d.xml', '94999.97'],
    ] as const)
      expect(await put(name, statement(world.account, '100000.00', lump + back + pending, closing, name))).toContain('与期末余额不符');
    expect(await put('e.xml', statement(world.account, '100000.00', lump + back + pending, '94999.98', 'BK2'))).toBe('taken');
    expect(
      await world.database.owner('select serial_no, kind, balance_fen from prevention.bank_transaction where account_no = $1 order by 1', [world.account]),
    ).toEqual([
      { serial_no: 'L1', kind: 'wage', balance_fen: '8999997' },
      { serial_no: 'R1', kind: 'refund', balance_fen: '9499998' },
    ]);
    await world.work();
    await reconcile(world.ports, world.account, civilDate('2026-11-20'));
    expect(await world.database.owner("select book_fen from prevention.bank_balance where account_no = $1 and on_day = '2026-11-20'", [world.account])).toEqual(
      [{ book_fen: '9499998' }],
    );
    // Only the balance made up for the day before does not lead to this statement.
    expect(await differencesOf(world)).toEqual(['balance']);
  });
});

describe('不怀好意的 XML：不解析、不展开、不挂住，说得出为什么', () => {
  const good = status('AX202610AB', line('AX202610AB', 1, 'ACSC'));
  const inside = (text: string) => good.replace('<OrgnlMsgId>', `${text}<OrgnlMsgId>`);
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n === 0 ? '' : n};`.repeat(10)}">`).join('')}]>`;
  const read = (text: string) => readDropBytes(withDigest(Buffer.from(text), 'xml'), 'utf-8', 'xml');

  it.each([
    ['实体炸弹', good.replace('?>', `?>${laughs}`).replace('ST1', '&lol9;'), 'DTD'],
    ['外部实体', good.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('ST1', '&x;'), 'DTD'],
    ['参数实体', good.replace('?>', '?><!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">'), 'DTD'],
    ['没有声明的实体', good.replace('ST1', '&x;'), '不认识的实体'],
    ['不是字符的编号', good.replace('ST1', '&#0;'), '不认识的实体'],
    ['超出范围的编号', good.replace('ST1', '&#x110000;'), '不认识的实体'],
    ['处理指令', inside('<?php echo 1 ?>'), '处理指令'],
    ['样式表', good.replace('?>', '?><?xml-stylesheet href="a.xsl"?>'), '处理指令'],
    ['十万层', inside('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), '层'],
    ['只开不关十万层', inside('<a>'.repeat(100_000)), '层'],
    ['四十一层', inside('<a>'.repeat(38) + '</a>'.repeat(38)), '层'],
    ['没关的标签', good.replace('</Document>', ''), '完整'],
    ['两个根', `${good}<a/>`, ''],
    ['别的命名空间', good.replace('pain.002.001.03', 'pain.008.001.02'), 'ISO 20022'],
    ['声明的编码与约定不同', good.replace('UTF-8', 'GBK'), '编码'],
    ['空文件', '', ''],
    ['注释没有结束', inside('<!-- '), ''],
    ['__proto__', inside('<__proto__><polluted>1</polluted></__proto__>').replace('ACSC', ''), ''],
  ])('%s', (_, text, why) => {
    const began = performance.now();
    const outcome = read(text);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.refusal.says).toMatch(new RegExp(`(?=.*${why})[一-龥]`));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('对照：好的收；CDATA、注释、字符编号、名字空间前缀、版本不同都收；四十层收', () => {
    const values = [
      good,
      good.replace('ST1', '<![CDATA[ST1]]>'),
      good.replace('ST1', 'ST&#49;'),
      inside('<!-- a < b -->'),
      good.replace('.03"', '.12"'),
      inside('<a>'.repeat(37) + '</a>'.repeat(37)),
    ].map(read);
    for (const one of values) {
      expect(one).toMatchObject({ ok: true });
      if (one.ok)
        expect(one.value.messages).toMatchObject([{ value: { type: 'PayrollResult', msgId: 'ST1-1', body: { lines: [{ lineNo: '1', status: 'SUCCESS' }] } } }]);
    }
    expect(readXmlTree('<a b="&lt;1&gt;">&amp;</a>', 'utf-8')).toMatchObject({ ok: true, value: { attributes: { b: '<1>' }, text: '&' } });
  });

  it('两万行的回盘在另一个线程里读，这边照常答应别的事；坏的也说得出为什么', { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anxin-drop-'));
    const link = { folder, encoding: 'utf-8' } as const;
    await openDropBox(folder);
    const many = status('AX202610AB', Array.from({ length: 20_000 }, (_, n) => line('AX202610AB', 1, 'ACSC').replace('AB-1', `AB-${n + 1}`)).join(''));
    writeFileSync(join(folder, 'in', 'a.xml'), withDigest(Buffer.from(many), 'xml'));
    writeFileSync(join(folder, 'in', 'b.xml'), withDigest(Buffer.from(many.replace('</TxSts>', '&x;</TxSts>')), 'xml'));
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    const [whole, broken] = [await readDropped(link, 'a.xml'), await readDropped(link, 'b.xml')];
    clearInterval(turning);
    expect(whole).toMatchObject({ ok: true, value: { messages: [{ value: { type: 'PayrollResult' } }] } });
    expect(broken).toMatchObject({ ok: false, refusal: { says: expect.stringContaining('不认识的实体') } });
    expect(turns).toBeGreaterThan(10);
    rmSync(folder, { recursive: true });
  });

  it('摘要：没有、不对、写在中间的都不收', () => {
    const bytes = withDigest(Buffer.from(good), 'xml');
    expect(readDropBytes(Buffer.from(good), 'utf-8', 'xml')).toMatchObject({ ok: false, refusal: { code: 'drop-digest-missing' } });
    expect(readDropBytes(Buffer.from(bytes.toString().replace('ACSC', 'RJCT')), 'utf-8', 'xml')).toMatchObject({
      ok: false,
      refusal: { code: 'drop-digest-wrong' },
    });
    expect(readDropBytes(Buffer.concat([bytes, Buffer.from('<a/>')]), 'utf-8', 'xml')).toMatchObject({ ok: false });
  });
});
