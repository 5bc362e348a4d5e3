import { describe, expect, it } from 'vitest';
import {
  codeOf,
  DICTIONARIES,
  filled,
  findMethod,
  findProfile,
  mayRepeat,
  METHODS,
  nationOf,
  ofTeam,
  parseData,
  readFaults,
  type Reading,
  readMessage,
  readResult,
  readTimestamp,
  readVerdict,
  sealed,
  serialCode,
  settingsOf,
  signedText,
  wordOf,
  writeAnswer,
} from './index.ts';
import { pageAsked } from './answer.ts';
import { readEnvelope } from './envelope.ts';
import type { Field } from './field.ts';
import { masked, maskInText, teamNumberIn } from './messages.ts';
import { readDate, readDecimal, readFile, readFlag, readInteger, readMonth, readTime } from './scalar.ts';

const READING: Reading = {
  now: '2026-11-22 10:30:00',
  decipher: (text) => (text.startsWith('E:') ? text.slice(2) : null),
  allowsPlain: false,
  refusesUnknownCodes: false,
  defaults: new Map(),
  mayLack: new Set(),
};

function read(name: string, data: unknown, reading: Partial<Reading> = {}): ReturnType<typeof readMessage> {
  const method = findMethod(name);
  const parsed = parseData(typeof data === 'string' ? data : JSON.stringify(data));
  if (method === undefined || parsed === undefined) throw new Error('no such method or data');
  return readMessage(method, parsed, { ...READING, ...reading });
}

const ATTENDANCE = {
  projectCode: '45010020261122001',
  teamSysNo: 1500000001,
  dataList: [{ idCardType: '01', idCardNumber: 'E:11010519491231002X', date: '2026-11-22 07:02:04', direction: '01', attendType: '001' }],
};

describe('标量', () => {
  it.each([
    ['7', '7'],
    ['007', '7'],
    ['-0', '0'],
    ['-12', '-12'],
    ['3.0', '3'],
    ['1E+4', '10000'],
    ['1.5e1', '15'],
    ['3.5', null],
    ['', null],
    ['x', null],
    ['1234567890123456', null],
  ])('整数 %s → %s', (text, expected) => expect(readInteger(text)).toBe(expected));
  it.each([
    ['7800.10', '7800.1'],
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['-.50', '-0.5'],
    ['-0.00', '0'],
    ['12345678901234.99', '12345678901234.99'],
    ['1.005', null],
    ['1.500', '1.5'],
    ['1E+4', '10000'],
    ['.', null],
    ['', null],
    ['１', null],
    ['0x10', null],
    ['NaN', null],
  ])('两位小数 %s → %s', (text, expected) => expect(readDecimal(text, 2)).toBe(expected));
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026-11-22 07:02:04.123', '2026-11-22'],
    ['2026-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['0001-01-01', null],
    ['', null],
  ])('日期 %s → %s', (text, expected) => expect(readDate(text)).toBe(expected));
  it.each([
    ['2026-11-22', '2026-11-22 00:00:00'],
    ['2026-11-22T07:02:04', '2026-11-22 07:02:04'],
    ['2026-11-22 7:2', '2026-11-22 07:02:00'],
    ['2026-11-22 07:02:04.9', '2026-11-22 07:02:04'],
    ['2026-11-22 24:00:00', null],
    ['2026-11-22 07:60:00', null],
  ])('时间 %s → %s', (text, expected) => expect(readTime(text)).toBe(expected));
  it.each([
    ['2026-10', '2026-10'],
    ['2026-10-31', '2026-10'],
    ['202610', '2026-10'],
    ['2026年9月', '2026-09'],
    ['2026-13', null],
    ['2026', null],
  ])('月份 %s → %s', (text, expected) => expect(readMonth(text)).toBe(expected));
  it.each([
    ['1', '1'],
    ['true', '1'],
    ['0', '0'],
    ['否', '0'],
    ['2', null],
    ['', null],
  ])('是否 %s → %s', (text, expected) => expect(readFlag(text)).toBe(expected));
  it.each([
    ['/9j/AAAA', { kind: 'jpg', bytes: 6 }],
    ['data:image/png;base64,iVBORw0KGgoA', { kind: 'png', bytes: 9 }],
    ['/9j/\r\nAAAA', { kind: 'jpg' }],
    ['R0lGODlh', { kind: 'other' }],
    ['汉', { kind: 'not-base64', base64: null }],
    ['', { kind: 'not-base64' }],
    ['https://a.cn/x.jpg', { kind: 'address', base64: null }],
  ])('文件 %s', (text, expected) => expect(readFile(text)).toMatchObject(expected));
});

