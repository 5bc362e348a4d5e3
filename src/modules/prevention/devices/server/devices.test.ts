import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACTOR, FAR, type Gate, identityOf, OFFICIAL, signed, type Yard, yard } from './test-devices.ts';

let at: Yard;
let project: string;
let gates = 0;

beforeAll(async () => {
  at = await yard();
  project = await at.project(1, '锦绣城一期');
});
afterAll(() => at.close());

const gate = () => {
  gates += 1;
  return at.gate(project, `G${gates}00`);
};
const punch = (counter: number, person: number, moment: string, more: object = {}) => ({
  counter,
  idNumber: identityOf(person),
  at: moment,
  direction: 'in',
  ...more,
});
const count = async (sql: string, values: readonly unknown[] = []) =>
  Number((await at.db.owner<{ n: string }>(`select count(*) as n from ${sql}`, values))[0]?.n);

describe('签名上报', () => {
  it('收下、答复时钟偏差和最高序号；同样的再来全是重复，不多一条', async () => {
    const one = await gate();
    const batch = { deviceTime: '2026-11-22 20:00:20', counterFrom: 1, punches: [punch(1, 1, '2026-11-22 19:58:00'), punch(2, 2, '2026-11-22 19:59:00')] };
    expect(await at.send(one, batch)).toMatchObject({ accepted: 2, repeated: 0, quarantined: 0, refused: 0, missing: [], highest: 2, clockOffsetSeconds: 20 });
    const before = await count('prevention.punch');
    for (let again = 0; again < 2; again += 1) expect(await at.send(one, batch)).toMatchObject({ accepted: 0, repeated: 2, quarantined: 0 });
    expect(await count('prevention.punch')).toBe(before);
    expect(await count('prevention.punch_quarantine')).toBe(0);
  });

  it('整条消息原样重放（同一随机数）也只算一次', async () => {
    const one = await gate();
    const message = signed(one, { punches: [punch(1, 1, '2026-11-22 12:00:00')] });
    const answers = [await at.devices.door.punches(message), await at.devices.door.punches(message)];
    expect(answers).toMatchObject([{ value: { accepted: 1 } }, { value: { accepted: 0, repeated: 1 } }]);
  });

  it.each([
    ['改了正文', (gateOf: Gate) => ({ ...signed(gateOf, { punches: [] }), body: Buffer.from('{"punches":[],"x":1}') }), 'signature-wrong'],
    ['别人的密钥', (gateOf: Gate) => signed({ ...gateOf, secret: 'x'.repeat(32) }, { punches: [] }), 'signature-wrong'],
    ['没有的应用', (gateOf: Gate) => signed({ ...gateOf, appid: 'dev-nobody' }, { punches: [] }), 'signature-wrong'],
    ['6 分钟前的签名', (gateOf: Gate) => signed(gateOf, { punches: [] }, { at: new Date(Date.now() - 360_000) }), 'signature-stale'],
    ['缺请求头', (gateOf: Gate) => ({ ...signed(gateOf, { punches: [] }), headers: {} }), 'signature-missing'],
    ['序号是零', (gateOf: Gate) => signed(gateOf, { punches: [punch(0, 1, '2026-11-22 12:00:00')] }), 'bad-fields'],
    ['不是 JSON', (gateOf: Gate) => signed(gateOf, [] as object), 'bad-fields'],
  ])('%s：拒绝，什么都没有留下', async (_what, forged, code) => {
    const one = await gate();
    const before = await count('prevention.punch');
    expect(await at.devices.door.punches(forged(one))).toMatchObject({ ok: false, refusal: { code } });
    expect(await count('prevention.punch')).toBe(before);
    const [row] = await at.db.owner('select heard_at from prevention.device where appid = $1', [one.appid]);
    expect(row).toEqual({ heard_at: null });
  });

  it('空消息是心跳：报出缺的序号；声明丢失的不再要，留下标记', async () => {
    const one = await gate();
    await at.send(one, { counterFrom: 4, punches: [punch(4, 1, '2026-11-22 12:01:00'), punch(7, 1, '2026-11-22 12:02:00')] });
    expect(await at.send(one, { counterFrom: 10, punches: [] })).toMatchObject({
      missing: [
        { from: 1, to: 3 },
        { from: 5, to: 6 },
        { from: 8, to: 9 },
      ],
      missingCount: 7,
      highest: 10,
    });
    expect(
      await at.send(one, {
        counterFrom: 10,
        lost: [
          { from: 1, to: 3 },
          { from: 8, to: 99 },
        ],
        punches: [],
      }),
    ).toMatchObject({ missing: [{ from: 5, to: 6 }], missingCount: 2 });
    expect(await at.send(one, { punches: [punch(6, 1, '2026-11-22 12:03:00'), punch(5, 1, '2026-11-22 12:04:00')] })).toMatchObject({
      accepted: 2,
      missing: [],
    });
    expect(await at.send(one, { punches: [punch(10, 1, '2026-11-22 12:05:00')] })).toMatchObject({ quarantined: 0, accepted: 1, missing: [] });
    expect(await at.db.owner("select subject, punches from prevention.device_flag where appid = $1 and kind = 'lost' order by 1", [one.appid])).toEqual([
      { subject: '1-3', punches: 3 },
      { subject: '8-9', punches: 2 },
    ]);
  });
});

