import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf, identityOf, LEDGER, layOut, OFFICIAL, open, payrollFile, rosterFile } from '../../src/modules/prevention/imports/server/test-files.ts';
import type { Imports } from '../../src/modules/prevention/imports/server/service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import type { Chance } from '../../src/apps/simulate/random.ts';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { corpusOf } from './corpus.ts';
import { fuzz, type FuzzTarget, SLOW_REQUEST_MS, type Verdict } from './fuzz.ts';
import { mutateBytes, mutateText, NASTY } from './mutate.ts';

let db: FreshDatabase;
let service: Imports;
let before: readonly number[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  await layOut(db);
  service = open(db);
  for (const sound of [LEDGER, rosterFile(12)]) expect((await through(sound, false)).came).toBe('taken');
}, 180_000);
afterAll(async () => {
  await service?.close();
  await db?.drop();
});

/** The tables an import of each kind writes its rows into; `ledger` keeps a version of each project it read. */
const TABLES = {
  roster: 'roster_entry',
  payroll: 'payroll_line',
  flows: 'account_flow',
  sheet: 'attendance_sheet',
  punch: 'punch',
  ledger: 'project_version',
} as const;
const STAGING = ['staged_roster', 'staged_payroll', 'staged_flow', 'staged_sheet', 'staged_punch', 'staged_cipher', 'staged_person'];

async function written(): Promise<readonly number[]> {
  const tables = [...Object.values(TABLES).map((table) => `prevention.${table}`), ...STAGING.map((table) => `exchange.${table}`)];
  const [row] = await db.owner<{ n: number[] }>(`select array[${tables.map((table) => `(select count(*) from ${table})`).join(', ')}]::int[] as n`);
  return row?.n ?? [];
}

/** Uploads, waits, confirms what can be confirmed, and holds the totals of all tables against what the import says it did. */
async function through(content: Buffer, validRowsOnly: boolean): Promise<Verdict> {
  before = await written();
  const received = await service.upload(OFFICIAL, { name: '表.csv', content, kind: null, projectId: null });
  if (!received.ok) return refusedWithWords(received.refusal, await records());
  await service.settled();
  const checked = await service.view(OFFICIAL, received.value.id);
  if (!checked.ok) return { came: 'broken', says: checked.refusal.says };
  const { id, kind, state } = checked.value;
  // Until somebody confirms it a file is nothing but a proposal.
  if ((await records()).some((grew) => grew !== 0)) return { came: 'broken', says: 'records before anybody confirmed' };
  const done = state === 'checked' ? await confirmed(id, validRowsOnly) : checked.value;
  const grew = await records();
  const sum = grew.reduce((total, rows) => total + rows, 0);
  if (done.state !== 'done') {
    if (sum !== 0) return { came: 'broken', says: `${done.state}, and yet ${grew.join()} rows` };
    await service.cancel(OFFICIAL, id);
    return (await staged()) === 0
      ? { came: 'refused', why: `${kind} ${done.state} ${done.problem?.slice(0, 30) ?? ''}` }
      : { came: 'broken', says: 'staged rows were left behind' };
  }
  const { added, changed, errorRows } = done;
  if (sum !== added + changed) return { came: 'broken', says: `told of ${added} + ${changed}, wrote ${grew.join()}` };
  if (errorRows > 0 && !validRowsOnly) return { came: 'broken', says: `${errorRows} wrong rows, and the others were taken without being asked for` };
  const index = grew.findIndex((rows) => rows !== 0);
  if (index !== -1 && grew.some((rows, at) => at !== index && rows !== 0)) return { came: 'broken', says: `one file, several kinds: ${grew.join()}` };
  return (await staged()) === 0 ? { came: 'taken', why: `${kind} ${errorRows > 0}` } : { came: 'broken', says: 'staged rows were left behind' };
}

async function confirmed(id: string, validRowsOnly: boolean) {
  const going = await service.confirm(OFFICIAL, id, validRowsOnly);
  if (going.ok) await service.settled();
  const seen = await service.view(OFFICIAL, id);
  if (!seen.ok) throw new Error(seen.refusal.says);
  return seen.value;
}

