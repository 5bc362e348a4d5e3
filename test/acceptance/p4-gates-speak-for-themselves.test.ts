import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulateDevice, WELL_BEHAVED } from '#apps/simulate/device.ts';
import { chanceOf } from '#apps/simulate/random.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { isFinding } from '#modules/monitoring/warnings/domain/evaluate.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { findingsAsOf, officeDays, placesOf, wageChainFacts } from '#modules/monitoring/warnings/server/index.ts';
import { deviceRoutes } from '#modules/prevention/devices/server/index.ts';
import { type Gate, identityOf, OFFICIAL, TODAY, type Yard, yard } from '#modules/prevention/devices/server/test-devices.ts';
import { fixedClock } from '#platform/clock.ts';
import { createServer } from '#platform/http/index.ts';
import { national, profileOf } from '#profiles/index.ts';
import { recordsIn } from '../support/records.ts';

let at: Yard;
let url: string;
let stop: () => Promise<void>;
let gate: Gate;

const PEOPLE = Array.from({ length: 40 }, (_, order) => identityOf(order));
const count = async (from: string, values: readonly unknown[] = []) =>
  Number((await at.db.owner<{ n: string }>(`select count(*) as n from ${from}`, values))[0]?.n);

beforeAll(async () => {
  at = await yard();
  const project = await at.project(1, '锦绣城一期');
  const records = await recordsIn(at.db);
  await records.sheet(1, 900, '2026-09', [1, 2, 3]);
  await records.covers(1, 'attendance', '2026-09-01', '2026-09-25');
  await records.summarise(1, '2026-09');
  gate = await at.gate(project, 'GT-0001');
  const app = await createServer({
    store: at.db.store,
    sessions: {
      get: (_id, done) => done(null, null),
      set: (_id, _session, done) => done(),
      destroy: (_id, done) => done(),
      sweep: () => Promise.resolve(),
      endAll: () => Promise.resolve(),
    },
    whoIs: () => Promise.resolve(undefined),
    cookieSecret: at.vault.secret('cookie'),
    logLevel: 'silent',
    async api(inner) {
      await inner.register(deviceRoutes(at.devices));
    },
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  stop = () => app.close();
});
afterAll(async () => {
  await stop();
  await at.close();
});

async function stoppedFeeds(): Promise<readonly string[]> {
  return (await findings(TODAY)).filter((one) => one.rule.code === 'W-OPS-05').map((one) => one.subjectKey);
}

async function findings(on: string) {
  const deps = {
    store: at.db.store,
    clock: fixedClock(TODAY),
    days: officeDays(nationalCalendar),
    placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
    facts: wageChainFacts,
  };
  return (await findingsAsOf(deps, civilDate(on))).filter(isFinding);
}

const device = (more: Partial<Parameters<typeof simulateDevice>[0]> = {}) => ({
  url,
  appid: gate.appid,
  secret: gate.secret,
  people: PEOPLE,
  punchesAMessage: 20,
  firstCounter: 1,
  misbehaviour: WELL_BEHAVED,
  chance: chanceOf('gate'),
  ...more,
});

describe('考勤设备自己上报', () => {
  let next = 1;

  it('考勤断流两个月，预警在', async () => expect(await stoppedFeeds()).toContain('attendance'));

  it('断网五天，恢复后一起补传：每条三遍、打乱、夹着伪造的签名，一条不多一条不少，断流预警自己消了', async () => {
    const misbehaviour = { offlineDays: 5, times: 3, isShuffled: true, skewMinutes: 0, forged: 7, gaps: 2 };
    const report = await simulateDevice(device({ misbehaviour }));
    expect(report).toMatchObject({ punches: 478, accepted: 478, repeated: 956, quarantined: 0, refused: 0, forgedRefused: 7, missing: 2 });
    expect(await count('prevention.punch where device = $1', [gate.serialNo])).toBe(478);
    expect(await stoppedFeeds()).not.toContain('attendance');
    next = report.nextCounter;
    await at.devices.round();
    expect(await count("prevention.attendance_month where project_id = 1 and month = '2026-11-01' and attended_days = 6")).toBe(40);
    const page = await at.devices.page(OFFICIAL, '1');
    expect(page?.devices).toMatchObject([
      { serialNo: 'GT-0001', missingCount: 2, offsetSeconds: 0, troubles: [{ kind: 'missing', says: '缺 2 次打卡' }], isRevoked: false, punches: 478 },
    ]);
    expect(page?.flags.map((flag) => [flag.name, flag.day])).toContainEqual(['补传', '2026-11-17']);
  });

  it('时钟慢一天：当天的打卡照设备所记，标出偏差；断网九天的，七天以前的待核实', async () => {
    const slow = await simulateDevice(device({ firstCounter: next, misbehaviour: { ...WELL_BEHAVED, skewMinutes: -1440 }, people: [identityOf(500)] }));
    expect(slow).toMatchObject({ accepted: 2, quarantined: 0 });
    expect((await at.devices.page(OFFICIAL, '1'))?.flags.some((flag) => flag.kind === 'clock-skew' && flag.words === '设备慢 24 小时')).toBe(true);
    const long = await simulateDevice(device({ firstCounter: slow.nextCounter, misbehaviour: { ...WELL_BEHAVED, offlineDays: 9 }, people: [identityOf(501)] }));
    // It is eight in the evening of the 22nd: all of the 15th was earlier in the day and is older than seven days.
    expect(long).toMatchObject({ punches: 20, accepted: 14, quarantined: 6 });
  });

  it('机器的地址不认别的内容：不是 JSON、没有签名、关着的 PUSH 地址', async () => {
    const asked = await Promise.all([
      fetch(`${url}/device/v1/punches`, { method: 'POST', body: 'x' }),
      fetch(`${url}/iclock/${'a'.repeat(32)}/cdata?SN=GT-0001&options=all`),
      fetch(`${url}/iclock/${'a'.repeat(32)}/cdata?SN=GT-0001&table=ATTLOG`, { method: 'POST', body: '1\t2026-11-22 07:00:00\t0\t1' }),
    ]);
    expect(asked.map((answer) => answer.status)).toEqual([401, 404, 404]);
  });

  it('开了 PUSH 的地址，机器照它的协议报得进来', async () => {
    const opened = await at.devices.keeper.setPush(OFFICIAL, gate.appid, true);
    const base = `${url}${opened.ok ? opened.value.path : ''}`;
    const options = await (await fetch(`${base}/cdata?SN=GT-0001&options=all`)).text();
    expect(options).toContain('TransFlag=TransData AttLog');
    const lines = `${identityOf(502)}\t2026-11-22 07:00:00\t0\t15\t0\n${identityOf(502)}\t2026-11-22 18:00:00\t1\t15\t0\n`;
    for (let again = 0; again < 2; again += 1) {
      const answer = await fetch(`${base}/cdata?SN=GT-0001&table=ATTLOG&Stamp=9999`, {
        method: 'POST',
        body: lines,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(await answer.text()).toBe('OK: 2');
    }
    expect(await (await fetch(`${base}/cdata?SN=GT-0001&table=OPERLOG&Stamp=1`, { method: 'POST', body: 'OPLOG 4' })).text()).toBe('OK');
    expect(await (await fetch(`${base}/getrequest?SN=GT-0001`)).text()).toBe('OK');
    expect(
      await count('prevention.punch h join prevention.person p on p.id = h.person_id where p.identity_index = $1', [at.vault.identityIndex(identityOf(502))]),
    ).toBe(2);
  });
});

describe('接收时的标记变成预警', () => {
  const FENCED = { method: 'mobile', lat: 37.5, lng: 116.23 };
  const two = (n: number) => String(n).padStart(2, '0');
  const saidOf = async (on: string) =>
    new Map((await findings(on)).filter((one) => one.projectId === '2').map((one) => [one.rule.code, { level: one.answer.level, says: one.answer.says }]));
  let one: Gate;

  beforeAll(async () => {
    one = await at.gate(await at.project(2, '滨河路改造'), 'GT-0002');
  });

  it('守规矩的设备什么也不说', async () => {
    const punches = ['07', '18'].map((hour, n) => ({ counter: n + 1, idNumber: PEOPLE[0], at: `2026-11-22 ${hour}:00:00`, direction: n === 0 ? 'in' : 'out' }));
    await at.send(one, { deviceTime: '2026-11-22 20:00:00', counterFrom: 1, punches });
    await at.devices.round();
    expect([...(await saidOf(TODAY)).keys()].filter((code) => code.startsWith('W-ATT'))).toEqual([]);
  });

  it('围栏外、过密、缺序号、时钟慢、停了不报、待核实太久：哪台设备、看见了什么；谁的考勤也没有因此少', async () => {
    const dense = ['19', '20', '21'].flatMap((day) =>
      PEOPLE.flatMap((idNumber, n) => ['in', 'out'].map((direction) => ({ idNumber, direction, at: `2026-11-${day} 07:00:${two(n)}` }))),
    );
    const outside = PEOPLE.slice(0, 3).map((idNumber, n) => ({ idNumber, direction: 'in', at: `2026-11-22 08:00:${two(n)}`, ...FENCED }));
    const punches = [...dense, ...outside].map((punch, n) => ({ counter: n + 3, ...punch }));
    await at.send(one, { deviceTime: '2026-11-22 19:40:00', counterFrom: 3, punches });
    // Two counters are announced that never come.
    for (let times = 0; times < 3; times += 1) await at.send(one, { deviceTime: '2026-11-22 19:40:00', counterFrom: punches.length + 5, punches: [] });
    await at.devices.round();
    const today = await saidOf(TODAY);
    expect(today.get('W-ATT-08')).toEqual({ level: 2, says: '2026年11月闸机GT-0002有 3 次打卡在电子围栏以外，没有计入出勤' });
    expect(today.get('W-ATT-11')).toEqual({ level: 2, says: '2026年11月闸机GT-0002有 3 天在一分钟内打卡过密' });
    expect(today.get('W-ATT-09')).toEqual({ level: 1, says: '闸机GT-0002：时钟慢 20 分钟' });
    expect(today.has('W-ATT-13')).toBe(false);
    const later = await saidOf('2026-11-29');
    expect(later.get('W-ATT-09')).toEqual({
      level: 2,
      says: '闸机GT-0002：11月22日之后整 6 天没有上报；闸机GT-0002：时钟慢 20 分钟；闸机GT-0002：缺 2 次打卡，11月22日起要求补传，一直没有补',
    });
    expect(later.get('W-ATT-13')).toMatchObject({ level: 1 });
    expect(await count("prevention.attendance_month where project_id = 2 and month = '2026-11-01' and days & (7 << 18) = 7 << 18")).toBe(40);
  });

  it('主管部门核实收下、所缺的补来、时钟校准：预警所依据的事实随之消失', async () => {
    const waiting = await at.db.owner<{ id: string }>("select id from prevention.punch_quarantine where project_id = 2 and state = 'waiting'");
    const ids = waiting.map(({ id }) => id);
    expect(await at.devices.deciding.decide(OFFICIAL, ids, true, '设备位置登记有误，现场核对属实')).toMatchObject({ ok: true });
    const last = Number((await at.db.owner<{ announced: string }>('select announced from prevention.device where appid = $1', [one.appid]))[0]?.announced);
    const late = [last - 2, last - 1].map((counter) => ({ counter, idNumber: PEOPLE[5], at: `2026-11-22 09:00:${two(counter % 60)}`, direction: 'in' }));
    for (let times = 0; times < 3; times += 1) await at.send(one, { deviceTime: '2026-11-22 20:00:00', punches: late });
    await at.devices.round();
    expect((await saidOf(TODAY)).has('W-ATT-08')).toBe(false);
    expect((await saidOf(TODAY)).has('W-ATT-09')).toBe(false);
    expect((await saidOf('2026-11-29')).get('W-ATT-09')?.says).toBe('闸机GT-0002：11月22日之后整 6 天没有上报');
    expect((await saidOf('2026-11-29')).has('W-ATT-13')).toBe(false);
  });
});