describe('可疑的打卡', () => {
  it('过老、围栏外、未知工号、超前：各有原因，不计入；再来一次不多一条', async () => {
    const one = await gate();
    const batch = {
      punches: [
        punch(1, 50, '2026-11-15 20:00:00'),
        punch(2, 50, '2026-11-15 19:59:59'),
        punch(3, 50, '2026-11-22 19:59:01', { method: 'mobile', lat: 36.9, lng: 116.23 }),
        { ...punch(4, 50, '2026-11-22 19:59:02'), idNumber: undefined, personCode: '1001' },
        punch(5, 50, '2026-11-22 20:10:01'),
        { ...punch(6, 50, '2026-11-22 19:59:03'), idNumber: '371526199001011234' },
        punch(7, 50, '2026-11-22 19:59:04', { method: 'manual' }),
      ],
    };
    const first = await at.send(one, batch);
    expect(first).toMatchObject({ accepted: 1, quarantined: 4, refused: 2, repeated: 0, missing: [] });
    expect(first.punches.filter((told) => told.is !== 'noted').map((told) => [told.counter, told.is, told.code])).toEqual([
      [2, 'quarantined', 'too-old'],
      [3, 'quarantined', 'outside-fence'],
      [4, 'quarantined', 'unknown-person'],
      [5, 'refused', 'ahead'],
      [6, 'refused', 'identity-invalid'],
      [7, 'quarantined', 'manual-entry'],
    ]);
    expect(await at.send(one, batch)).toMatchObject({ accepted: 0, quarantined: 0, refused: 1, repeated: 6 });
    expect(await count('prevention.punch_quarantine where appid = $1', [one.appid])).toBe(5);
  });

  it('同一序号另一条打卡：待核实；已收过的一个月后整批重发：全是重复', async () => {
    const one = await gate();
    await at.send(one, { punches: [punch(1, 51, '2026-11-22 07:00:00')] });
    expect(await at.send(one, { punches: [punch(1, 51, '2026-11-22 08:00:00')] })).toMatchObject({
      accepted: 0,
      quarantined: 1,
      punches: [{ code: 'counter-reused' }],
    });
    // Held since it was fresh; sent again it would be too old.
    await at.db.owner(
      "insert into prevention.punch (project_id, month, person_id, happened_at, direction, device, source, import_id) select 1, '2026-10-01', id, '2026-10-01 07:00:00', 'in', '', 'gate', 1 from prevention.person where identity_index = $1",
      [at.vault.identityIndex(identityOf(51))],
    );
    expect(await at.send(one, { punches: [punch(2, 51, '2026-10-01 07:00:00')] })).toMatchObject({ quarantined: 0, repeated: 1 });
  });

  it('时钟快一天、慢一天：时间按所记保存，一天也不挪；偏差、补传留下标记', async () => {
    const one = await gate();
    await at.send(one, { deviceTime: '2026-11-21 20:00:00', punches: [punch(1, 52, '2026-11-21 19:59:00'), punch(2, 53, '2026-11-21 19:59:30')] });
    const rows = await at.db.owner('select happened_at::text as at from prevention.punch where device = $1 order by 1', [one.serialNo]);
    expect(rows).toEqual([{ at: '2026-11-21 19:59:00' }, { at: '2026-11-21 19:59:30' }]);
    expect(await at.db.owner('select kind, day::text as day, punches, detail from prevention.device_flag where appid = $1 order by kind', [one.appid])).toEqual(
      [
        { kind: 'clock-skew', day: '2026-11-21', punches: 2, detail: { seconds: -86_400 } },
        { kind: 'late-upload', day: '2026-11-21', punches: 2, detail: { hours: 24 } },
      ],
    );
    await at.send(one, { deviceTime: '2026-11-21 20:05:00', punches: [] });
    expect(await at.send(one, { deviceTime: '2026-11-23 20:00:00', punches: [punch(3, 52, '2026-11-23 19:59:00')] })).toMatchObject({
      refused: 1,
      accepted: 0,
    });
  });

  it('偏差正好 5 分钟不标记，再多一秒标记', async () => {
    const one = await gate();
    await at.send(one, { deviceTime: '2026-11-22 20:05:00', punches: [punch(1, 54, '2026-11-22 19:58:10')] });
    expect(await count("prevention.device_flag where appid = $1 and kind = 'clock-skew'", [one.appid])).toBe(0);
    await at.send(one, { deviceTime: '2026-11-22 20:05:01', punches: [punch(2, 54, '2026-11-22 19:58:11')] });
    expect(await count("prevention.device_flag where appid = $1 and kind = 'clock-skew'", [one.appid])).toBe(1);
  });

  it('密钥停用后（T31）：还在上报的进待核实，序号和心跳都不再前进；30 天后连这也不收', async () => {
    const one = await gate();
    await at.send(one, { punches: [punch(1, 55, '2026-11-22 07:00:00')] });
    expect(await at.devices.keeper.revoke(OFFICIAL, one.appid, '密钥被盗')).toMatchObject({ ok: true });
    const late = await at.send(one, { punches: [punch(1, 55, '2026-11-22 07:00:00'), punch(2, 55, '2026-11-22 18:00:00')] });
    expect(late).toMatchObject({ accepted: 0, repeated: 1, quarantined: 1, punches: [{ counter: 2, code: 'revoked-key' }] });
    expect(await at.db.owner('select announced from prevention.device where appid = $1', [one.appid])).toEqual([{ announced: '1' }]);
    await at.db.owner("update exchange.app set disabled_at = now() - interval '31 days' where appid = $1", [one.appid]);
    expect(await at.devices.door.punches(signed(one, { punches: [] }))).toMatchObject({ refusal: { code: 'signature-wrong' } });
  });

  it('换下来的旧密钥到期后也一样，新密钥照常', async () => {
    const one = await gate();
    const renewed = await at.devices.keeper.renewKey(OFFICIAL, one.appid, 0);
    if (!renewed.ok) throw new Error(renewed.refusal.says);
    expect(await at.send({ ...one, secret: renewed.value.secret }, { punches: [punch(1, 56, '2026-11-22 07:00:00')] })).toMatchObject({ accepted: 1 });
    expect(await at.send(one, { punches: [punch(2, 56, '2026-11-22 07:01:00')] })).toMatchObject({ accepted: 0, quarantined: 1 });
  });
});

