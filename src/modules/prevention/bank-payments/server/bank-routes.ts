import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Json } from '#platform/audit/index.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Integration, OpenApp } from '#modules/office/integration/server/index.ts';
import { readSignature, verify } from '#platform/signing/index.ts';
import { isPlain, shown } from '../domain/index.ts';
import type { BankPorts } from './ports.ts';
import { keepReceiptFile, RECEIPT_BYTES } from './receipts.ts';
import { takeMessage } from './taking.ts';

export interface BankDoor extends BankPorts {
  readonly integration: Integration;
  wake(): void;
}

/** 20,000 lines of a result are about 5 MB. */
const MESSAGE_BYTES = 8 * 1024 * 1024;
/** Some 2,000 lines of a result; a larger one the bank sends again. */
const MOST_KEPT = 512 * 1024;
/** A receipt in base64. */
const FILE_BYTES = Math.ceil((RECEIPT_BYTES * 4) / 3) + 4096;

/** Codes of a signature's refusal are the caller's fault, whoever it is. */
const UNAUTHORISED = new Set(['signature-missing', 'signature-invalid', 'signature-wrong', 'signature-stale', 'app-unknown']);

/**
 * Where banks speak to us: one message a request, signed by scheme 2. Nothing of a request is looked at before its signature
 * holds; the same request again is answered as before.
 */
export function bankRoutes(ports: BankDoor): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FILE_BYTES }, (_request, body, done) => done(null, body));
    app.post('/bank/v1/messages', { bodyLimit: MESSAGE_BYTES, config: { machine: true } }, (request, reply) =>
      receive(ports, request, reply, (bank, body) => message(ports, bank, body)),
    );
    app.post('/bank/v1/receipt-files', { bodyLimit: FILE_BYTES, config: { machine: true } }, (request, reply) =>
      receive(ports, request, reply, (bank, body) => receipt(ports, bank, body)),
    );
  };
}

interface Reply {
  readonly status: number;
  readonly body: { readonly [key: string]: Json };
  readonly method: string;
  readonly refusal: Refusal | null;
}

async function receive(
  ports: BankDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (bank: OpenApp, body: Buffer) => Promise<Reply>,
): Promise<FastifyReply> {
  const began = Date.now();
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signature = readSignature(request.headers);
  if (!signature.ok) return unsigned(ports, reply, null, signature.refusal, began);
  const bank = await ports.integration.findApp(signature.value.app);
  // The same words for a bank we do not know as for a wrong key: who is connected is nobody else's business.
  if (bank === undefined || bank.channel !== 'bank') return unsigned(ports, reply, null, WRONG, began);
  const signed = verify(
    { method: request.method, path: request.url, body },
    signature.value,
    bank.secrets.map((one) => one.secret),
    new Date(),
  );
  if (!signed.ok) return unsigned(ports, reply, bank, signed.refusal, began);
  const admission = await ports.integration.admit(bank, {
    ip: request.ip,
    nonce: signature.value.nonce,
    digest: createHash('sha256').update(request.url).update(body).digest(),
  });
  if (admission.is === 'refused') {
    await log(ports, bank, 'admission', admission.refusal, began, 0);
    return reply.code(admission.refusal.code === 'too-many-requests' ? 429 : admission.refusal.code === 'ip-not-allowed' ? 403 : 409).send(admission.refusal);
  }
  if (admission.is === 'repeated') {
    if (isPlain(admission.answer))
      return reply.code(typeof admission.answer['status'] === 'number' ? admission.answer['status'] : 200).send(admission.answer['body']);
    return reply.code(409).send({ code: 'in-flight', says: '同一请求正在处理，过几秒再发。' });
  }
  const done = await work(bank, body);
  await ports.integration.keepAnswer(bank, signature.value.nonce, { status: done.status, body: done.body });
  await log(ports, bank, done.method, done.refusal, began, done.refusal === null ? 1 : 0, done.refusal === null ? undefined : body);
  ports.wake();
  return reply.code(done.status).send(done.body);
}