describe('报文', () => {
  it('每个方法都找得到，不分大小写；流水号的前缀各有各的', () => {
    for (const method of METHODS) expect(findMethod(method.name.toUpperCase())).toBe(method);
    expect(findMethod('Team.Delete')).toBeUndefined();
    expect(METHODS.filter((method) => method.kind === 'change').every((method) => /^[a-z-]+$/.test(method.prefix))).toBe(true);
    expect(METHODS).toHaveLength(new Set(METHODS.map((method) => method.name)).size);
  });

  it('数字一位不差：大于双精度的、写成科学记数的', () => {
    const data = parseData('{"a":9007199254740993,"b":12345678901234567.89,"c":1E+4,"d":[1.10],"e":7}');
    expect([...(data ?? [])]).toEqual([
      ['a', '9007199254740993'],
      ['b', '12345678901234567.89'],
      ['c', '1E+4'],
      ['d', ['1.10']],
      ['e', '7'],
    ]);
  });

  it.each(['', 'null', '[1]', '"x"', '{', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, `{"a":${'['.repeat(100_000)}`])('不是对象、没写完、套得太深：%#', (text) =>
    expect(parseData(text)).toBeUndefined(),
  );

  it('同名属性大小写不同，取说了话的那个；原型链上的名字只是普通属性', () => {
    expect(parseData('{"TEAMNAME":"","teamName":"甲"}')?.get('teamname')).toBe('甲');
    expect(read('Team.Query', '{"projectCode":"450100202611","__proto__":{"x":1},"constructor":2}').ok).toBe(true);
  });

  it('考勤：类型补零，密文解开，时间去掉毫秒', () => {
    const [row] = ATTENDANCE.dataList;
    const done = read('WorkerAttendance.Add', {
      ...ATTENDANCE,
      dataList: [{ ...row, idCardType: 1, direction: 2, attendType: 9, date: '2026-11-22 07:02:04.55' }],
    });
    expect(done.ok && Object.fromEntries(done.values.list('dataList')[0]?.scalars ?? [])).toEqual({
      idCardType: '01',
      idCardNumber: '11010519491231002X',
      date: '2026-11-22 07:02:04',
      direction: '02',
      attendType: '009',
    });
  });

  it.each([
    { change: { dataList: [] }, says: '[dataList]不能为空!' },
    { change: { dataList: 'x' }, says: '[dataList]格式不正确!' },
    { change: { dataList: Array.from({ length: 21 }, () => ATTENDANCE.dataList[0]) }, says: '[dataList]数量不能超过20!' },
    { change: { dataList: [1] }, says: '[dataList][0][dataList]格式不正确!' },
    { change: { teamSysNo: 'abc', projectCode: '' }, says: '[projectCode]不能为空!;[teamSysNo]格式不正确!' },
    { change: { projectCode: "1'; drop table" }, says: '[projectCode]格式不正确!' },
    { change: { dataList: [{ ...ATTENDANCE.dataList[0], direction: '03' }] }, says: '[dataList][0][direction]值不正确，请参见[考勤方向]字典' },
    { change: { dataList: [{ ...ATTENDANCE.dataList[0], idCardNumber: '11010519491231002X' }] }, says: '[dataList][0][idCardNumber]AES解密失败!' },
    { change: { dataList: [{ ...ATTENDANCE.dataList[0], idCardNumber: 'E:110105194912310021' }] }, says: '[dataList][0][idCardNumber]身份证号码格式不正确!' },
  ])('$says', ({ change, says }) => {
    const refused = read('WorkerAttendance.Add', { ...ATTENDANCE, ...change });
    expect(refused).toEqual({ ok: false, says });
    expect(readFaults(says).length).toBe(says.split(';').length);
  });

  it('兼容明文、字典里没有的代码、可以不写的字段，都由设置决定', () => {
    const plain = { ...ATTENDANCE, dataList: [{ ...ATTENDANCE.dataList[0], idCardNumber: '11010519491231002X', attendType: '777' }] };
    expect(read('WorkerAttendance.Add', plain, { allowsPlain: true }).ok).toBe(true);
    expect(read('WorkerAttendance.Add', plain, { allowsPlain: true, refusesUnknownCodes: true })).toEqual({
      ok: false,
      says: '[dataList][0][attendType]值不正确，请参见[考勤方式]字典',
    });
    expect(read('WorkerAttendance.Add', { ...ATTENDANCE, projectCode: null }, { mayLack: new Set(['projectCode']) }).ok).toBe(true);
  });

  it('ProjectWorker.Update：平铺的一个人和列表里的一个人是一回事', () => {
    const worker = { workerName: '张三', idCardNumber: 'E:11010519491231002X', idCardType: '01', workType: '1000' };
    const head = { projectCode: '450100202611', corpCode: 'x', corpName: 'y', teamSysNo: 1 };
    for (const data of [
      { ...head, ...worker },
      { ...head, workerList: [worker] },
      { ...head, workerList: worker },
    ]) {
      const done = read('ProjectWorker.Update', data);
      expect(done.ok && done.values.list('workerList')[0]?.text('workerName')).toBe('张三');
    }
  });

  it('错误很多时只列二十处', () => {
    const refused = read('WorkerEntryExit.Add', { workerList: Array.from({ length: 50 }, () => ({})) });
    expect(!refused.ok && refused.says.split(';')).toHaveLength(21);
  });
});

