import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { gathered, type Records, recordsIn } from '../../../../../test/support/records.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { readFacts, recomputeFacts } from './index.ts';

let database: FreshDatabase;
let records: Records;

beforeAll(async () => {
  database = await freshDatabase();
  records = await recordsIn(database);
  await records.project(1);
  await records.punches(1, 11, '2026-11-20 07:00:00', '2026-11-20 18:00:00');
  await records.summarise(1, '2026-11');
  await database.owner(
    "insert into office.account (id, login, name, role, organisation, region_code, password_hash) values (1, 'gates', '设备', 'app', '某单位', '371526', '')",
  );
  await device('dev-one1', '一号门闸机', { heard_at: '2026-11-20 23:59:59+08', offsets: '{10,900,20,30}', received: '{[1,5),[8,10)}', announced: 12 });
  await device('dev-two2', '二号门闸机', { heard_at: '2026-11-22 08:00:00+08', offsets: '{-700}' });
  await device('dev-new3', '三号门闸机', { registered_at: '2026-11-19 09:00:00+08' });
  await device('dev-off4', '拆了的闸机', { heard_at: '2026-10-01 08:00:00+08' });
  await database.owner("update exchange.app set disabled_at = '2026-10-02' where appid = 'dev-off4'");
  await database.owner("update prevention.device set missing_since = '2026-11-18 00:30:00+08' where appid = 'dev-one1'");
});
afterAll(() => database.drop());

