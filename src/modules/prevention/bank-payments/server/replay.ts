import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type DropFile, isPlain } from '../domain/index.ts';
import type { BankPorts } from './ports.ts';
import { keepReceiptFile } from './receipts.ts';
import { type TakenMessage, takeMessage, takeMessages } from './taking.ts';

const NO_REPLAY: Refusal = { code: 'replay-refused', says: '保存的正文不是一条银行消息，重放也不会成功。请银行重新发送。' };
const MOST_KEPT = 512 * 1024;

/** The messages of a file that was read and not taken, to be replayed. */
export function keptFile(file: DropFile): { readonly body?: string } {
  const body = JSON.stringify({ form: file.form, messages: file.messages.map((message) => message.value) });
  return body.length > MOST_KEPT ? {} : { body };
}

/** Takes a kept message, receipt or file of a bank once more: its own number sees to it that nothing counts twice. */
export async function replayBank(
  ports: BankPorts,
  bank: { readonly appid: string },
  message: { readonly method: string; readonly body: string },
): Promise<Result<string>> {
  const link = await ports.findLink(bank.appid);
  if (link === undefined) return refuse({ code: 'bank-not-found', says: '本应用还没有设成银行接口。在对接管理中补上传输方式，再重放。' });
  const value = jsonOf(message.body);
  if (!isPlain(value)) return refuse(NO_REPLAY);
  if (message.method === 'ReceiptFile') {
    const { receiptNo, content } = value;
    if (typeof receiptNo !== 'string' || typeof content !== 'string') return refuse(NO_REPLAY);
    const kept = await ports.store.within({ role: 'app_job' }, (tx) => keepReceiptFile(tx, link.appid, receiptNo.slice(0, 64), Buffer.from(content, 'base64')));
    return kept.ok ? ok('已重放，回单文件已收下。') : kept;
  }
  if (message.method.startsWith('file:')) {
    if (!Array.isArray(value['messages'])) return refuse(NO_REPLAY);
    const taken = await takeMessages(ports, link, 'folder', value['messages'], value['form'] === 'camt.054' ? 'camt.054' : 'contract');
    return taken.ok ? ok(`已重放，${told(taken.value)}。`) : taken;
  }
  const taken = await takeMessage(ports, link, 'https', value);
  return taken.ok ? ok(`已重放，${told([taken.value])}。`) : taken;
}

function told(outcomes: readonly TakenMessage[]): string {
  const count = (one: TakenMessage) => outcomes.filter((outcome) => outcome === one).length;
  const parts = [
    count('taken') > 0 ? `收下 ${count('taken')} 条` : '',
    count('repeated') > 0 ? `早已收下 ${count('repeated')} 条` : '',
    count('waiting') > 0 ? `等对应的付款消息 ${count('waiting')} 条` : '',
  ];
  return parts.filter((part) => part !== '').join('，') || '里面没有消息';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
