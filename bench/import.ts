import { setTimeout as wait } from 'node:timers/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { checkCharacter, luhnDigit } from '#kernel/identifiers/index.ts';
import type { ImportView } from '#modules/prevention/imports/domain/wire.ts';
import { type BenchDatabase, benchDatabase } from './support/database.ts';
import { type Figure, percent, perSecond, seconds, timed } from './support/figures.ts';
import { type BenchServer, serveForBench } from './support/server.ts';

const ROWS = 100_000;
/** A county's file: 500 projects of 200 workers. */
const PROJECTS = 500;
/** Wrong on purpose, so that finding and keeping errors is part of what is measured. */
const BAD_EVERY = 1_000;

/**
 * A payroll of 100,000 rows from the upload over HTTP to the checked result page, and on to the records with audit, facts not counted. The raw
 * partner copies the same values straight into a table of the same columns and primary key, past all checks.
 */
export async function imports(): Promise<readonly Figure[]> {
  const database = await benchDatabase();
  const product = await serveForBench(database, { region: '371526' });
  try {
    await hold(database, product);
    const raw = (await timed(() => copyBare(database))).took;
    // Made before the clock starts: writing the file is the county's work.
    const file = payroll(0);
    const upload = await timed(() => send(product, '工资支付表.csv', file, 'payroll'));
    if (upload.value.state !== 'checked' || upload.value.errorRows !== ROWS / BAD_EVERY)
      throw new Error(`${upload.value.state} ${upload.value.errorRows} ${upload.value.problem ?? ''}`);
    const taking = await timed(() => confirm(product, upload.value.id));
    const whole = upload.took + taking.took;
    const share = raw / whole;
    return [
      {
        what: `import of ${ROWS.toLocaleString('en')} payroll rows, checked row by row, taken over and audited, rows/s`,
        ours: perSecond(ROWS, whole),
        raw: perSecond(ROWS, raw),
        ratio: percent(share),
        bar: '>= 20 % of bare COPY (goal 35 %)',
        reached: share >= 0.2,
      },
      {
        what: 'the same, upload to the checked result page',
        ours: seconds(upload.took),
        raw: seconds(raw),
        ratio: `${(upload.took / raw).toFixed(1)}x`,
        bar: '<= 10 s (goal 4 s)',
        reached: upload.took <= 10,
      },
      {
        what: 'the same, confirm to records',
        ours: seconds(taking.took),
        raw: seconds(raw),
        ratio: `${(taking.took / raw).toFixed(1)}x`,
        bar: '',
        reached: true,
      },
    ];
  } finally {
    await product.close();
    await database.close();
  }
}

/** The projects, and their 100,000 workers on the roster by the ordinary way in. */
async function hold(database: BenchDatabase, product: BenchServer): Promise<void> {
  await database.owner("insert into prevention.enterprise (id, name) values (1, '测试总包有限公司')");
  await database.owner(
    `insert into prevention.project (id, region_code, code, name, gc_enterprise_id, started_on)
     select n + 1, '371526001', 'BENCH-' || n, '测试安置房' || n || '标段', 1, date '2026-03-01' from generate_series(0, ${PROJECTS - 1}) n`,
  );
  await database.owner("insert into prevention.project_party (project_id, enterprise_id, part) select id, 1, 'general-contractor' from prevention.project");
  const roster = await send(
    product,
    '花名册.csv',
    lines('工程名称,姓名,身份证号码,班组,进场日期,工资卡号', (n) => `${project(n)},工人${n},${identity(n)},一班,2026-03-01,${card(n)}`, '农民工花名册'),
    'roster',
  );
  if (roster.state !== 'checked' || roster.errorRows > 0) throw new Error(`the roster is ${roster.state}: ${roster.problem ?? ''}`);
  await confirm(product, roster.id);
  // The sweep that follows an import is somebody else's figure.
  while ((await database.owner('select 1 from prevention.dirty limit 1')).length > 0) await wait(200);
}

function payroll(shift: number): Uint8Array {
  return lines(
    '序号,工程名称,姓名,身份证号码,班组,出勤天数,日工资,应发合计,预支,扣款,实发金额,工资卡号,本人签字',
    (n) =>
      `${n + 1},${project(n)},工人${n},${n % BAD_EVERY === 7 ? '371526199002301234' : identity(n)},一班,26,300.00,${7800 + shift}.00,0.00,0.00,${7800 + shift}.00,${card(n)},工人${n}`,
    '农民工工资支付表,,工资月份：2026年9月,,编制日期：2026-10-08',
  );
}

function lines(head: string, line: (n: number) => string, title: string): Uint8Array {
  const all = [title, head];
  for (let n = 0; n < ROWS; n += 1) all.push(line(n));
  return new TextEncoder().encode(all.join('\r\n'));
}

const project = (n: number) => `测试安置房${n % PROJECTS}标段`;

/** Valid, and nobody's: the sequence walks through birthdays of the place. */
function identity(n: number): string {
  const day = new Date(Date.UTC(1970, 0, 1) + (n % 9_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const seventeen = `371526${day}${String(Math.floor(n / 9_000) * 7 + 100).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

function card(n: number): string {
  const digits = `622202${String(100_000_000_000 + n)}`;
  return digits + luhnDigit(digits);
}

async function copyBare({ ownerUrl, owner }: BenchDatabase): Promise<void> {
  await owner(`create table public.bare (project_id bigint, month date, person_id bigint, id bigint, name text, mask text, team text, days numeric(5,1), rate bigint, due bigint, advance bigint, withheld bigint, net bigint,
    card bytea, tail text, signed boolean, made_on date, import_id bigint, row_no integer, recorded_at timestamptz default now(), primary key (project_id, month, id))`);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const rows = function* () {
    for (let n = 0; n < ROWS; n += 1)
      yield `1\t2026-09-01\t${n}\t${n}\t工人${n}\t37*************12X\t一班\t26\t30000\t780000\t0\t0\t780000\t\\\\x${n.toString(16).padStart(64, '0')}\t0000\tt\t2026-10-08\t1\t${n}\n`;
  };
  await pipeline(
    Readable.from(rows()),
    client.query(
      copyFrom(
        'copy public.bare (project_id, month, person_id, id, name, mask, team, days, rate, due, advance, withheld, net, card, tail, signed, made_on, import_id, row_no) from stdin',
      ),
    ),
  );
  await client.end();
}

async function send(product: BenchServer, name: string, bytes: Uint8Array, kind: string): Promise<ImportView> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new File([new Uint8Array(bytes)], name));
  const begun: ImportView = await ask(product, '/api/imports', form);
  return until(product, begun.id, ['reading']);
}

async function confirm(product: BenchServer, id: string): Promise<ImportView> {
  await ask(product, `/api/imports/${id}/confirm`, JSON.stringify({ acceptValidRowsOnly: true }));
  const view = await until(product, id, ['reading', 'checked', 'importing']);
  if (view.state !== 'done') throw new Error(`the import is ${view.state}: ${view.problem ?? ''}`);
  return view;
}

async function until(product: BenchServer, id: string, passing: readonly string[]): Promise<ImportView> {
  for (;;) {
    const view: ImportView = await ask(product, `/api/imports/${id}`);
    if (!passing.includes(view.state)) return view;
    await wait(50);
  }
}

async function ask<T>(product: BenchServer, path: string, body?: string | FormData): Promise<T> {
  const answer = await fetch(`${product.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: product.cookie, origin: product.url, ...(typeof body === 'string' && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<T>;
}