describe('整天看一遍', () => {
  it('打卡过密、位置不变、不可能的行程：收下并标记，两个工地都看得到，先到后到一样', async () => {
    const far = await at.project(2, '人民医院新院区');
    const [here, there] = [await gate(), await at.gate(far, 'FAR-1', FAR)];
    const moment = (n: number) => `2026-11-20 07:00:${String(n).padStart(2, '0')}`;
    await at.send(here, { punches: Array.from({ length: 61 }, (_, n) => punch(n + 1, 100 + n, moment(n % 60))) });
    await at.devices.round();
    await at.send(there, { punches: [punch(1, 100, '2026-11-20 07:20:00')] });
    await at.send(there, {
      punches: Array.from({ length: 10 }, (_, n) =>
        punch(n + 2, 200 + n, `2026-11-20 08:00:${String(n).padStart(2, '0')}`, { method: 'mobile', lat: FAR.lat, lng: FAR.lng + 0.001 }),
      ),
    });
    await at.devices.round();
    const flags = await at.db.owner(
      "select project_id, kind, punches, detail from prevention.device_flag where day = '2026-11-20' and kind <> 'late-upload' order by project_id, kind",
    );
    expect(flags).toMatchObject([
      { project_id: '1', kind: 'burst', punches: 61 },
      { project_id: '1', kind: 'impossible-speed', detail: { seconds: 1200, otherProject: '2' } },
      { project_id: '2', kind: 'constant-position', punches: 10 },
      { project_id: '2', kind: 'impossible-speed', detail: { seconds: 1200, otherProject: '1' } },
    ]);
    expect(await count('prevention.punch where happened_at::date = $1', ['2026-11-20'])).toBe(72);
    await at.devices.round();
    expect(await count("prevention.device_flag where day = '2026-11-20' and kind <> 'late-upload'")).toBe(4);
  });

  it('主管部门可以搁置标记的打卡，事实随之而去；核实后收回来', async () => {
    const [flag] = await at.db.owner<{ id: string }>("select id from prevention.device_flag where kind = 'burst' and project_id = 1");
    expect(await at.devices.deciding.setAside(CONTRACTOR, flag?.id ?? '', '代打卡')).toMatchObject({ refusal: { code: 'decision-not-allowed' } });
    expect(await at.devices.deciding.setAside(OFFICIAL, flag?.id ?? '', '疑似代打卡')).toEqual({ ok: true, value: { punches: 61 } });
    await at.devices.round();
    const days = () => count("prevention.attendance_month where project_id = 1 and month = '2026-11-01' and days & (1 << 19) <> 0");
    expect(await days()).toBe(0);
    const [waiting] = await at.db.owner<{ id: string }>("select id from prevention.punch_quarantine where reasons = array['set-aside'] order by id limit 1");
    expect(await at.devices.deciding.decide(OFFICIAL, [waiting?.id ?? ''], true, '现场核对属实')).toMatchObject({ ok: true });
    await at.devices.round();
    expect(await days()).toBe(1);
  });
});

