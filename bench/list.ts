import autocannon from 'autocannon';
import fastify from 'fastify';
import pg from 'pg';
import { benchDatabase } from './support/database.ts';
import { type Figure, median, percent } from './support/figures.ts';
import { serveForBench } from './support/server.ts';

const WARNINGS = 1_000_000;
const ROUNDS = 3;
const SECONDS = 6;
const CONNECTIONS = 10;

/**
 * A filtered, sorted, counted page of 20 warnings out of a million, as a county's inspector asks for it: red and orange, still open, most
 * urgent first. The raw partner is Fastify and pg with the same statement and the place spelt out in it, past all policies.
 */
export async function list(): Promise<readonly Figure[]> {
  const database = await benchDatabase();
  await fill(database.owner);
  const product = await serveForBench(database, { region: '371526' });
  const raw = await rawServer(database.ownerUrl);
  try {
    const path = '/api/warnings?level=4,3&state=raised&sort=act_by&page=1&size=20';
    const ours: Run[] = [];
    const theirs: Run[] = [];
    await load(`${product.url}${path}`, product.cookie, 2);
    await load(raw.url, '', 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(await load(raw.url, '', SECONDS));
      ours.push(await load(`${product.url}${path}`, product.cookie, SECONDS));
    }
    const rate = (runs: readonly Run[]) => median(runs.map((run) => run.rate));
    const tail = (runs: readonly Run[]) => median(runs.map((run) => run.p99));
    const share = rate(ours) / rate(theirs);
    const stretch = tail(ours) / tail(theirs);
    return [
      {
        what: 'page of 20 of 1,000,000 warnings under row-level security, requests/s',
        ours: rate(ours).toFixed(0),
        raw: rate(theirs).toFixed(0),
        ratio: percent(share),
        bar: '>= 35 % (goal 50 %)',
        reached: share >= 0.35,
      },
      { what: 'the same, p99', ours: `${tail(ours)} ms`, raw: `${tail(theirs)} ms`, ratio: `${stretch.toFixed(1)}x`, bar: '<= 3x', reached: stretch <= 3 },
    ];
  } finally {
    await product.close();
    await raw.close();
    await database.close();
  }
}

interface Run {
  readonly rate: number;
  readonly p99: number;
}

async function load(url: string, cookie: string, duration: number): Promise<Run> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} answered ${result.non2xx} refusals and ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

/** 100 counties of 12 towns with some 10,000 warnings each, a thirtieth of them red or orange and not acknowledged. Chance comes from a hash, so each run has the same rows. */
async function fill(owner: (sql: string) => Promise<object[]>): Promise<void> {
  await owner(
    `insert into office.region (code, name, level, parent) values ('37','山东省','province',null),('3715','聊城市','prefecture','37') on conflict do nothing`,
  );
  await owner(
    `insert into office.region (code, name, level, parent) select '3715' || lpad(c::text, 2, '0'), '县' || c, 'county', '3715' from generate_series(0, 99) c on conflict do nothing`,
  );
  await owner(`
    insert into monitoring.warning (project_id, region_code, industry, gc_enterprise_id, project_name, gc_name, rule_code, rule_version, subject, subject_key, month, level, found_level, state, title, says,
      amount_fen, people, duty, due_on, act_by, act_until, owner_role, raised_on, closed_on, close_reason)
    select n % 40000 + 1, '3715' || lpad((h1 % 100)::text, 2, '0') || lpad((h1 / 100 % 12 + 1)::text, 3, '0'), '住建', n % 500 + 1,
      '安置房（' || n % 40000 || '标段）', '第' || n % 500 || '建设有限公司', 'PAY-03', 1, 'project-month', (n / 40000)::text, date '2026-09-01',
      (array[0,1,1,2,2,2,3,3,4,2])[h2 % 10 + 1], (array[0,1,1,2,2,2,3,3,4,2])[h2 % 10 + 1], (array['raised','acknowledged','handled','closed','closed','closed','closed','closed'])[h3 % 8 + 1],
      '2026年9月工资未足额发放', '2026年9月工资应于10月15日前付清，至今还差 54 人 976,428 元。',
      (n % 1000) * 10000, n % 200, 'general-contractor', date '2026-10-15', current_date + 1 + h4 % 60, (current_date + 2 + h4 % 60)::timestamp, 'town-specialist', date '2026-10-16',
      case when h3 % 8 >= 3 then date '2026-11-01' end, case when h3 % 8 >= 3 then 'paid' end
    from generate_series(0, ${WARNINGS - 1}) n,
      lateral (select abs(hashint4(n)) as h1, abs(hashint4(n + 2000000)) as h2, abs(hashint4(n + 4000000)) as h3, abs(hashint4(n + 6000000)) as h4) chance`);
  await owner('vacuum analyze monitoring.warning');
}

async function rawServer(ownerUrl: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 10 });
  const app = fastify({ logger: false });
  const page = {
    name: 'page',
    text: `select id, title, says, level, state, standing, is_data, rule_code, project_id, project_name, gc_name, region_code, month, amount_fen, people, due_on, act_by, owner_role, raised_on
      from monitoring.warning where region_code >= $1 and region_code < $2 and level = any ($3) and state = $4 order by act_by, id limit 20`,
  };
  const count = {
    name: 'count',
    text: 'select count(*) as total from monitoring.warning where region_code >= $1 and region_code < $2 and level = any ($3) and state = $4',
  };
  const values = ['371526', '371526~', [4, 3], 'raised'];
  app.get('/', async () => {
    const [rows, total] = [await pool.query({ ...page, values }), await pool.query<{ total: string }>({ ...count, values })];
    return { items: rows.rows, total: Number(total.rows[0]?.total) };
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    async close() {
      await app.close();
      await pool.end();
    },
  };
}
