import { createDecipheriv } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareTarget, type Deliveries, deliveries, type Targets, targets } from '#modules/prevention/real-name/server/index.ts';
import { systemClock } from '#platform/clock.ts';
import { outbound } from '#platform/outbound/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Client,
  clientOf,
  createApp,
  type Credential,
  identityOf,
  LABOUR,
  layOutCounty,
  OFFICIAL,
  payLine,
  type Platform,
  PROJECT,
  register,
  startPlatform,
} from '../support/real-name.ts';

/** Ours below, and one above that is ours as well: two databases, HTTP between them. */
interface Pair {
  readonly below: FreshDatabase;
  readonly above: FreshDatabase;
  readonly platform: Platform;
  readonly upper: Platform;
  readonly credential: Credential;
  readonly targets: Targets;
  readonly deliveries: Deliveries;
  readonly deps: Parameters<typeof compareTarget>[0];
  readonly client: Client;
  /** One that asks the system above. */
  readonly clientAbove: Client;
  stop(): Promise<void>;
}

const stamp = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '');
const WORKERS = 7;
/** How long we wait for an answer: long enough for a target on a busy machine, and a slow one is slower. */
const PATIENCE_MS = 2_000;

async function pair(): Promise<Pair> {
  const [below, above] = [await freshDatabase(), await freshDatabase()];
  await layOutCounty(below);
  await layOutCounty(above);
  await above.owner('delete from prevention.project_party where project_id = 2');
  const [platform, upper] = [await startPlatform(below, systemClock), await startPlatform(above, systemClock)];
  const credential = await createApp(upper, { appid: PROJECT });
  const gate = await createApp(platform, { appid: PROJECT });
  const usual = {
    get timestamp() {
      return stamp();
    },
  };
  const client = clientOf(platform.url, gate, usual);
  const guarded = outbound({ openNetworks: ['127.0.0.1/32'], timeoutMs: PATIENCE_MS });
  const deps = { store: below.store, clock: systemClock, vault: platform.vault, outbound: guarded, integration: platform.integration, hurry: 200 };
  return {
    below,
    above,
    platform,
    upper,
    credential,
    client,
    clientAbove: clientOf(upper.url, credential, usual),
    deps,
    targets: targets({ store: below.store, vault: platform.vault, outbound: guarded }),
    deliveries: deliveries(deps),
    async stop() {
      expect(platform.problems).toEqual([]);
      expect(upper.problems).toEqual([]);
      await platform.stop();
      await upper.stop();
      await below.drop();
      await above.drop();
    },
  };
}

/** A month of a small site, entered once with us. */
const PAPERS = [{ name: '说明.pdf', data: 'JVBERi0xLjQ=' }];
const PIXEL = `/9j/${'B'.repeat(120)}`;
const TRAINING = {
  projectCode: PROJECT,
  trainingDate: '2026-10-02',
  trainingDuration: 4,
  trainingName: '三级安全教育',
  trainingTypeCode: '003001',
  trainer: '安全员',
  trainingAddress: '项目部',
  description: '进场前',
  attachments: PAPERS,
};