describe('核实', () => {
  it('设备上报的由主管部门核实，企业不能；核实一次就定了；收下的进事实并留痕', async () => {
    const one = await gate();
    await at.send(one, { punches: [punch(1, 60, '2026-11-01 07:00:00'), punch(2, 60, '2026-11-02 07:00:00')] });
    const [first, second] = await at.db.owner<{ id: string }>('select id from prevention.punch_quarantine where appid = $1 order by id', [one.appid]);
    const decide = at.devices.deciding.decide;
    expect(await decide(CONTRACTOR, [first?.id ?? ''], true, '停电补传')).toMatchObject({ refusal: { code: 'decision-not-allowed' } });
    expect(await decide(OFFICIAL, [first?.id ?? ''], true, ' ')).toMatchObject({ refusal: { code: 'bad-fields' } });
    expect(await decide(OFFICIAL, [first?.id ?? ''], true, '停电一周，供电公司有证明')).toMatchObject({ ok: true });
    expect(await decide(OFFICIAL, [first?.id ?? ''], false, '再想想')).toMatchObject({ refusal: { code: 'punch-decided' } });
    expect(await decide(OFFICIAL, [second?.id ?? ''], false, '当天工地停工')).toMatchObject({ ok: true });
    expect(await at.db.owner('select happened_at::text as at, source from prevention.punch where device = $1', [one.serialNo])).toEqual([
      { at: '2026-11-01 07:00:00', source: 'gate' },
    ]);
    expect(
      await count("audit.entry where action in ('punch.accepted', 'punch.rejected') and object = any($1)", [
        [`device:punch-${first?.id}`, `device:punch-${second?.id}`],
      ]),
    ).toBe(2);
    expect(await at.send(one, { punches: [punch(1, 60, '2026-11-01 07:00:00'), punch(2, 60, '2026-11-02 07:00:00')] })).toMatchObject({
      accepted: 0,
      repeated: 2,
    });
  });

  it('手工补录要理由和第二个人（T2），收下后算手工', async () => {
    const entry = { identity: identityOf(61), at: '2026-11-10 07:00:00', direction: 'in', why: '新来的还没录人脸' } as const;
    expect(await at.devices.deciding.enter(CONTRACTOR, project, { ...entry, at: '2026-11-22 20:00:01' })).toMatchObject({ refusal: { code: 'punch-ahead' } });
    const entered = await at.devices.deciding.enter(CONTRACTOR, project, entry);
    if (!entered.ok) throw new Error(entered.refusal.says);
    expect(await at.devices.deciding.enter(CONTRACTOR, project, entry)).toMatchObject({ refusal: { code: 'punch-entered' } });
    const decide = at.devices.deciding.decide;
    expect(await decide(CONTRACTOR, [entered.value.id], true, '属实')).toMatchObject({ refusal: { code: 'decision-not-allowed' } });
    await expect(
      at.db.owner("update prevention.punch_quarantine set state = 'accepted', decided_by = 3, decision_reason = 'x' where id = $1", [entered.value.id]),
    ).rejects.toThrow(/check/);
    const second = { ...CONTRACTOR, accountId: '4', scope: { role: 'app_enterprise', enterpriseId: '1', accountId: '4' } } as const;
    expect(await decide(second, [entered.value.id], true, '班组长证明在场')).toMatchObject({ ok: true });
    await at.devices.round();
    const page = await at.devices.page(OFFICIAL, project);
    expect(page?.manual.punches).toBe(1);
    const [month] = await at.db.owner(
      'select manual_days from prevention.attendance_month m join prevention.person p on p.id = m.person_id where p.identity_index = $1 and m.project_id = 1',
      [at.vault.identityIndex(identityOf(61))],
    );
    expect(month).toEqual({ manual_days: 1 << 9 });
  });

  it('工号对应到人，等着的就收下；只等工号的才收', async () => {
    const one = await gate();
    const coded = (counter: number, moment: string) => ({ counter, personCode: '2002', at: moment, direction: 'in' });
    await at.send(one, { punches: [coded(1, '2026-11-22 07:00:00'), coded(2, '2026-11-01 07:00:00')] });
    expect(await at.devices.keeper.setCode(CONTRACTOR, project, '2002', identityOf(62))).toEqual({ ok: true, value: { taken: 1 } });
    expect(await at.send(one, { punches: [coded(1, '2026-11-22 07:00:00'), coded(3, '2026-11-22 18:00:00')] })).toMatchObject({
      accepted: 1,
      repeated: 1,
      quarantined: 0,
    });
  });

  it('别处的人看不见也动不了；企业看得见自己的设备，管不了主管部门登记的', async () => {
    const one = await gate();
    const elsewhere = { ...OFFICIAL, accountId: '9', regionCode: '371522', scope: { role: 'app_official', region: '371522', accountId: '9' } } as const;
    expect(await at.devices.page(elsewhere, project)).toBeUndefined();
    expect(await at.devices.keeper.register(elsewhere, project, { serialNo: 'X-1', name: '闸机', position: null })).toMatchObject({
      refusal: { code: 'project-not-found' },
    });
    expect(await at.devices.keeper.revoke(elsewhere, one.appid, '误')).toMatchObject({ refusal: { code: 'device-not-found' } });
    expect(await at.devices.keeper.revoke(CONTRACTOR, one.appid, '误')).toMatchObject({ refusal: { code: 'device-not-found' } });
    expect((await at.devices.page(CONTRACTOR, project))?.devices.some((device) => device.appid === one.appid)).toBe(true);
    const own = await at.gate(project, 'OWN-1', null, CONTRACTOR);
    expect(await at.devices.keeper.revoke(CONTRACTOR, own.appid, '换机')).toMatchObject({ ok: true });
    expect(await at.devices.keeper.register(OFFICIAL, project, { serialNo: 'OWN-1', name: '闸机', position: null })).toMatchObject({
      refusal: { code: 'device-taken' },
    });
  });
});

