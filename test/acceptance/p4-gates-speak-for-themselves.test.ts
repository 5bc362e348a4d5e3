import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulateDevice, WELL_BEHAVED } from '#apps/simulate/device.ts';
import { chanceOf } from '#apps/simulate/random.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
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
  const deps = {
    store: at.db.store,
    clock: fixedClock(TODAY),
    days: officeDays(nationalCalendar),
    placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
    facts: wageChainFacts,
  };
  const found = await findingsAsOf(deps, civilDate(TODAY));
  return found.filter((one) => one.rule.code === 'W-OPS-05' && one.answer.answer === 'finding').map((one) => one.subjectKey);
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
    expect(page?.devices).toMatchObject([{ serialNo: 'GT-0001', missingCount: 2, offsetSeconds: 0, isSkewed: false, isRevoked: false, punches: 478 }]);
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