describe('信封', () => {
  const sound = new Map(Object.entries({ method: 'Team.Add', version: '1.0', appid: 'abc', timestamp: '20261122103000', nonce: '1', data: '{}', sign: 'x' }));
  it('齐全才算；格式不对的不进数据库', () => {
    expect(readEnvelope(sound).ok).toBe(true);
    expect(readEnvelope(new Map([...sound, ['nonce', 'a\u0000b']]))).toMatchObject({ ok: false, says: '[nonce]格式不正确!' });
    expect(readEnvelope(new Map([...sound, ['timestamp', '2026']]))).toMatchObject({ ok: false, says: '[timestamp]格式不正确!' });
    expect(readEnvelope(new Map([...sound, ['nonce', 'x'.repeat(65)]]))).toMatchObject({ ok: false, says: '[nonce]长度不能超过64!' });
  });
  it('签名的原文：排序、去空、小写，密钥在最后，误发的密钥不算', () => {
    expect(signedText(new Map([...sound, ['corpsign', ''], ['appsecret', 'S'], ['format', 'JSON']]), 'KEY')).toBe(
      'appid=abc&data={}&format=json&method=team.add&nonce=1&timestamp=20261122103000&version=1.0&appsecret=key',
    );
  });
  it.each([
    ['20261122102000', 'strict', 'strict'],
    ['20261122101959', 'strict', 'refused'],
    ['20261122104001', 'strict', 'refused'],
    ['20261122023000', 'strict', 'refused'],
    ['20261122023000', 'allowUtc', 'utc'],
    ['20261122022000', 'allowUtc', 'utc'],
    ['20261122021959', 'allowUtc', 'refused'],
    ['20261122100030', 'allowUtc', 'refused'],
    ['20261122100030', 'lax24h', 'swapped'],
    ['20261121103000', 'lax24h', 'within-a-day'],
    ['20261121102959', 'lax24h', 'refused'],
    ['20261122996130', 'lax24h', 'refused'],
  ] as const)('时间戳 %s 按 %s → %s', (timestamp, policy, expected) => expect(readTimestamp(timestamp, '2026-11-22 10:30:00', policy)).toBe(expected));
});

