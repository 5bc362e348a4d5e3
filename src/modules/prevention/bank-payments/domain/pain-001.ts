import { escaped, xmlText } from './xml.ts';

/** What an instruction says, as pain.001 can carry it. Amounts in 元 with two decimals. */
export interface CreditTransfer {
  readonly batchNo: string;
  readonly accountNo: string;
  readonly payMonth: string;
  readonly totalCount: number;
  readonly totalAmount: string;
  readonly payerName: string;
  readonly payerBank: string;
  /** Moment and day in China. */
  readonly madeAt: string;
  readonly requestedOn: string;
  readonly lines: readonly {
    readonly lineNo: number;
    readonly workerName: string;
    readonly cardNo: string;
    readonly amount: string;
    readonly bankName: string;
    readonly remark: string;
  }[];
}

export const PAIN_001 = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03';

/**
 * 代发指令 as ISO 20022 pain.001.001.03, for banks without a form of their own. MsgId and PmtInfId are our batch number, so that
 * a status report names the batch on every level; EndToEndId is batch number and line, the bank's key against paying twice.
 * SALA is the code for wages. Elements stand in the order of the schema; a name longer than it allows is cut.
 */
export function painXml(order: CreditTransfer, encoding: 'UTF-8' | 'GB18030'): string {
  const sums = `${leaf('NbOfTxs', String(order.totalCount))}${leaf('CtrlSum', order.totalAmount)}`;
  const header = `<GrpHdr>${leaf('MsgId', order.batchNo)}${leaf('CreDtTm', order.madeAt)}${sums}<InitgPty>${leaf('Nm', cut(order.payerName, 140))}</InitgPty></GrpHdr>`;
  const payer = [
    `<Dbtr>${leaf('Nm', cut(order.payerName, 140))}</Dbtr>`,
    `<DbtrAcct><Id><Othr>${leaf('Id', order.accountNo)}</Othr></Id>${leaf('Ccy', 'CNY')}</DbtrAcct>`,
    `<DbtrAgt><FinInstnId>${leaf('Nm', cut(order.payerBank, 140))}</FinInstnId></DbtrAgt>`,
  ].join('');
  const lines = order.lines.map((line) =>
    [
      '<CdtTrfTxInf>',
      `<PmtId>${leaf('EndToEndId', `${order.batchNo}-${line.lineNo}`)}</PmtId>`,
      `<Amt><InstdAmt Ccy="CNY">${line.amount}</InstdAmt></Amt>`,
      line.bankName === '' ? '' : `<CdtrAgt><FinInstnId>${leaf('Nm', cut(line.bankName, 140))}</FinInstnId></CdtrAgt>`,
      `<Cdtr>${leaf('Nm', cut(line.workerName, 140))}</Cdtr>`,
      `<CdtrAcct><Id><Othr>${leaf('Id', line.cardNo)}</Othr></Id></CdtrAcct>`,
      line.remark === '' ? '' : `<RmtInf>${leaf('Ustrd', cut(line.remark, 140))}</RmtInf>`,
      '</CdtTrfTxInf>\r\n',
    ].join(''),
  );
  return [
    `<?xml version="1.0" encoding="${encoding}"?>\r\n<Document xmlns="${PAIN_001}"><CstmrCdtTrfInitn>${header}<PmtInf>`,
    `${leaf('PmtInfId', order.batchNo)}${leaf('PmtMtd', 'TRF')}${leaf('BtchBookg', 'true')}${sums}`,
    `<PmtTpInf><CtgyPurp>${leaf('Cd', 'SALA')}</CtgyPurp></PmtTpInf>${leaf('ReqdExctnDt', order.requestedOn)}${payer}\r\n`,
    ...lines,
    '</PmtInf></CstmrCdtTrfInitn></Document>\r\n',
  ].join('');
}

function leaf(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** By characters, so that none is cut in half; an empty name is no name in the schema. */
function cut(text: string, most: number): string {
  const kept = [...xmlText(text).trim()].slice(0, most).join('');
  return kept === '' ? '-' : kept;
}
