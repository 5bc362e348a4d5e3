import { messageStatement } from '#modules/office/integration/server/index.ts';
import type { Scope, Tx } from '#platform/db/index.ts';
import { benchDatabase } from './support/database.ts';
import { type Figure, median } from './support/figures.ts';

const MESSAGES = 1_000_000;
const ROUNDS = 41;
/** A page is fifty rows with their app; what scans would be hundreds of times a lookup. */
const BAR = 10;

const OFFICIAL: Scope = { role: 'app_official', region: '371526', accountId: '1' };
/** A county that hears one message in a thousand. */
const QUIET: Scope = { role: 'app_official', region: '371599', accountId: '2' };

type Asked = readonly [string, Parameters<typeof messageStatement>[0], Scope?];

const ASKED: readonly Asked[] = [
  ['first page', {}],
  ['first page of a quiet county', {}, QUIET],
  ['one app', { app: 'app-0007' }],
  ['a code one message in ten thousand has', { code: 'account-not-found' }],
  ['what did not go well', { outcome: 'not-ok' }],
  ['one app, what did not go well', { app: 'app-0007', outcome: 'not-ok' }],
  ['one method, a quiet county', { method: 'method-03' }, QUIET],
  ['a day three weeks ago', { from: day(21), until: day(21) }],
  ['everything up to six weeks ago', { until: day(42) }],
  ['by number', { serial: '500000' }],
  ['a page in the middle', { before: '500000' }],
];

/** The list of messages in 对接管理 out of a million, as its reader asks for it; beside it the lookup of one message by its key. */
export async function messages(): Promise<readonly Figure[]> {
  const database = await benchDatabase();
  try {
    await fill(database.owner);
    const took = new Map<string, number[]>(ASKED.map(([what]) => [what, []]));
    const lookups: number[] = [];
    const timed = async (scope: Scope, sql: string, values: readonly unknown[]) =>
      database.store.reading(scope, async (tx: Tx) => {
        const begin = performance.now();
        await tx.query(sql, values);
        return performance.now() - begin;
      });
    for (let round = 0; round < ROUNDS; round += 1) {
      const key = String(1 + ((round * 7_919) % MESSAGES));
      lookups.push(await timed(OFFICIAL, 'select id, at, appid, code, cause from exchange.message where id = $1', [key]));
      for (const [what, filter, scope = OFFICIAL] of ASKED) {
        const { sql, values } = messageStatement(filter);
        took.get(what)?.push(await timed(scope, sql, values));
      }
    }
    const lookup = median(lookups);
    return ASKED.map(([what]) => {
      const ours = median(took.get(what) ?? []);
      return {
        what: `messages, 1,000,000 kept: ${what}`,
        ours: `${ours.toFixed(2)} ms`,
        raw: `${lookup.toFixed(2)} ms (one by its key)`,
        ratio: `${(ours / lookup).toFixed(1)}x`,
        bar: `<= ${BAR}x`,
        reached: ours <= BAR * lookup,
      };
    });
  } finally {
    await database.close();
  }
}

function day(ago: number): string {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

/** Two months of a hundred counties' messages: two hundred apps, sixty methods, two in a hundred refused. */
async function fill(owner: (sql: string) => Promise<object[]>): Promise<void> {
  await owner(`
    insert into exchange.message (at, appid, channel, direction, method, outcome, code, cause, summary, body_cipher, records, project_id, region_code)
    select now() - make_interval(secs => (${MESSAGES} - n) * 5.18), 'app-' || lpad((h % 200)::text, 4, '0'), (array['real-name','device','bank','open-api'])[1 + h % 4],
      case when h % 9 = 0 then 'out' else 'in' end, 'method-' || lpad((h / 200 % 60)::text, 2, '0'), case when bad then 'refused' else 'ok' end,
      case when n % 10000 = 77 then 'account-not-found' when bad then '-1' else '0' end, case when bad then '有 3 行不对，一行也没有收。' end, '{"rows": 20}',
      case when bad then decode(repeat(md5(n::text), 16), 'hex') end, 20, h % 40000,
      case when n % 1000 = 1 then '371599' when h % 3 = 0 then '371526' else '3715' || lpad((h / 7 % 99)::text, 2, '0') end
    from generate_series(1, ${MESSAGES}) n, lateral (select abs(hashint4(n)) as h) chance, lateral (select n % 50 = 0 or n % 10000 = 77 as bad) fate`);
  await owner('vacuum analyze exchange.message');
}
