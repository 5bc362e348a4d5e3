import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { type BankWorld, bankWorld } from '../support/bank.ts';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { corpusOf } from './corpus.ts';
import { fuzz, type FuzzTarget, SLOW_REQUEST_MS, type Verdict } from './fuzz.ts';
import { type Json, mutateJson, mutateText } from './mutate.ts';
import { MESSAGES } from './targets/bank.ts';

let world: BankWorld;
beforeAll(async () => {
  world = await bankWorld();
}, 180_000);
afterAll(() => world?.stop());

/** Rows a message can leave behind. */
const TABLES = [
  'prevention.bank_message',
  'prevention.account_flow',
  'prevention.bank_balance',
  'prevention.bank_receipt',
  'prevention.pay_line',
  'exchange.import',
];

async function written(): Promise<string> {
  const [row] = await world.database.owner<{ n: string }>(`select concat_ws(' ', ${TABLES.map((table) => `(select count(*) from ${table})`).join(', ')}) as n`);
  return row?.n ?? '';
}

interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const HEADERS = ['content-type', 'x-anxin-timestamp', 'x-anxin-nonce', 'x-anxin-signature', 'x-anxin-app'];
let number = 0;

describe('银行的门：真的服务、真的数据库，残缺的消息', () => {
  it('没有 5xx，被拒绝的什么也没写，收下的恰好记下一条', { timeout: 3_600_000 }, async () => {
    let before = await written();
    const target: FuzzTarget<Sent> = {
      name: 'bank-http',
      seeds: MESSAGES.map((message) => ({ body: JSON.stringify(message).replaceAll('37150101040002222', world.account), headers: {} })),
      mutate({ body, headers }, chance) {
        if (chance.happens(0.1))
          return {
            body,
            headers: {
              ...headers,
              [chance.pick(HEADERS)]: mutateText('1793000000', chance)
                .replaceAll(/[^\x20-\x7e]/g, '')
                .trim(),
            },
          };
        if (chance.happens(0.1)) return { body: mutateText(body, chance), headers };
        // As it is, under a new number: soundness must get through, too.
        if (chance.happens(0.1)) return { body, headers };
        try {
          const message: Json = JSON.parse(body);
          return { body: JSON.stringify(mutateJson(message, chance)), headers };
        } catch {
          return { body: mutateText(body, chance), headers };
        }
      },
      async run({ body: made, headers }): Promise<Verdict> {
        number += 1;
        const body = made.replace('"M-1"', `"M-${number}"`);
        const path = '/bank/v1/messages';
        const answer = await fetch(`${world.address}${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...signatureHeaders(sign({ method: 'POST', path, body }, { app: world.bank.appid, secret: world.bank.secret })),
            ...headers,
          },
          body,
        });
        const text = await answer.text();
        const says = `${answer.status} ${text.slice(0, 300)}`;
        if (answer.status >= 500) return { came: 'broken', says };
        const now = await written();
        const [messages, were] = [Number(now.split(' ')[0]), Number(before.split(' ')[0])];
        const isSame = now === before;
        before = now;
        const told: { code?: string; says?: string; outcome?: string } = JSON.parse(text);
        if (answer.ok) {
          if (messages - were !== (told.outcome === 'repeated' ? 0 : 1))
            return { came: 'broken', says: `${told.outcome}, and ${messages - were} messages kept: ${says}` };
          return { came: 'taken', why: told.outcome ?? '' };
        }
        if (!isSame) return { came: 'broken', says: `refused and yet written: ${says}` };
        if (told.code === undefined || told.says === undefined || !/\p{Script=Han}/u.test(told.says))
          return { came: 'broken', says: `no reason in Chinese: ${says}` };
        return { came: 'refused', why: `${answer.status} ${told.code}` };
      },
      encode: (input) => JSON.stringify(input),
      decode: (line) => JSON.parse(line),
    };
    const inputs = inputsOf(1_000);
    const report = await fuzz(target, { inputs, seed: FUZZ_SEED, corpus: corpusOf(target.name), slowMs: SLOW_REQUEST_MS });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.taken).toBeGreaterThan(inputs / 50);
    expect(report.refused).toBeGreaterThan(inputs / 10);
  });
});