describe('答复', () => {
  it('流水号：四位序号，满了进位，永不重复', () => {
    expect(serialCode('team-add', '2026-11-22 10:30:00', 1)).toBe('team-add-2026112210-1-0001');
    expect(serialCode('team-add', '2026-11-22 10:30:00', 9_999)).toBe('team-add-2026112210-1-9999');
    expect(serialCode('team-add', '2026-11-22 10:30:00', 10_000)).toBe('team-add-2026112210-2-0000');
    const all = new Set(Array.from({ length: 30_000 }, (_, at) => serialCode('x', '2026-11-22 10:30:00', at)));
    expect(all.size).toBe(30_000);
  });
  it.each([
    [null, null, 0, 10],
    ['0', '50', 0, 50],
    ['3', '5000', 3, 50],
    ['-1', '0', 0, 10],
  ] as const)('分页 %s/%s → %i/%i', (index, size, pageIndex, pageSize) => expect(pageAsked(index, size)).toEqual({ pageIndex, pageSize }));
  it('福建的 rows 在最外层，别处在 data 里；代码总是文字', () => {
    const answer = { code: '0', message: '', data: { pageIndex: 0, rows: [1] } } as const;
    expect(JSON.parse(writeAnswer(answer, { rowsOnTop: true }))).toEqual({ code: '0', message: '', pageIndex: 0, rows: [1], data: null });
    expect(JSON.parse(writeAnswer(answer, { rowsOnTop: false }))).toEqual(answer);
  });
});

describe('字典', () => {
  it('认识的代码给词，不认识的照留；两个方向不混', () => {
    expect(wordOf('workType', '020')).toBe('钢筋工');
    expect(wordOf('workType', '888')).toBe('其他(888)');
    expect(wordOf('workType', '')).toBeNull();
    expect(codeOf('workType', '钢筋工')).toBe('020');
    expect(codeOf('workType', '没有')).toBeNull();
    expect([wordOf('direction', '01'), wordOf('entryExitType', '1'), wordOf('entryExitType', '0')]).toEqual(['入场', '进场', '退场']);
    expect(wordOf('partyType', '009')).toBe('总承包单位');
    expect([nationOf('汉族'), nationOf('01'), nationOf('1'), nationOf('藏')]).toEqual(['汉', '汉', '汉', '藏']);
    expect(DICTIONARIES.bank.words.size).toBe(89);
    expect(DICTIONARIES.nation.words.size).toBe(56);
  });
  it('设置写错了就按严格的来', () => {
    expect(settingsOf({ timestampPolicy: 'whatever', timestampMinutes: 9_999, profile: 'nowhere', allowsPlain: 'yes' })).toMatchObject({
      timestampPolicy: 'strict',
      timestampMinutes: 10,
      profile: null,
      allowsPlain: false,
    });
    expect(findProfile('constructor')).toBeUndefined();
  });
});

describe('号码不外露', () => {
  it('对方原文里的身份证号和卡号遮盖，班组编号留下', () => {
    expect(masked('项目中已存在身份证为：11010519491231002X的工人!')).not.toContain('11010519491231002X');
    expect(masked('卡6222020200112233445不对')).not.toContain('6222020200112233445');
    expect(maskInText('11010519491231002X')).toBe('1101**********002X');
    expect(teamNumberIn('班组已存在,已存在班组编号为:1500161164')).toBe('1500161164');
    expect(teamNumberIn('班组已存在')).toBeNull();
  });
});

