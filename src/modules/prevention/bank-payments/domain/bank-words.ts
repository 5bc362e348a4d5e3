import type { Said } from './line.ts';

/** What a bank calls the outcome of a payment, as data: its own code or word → what it means for a line. */
export interface BankWords {
  readonly key: string;
  readonly name: string;
  readonly paid: readonly string[];
  readonly failed: readonly string[];
  readonly returned: readonly string[];
  /** Listed so that the screen can name them; everything not listed counts as under way too. */
  readonly processing: Readonly<Record<string, string>>;
}

/** Only 7 is paid and only 6, 8, 11 are failed; everything else of ICBC, and whatever we do not know, is under way. */
export const ICBC: BankWords = {
  key: 'icbc',
  name: '工商银行指令状态',
  paid: ['7', '处理成功'],
  failed: ['6', '被银行拒绝', '8', '指令被拒绝授权', '11', '预约取消'],
  returned: ['退票', '已退汇'],
  processing: {
    '0': '提交成功',
    '1': '授权成功',
    '2': '等待授权',
    '3': '等待授权',
    '4': '处理中',
    '5': '处理中',
    '9': '处理中',
    '10': '预约',
    '86': '待核查',
    '95': '待核查',
    '98': '待核查',
  },
};

/** Words of a line. The batch codes below never decide about a line: FIN says at least one was paid. */
export const CMB: BankWords = {
  key: 'cmb',
  name: '招商银行代发明细',
  paid: ['S', 'SUC', '成功', '交易成功'],
  failed: ['F', 'FAL', '失败', '交易失败'],
  returned: ['R', 'RFD', '退票', '已退票'],
  processing: { W: '等待处理', WAT: '银行处理中', BNK: '银行处理中' },
};

/** What a bank says of a whole batch, to be shown and never believed about a line: the contract's words, and 薪福通 of China Merchants. */
const BATCH_WORDS: Readonly<Record<string, string>> = {
  ACCEPTED: '已受理',
  PROCESSING: '处理中',
  FINISHED: '处理完，看明细',
  REJECTED: '拒收',
  WOP: '待提交',
  DEL: '已作废',
  WCK: '审批中',
  REJ: '已否决',
  RVK: '已撤销',
  WSD: '待支付',
  CPY: '取消支付',
  WSB: '预约待发送',
  WAT: '银行处理中',
  BNK: '银行处理中',
  FIN: '支付完成（至少一笔成功，要看明细）',
  FAL: '支付失败',
  UPD: '明细上传中',
  OUT: '已删除',
};

export function batchWord(written: string): string {
  return BATCH_WORDS[written] ?? written;
}

export const COMMON: BankWords = {
  key: 'common',
  name: '通用',
  paid: ['SUCCESS', '成功', '交易成功', '处理成功', '已入账', '入账成功', '发放成功', '代发成功'],
  failed: [
    'FAILED',
    'FAIL',
    '失败',
    '交易失败',
    '处理失败',
    '入账失败',
    '发放失败',
    '代发失败',
    '拒绝',
    '账号户名不符',
    '户名不符',
    '账户不存在',
    '账户已销户',
  ],
  returned: ['RETURNED', '退票', '退汇', '已退票', '已退汇', '冲正', '已冲正'],
  processing: { PROCESSING: '处理中', 处理中: '处理中', 待处理: '待处理', 银行处理中: '处理中' },
};

/** ISO 20022 ExternalPaymentTransactionStatus. ACSC is settled on the payer's side and for most banks the last word; a return comes as an entry of its own. */
export const ISO_STATUS: BankWords = {
  key: 'iso20022',
  name: 'ISO 20022',
  paid: ['ACSC', 'ACCC'],
  failed: ['RJCT', 'CANC'],
  returned: [],
  processing: {
    RCVD: '已收到',
    PDNG: '处理中',
    ACTC: '格式已核',
    ACCP: '客户已核',
    ACFC: '余额已核',
    ACSP: '清算中',
    ACWC: '更改后受理',
    ACWP: '已受理未入账',
    PART: '部分受理',
    PATC: '部分授权',
  },
};

export const VOCABULARIES: readonly BankWords[] = [COMMON, ICBC, CMB];

/** What the bank's word says. A word nobody has told us is under way, never an outcome; an empty one is no answer at all. */
export function readBankWord(words: BankWords, written: string): Said {
  const word = written.normalize('NFKC').trim().toUpperCase();
  const among = (list: readonly string[]) => list.some((one) => one.toUpperCase() === word);
  if (word === '') return 'unclear';
  if (among(words.paid)) return 'paid';
  if (among(words.failed)) return 'failed';
  if (among(words.returned)) return 'returned';
  return Object.keys(words.processing).some((one) => one.toUpperCase() === word) ? 'processing' : 'unclear';
}