async function device(appid: string, name: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  await database.owner(
    "insert into exchange.app (appid, channel, name, account_id, region_code, project_id, created_by) values ($1, 'device', $2, 1, '371526', 1, 1)",
    [appid, name],
  );
  const full = { appid, project_id: 1, serial_no: appid, name, registered_by: 1, registered_at: '2026-03-01', ...row };
  const names = Object.keys(full);
  await database.owner(`insert into prevention.device (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(full));
}

async function flag(kind: string, day: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const full = { project_id: 1, appid: 'dev-one1', kind, day, punches: 1, from_at: `${day} 07:00:00`, until_at: `${day} 07:01:00`, ...more };
  const names = Object.keys(full);
  await database.owner(
    `insert into prevention.device_flag (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(full),
  );
}

async function apart(who: string, at: string, reasons: readonly string[], more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const full = { project_id: 1, appid: 'dev-one1', who, happened_at: at, direction: 'in', source: 'gate', reasons, received_at: `${at}+08`, ...more };
  const names = Object.keys(full);
  await database.owner(
    `insert into prevention.punch_quarantine (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(full),
  );
}

describe('考勤设备的事实', () => {
  it('最近上报的那天、时钟偏差的中位数、缺几次打卡；停用的不算', async () => {
    expect((await records.at('2026-11-22')).project(1).gates).toEqual([
      {
        name: '一号门闸机',
        heardOn: '2026-11-20',
        sinceOn: '2026-03-01',
        fastSeconds: 20,
        slowSeconds: 0,
        // Of 1 to 11 have come 1 to 4, 8 and 9.
        missing: 5,
        missingSince: '2026-11-18',
        lost: 0,
      },
      { name: '三号门闸机', heardOn: null, sinceOn: '2026-11-19', fastSeconds: 0, slowSeconds: 0, missing: 0, missingSince: null, lost: 0 },
      { name: '二号门闸机', heardOn: '2026-11-22', sinceOn: '2026-03-01', fastSeconds: 0, slowSeconds: 700, missing: 0, missingSince: null, lost: 0 },
    ]);
  });

  it('回看以前：后来还在上报的那天也在；后来才登记的没有；后来才知道的偏差和缺失不知道', async () => {
    expect((await records.at('2026-11-18')).project(1).gates).toMatchObject([
      { name: '一号门闸机', heardOn: '2026-11-18', fastSeconds: 0, missing: 0, missingSince: null },
      { name: '二号门闸机', heardOn: '2026-11-18', slowSeconds: 0 },
    ]);
  });

  it('声明丢失的打卡算30日：满30日不再算', async () => {
    await flag('lost', '2026-10-23', { subject: '1-3', punches: 3 });
    await flag('lost', '2026-10-24', { subject: '4-5', punches: 2 });
    expect((await records.at('2026-11-22')).project(1).gates[0]).toMatchObject({ lost: 2 });
  });
});

describe('待核实和标记的事实', () => {
  it('等着的按设备数，人只数一次；有了结果的不再等，回看决定以前的日子仍在等', async () => {
    await apart('11', '2026-11-05 07:00:00', ['unknown-person']);
    await apart('11', '2026-11-06 07:00:00', ['unknown-person'], { appid: null, source: 'manual' });
    await apart('12', '2026-11-07 07:00:00', ['revoked-key'], {
      state: 'rejected',
      decided_at: '2026-11-10 09:00:00+08',
      decision_reason: '不是',
    });
    expect((await records.at('2026-11-22')).project(1)).toMatchObject({
      waitingPunches: [
        { gate: '一号门闸机', punches: 1, sinceOn: '2026-11-05' },
        { gate: '手工补录', punches: 1, sinceOn: '2026-11-06' },
      ],
      waitingHeads: 1,
    });
    expect((await records.at('2026-11-09')).project(1)).toMatchObject({ waitingPunches: [{ punches: 2 }, { punches: 1 }], waitingHeads: 2 });
    expect((await records.at('2026-11-04')).project(1)).toMatchObject({ waitingPunches: [], waitingHeads: 0 });
  });

  it('一个月的标记按种类和设备合计；围栏外收下的不算，过期收下的算；没有打卡的月份也在', async () => {
    await flag('burst', '2026-11-10', { subject: 'a', punches: 70 });
    await flag('burst', '2026-11-10', { subject: 'b', punches: 80 });
    await flag('burst', '2026-11-12', { subject: 'c', punches: 90 });
    await flag('impossible-speed', '2026-11-12', { subject: '11 2', person_id: 11 });
    await flag('constant-position', '2026-11-13', { subject: 'x', punches: 12, detail: '{"people": 4}' });
    await flag('late-upload', '2026-11-13');
    await apart('13', '2026-09-30 23:59:59', ['outside-fence', 'too-old']);
    await apart('14', '2026-09-30 07:00:00', ['outside-fence'], { state: 'accepted', decided_at: '2026-10-02 09:00:00+08', decision_reason: '属实' });
    await apart('15', '2026-09-29 07:00:00', ['too-old'], { state: 'accepted', decided_at: '2026-10-02 09:00:00+08', decision_reason: '停电' });
    await apart('15', '2026-09-29 18:00:00', ['too-old'], { state: 'accepted', decided_at: '2026-10-02 09:00:00+08', decision_reason: '停电' });
    const at = await records.at('2026-11-22');
    const gate = '一号门闸机';
    expect(at.month(1, '2026-11').gateFlags).toEqual([
      { kind: 'burst', gate, punches: 240, people: 0, days: 2, personDays: 0 },
      { kind: 'constant-position', gate, punches: 12, people: 4, days: 1, personDays: 0 },
      { kind: 'impossible-speed', gate, punches: 1, people: 1, days: 1, personDays: 1 },
    ]);
    expect(at.month(1, '2026-09')).toMatchObject({
      attendedHeads: 0,
      gateFlags: [
        { kind: 'outside-fence', gate, punches: 1, people: 1, days: 1, personDays: 1 },
        { kind: 'too-old', gate, punches: 2, people: 1, days: 1, personDays: 1 },
      ],
    });
    expect((await records.at('2026-10-01')).month(1, '2026-09').gateFlags).toMatchObject([{ kind: 'outside-fence', punches: 2 }]);
  });

  it('留存的与重算的一样', async () => {
    await database.store.within({ role: 'app_job' }, async (tx) => {
      const asOf = civilDate('2026-11-22');
      await recomputeFacts(tx, { asOf, keys: 'all' });
      const read = async (from: 'kept' | 'records') => {
        const facts = await readFacts(tx, { asOf, from });
        return { projects: await gathered(facts.projects()), months: await gathered(facts.projectMonths()) };
      };
      const kept = await read('kept');
      expect(kept).toEqual(await read('records'));
      expect(kept.projects[0]?.gates).toHaveLength(3);
    });
  });
});