describe('PUSH 协议的机器', () => {
  it('默认关着；开了给一个秘密地址，序列号不符不认；重复不多一条', async () => {
    const one = await gate();
    const asked = (secret: string, serialNo = one.serialNo) => ({ secret, serialNo, ip: '10.0.0.9' });
    expect(await at.devices.door.options(asked('a'.repeat(32)))).toBeUndefined();
    const opened = await at.devices.keeper.setPush(OFFICIAL, one.appid, true);
    const secret = opened.ok ? (opened.value.path?.split('/')[2] ?? '') : '';
    expect(await at.devices.door.options(asked(secret))).toMatch(/^GET OPTION FROM: /);
    expect(await at.devices.door.options(asked(secret, 'OTHER'))).toBeUndefined();
    const body = `${identityOf(63)}\t2026-11-22 07:00:00\t0\t15\n77\t2026-11-22 07:00:05\t0\t1\nnoise\n`;
    for (let again = 0; again < 3; again += 1) expect(await at.devices.door.attendanceLog(asked(secret), body)).toEqual({ ok: true, value: 3 });
    expect(await count('prevention.punch where device = $1', [one.serialNo])).toBe(1);
    expect(await count('prevention.punch_quarantine where appid = $1', [one.appid])).toBe(1);
    await at.devices.keeper.setPush(OFFICIAL, one.appid, false);
    expect(await at.devices.door.attendanceLog(asked(secret), body)).toBeUndefined();
  });
});