function refusedWithWords({ code, says }: { readonly code: string; readonly says: string }, grew: readonly number[]): Verdict {
  if (grew.some((rows) => rows !== 0)) return { came: 'broken', says: `refused and yet written: ${grew.join()}` };
  return /\p{Script=Han}/u.test(says) ? { came: 'refused', why: code } : { came: 'broken', says: `no reason in Chinese: ${says}` };
}

async function records(): Promise<readonly number[]> {
  const now = await written();
  return Object.keys(TABLES).map((_, at) => (now[at] ?? 0) - (before[at] ?? 0));
}

async function staged(): Promise<number> {
  return (await written()).slice(Object.keys(TABLES).length).reduce((total, rows) => total + rows, 0);
}

const days = Array.from({ length: 30 }, (_, at) => at + 1);
const row = (...cells: readonly (string | number)[]) => cells.join(',');
const SHEET = [
  '锦绣城一期 2026年9月考勤表',
  '工程名称：锦绣城一期',
  row('序号', '姓名', '身份证号', ...days, '出勤天数合计'),
  ...[0, 1, 2].map((at) => row(at + 1, `工人${at}`, identityOf(at), ...days.map(() => '√'), 30)),
].join('\r\n');
const PUNCHES = [
  '工程名称：锦绣城一期',
  row('姓名', '身份证号', '打卡时间', '进出'),
  ...[0, 1, 2].map((at) => row(`工人${at}`, identityOf(at), `2026-10-0${at + 1} 07:02:04`, '进')),
].join('\r\n');
const FLOWS = [
  '专户账号,15001234567890',
  row('交易日期', '交易流水号', '收入金额', '支出金额', '余额', '对方户名', '对方账号', '摘要'),
  row('2026-10-08', 'A1', '500000.00', '', '500000.00', '高唐城投公司', '37150012345678902', '拨付人工费'),
  row('2026-10-15', 'A2', '', '6000.00', '494000.00', '工人0', cardOf(0), '10月工资'),
].join('\r\n');
const SOUND = [LEDGER, rosterFile(12), payrollFile(12), Buffer.from(SHEET), Buffer.from(PUNCHES), Buffer.from(FLOWS)];

/** Mostly some cells of some rows, so that some rows of a file are right and others wrong; now and then its bytes. */
function mutate(input: Buffer, chance: Chance): Buffer {
  if (chance.happens(0.1)) return mutateBytes(input, chance);
  const lines = input.toString('utf8').split('\r\n');
  for (let times = chance.between(1, 3); times > 0; times -= 1) {
    const at = chance.between(0, lines.length - 1);
    const cells = (lines[at] ?? '').split(',');
    const place = chance.between(0, cells.length - 1);
    const kind = chance.between(0, 9);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, lines[at] ?? '');
    else lines[at] = cells.with(place, mutateText(cells[place] ?? '', chance, WORDS)).join(',');
  }
  return Buffer.from(lines.join('\r\n'));
}

const WORDS = [
  ...NASTY.filter((word) => word !== '"'),
  identityOf(1),
  identityOf(2),
  identityOf(77),
  cardOf(3),
  '人民医院新院区',
  '莘县',
  '2026-09-15',
  '6000',
  '2026年9月',
];

const target: FuzzTarget<Buffer> = {
  name: 'imports-database',
  seeds: SOUND,
  mutate,
  run: (input) => through(input, input.length % 2 === 0),
  encode: (input) => input.toString('base64'),
  decode: (line) => Buffer.from(line, 'base64'),
};

describe('从上传到入库：残缺的文件', () => {
  it('整份收下、只收对的行、或者什么也没写；各表的总数与所说一致', { timeout: 7_200_000 }, async () => {
    const inputs = inputsOf(150);
    const report = await fuzz(target, { inputs, seed: FUZZ_SEED, corpus: corpusOf(target.name), slowMs: SLOW_REQUEST_MS });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${Buffer.from(line, 'base64').toString().slice(0, 500)}`)).toEqual([]);
    expect(report.taken).toBeGreaterThan(inputs / 10);
    expect(report.refused).toBeGreaterThan(inputs / 10);
  });
});
