import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readSignature, sign, signatureHeaders, verify } from '#platform/signing/index.ts';
import { type BankAnswer, type Delivery, simulatedBank } from './bank.ts';
import type { Behaviour } from './behaviours.ts';
import { takeInstructions, writeMessage, writeResult } from './files.ts';
import { journal } from './journal.ts';

export interface SimulatorOptions {
  readonly port: number;
  readonly seed: string;
  readonly behaviour: Behaviour | 'mix';
  /** Where the journal lies. */
  readonly data: string;
  readonly app: string;
  readonly secret: string;
  /** Where messages go, over HTTPS; null: none are sent. */
  readonly anxin: string | null;
  /** A drop box instead. */
  readonly folder: string | null;
  readonly encoding: 'gb18030' | 'utf-8';
  readonly everyMs: number;
  readonly processMs: number;
  readonly slowMs: number;
}

const LARGEST_BODY = 32 * 1024 * 1024;

/** The bank as a process: the contract over HTTP, the drop box, and `/simulator/…` for whoever plays with it. */
export async function startBankSimulator(options: SimulatorOptions): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const kept = journal(join(options.data, 'bank-journal.jsonl'));
  const bank = simulatedBank({ ...options, transport: options.folder === null ? 'https' : 'folder', keep: kept.keep, now: Date.now });
  bank.replay(kept.before);

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = request.url ?? '/';
    if (path.startsWith('/simulator/')) return control(request.method ?? 'GET', path, body, response);
    const signature = readSignature(request.headers);
    const signed =
      signature.ok && signature.value.app === options.app
        ? verify({ method: request.method ?? '', path, body }, signature.value, [options.secret], new Date())
        : null;
    if (signed?.ok !== true) return void json(response, 401, { code: 'signature-wrong' });
    if (request.method === 'POST' && path === '/anxin-bank/v1/payrolls') return reply(response, bank.handIn(body.toString('utf8')));
    const asked = /^\/anxin-bank\/v1\/payrolls\/([0-9A-Za-z-]{1,40})$/.exec(path)?.[1];
    if (request.method === 'GET' && asked !== undefined) return reply(response, bank.query(asked));
    return void json(response, 404, { code: 'not-found' });
  }

  /** Moving time and looking into the books: for people who try things, and for tests. */
  function control(method: string, path: string, body: Buffer, response: ServerResponse): void {
    if (method === 'POST' && path === '/simulator/move') {
      bank.move(Number(JSON.parse(body.toString('utf8')).hours) * 3_600_000);
      return json(response, 200, {});
    }
    if (path === '/simulator/books')
      return json(response, 200, { books: bank.books().map(withText), naive: bank.books(true).length, handIns: Object.fromEntries(bank.handIns()) });
    return json(response, 404, {});
  }

  let stopping = false;
  const delivering = (async () => {
    while (!stopping) {
      try {
        if (options.folder !== null) takeInstructions(bank, options.folder, options.encoding);
        // A bank that is told nowhere to send sends nothing.
        for (const { key, delivery } of options.anxin === null && options.folder === null ? [] : bank.due()) {
          if (stopping) break;
          if (await deliver(delivery)) bank.sent(key);
        }
      } catch {
        // The other side is away: the same again in a moment.
      }
      await wait(options.everyMs);
    }
  })();

  async function deliver(delivery: Delivery): Promise<boolean> {
    if (delivery.is === 'file') {
      if (options.folder !== null) writeResult(options.folder, options.encoding, delivery);
      return true;
    }
    // Nobody forges through a folder he cannot reach.
    if (options.folder !== null) {
      if (!delivery.forged && delivery.body['type'] !== 'PayrollResult') writeMessage(options.folder, options.encoding, delivery.body);
      return true;
    }
    if (options.anxin === null) return false;
    const path = '/bank/v1/messages';
    const body = JSON.stringify(delivery.body);
    const signature = sign({ method: 'POST', path, body }, { app: options.app, secret: delivery.forged ? 'not the secret of this bank' : options.secret });
    const answer = await fetch(`${options.anxin}${path}`, {
      method: 'POST',
      headers: { ...signatureHeaders(signature), 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    // What the other side refuses is not sent again; what it could not do is.
    return answer.status < 500 && answer.status !== 429;
  }

  await new Promise<void>((done) => server.listen(options.port, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${addressOf(server.address()).port}`,
    async stop() {
      if (stopping) return;
      stopping = true;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await delivering;
      kept.close();
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address;
}

function withText(booked: { readonly amountFen: bigint }): object {
  return { ...booked, amountFen: booked.amountFen.toString() };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new Error('too large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function reply(response: ServerResponse, answer: BankAnswer): Promise<void> {
  if (answer.is === 'silence') return void response.destroy();
  if (answer.afterMs > 0) await wait(answer.afterMs);
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' }).end(answer.body);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