/**
 * Each message three times, in any order, by sixteen senders at once to four devices: thirty messages a device meet each other in
 * enough orders that a lost update shows. `R7_MESSAGES=400` sends the hundred thousand punches.
 */
const R7_MESSAGES = Number(process.env['R7_MESSAGES'] ?? 120);
const R7_PUNCHES_EACH = R7_MESSAGES < 400 ? 100 : 250;

describe(`R7：${R7_MESSAGES} 条消息，${R7_MESSAGES * R7_PUNCHES_EACH} 次打卡，每条三遍、打乱、十六路`, () => {
  it('与按顺序各送一遍，留下的一模一样', async () => {
    const [ordered, shuffled] = [await at.project(11, '按序'), await at.project(12, '打乱')];
    const [messages, size, devices] = [R7_MESSAGES, R7_PUNCHES_EACH, 4];
    const gatesOf = (id: string) => Promise.all(Array.from({ length: devices }, (_, n) => at.gate(id, `S${n}00`)));
    const [one, two] = [await gatesOf(ordered), await gatesOf(shuffled)];
    const batch = (message: number) => {
      const [own, first] = [message % devices, Math.floor(message / devices) * size + 1];
      return {
        counterFrom: first,
        punches: Array.from({ length: size }, (_, n) => {
          // One device sees each person once a minute; every 40th punch is too old, every 50th from an unknown number.
          const order = (message * size + n) * 7 + own;
          const day = String(16 + (message % 6)).padStart(2, '0');
          const time = new Date(Date.UTC(2026, 0, 1, 6) + (Math.floor(message / 6) * size + n) * 1_500).toISOString().slice(11, 19);
          const old = n % 40 === 39;
          const who = n % 50 === 49 ? { personCode: `c${order % 900}` } : { idNumber: identityOf(1_000 + ((message * 37 + n) % 3_000)) };
          return { counter: first + n, ...who, at: `${old ? '2026-10' : '2026-11'}-${day} ${time}`, direction: n % 2 === 0 ? 'in' : 'out' };
        }),
      };
    };
    const sent = async (gatesThere: readonly Gate[], orders: readonly number[], clients: number) => {
      let next = 0;
      await Promise.all(
        Array.from({ length: clients }, async () => {
          for (let mine = next; mine < orders.length; mine = next) {
            next += 1;
            const message = orders[mine] ?? 0;
            const to = gatesThere[message % devices];
            if (to !== undefined) await at.send(to, batch(message));
          }
        }),
      );
    };
    const all = Array.from({ length: messages }, (_, n) => n);
    await sent(one, all, 4);
    const three = [...all, ...all, ...all]
      .map((message, n) => ({ message, key: createHash('md5').update(String(n)).digest('hex') }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    await sent(
      two,
      three.map(({ message }) => message),
      16,
    );
    await at.devices.round();
    const stateOf = (id: string) =>
      at.db.owner<Record<string, string>>(
        `select (select count(*) || ' ' || md5(string_agg(person_id || ' ' || happened_at || direction || device || source, ',' order by person_id, happened_at, direction)) from prevention.punch where project_id = $1) as punches,
           (select count(*) || ' ' || md5(string_agg(who || happened_at || direction || device || counter || reasons::text || state, ',' order by who, happened_at, direction)) from prevention.punch_quarantine where project_id = $1) as apart,
           (select md5(string_agg(serial_no || received || announced || punches, ',' order by serial_no)) from prevention.device where project_id = $1) as heard,
           (select md5(string_agg(d.serial_no || f.kind || f.day || f.subject || f.punches || f.from_at || f.until_at, ',' order by d.serial_no, f.kind, f.day, f.subject)) from prevention.device_flag f join prevention.device d using (appid) where f.project_id = $1) as flags,
           (select md5(string_agg(person_id || ' ' || month || days || punched_days || invalid_days || mechanical_days, ',' order by person_id, month)) from prevention.attendance_month where project_id = $1) as months`,
        [id],
      );
    const [inOrder] = await stateOf(ordered);
    for (const [what, state] of Object.entries(inOrder ?? {})) expect([what, state]).not.toContain(null);
    expect(await stateOf(shuffled)).toEqual([inOrder]);
    expect(Number(inOrder?.['punches']?.split(' ')[0]) + Number(inOrder?.['apart']?.split(' ')[0])).toBe(messages * size);
  }, 300_000);
});
