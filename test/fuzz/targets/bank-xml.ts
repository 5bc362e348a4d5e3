import { readMessage } from '../../../src/modules/prevention/bank-payments/domain/index.ts';
import { readDropBytes, withDigest } from '../../../src/modules/prevention/bank-payments/server/drop-box.ts';
import type { FuzzTarget } from '../fuzz.ts';
import { mutateText } from '../mutate.ts';

const CARD = '6222020200112233446';
const NS = 'urn:iso:std:iso:20022:tech:xsd:';
const HEADER = '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T17:30:00</CreDtTm></GrpHdr>';
const STATUS = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${NS}pain.002.001.03"><CstmrPmtStsRpt>${HEADER}<OrgnlPmtInfAndSts><OrgnlPmtInfId>AX202610AB</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>AX202610AB-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>户名&amp;不符&#49;</AddtlInf></StsRsnInf><AcctSvcrRef>S1</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="CNY">5000.01</InstdAmt></Amt><CdtrAcct><Id><Othr><Id>${CARD}</Id></Othr></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
const balance = (code: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>`;
const ENTRY = `<Ntry><Amt Ccy="CNY">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-11-20T10:00:00</DtTm></BookgDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><Refs><TxId>S1</TxId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>`;
const STATEMENT = `<Document xmlns="${NS}camt.053.001.02"><BkToCstmrStmt>${HEADER}<Stmt><Acct><Id><Othr><Id>37150101040002222</Id></Othr></Id></Acct>${balance('OPBD', '100.00')}${balance('CLBD', '110.00')}${ENTRY}</Stmt></BkToCstmrStmt></Document>`;
const NOTICE = `<Document xmlns="${NS}camt.054.001.02"><!-- x --><BkToCstmrDbtCdtNtfctn>${HEADER}<Ntfctn><Acct><Id><Othr><Id><![CDATA[37150101040002222]]></Id></Othr></Id></Acct>${ENTRY}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
const BOMB = STATUS.replace('?>', '?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>').replace('S1<', '&c;<');

/** A drop file as a bank's program or somebody between us might write it: the digest holds, the content is anything. */
const bankXml: FuzzTarget<string> = {
  name: 'bank-xml',
  seeds: [STATUS, STATEMENT, NOTICE, BOMB],
  mutate: (input, chance) => mutateText(input, chance),
  run(input) {
    const read = readDropBytes(withDigest(Buffer.from(input), 'xml'), 'utf-8', 'xml');
    if (!read.ok) {
      if (!/\p{Script=Han}/u.test(read.refusal.says)) return { came: 'broken', says: `refused without a word: ${read.refusal.code}` };
      if (JSON.stringify(read.refusal).includes(CARD)) return { came: 'broken', says: 'a whole card number is shown' };
      return { came: 'refused', why: read.refusal.says.replace(/\d+/g, '#').slice(0, 60) };
    }
    if (/<!DOCTYPE|<!ENTITY/.test(input)) return { came: 'broken', says: 'a document type was taken' };
    for (const one of read.value.messages) {
      const message = readMessage(one.value, read.value.form);
      if (!message.ok) return { came: 'refused', why: message.refusal.says.slice(0, 60) };
      if (message.value.type === 'PayrollResult' && message.value.body.lines.some((line) => line.amount <= 0n))
        return { came: 'broken', says: 'a line without an amount was taken' };
    }
    return { came: 'taken', why: read.value.type };
  },
  encode: JSON.stringify,
  decode: (text) => JSON.parse(text),
};

export const targets: readonly FuzzTarget<string>[] = [bankXml];