async function fill({ below, client }: Pair): Promise<void> {
  const team = await register(client, WORKERS, '钢筋一班');
  const who = (order: number) => ({ idCardType: '01', idCardNumber: client.aes(identityOf(order)) });
  const people = Array.from({ length: WORKERS }, (_, order) => order);
  const entries = people.map((order) => ({ ...who(order), date: '2026-10-01', type: 1 }));
  expect(
    await client.settle('WorkerEntryExit.Add', {
      projectCode: PROJECT,
      ...LABOUR,
      teamSysNo: team,
      workerList: [...entries, { ...who(6), date: '2026-10-20', type: 0 }],
    }),
  ).toMatchObject({ status: 20 });
  const sound = async (method: string, data: unknown): Promise<void> => void expect(await client.settle(method, data)).toMatchObject({ status: 20 });
  await sound('Corp.Upload', {
    ...LABOUR,
    areaCode: '371526',
    corpType: '150',
    legalMan: '赵一',
    legalManIDCardNumber: client.aes(identityOf(80)),
    linkTel: '0635-1',
    address: '高唐',
  });
  await sound('Project.PartUpdate', {
    projectCode: PROJECT,
    category: '01',
    description: '住宅',
    prjPlanNum: client.aes('JZ-1'),
    address: '鱼邱湖',
    linkPhone: '0635-2',
  });
  const bankInfos = [{ bankCode: '102', bankName: '高唐支行', bankNumber: client.aes('6222020200112233445'), bankLinkNumber: '102' }];
  const pm = { pmName: '王经理', pmIDCardType: '01', pmIDCardNumber: client.aes(identityOf(81)), pmPhone: '13800000081' };
  await sound('ProjectSubContractor.Update', { projectCode: PROJECT, ...LABOUR, corpType: '006', entryTime: '2026-09-01 08:00:00', bankInfos, ...pm });
  const leader = {
    responsiblePersonName: '李班长',
    responsiblePersonPhone: '13800000082',
    responsiblePersonIDCardType: '01',
    responsiblePersonIDNumber: client.aes(identityOf(82)),
  };
  await sound('Team.Update', { teamSysNo: team, teamName: '钢筋一班', ...leader, entryTime: '2026-09-02', entryAttachments: PAPERS, remark: '一班' });
  const contractList = people.slice(0, 5).map((order) => ({
    ...LABOUR,
    ...who(order),
    contractPeriodType: 1,
    startDate: '2026-10-01',
    endDate: '2027-09-30',
    ...(order === 0 && { unit: '81', unitPrice: '45.5', attachments: PAPERS }),
  }));
  expect(await client.settle('WorkerContract.Add', { projectCode: PROJECT, contractList })).toMatchObject({ status: 20 });
  for (const day of ['08', '09']) {
    const dataList = people.slice(0, 6).flatMap((order) => [
      { ...who(order), date: `2026-10-${day} 07:0${order}:00`, direction: '01', attendType: '001' },
      {
        ...who(order),
        date: `2026-10-${day} 17:3${order}:00`,
        direction: '02',
        ...(order === 2 ? { attendType: '002', lng: 116.23, lat: 36.86, image: PIXEL } : { attendType: '001' }),
      },
    ]);
    expect(await client.settle('WorkerAttendance.Add', { projectCode: PROJECT, teamSysNo: team, dataList })).toMatchObject({ status: 20 });
  }
  await sound('ProjectTraining.Add', {
    ...TRAINING,
    workers: people.slice(0, 4).map((order) => ({ ...who(order), isPass: order === 3 ? 0 : 1, trainingScore: `${90 + order}.5` })),
  });
  const detailList = people.map((order) =>
    payLine(client, order, { totalPayAmount: `${7000 + order}.50`, actualAmount: `${7000 + order}.50`, balanceDate: '2026-11-15' }),
  );
  const backPay = payLine(client, 0, { isBackPay: 1, backPayMonth: '2026-09', totalPayAmount: '300', actualAmount: '300' });
  expect(
    await client.settle('Payroll.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, payMonth: '2026-10', detailList: [...detailList, backPay] }),
  ).toMatchObject({ status: 20 });
  await below.owner("update prevention.project set account_no = '15001234567890', account_bank = '中国农业银行高唐支行' where id = 1");
}

async function upTo(p: Pair, url: string): Promise<string> {
  const made = await p.targets.create(OFFICIAL, { name: '省实名制平台', url, profile: 'national', ...p.credential });
  if (!made.ok) throw new Error(made.refusal.says);
  const added = await p.targets.addProject(OFFICIAL, made.value.id, '1', PROJECT);
  if (!added.ok) throw new Error(added.refusal.says);
  return made.value.id;
}

/** The rows of a query in the clear, without what is each system's own: numbers of teams and of payrolls, codes we give obligations. */
async function shown(client: Client, query: string, data: unknown): Promise<readonly string[]> {
  const { data: found } = await client.call(query, data);
  const rows: unknown = found['rows'] ?? found['detailList'];
  const clear = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value
        .map(clear)
        .map((one) => JSON.stringify(one))
        .sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, one]) => one !== '' && !['teamSysNo', 'payrollCode', 'thirdPayRollCode', 'thirdPartyProjectCode'].includes(name))
        .map(([name, one]) => [name, typeof one === 'string' && /Num(ber)?$/.test(name) ? (opened(one, client.credential.secret) ?? one) : clear(one)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  };
  const list = clear(rows);
  return Array.isArray(list) ? list : [];
}