const WRONG: Refusal = { code: 'signature-wrong', says: '签名不对。核对应用编号、密钥，以及参加签名的方法、地址、时间、随机数和正文是否与发送的一致。' };

async function unsigned(ports: BankDoor, reply: FastifyReply, bank: OpenApp | null, refusal: Refusal, began: number): Promise<FastifyReply> {
  await log(ports, bank, 'unsigned', refusal, began, 0);
  return reply.code(UNAUTHORISED.has(refusal.code) ? 401 : 400).send({ code: refusal.code, says: refusal.says });
}

/** `refused` is the body of a bank that has proved who it is: kept to be taken once more when the cause is mended. */
async function log(
  ports: BankDoor,
  bank: OpenApp | null,
  method: string,
  refusal: Refusal | null,
  began: number,
  records: number,
  refused?: Buffer,
): Promise<void> {
  await ports.integration.log({
    appid: bank?.appid ?? null,
    channel: 'bank',
    direction: 'in',
    method,
    outcome: refusal === null ? 'ok' : 'refused',
    code: refusal?.code ?? '0',
    ...(refusal === null ? {} : { cause: refusal.says, cure: cureOf(refusal) }),
    ...(refused !== undefined && refused.length <= MOST_KEPT && { body: refused.toString('utf8') }),
    tookMs: Date.now() - began,
    records,
    regionCode: bank?.regionCode ?? null,
    enterpriseId: bank?.enterpriseId ?? null,
  });
}

/** What this side can mend is mended here and replayed; the rest is the bank's. */
function cureOf(refusal: Refusal): string {
  return refusal.code.endsWith('-not-found') ? '在本系统补好说明里缺的内容以后，打开这条消息重放；或请银行重发。' : '请银行按说明改正后用新的编号重发。';
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** `{receiptNo, content}`, the file in base64: what a receipt's announcement named. */
async function receipt(ports: BankDoor, bank: OpenApp, body: Buffer): Promise<Reply> {
  const value = jsonOf(body);
  if (!isPlain(value) || typeof value['receiptNo'] !== 'string' || typeof value['content'] !== 'string')
    return refused('ReceiptFile', { code: 'message-invalid', says: '正文应为 {"receiptNo":"…","content":"base64…"}。' });
  const { receiptNo, content } = value;
  const kept = await ports.store.within({ role: 'app_job' }, (tx) => keepReceiptFile(tx, bank.appid, receiptNo.slice(0, 64), Buffer.from(content, 'base64')));
  return kept.ok ? { status: 200, body: { code: '0', outcome: 'taken' }, method: 'ReceiptFile', refusal: null } : refused('ReceiptFile', kept.refusal);
}

async function message(ports: BankDoor, bank: OpenApp, body: Buffer): Promise<Reply> {
  const value = jsonOf(body);
  if (value === undefined) return refused('message', { code: 'message-invalid', says: '正文应为 UTF-8 编码的一个 JSON 对象。' });
  const link = await ports.findLink(bank.appid);
  if (link === undefined) return refused('message', { code: 'bank-not-found', says: '本应用还没有设成银行接口。在对接管理中补上传输方式。' });
  const method = isPlain(value) && typeof value['type'] === 'string' ? shown(value['type']) : 'message';
  const taken = await takeMessage(ports, link, 'https', value);
  return taken.ok ? { status: 200, body: { code: '0', outcome: taken.value }, method, refusal: null } : refused(method, taken.refusal);
}

function refused(method: string, refusal: Refusal): Reply {
  const status =
    refusal.code === 'message-invalid'
      ? 400
      : refusal.code.endsWith('-not-found')
        ? 404
        : refusal.code.endsWith('-not-allowed')
          ? 403
          : refusal.code.endsWith('-too-large')
            ? 413
            : 409;
  return { status, body: { code: refusal.code, says: refusal.says }, method, refusal };
}
