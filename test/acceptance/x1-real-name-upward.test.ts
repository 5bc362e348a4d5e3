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
  stop(): Promise<void>;
}

const stamp = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '');
const WORKERS = 7;

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
  const guarded = outbound({ openNetworks: ['127.0.0.1/32'], timeoutMs: 700 });
  const deps = { store: below.store, clock: systemClock, vault: platform.vault, outbound: guarded, integration: platform.integration, hurry: 200 };
  return {
    below,
    above,
    platform,
    upper,
    credential,
    client,
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
  const contractList = people.slice(0, 5).map((order) => ({ ...LABOUR, ...who(order), contractPeriodType: 0, startDate: '2026-10-01', endDate: '2027-09-30' }));
  expect(await client.settle('WorkerContract.Add', { projectCode: PROJECT, contractList })).toMatchObject({ status: 20 });
  for (const day of ['08', '09']) {
    const dataList = people.slice(0, 6).flatMap((order) => [
      { ...who(order), date: `2026-10-${day} 07:0${order}:00`, direction: '01', attendType: '001' },
      { ...who(order), date: `2026-10-${day} 17:3${order}:00`, direction: '02', attendType: '001' },
    ]);
    expect(await client.settle('WorkerAttendance.Add', { projectCode: PROJECT, teamSysNo: team, dataList })).toMatchObject({ status: 20 });
  }
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

describe('我们的客户端对我们的服务端', () => {
  let p: Pair;
  let target: string;
  beforeAll(async () => {
    p = await pair();
    await fill(p);
    target = await upTo(p, `${p.upper.url}/open.api`);
  }, 180_000);
  afterAll(() => p.stop(), 180_000);

  it('录一次，按次序送到上级；每条有回执，上级的数据和我们的一致，没有差异', { timeout: 180_000 }, async () => {
    expect(await p.deliveries.plan()).toBeGreaterThan(20);
    await untilSettled(p, 60);
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

  it('再算一遍没有新的；变了的只送变了的：退场一条，更正的工资沿用原来的编号', async () => {
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
    await untilSettled(p, 30);
    expect(await compareTarget(p.deps, OFFICIAL, target)).toEqual({ ok: true, value: [] });
    expect(await countIn(p.above, "prevention.payroll_line where superseded_at is null and name = '工人1'")).toBe(1);
  });

  it('缺对方要求的内容：这一个人送不到，写明缺什么，别人不受影响；补齐后自动再送', async () => {
    await p.below.owner('insert into prevention.person (id, identity_index, identity_cipher, key_version) overriding system value values (900, $1, $2, 1)', [
      p.platform.vault.identityIndex(identityOf(300)),
      p.platform.vault.encrypt(identityOf(300), `person.identity:${p.platform.vault.hex.identity(identityOf(300))}`),
    ]);
    await p.below.owner(
      "insert into prevention.roster_entry (project_id, person_id, name, identity_mask, team, employer_enterprise_id, entered_on, import_id) select 1, 900, '老周', '37*', '钢筋一班', id, '2026-10-01', 1 from prevention.enterprise where name = $1",
      [LABOUR.corpName],
    );
    expect(await p.deliveries.plan(target)).toBe(2);
    await untilSettled(p, 30);
    const [failed] = await p.below.owner<{ says: string; code: string }>(
      "select says, code from exchange.real_name_delivery where state = 'failed' and method = 'ProjectWorker.Add'",
    );
    expect(failed).toMatchObject({ code: '-1', says: expect.stringContaining('[workerList][0][nation]不能为空!') });
    expect(await countIn(p.above, "prevention.real_name_record where kind = 'worker'")).toBe(WORKERS);
  });

  it('一条考勤里有一个对方不认识的人：拆开重发，别人的照样送到', async () => {
    for (const person of [`(select person_id from prevention.roster_entry where name = '工人2' limit 1)`, '900']) {
      await p.below.owner(
        `insert into prevention.punch (project_id, month, person_id, happened_at, direction, source, import_id) values (1, '2026-11-01', ${person}, '2026-11-03 07:00:00', 'in', 'gate', 1)`,
      );
    }
    expect(await p.deliveries.plan(target)).toBe(1);
    await untilSettled(p, 30);
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
          await wait(900);
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
  let p: Pair;
  let bad: ReturnType<typeof badDay>;
  beforeAll(async () => {
    p = await pair();
    await fill(p);
    bad = badDay(p.upper.url, 20261122);
    await new Promise<void>((done) => bad.listen(0, '127.0.0.1', done));
  }, 180_000);
  afterAll(async () => {
    bad.closeAllConnections();
    bad.close();
    await p.stop();
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
  let p: Pair;
  beforeAll(async () => {
    p = await pair();
    await fill(p);
  }, 180_000);
  afterAll(() => p.stop(), 180_000);

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
    await p.below.owner(
      'truncate exchange.real_name_delivery, exchange.real_name_sent_punch, exchange.real_name_their_team, exchange.real_name_target_project, exchange.real_name_difference, exchange.real_name_target cascade',
    );
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
    await untilSettled(p, 60);
    expect(await countIn(p.above, 'prevention.payroll_line')).toBe(8);
    expect(await p.below.owner("select distinct state, receipt ->> 'result' as result from exchange.real_name_delivery where method = 'Payroll.Add'")).toEqual(
      accepted ? [{ state: 'done', result: '查询核实已收' }] : expect.not.arrayContaining([expect.objectContaining({ result: '查询核实已收' })]),
    );
    between.closeAllConnections();
    between.close();
  });
});