function opened(base64: string, secret: string): string | null {
  try {
    const decipher = createDecipheriv('aes-256-cbc', Buffer.from(secret), Buffer.from(secret.slice(0, 16)));
    return decipher.update(base64, 'base64', 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

const FORGET_TARGETS =
  'truncate exchange.real_name_delivery, exchange.real_name_sent_punch, exchange.real_name_their_team, exchange.real_name_target_project, exchange.real_name_difference, exchange.real_name_target cascade';

/** The two of this file. What was entered below is entered once; the stories that leave it as it is come first. */
let p: Pair;
beforeAll(async () => {
  p = await pair();
  await fill(p);
}, 180_000);
afterAll(() => p.stop(), 180_000);

/** The system above as on its first day, and nobody above us known below. */
async function beginAnew(): Promise<void> {
  await p.below.owner(FORGET_TARGETS);
  await p.above.owner(
    'truncate prevention.real_name_record, prevention.real_name_file, prevention.real_name_project, prevention.real_name_corp, prevention.team, prevention.roster_entry, prevention.punch, prevention.payroll_line, exchange.day_import',
  );
  await p.above.owner("delete from prevention.project_party where part <> 'general-contractor'");
}

/** Runs the loop until nothing is on its way. */
async function untilSettled(p: Pair, seconds: number): Promise<void> {
  for (const until = Date.now() + seconds * 1_000; Date.now() < until; ) {
    if (await p.deliveries.deliver()) continue;
    const [open] = await p.below.owner<{ n: string }>(
      "select count(*) as n from exchange.real_name_delivery where state in ('queued','sent','waiting','asking')",
    );
    if (open?.n === '0') return;
    await wait(20);
  }
  const left = await p.below.owner('select method, state, code, says, attempts from exchange.real_name_delivery where settled_at is null limit 5');
  throw new Error(`not settled: ${JSON.stringify(left)}`);
}

const countIn = async (db: FreshDatabase, from: string) => Number((await db.owner<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n);

/** What the system above holds is what we hold, each thing once; also in what was superseded. */
async function expectSame(p: Pair): Promise<void> {
  expect(await countIn(p.above, 'prevention.team')).toBe(1);
  expect(await countIn(p.above, "prevention.real_name_record where kind = 'worker'")).toBe(WORKERS);
  expect(await countIn(p.above, 'prevention.roster_entry where superseded_at is null')).toBe(WORKERS);
  expect(await countIn(p.above, 'prevention.punch')).toBe(24);
  const lines = "select name, to_char(month, 'YYYY-MM') as month, item, due_fen, net_fen from prevention.payroll_line order by month, name, id";
  expect(await p.above.owner(lines)).toEqual(await p.below.owner(lines));
  const stays = 'select name, entered_on::text, left_on::text, contract_from::text from prevention.roster_entry where superseded_at is null order by name';
  expect(await p.above.owner(stays)).toEqual(await p.below.owner(stays));
}

/** Stands between the two and behaves as the worst days of a platform: by a fixed dice, so that a run can be repeated. */
function badDay(upper: string, seed: number): Server & { readonly told: Map<string, number> } {
  let state = seed;
  const dice = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const told = new Map<string, number>();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const forward = async () =>
        (await fetch(`${upper}/open.api`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })).text();
      const moods = ['fine', 'fine', 'fine', 'fine', 'lost', 'error', 'error-after', 'not-json', 'cut', 'slow', 'twice', 'busy', 'number', 'pending', 'html'];
      const mood = moods[Math.floor(dice() * moods.length)] ?? 'fine';
      told.set(mood, (told.get(mood) ?? 0) + 1);
      const answer = (text: string, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(text);
      switch (mood) {
        case 'lost':
          // Accepted, and nobody hears of it.
          await forward();
          return request.socket.destroy();
        case 'error':
          return answer('Internal Server Error', 500);
        case 'error-after':
          await forward();
          return answer('', 502);
        case 'not-json':
          await forward();
          return answer('{"code":"0","message":"","data":');
        case 'cut': {
          const text = await forward();
          response.writeHead(200, { 'content-length': String(Buffer.byteLength(text)) });
          response.write(text.slice(0, Math.floor(text.length / 2)));
          await wait(20);
          return request.socket.destroy();
        }
        case 'slow': {
          const text = await forward();
          await wait(PATIENCE_MS + 200);
          return answer(text);
        }
        case 'twice': {
          const [first] = await Promise.all([forward(), forward()]);
          return answer(first);
        }
        case 'busy':
          return answer('{"code":"-5","message":"访问超过限制","data":null}');
        case 'number':
          return answer((await forward()).replace(/"code":"(-?\d+)"/, '"code":$1'));
        case 'pending': {
          const text = await forward();
          return answer(text.replace('"status":20', '"status":"0"'));
        }
        case 'html':
          return answer('<html><body>网关繁忙</body></html>');
        default:
          return answer(await forward());
      }
    })().catch(() => request.socket.destroy());
  });
  return Object.assign(server, { told });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('上级平台在最糟的日子里', () => {
  let bad: ReturnType<typeof badDay>;
  beforeAll(async () => {
    await beginAnew();
    bad = badDay(p.upper.url, 20261122);
    await new Promise<void>((done) => bad.listen(0, '127.0.0.1', done));
  });
  afterAll(() => {
    bad.closeAllConnections();
    bad.close();
  });

  it('受理后断线、500、半截答复、坏 JSON、慢、重复转发、-5、数字代码：最后全部送达，每样只有一份', { timeout: 180_000 }, async () => {
    const address = bad.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    const target = await upTo(p, `http://127.0.0.1:${address.port}/open.api`);
    await p.deliveries.plan();
    await untilSettled(p, 150);
    expect(await p.below.owner("select method, says from exchange.real_name_delivery where state <> 'done'")).toEqual([]);
    await expectSame(p);
    expect([...bad.told.keys()].length).toBeGreaterThanOrEqual(10);
    expect(await countIn(p.below, "exchange.message where direction = 'out' and outcome = 'unknown'")).toBeGreaterThan(3);
    void target;
  });
});

describe('没有答复，又过了可以重发的时间：先问，再决定', () => {
  beforeAll(() => beginAnew());

  it.each([
    { name: '其实已收：不再发', accepted: true },
    { name: '确实没收：再发一次', accepted: false },
  ])('$name', { timeout: 180_000 }, async ({ accepted }) => {
    let silent = false;
    const between = createServer((request, response) => {
      void (async () => {
        const body = await bodyOf(request);
        const isPay = new URLSearchParams(body).get('method') === 'Payroll.Add';
        if (silent && isPay && !accepted) return request.socket.destroy();
        const text = await (
          await fetch(`${p.upper.url}/open.api`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
        ).text();
        if (silent && isPay) return request.socket.destroy();
        return response.end(text);
      })();
    });
    await new Promise<void>((done) => between.listen(0, '127.0.0.1', done));
    const address = between.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    await p.below.owner(FORGET_TARGETS);
    await p.above.owner('truncate prevention.payroll_line');
    await upTo(p, `http://127.0.0.1:${address.port}/open.api`);
    await p.deliveries.plan();
    silent = true;
    const lost = async () => countIn(p.below, "exchange.real_name_delivery where method = 'Payroll.Add' and state = 'sent' and attempts > 0");
    const arrived = () => countIn(p.above, 'prevention.payroll_line');
    const isReady = async () => (await lost()) === 8 && (await arrived()) === (accepted ? 8 : 0);
    for (const until = Date.now() + 60_000; !(await isReady()) && Date.now() < until; ) if (!(await p.deliveries.deliver())) await wait(20);
    expect(await countIn(p.above, 'prevention.payroll_line')).toBe(accepted ? 8 : 0);
    silent = false;
    await p.below.owner("update exchange.real_name_delivery set sent_at = now() - interval '40 minutes' where method = 'Payroll.Add'");
    await untilSettled(p, 120);
    expect(await countIn(p.above, 'prevention.payroll_line')).toBe(8);
    expect(await p.below.owner("select distinct state, receipt ->> 'result' as result from exchange.real_name_delivery where method = 'Payroll.Add'")).toEqual(
      accepted ? [{ state: 'done', result: '查询核实已收' }] : expect.not.arrayContaining([expect.objectContaining({ result: '查询核实已收' })]),
    );
    between.closeAllConnections();
    between.close();
  });
});

describe('我们的客户端对我们的服务端', () => {
  let target: string;
  beforeAll(async () => {
    await beginAnew();
    target = await upTo(p, `${p.upper.url}/open.api`);
  });

  it('录一次，按次序送到上级；每条有回执，上级的数据和我们的一致，没有差异', { timeout: 180_000 }, async () => {
    expect(await p.deliveries.plan()).toBeGreaterThan(20);
    await untilSettled(p, 120);
    expect(await p.below.owner("select method, says from exchange.real_name_delivery where state <> 'done'")).toEqual([]);
    await expectSame(p);
    expect(await p.below.owner("select receipt ->> 'serial' as serial from exchange.real_name_delivery where method = 'Team.Add'")).toEqual([
      { serial: expect.stringMatching(/^team-add-/) },
    ]);
    expect(await compareTarget(p.deps, OFFICIAL, target)).toEqual({ ok: true, value: [] });
    expect(await p.targets.list(OFFICIAL)).toMatchObject([
      { name: '省实名制平台', counts: { done: expect.any(Number) }, differences: 0, projects: [{ theirCode: PROJECT }] },
    ]);
  });

  /** What each call carries, asked back by the query that shows it. Changes not named here have their reason in the code. */
  it.each([
    ['Corp.Upload', 'Corp.Query', { corpCode: LABOUR.corpCode }],
    ['Project.PartUpdate', 'Project.Query', { projectCode: PROJECT }],
    ['ProjectSubContractor.Add', 'ProjectSubContractor.Query', { projectCode: PROJECT, corpCode: LABOUR.corpCode }],
    ['Team.Add', 'Team.Query', { projectCode: PROJECT }],
    ['ProjectWorker.Add', 'ProjectWorker.Query', { projectCode: PROJECT }],
    ['WorkerEntryExit.Add', 'WorkerEntryExit.Query', { projectCode: PROJECT }],
    ['WorkerContract.Add', 'WorkerContract.Query', { projectCode: PROJECT }],
    ['WorkerAttendance.Add', 'WorkerAttendance.Query', { projectCode: PROJECT, date: '2026-10-08' }],
    ['ProjectTraining.Add', 'ProjectTraining.Query', { projectCode: PROJECT }],
    ['Payroll.Add', 'Payroll.Query', { projectCode: PROJECT, payMonth: '2026-10', ...LABOUR }],
  ])('%s 送到了：问两边，答得一样', async (method, query, data) => {
    expect(await countIn(p.below, `exchange.real_name_delivery where method = '${method}' and state = 'done'`)).toBeGreaterThan(0);
    const [ours, theirs] = [await shown(p.client, query, data), await shown(p.clientAbove, query, data)];
    expect(ours.length).toBeGreaterThan(0);
    expect(theirs).toEqual(ours);
  });

  it('人像、附件、考勤照片也送到了，一份不多', async () => {
    const files = "select kind, field, name, count(*)::int as n from prevention.real_name_file where kind <> 'party' group by 1, 2, 3 order by 1, 2, 3";
    const below = await p.below.owner<{ kind: string; n: number }>(files);
    expect(below.map((row) => row.kind)).toEqual(['contract', 'punch', 'team', 'training', 'worker']);
    expect(await p.above.owner(files)).toEqual(below);
  });

  it('变了的送更新：班组改名沿用对方的编号，工人和参建单位是更新不是新增，改回去再改过来也送', { timeout: 180_000 }, async () => {
    const [team] = await p.below.owner<{ no: string }>('select no from prevention.team');
    const [there] = await p.above.owner<{ no: string }>('select no from prevention.team');
    const rename = (teamName: string) => p.client.settle('Team.Update', { teamSysNo: team?.no, teamName });
    for (const name of ['钢筋甲班', '钢筋一班', '钢筋甲班', '钢筋一班']) {
      expect(await rename(name)).toMatchObject({ status: 20 });
      // The team and its seven people; stays, contracts and pay say nothing new.
      expect(await p.deliveries.plan(target)).toBe(1 + WORKERS);
      await untilSettled(p, 120);
      expect(await p.above.owner('select no, name from prevention.team')).toEqual([{ no: there?.no, name }]);
    }
    expect(await p.below.owner("select distinct method from exchange.real_name_delivery where method like '%.Update' order by 1")).toEqual([
      { method: 'ProjectWorker.Update' },
      { method: 'Team.Update' },
    ]);
    expect(await compareTarget(p.deps, OFFICIAL, target)).toEqual({ ok: true, value: [] });
  });

  it('再算一遍没有新的；变了的只送变了的：退场一条，更正的工资沿用原来的编号', { timeout: 180_000 }, async () => {
    expect(await p.deliveries.plan(target)).toBe(0);
    const [team] = await p.below.owner<{ no: string }>('select no from prevention.team');
    const leaving = { idCardType: '01', idCardNumber: p.client.aes(identityOf(5)), date: '2026-11-10', type: 0 };
    expect(await p.client.settle('WorkerEntryExit.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team?.no, workerList: [leaving] })).toMatchObject({
      status: 20,
    });
    const corrected = payLine(p.client, 1, { totalPayAmount: '7100', actualAmount: '7100', balanceDate: '2026-11-15' });
    expect(
      await p.client.settle('Payroll.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team?.no, payMonth: '2026-10', detailList: [corrected] }),
    ).toMatchObject({ status: 20 });
    const before = await compareTarget(p.deps, OFFICIAL, target);
    expect(before.ok && before.value.map(({ kind, ours, theirs }) => ({ kind, ours, theirs }))).toEqual([
      { kind: 'stay', ours: '2026-10-01 至 2026-11-10', theirs: '2026-10-01 至 今' },
      { kind: 'payroll', ours: '7100.00', theirs: '7001.50' },
    ]);
    expect(await p.deliveries.plan(target)).toBe(2);
    await untilSettled(p, 120);
    expect(await compareTarget(p.deps, OFFICIAL, target)).toEqual({ ok: true, value: [] });
    expect(await countIn(p.above, "prevention.payroll_line where superseded_at is null and name = '工人1'")).toBe(1);
  });

  it('缺对方要求的内容：这一个人送不到，写明缺什么，别人不受影响；补齐后自动再送', { timeout: 180_000 }, async () => {
    await p.below.owner('insert into prevention.person (id, identity_index, identity_cipher, key_version) overriding system value values (900, $1, $2, 1)', [
      p.platform.vault.identityIndex(identityOf(300)),
      p.platform.vault.encrypt(identityOf(300), `person.identity:${p.platform.vault.hex.identity(identityOf(300))}`),
    ]);
    await p.below.owner(
      "insert into prevention.roster_entry (project_id, person_id, name, identity_mask, team, employer_enterprise_id, entered_on, import_id) select 1, 900, '老周', '37*', '钢筋一班', id, '2026-10-01', 1 from prevention.enterprise where name = $1",
      [LABOUR.corpName],
    );
    expect(await p.deliveries.plan(target)).toBe(2);
    await untilSettled(p, 120);
    const [failed] = await p.below.owner<{ says: string; code: string }>(
      "select says, code from exchange.real_name_delivery where state = 'failed' and method = 'ProjectWorker.Add'",
    );
    expect(failed).toMatchObject({ code: '-1', says: expect.stringContaining('[workerList][0][nation]不能为空!') });
    expect(await countIn(p.above, "prevention.real_name_record where kind = 'worker' and superseded_at is null")).toBe(WORKERS);
  });

  it('一条考勤里有一个对方不认识的人：拆开重发，别人的照样送到', { timeout: 180_000 }, async () => {
    for (const person of [`(select person_id from prevention.roster_entry where name = '工人2' limit 1)`, '900']) {
      await p.below.owner(
        `insert into prevention.punch (project_id, month, person_id, happened_at, direction, source, import_id) values (1, '2026-11-01', ${person}, '2026-11-03 07:00:00', 'in', 'gate', 1)`,
      );
    }
    expect(await p.deliveries.plan(target)).toBe(1);
    await untilSettled(p, 120);
    expect(await countIn(p.above, "prevention.punch where happened_at = '2026-11-03 07:00:00'")).toBe(1);
    expect(await countIn(p.below, "exchange.real_name_delivery where method = 'WorkerAttendance.Add' and state = 'failed'")).toBe(1);
  });

  it('地址防护：没有放开的内网地址、不是 https 的公网地址，登记时就拒绝', async () => {
    for (const url of [
      'http://10.0.0.8/open.api',
      'http://169.254.169.254/open.api',
      'http://192.168.1.1/open.api',
      'ftp://a.example.cn',
      'http://[::1]/open.api',
      'not an address',
    ]) {
      expect(await p.targets.create(OFFICIAL, { name: '某平台', url, profile: 'national', ...p.credential })).toMatchObject({
        ok: false,
        refusal: { code: 'address-not-allowed' },
      });
    }
  });

  it('别的地区看不到、也动不了', async () => {
    const neighbour = { ...OFFICIAL, accountId: '2', regionCode: '371522', scope: { role: 'app_official', region: '371522', accountId: '2' } } as const;
    expect(await p.targets.list(neighbour)).toEqual([]);
    expect(await p.targets.setDisabled(neighbour, target, true)).toMatchObject({ ok: false });
    expect(await compareTarget(p.deps, neighbour, target)).toMatchObject({ ok: false, refusal: { code: 'target-not-found' } });
  });
});