describe('上报：对方说了什么，接下来怎么办', () => {
  const answer = (text: string, status = 200) => readVerdict({ is: 'answer', status, text });
  it.each([
    ['{"code":"0","data":{"requestSerialCode":"a-1"}}', 'accepted'],
    ['{"code":0,"data":{"requestSerialCode":"a-1"}}', 'accepted'],
    ['{"code":"0","data":null}', 'answered'],
    ['{"code":"-1","message":"[x]不能为空!"}', 'refused'],
    ['{"code":"-3","message":""}', 'refused'],
    ['{"code":"-2"}', 'later'],
    ['{"code":"-4"}', 'later'],
    ['{"code":"-5"}', 'later'],
    ['{"code":"9999"}', 'unknown'],
    ['{"code":"0","data":', 'unknown'],
    ['', 'unknown'],
    ['<html>', 'unknown'],
    ['[]', 'unknown'],
    ['{"message":"x"}', 'unknown'],
  ])('%s → %s', (text, is) => expect(answer(text).is).toBe(is));
  it('500 是不知道，不是失败；没发出去才是以后再发', () => {
    expect(answer('{"code":"-1"}', 500).is).toBe('unknown');
    expect(readVerdict({ is: 'not-sent', says: 'x' }).is).toBe('later');
    expect(readVerdict({ is: 'unknown', says: 'x' }).is).toBe('unknown');
  });
  it.each([
    [{ status: 0, result: '' }, { is: 'pending' }],
    [
      { status: '20', result: '{"teamSysNo":1500161164}' },
      { is: 'done', teamNo: '1500161164' },
    ],
    [
      { status: 20, result: { teamSysNo: '1500161164' } },
      { is: 'done', teamNo: '1500161164' },
    ],
    [{ status: 20 }, { is: 'done', teamNo: null }],
    [
      { status: 10, result: '班组已存在,已存在班组编号为:1500161164' },
      { is: 'done', teamNo: '1500161164' },
    ],
    [
      { status: 10, result: '没有找到' },
      { is: 'failed', says: '没有找到' },
    ],
    [{}, { is: 'unreadable' }],
    [null, { is: 'unreadable' }],
    [{ status: 30 }, { is: 'unreadable' }],
  ])('结果 %j', (data, expected) => expect(readResult(data)).toMatchObject(expected));
  it('八分钟以内原样重发，正好八分钟也算', () => {
    expect(mayRepeat('2026-11-22 23:58:00', '2026-11-23 00:06:00')).toBe(true);
    expect(mayRepeat('2026-11-22 23:58:00', '2026-11-23 00:06:01')).toBe(false);
  });
  it('班组编号没到手，就还不能发', () => {
    const payload = { teamSysNo: ofTeam('甲'), list: [{ id: sealed('X'), none: sealed('') }] };
    const filling = { encipher: (text: string) => `<${text}>`, teamNo: (name: string) => (name === '甲' ? '1500000001' : null), file: () => null };
    expect(filled(payload, filling)).toEqual({ teamSysNo: 1_500_000_001, list: [{ id: '<X>', none: '' }] });
    expect(filled(payload, { ...filling, teamNo: () => null })).toBeUndefined();
  });
});

it('每个字段都有长度、位数或数量的边', () => {
  const bounded = (field: Field): boolean =>
    field.kind === 'list'
      ? field.max !== undefined && (field.fields ?? []).every(bounded)
      : field.kind === 'text'
        ? field.max !== undefined
        : field.kind === 'decimal'
          ? field.fraction !== undefined
          : field.kind === 'image' || field.kind === 'file'
            ? field.kb !== undefined
            : true;
  expect(METHODS.flatMap((method) => method.fields.filter((field) => !bounded(field)).map((field) => `${method.name} ${field.name}`))).toEqual([]);
});
