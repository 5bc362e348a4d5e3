import type { Outbound } from '#platform/outbound/index.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { isPlain } from '../domain/index.ts';
import type { Instruction } from './instruction.ts';
import type { BankLink } from './ports.ts';

/** What came of handing an instruction in. Anything but a clear word of the bank is no answer: it may have been carried out. */
export type Handed =
  | { readonly is: 'accepted'; readonly bankBatchNo: string | null; readonly at: string }
  | { readonly is: 'rejected'; readonly reason: string; readonly code: string | null; readonly at: string }
  /** `not-sent`: nothing left this machine; it may be tried again. */
  | { readonly is: 'no-answer' | 'not-sent'; readonly why: string };

/** What the bank says of an instruction when asked. `lines` as it gives them, still to be read. */
export type Answered =
  | { readonly is: 'not-found'; readonly at: string }
  | {
      readonly is: 'found';
      readonly at: string;
      readonly status: string;
      readonly bankBatchNo: string | null;
      readonly reason: string | null;
      readonly lines: readonly unknown[];
    }
  | { readonly is: 'no-answer'; readonly why: string };

const PATH = '/anxin-bank/v1/payrolls';

export async function handIn(outbound: Outbound, link: BankLink, instruction: Instruction): Promise<Handed> {
  const answer = await call(outbound, link, 'POST', PATH, JSON.stringify(instruction), { 'idempotency-key': instruction.instructionId });
  if (answer.is === 'nothing') return { is: answer.neverLeft ? 'not-sent' : 'no-answer', why: answer.why };
  const { body } = answer;
  const isOurs = text(body['batchNo']) === instruction.batchNo;
  const at = text(body['answeredAt']);
  if (!isOurs || at === null || Number.isNaN(Date.parse(at))) return { is: 'no-answer', why: `答复（${answer.status}）里没有本批次号和时间` };
  if (answer.status >= 200 && answer.status < 300 && text(body['status']) === 'ACCEPTED')
    return { is: 'accepted', bankBatchNo: text(body['bankBatchNo']), at: iso(at) };
  if (answer.status < 500 && text(body['status']) === 'REJECTED')
    return { is: 'rejected', reason: text(body['reason']) ?? '银行没有写原因', code: text(body['code']), at: iso(at) };
  return { is: 'no-answer', why: `答复（${answer.status}）没有说受理还是拒绝` };
}

export async function ask(outbound: Outbound, link: BankLink, batchNo: string): Promise<Answered> {
  const answer = await call(outbound, link, 'GET', `${PATH}/${encodeURIComponent(batchNo)}`, '', {});
  if (answer.is === 'nothing') return { is: 'no-answer', why: answer.why };
  const { body } = answer;
  const at = text(body['answeredAt']);
  if (text(body['batchNo']) !== batchNo || at === null || Number.isNaN(Date.parse(at)) || answer.status >= 500)
    return { is: 'no-answer', why: `答复（${answer.status}）看不懂` };
  const status = text(body['status']) ?? '';
  if (status === 'NOT_FOUND') return { is: 'not-found', at: iso(at) };
  if (answer.status >= 300) return { is: 'no-answer', why: `答复（${answer.status}）看不懂` };
  const lines = body['lines'];
  return { is: 'found', at: iso(at), status, bankBatchNo: text(body['bankBatchNo']), reason: text(body['reason']), lines: Array.isArray(lines) ? lines : [] };
}

function iso(at: string): string {
  return new Date(at).toISOString();
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}

type Called =
  | { readonly is: 'answer'; readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  | { readonly is: 'nothing'; readonly why: string; readonly neverLeft: boolean };

async function call(
  outbound: Outbound,
  link: BankLink,
  method: 'GET' | 'POST',
  path: string,
  body: string,
  more: Readonly<Record<string, string>>,
): Promise<Called> {
  if (link.url === null) return { is: 'nothing', why: '没有配置银行的接口地址', neverLeft: true };
  const address = new URL(`${link.url.replace(/\/$/, '')}${path}`);
  const headers = {
    ...signatureHeaders(sign({ method, path: address.pathname, body }, { app: link.appid, secret: link.secret, algorithm: link.algorithm })),
    ...(body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...more,
  };
  const answer = await outbound.call({ method, url: address.href, headers, ...(body === '' ? {} : { body }) });
  if (!answer.ok) return { is: 'nothing', why: answer.refusal.says, neverLeft: answer.refusal.code === 'address-not-allowed' };
  try {
    const parsed: unknown = JSON.parse(answer.value.body.toString('utf8'));
    return isPlain(parsed) ? { is: 'answer', status: answer.value.status, body: parsed } : { is: 'nothing', why: '答复不是 JSON 对象', neverLeft: false };
  } catch {
    return { is: 'nothing', why: '答复不是 JSON', neverLeft: false };
  }
}
