import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { checkCharacter } from '#kernel/identifiers/index.ts';
import { integration } from '#modules/office/integration/server/index.ts';
import { devices } from '#modules/prevention/devices/server/index.ts';
import { deviceLimits } from '#apps/device-limits.ts';
import { secretsOf } from '#apps/database.ts';
import { systemClock } from '#platform/clock.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { type BenchDatabase, benchDatabase } from './support/database.ts';
import { type Figure, percent, perSecond, timed } from './support/figures.ts';
import { type BenchServer, serveForBench } from './support/server.ts';

const NIGHT = 1_300_000;
/** A county of gates: a thousand projects of 650 passages a day. */
const NIGHT_PROJECTS = 200;
const NIGHT_MESSAGE = 2_500;
const BURST_PROJECTS = 40;
const BURST_PUNCHES = 40_000;
const CLIENTS = 16;
const DAY_MS = 86_400_000;
const BAR = 850;

interface Gate {
  readonly appid: string;
  readonly secret: string;
  readonly project: number;
}

/**
 * Punches of gates from the signed request over HTTP to the committed record: in bursts of small messages, as gates send in the
 * morning, and a night's batch of 1.3 million. The raw partner copies the same rows into a table with the same primary key.
 */
export async function deviceBench(): Promise<readonly Figure[]> {
  const database = await benchDatabase();
  const product = await serveForBench(database, { region: '371526' });
  try {
    const gates = await lay(database);
    const raw = (await timed(() => copyBare(database))).took;
    const figures: Figure[] = [];
    for (const [round, size] of [20, 100].entries()) {
      const messages = BURST_PUNCHES / size;
      // Each burst is a day of its own, within the week devices may store.
      const made = Array.from({ length: messages }, (_, n) =>
        messageOf(gates[n % BURST_PROJECTS], Math.floor(n / BURST_PROJECTS) * size + 1 + round * BURST_PUNCHES, size, 2 + round),
      );
      const took = (await timed(() => sendAll(product, made))).took;
      const rate = BURST_PUNCHES / took;
      const bare = raw * (BURST_PUNCHES / NIGHT);
      figures.push({
        what: `device punches in bursts, ${size} a message, ${CLIENTS} clients, signed HTTP to committed record, punches/s`,
        ours: perSecond(BURST_PUNCHES, took),
        raw: perSecond(BURST_PUNCHES, bare),
        ratio: percent(bare / took),
        bar: `>= ${BAR}/s`,
        reached: rate >= BAR,
      });
    }
    const night = nightMessages(gates);
    const took = (await timed(() => sendAll(product, night))).took;
    const [held] = await database.owner<{ punches: string }>('select count(*) as punches from prevention.punch');
    if (Number(held?.punches) !== NIGHT + 2 * BURST_PUNCHES) throw new Error(`${held?.punches} punches are held`);
    figures.push({
      what: `a night's batch of ${NIGHT.toLocaleString('en')} punches, ${NIGHT_MESSAGE} a message, punches/s`,
      ours: perSecond(NIGHT, took),
      raw: perSecond(NIGHT, raw),
      ratio: percent(raw / took),
      bar: `>= ${BAR}/s`,
      reached: NIGHT / took >= BAR,
    });
    return figures;
  } finally {
    await product.close();
    await database.close();
  }
}

/** Projects with their workers on the roster and a gate each. */
async function lay(database: BenchDatabase): Promise<readonly Gate[]> {
  await database.owner("insert into prevention.enterprise (id, name) values (1, '测试总包有限公司')");
  await database.owner(
    `insert into prevention.project (id, region_code, code, name, gc_enterprise_id, started_on)
     select n, '371526001', 'BENCH-' || n, '测试安置房' || n || '标段', 1, date '2026-03-01' from generate_series(1, ${NIGHT_PROJECTS}) n`,
  );
  const secrets = secretsOf(database.config);
  if (!secrets.ok) throw new Error(secrets.refusal.says);
  const { vault } = secrets.value;
  const keeping = integration({ store: database.store, vault });
  const service = devices({ store: database.store, vault, clock: systemClock, integration: keeping, limitsOf: deviceLimits(systemClock) });
  const by = {
    accountId: '1',
    name: '测试',
    role: 'inspector',
    regionCode: '371526',
    enterpriseId: null,
    scope: { role: 'app_official', region: '371526', accountId: '1' },
    permissions: ['import.records'],
  } as const;
  const gates: Gate[] = [];
  for (let project = 1; project <= NIGHT_PROJECTS; project += 1) {
    const made = await service.keeper.register(by, String(project), { serialNo: `BENCH-${project}`, name: `闸机${project}`, position: null });
    if (!made.ok) throw new Error(made.refusal.says);
    gates.push({ appid: made.value.appid, secret: made.value.secret ?? '', project });
  }
  await database.owner('update exchange.app set per_minute = 100000');
  await database.owner('set jit = off');
  const people = PEOPLE * NIGHT_PROJECTS;
  for (let from = 0; from < people; from += 20_000) {
    const numbers = Array.from({ length: Math.min(20_000, people - from) }, (_, n) => identity(from + n));
    await database.owner(
      `with p as (insert into prevention.person (identity_index, identity_cipher, key_version) select i, c, $3 from unnest($1::bytea[], $2::bytea[]) v(i, c) returning id, identity_index)
       insert into prevention.roster_entry (project_id, person_id, name, identity_mask, entered_on, import_id)
       select o.project, p.id, '工人', '37*************12X', date '2026-03-01', 1 from p join unnest($1::bytea[], $4::bigint[]) o(i, project) on o.i = p.identity_index`,
      [
        numbers.map((number) => vault.identityIndex(number)),
        numbers.map((number) => vault.encrypt(number, `person.identity:${vault.hex.identity(number)}`)),
        vault.keyVersion,
        numbers.map((_, n) => 1 + Math.floor((from + n) / PEOPLE)),
      ],
    );
  }
  return gates;
}

