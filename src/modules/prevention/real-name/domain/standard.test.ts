import { describe, expect, it } from 'vitest';
import { NOT_DELIVERED, STAGES } from './delivery.ts';
import { readEnvelope } from './envelope.ts';
import { filesIn, filled, findMethod, METHODS, oneFile, parseData, readMessage, readPeriod, renamed, saidAgain, settingsOf, signedText } from './index.ts';

function read(name: string, data: unknown): ReturnType<typeof readMessage> {
  const method = findMethod(name);
  const parsed = parseData(JSON.stringify(data));
  if (method === undefined || parsed === undefined) throw new Error('no such method or data');
  return readMessage(method, parsed, {
    now: '2026-11-22 10:30:00',
    decipher: (text) => (text.startsWith('E:') ? text.slice(2) : null),
    allowsPlain: false,
    refusesUnknownCodes: false,
    defaults: new Map(),
    mayLack: new Set(),
  });
}

describe('逐条对照数据标准', () => {
  const scored = (trainingScore: unknown, more: object = {}) => ({
    projectCode: '450100202611',
    trainingDate: '2026-11-01',
    trainingDuration: 2,
    trainingName: 'x',
    trainingTypeCode: '003001',
    workers: [{ idCardType: '01', idCardNumber: 'E:11010519491231002X', isPass: 1, trainingScore }],
    ...more,
  });
  it.each([
    [0, null],
    [100, null],
    ['99.5', null],
    [100.1, '[workers][0][trainingScore]超出范围!'],
    [-1, '[workers][0][trainingScore]不能小于0!'],
    ['9.55', '[workers][0][trainingScore]格式不正确!'],
  ])('培训成绩 0 至 100，一位小数：%s', (score, says) =>
    expect(read('ProjectTraining.Add', scored(score))).toMatchObject(says === null ? { ok: true } : { ok: false, says }),
  );

  it.each([
    ['Corp.Upload', { corpCode: 'x', corpName: 'y', areaCode: '371526' }, 'regCapital', '12345678901234.1234', '123456789012345'],
    ['Project.PartUpdate', { projectCode: '450100202611' }, 'invest', '123456789012.123456', '1234567890123'],
    ['Project.PartUpdate', { projectCode: '450100202611' }, 'lat', '36.123456789012345', '90.1'],
    ['Project.PartUpdate', { projectCode: '450100202611' }, 'lng', '-180', '181'],
  ])('%s 的 %s：位数和范围', (method, head, field, good, bad) => {
    expect(read(method, { ...head, [field]: good })).toMatchObject({ ok: true });
    expect(read(method, { ...head, [field]: bad })).toEqual({ ok: false, says: `[${field}]超出范围!` });
  });

  it('工会会员要有入会日期；补发要有补发月份', () => {
    const head = { projectCode: '450100202611', corpCode: 'x', corpName: 'y', teamSysNo: 1 };
    const worker = { workerName: '张三', idCardNumber: 'E:11010519491231002X', idCardType: '01', workType: '1000', isJoined: 1 };
    expect(read('ProjectWorker.Update', { ...head, ...worker })).toEqual({ ok: false, says: '[workerList][0][joinedTime]不能为空!' });
    expect(read('ProjectWorker.Update', { ...head, ...worker, joinedTime: '2020-05-01' }).ok).toBe(true);
  });

  it('证件长期有效：空着、9999-12-31 和“长期”是一回事；金华写成一段', () => {
    const head = { projectCode: '450100202611', corpCode: 'x', corpName: 'y', teamSysNo: 1 };
    const worker = { workerName: '张三', idCardNumber: 'E:11010519491231002X', idCardType: '01', workType: '1000' };
    for (const expiryDate of ['长期', '9999-12-31']) {
      const done = read('ProjectWorker.Update', { ...head, ...worker, expiryDate });
      expect(done.ok && done.values.list('workerList')[0]?.text('expiryDate')).toBe('9999-12-31');
    }
    expect(readPeriod('2007年08月22日-2027年08月22日')).toEqual({ from: '2007-08-22', until: '2027-08-22' });
    expect(readPeriod('2007.08.22-长期')).toEqual({ from: '2007-08-22', until: null });
    expect(readPeriod('')).toEqual({ from: null, until: null });
  });

  it('进退场凭证不一定是图片；人脸照片一定是', () => {
    const entry = { idCardType: '01', idCardNumber: 'E:11010519491231002X', date: '2026-11-01', type: 1 };
    const head = { projectCode: '450100202611', corpCode: 'x', corpName: 'y', teamSysNo: 1 };
    expect(read('WorkerEntryExit.Add', { ...head, workerList: [{ ...entry, voucher: 'JVBERi0xLjQ=' }] }).ok).toBe(true);
    expect(read('WorkerEntryExit.Add', { ...head, workerList: [{ ...entry, voucher: 'A'.repeat(70_000) }] })).toEqual({
      ok: false,
      says: '[workerList][0][voucher]大小超过限制50KB!',
    });
    const worker = { workerName: '张三', idCardNumber: 'E:11010519491231002X', idCardType: '01', workType: '1000', headImage: 'JVBERi0xLjQ=' };
    expect(read('ProjectWorker.Update', { ...head, ...worker })).toMatchObject({
      ok: false,
      says: '[workerList][0][headImage]格式无效,目前仅支持:jpg,jpeg,png,jpeg',
    });
  });

  it('PHP 把空对象写成 []；format 只有 json', () => {
    expect(parseData(' [ ] ')?.size).toBe(0);
    const sound = new Map(Object.entries({ method: 'Team.Add', version: '1.0', appid: 'abc', timestamp: '20261122103000', nonce: '1', data: '{}', sign: 'x' }));
    expect(readEnvelope(new Map([...sound, ['format', 'JSON']])).ok).toBe(true);
    expect(readEnvelope(new Map([...sound, ['format', 'xml']]))).toMatchObject({ ok: false, says: '[format]值不正确,目前只支持json!' });
  });

  it('只把 A 到 Z 变小写的签名原文，全角和希腊字母不动', () => {
    const parameters = new Map([['data', '{"x":"ＡΩB"}']]);
    expect(signedText(parameters, 'K')).toBe('data={"x":"ａωb"}&appsecret=k');
    expect(signedText(parameters, 'K', 'ascii')).toBe('data={"x":"ＡΩb"}&appsecret=k');
  });

  it('没有文件说明的接口，由管理应用的人写明对应哪一个：名字换过来，列表里的也换', () => {
    const { opened } = settingsOf({
      openedMethods: { 'TempExit.Add': { as: 'WorkerEntryExit.Add', fields: { People: 'workerList', leaveDate: 'date' } }, bad: 1 },
    });
    expect([...opened.keys()]).toEqual(['tempexit.add']);
    const data = renamed(new Map<string, unknown>([['people', [{ LeaveDate: '2026-11-01', other: 1 }]]]), opened.get('tempexit.add')?.fields ?? new Map());
    expect([...data]).toEqual([['workerlist', [{ date: '2026-11-01', other: 1 }]]]);
  });
});