/** Workers of a project. */
const PEOPLE = 500;

/** Valid, and nobody's. */
function identity(n: number): string {
  const day = new Date(Date.UTC(1970, 0, 1) + (n % 9_000) * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const seventeen = `371526${day}${String(Math.floor(n / 9_000) * 7 + 100).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

interface Message {
  readonly gate: Gate;
  readonly body: string;
}

function messageOf(gate: Gate | undefined, first: number, size: number, daysAgo: number): Message {
  if (gate === undefined) throw new Error('there is no such gate');
  const midnight = Math.floor((Date.now() + 8 * 3_600_000) / DAY_MS) * DAY_MS - daysAgo * DAY_MS;
  const punches = Array.from({ length: size }, (_, n) => {
    const order = first + n;
    // Everybody passes in turn, some seconds after each other.
    const at = new Date(midnight + (5 * 3_600 + ((order * 8) % 60_000)) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
    return {
      counter: order,
      idNumber: identity((gate.project - 1) * PEOPLE + (order % PEOPLE)),
      at,
      direction: Math.floor(order / PEOPLE) % 2 === 0 ? 'in' : 'out',
      method: 'face',
    };
  });
  return { gate, body: JSON.stringify({ counterFrom: first, punches }) };
}

/** Made as they are sent, one by one: 1.3 million punches would not fit beside the measurement. */
function nightMessages(gates: readonly Gate[]): Iterable<Message> & { readonly length: number } {
  const each = NIGHT / NIGHT_PROJECTS;
  const messages = Math.ceil(each / NIGHT_MESSAGE);
  const start = 2 * BURST_PUNCHES;
  return {
    length: messages * gates.length,
    *[Symbol.iterator]() {
      for (let n = 0; n < messages; n += 1) {
        for (const gate of gates) {
          const size = Math.min(NIGHT_MESSAGE, each - n * NIGHT_MESSAGE);
          yield messageOf(gate, start + n * NIGHT_MESSAGE + 1, size, 1);
        }
      }
    },
  };
}

async function sendAll(product: BenchServer, messages: Iterable<Message>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const waiting = messages[Symbol.iterator]();
  let [accepted, given] = [0, 0];
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
        const { gate, body } = next.value;
        const answer = await post(agent, product.url, gate, body);
        accepted += answer.accepted;
        given += answer.accepted + answer.repeated + answer.refused + answer.quarantined;
      }
    }),
  );
  agent.destroy();
  if (accepted !== given) throw new Error(`${accepted} of ${given} punches were accepted`);
}

interface Answer {
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: number;
  readonly quarantined: number;
}

function post(agent: Agent, url: string, gate: Gate, body: string): Promise<Answer> {
  const signature = signatureHeaders(sign({ method: 'POST', path: '/device/v1/punches', body }, { app: gate.appid, secret: gate.secret }));
  return new Promise((done, failed) => {
    const sent = request(
      `${url}/device/v1/punches`,
      { method: 'POST', agent, headers: { ...signature, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) done(JSON.parse(text) as Answer);
          else failed(new Error(`${answer.statusCode} ${text}`));
        });
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}

/** The rows of the night, past all checks, into a table of the same columns and primary key. */
async function copyBare({ ownerUrl, owner }: BenchDatabase): Promise<void> {
  await owner(
    'create table public.bare_punch (project_id bigint, month date, person_id bigint, happened_at timestamp, direction text, device text, source text, import_id bigint, recorded_at timestamptz default now(), primary key (project_id, month, person_id, happened_at, direction))',
  );
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const each = NIGHT / NIGHT_PROJECTS;
  const rows = function* () {
    for (let n = 0; n < NIGHT; n += 1) {
      const [project, order] = [1 + Math.floor(n / each), n % each];
      const second = (order * 8) % 60_000;
      const time = new Date(Date.UTC(2026, 0, 1, 5) + second * 1_000).toISOString().slice(11, 19);
      yield `${project}\t2026-11-01\t${project * PEOPLE + (order % PEOPLE)}\t2026-11-20 ${time}\t${Math.floor(order / PEOPLE) % 2 === 0 ? 'in' : 'out'}\tBENCH-${project}\tgate\t1\n`;
    }
  };
  await pipeline(
    Readable.from(rows()),
    client.query(copyFrom('copy public.bare_punch (project_id, month, person_id, happened_at, direction, device, source, import_id) from stdin')),
  );
  await client.end();
}