describe('上报的范围', () => {
  it.each(METHODS.filter((method) => method.kind === 'change').map((method) => method.name))('%s：上报，或者有不上报的理由', (name) => {
    expect([STAGES[name] !== undefined, NOT_DELIVERED[name] !== undefined].filter(Boolean)).toHaveLength(1);
  });

  it('说过的再说一遍：该加密的加密，文件按编号，没说的不说', () => {
    const fields = findMethod('ProjectSubContractor.Add')?.fields ?? [];
    const hidden = { pmIDCardNumber: 'X', bankInfos: '[{"bankCode":"102","bankNumber":"622"}]' };
    expect(saidAgain(fields, { corpType: '006' }, hidden)).toEqual({
      corpType: '006',
      bankInfos: [{ bankCode: '102', bankNumber: { $aes: '622' } }],
      pmIDCardNumber: { $aes: 'X' },
    });
    const team = saidAgain(findMethod('Team.Add')?.fields ?? [], { entryTime: '2026-11-01' }, {}, new Map([['entryAttachments', ['3', '4']]]));
    expect(filesIn(team)).toEqual(['3', '4']);
    const file = (id: string) => (id === '3' ? { name: 'a.pdf', data: 'QQ==' } : null);
    expect(filled({ ...team, one: oneFile('3') }, { encipher: (text) => text, teamNo: () => null, file })).toEqual({
      entryTime: '2026-11-01',
      entryAttachments: [{ name: 'a.pdf', data: 'QQ==' }],
      one: 'QQ==',
    });
  });
});
