import { describe, expect, it } from 'vitest';
import { decipher, encipher, isSignedWith, signatureOf } from './cipher.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const COMMON = { appid: '45010020261122001', nonce: '5f2b7c9d1e3a4b6c8d0e1f2a3b4c5d6e', timestamp: '20261122103000', version: '1.0', format: 'json' };
const ATTENDANCE =
  '{"projectCode":"45010020261122001","teamSysNo":1500000001,"dataList":[{"idCardType":"01","idCardNumber":"0whyJ0FnjXE8TQqC953G9I67RW3Um885mYa6LO5bMIo=","date":"2026-11-22 07:02:04","direction":"01","attendType":"001"}]}';
const CORPSIGN = '9E7Ti56IJCxF5VJXx8nSSUe8vFS5lQpmjHyJCd/sURR494qBepeP+DzrTwrzcsv9';
const TEAM = '{"projectCode":"45010020261122001","corpCode":"91350100M000100Y43","corpName":"示例建设有限公司","teamName":"钢筋一班"}';
const SIGNS = [
  '0996d9476d1c4890db90438925fe7a383226ce94ea00075d244d2ef39239af7a',
  'deeb724f1c45254254e5d232bf00b5fadec25cf309a6f6594e42b2dc28ac1faf',
  '323d1861a0011ad8b29f7874a40ea648143065be3f92a1291cd45328621dce2e',
] as const;

const message = (more: Readonly<Record<string, string>>) => new Map(Object.entries({ ...COMMON, ...more }));
const VECTORS = [
  { name: 'V1', parameters: message({ method: 'WorkerAttendance.Add', data: ATTENDANCE }), sign: SIGNS[0] },
  { name: 'V2', parameters: message({ method: 'WorkerAttendance.Add', data: ATTENDANCE, corpsign: CORPSIGN }), sign: SIGNS[1] },
  { name: 'V3', parameters: message({ method: 'Team.Add', data: TEAM }), sign: SIGNS[2] },
];

describe('签名', () => {
  it.each(VECTORS)('$name', ({ parameters, sign }) => {
    expect(signatureOf(parameters, SECRET)).toBe(sign);
    expect(isSignedWith(new Map([...parameters, ['sign', sign.toUpperCase()]]), SECRET)).toBe(true);
    expect(isSignedWith(new Map([...parameters, ['sign', sign], ['appsecret', SECRET]]), SECRET)).toBe(true);
  });

  it('改数据里任何一个字符都不再成立，只有大小写例外（协议的弱点）', () => {
    const [{ parameters, sign } = { parameters: message({}), sign: '' }] = VECTORS;
    for (let at = 0; at < ATTENDANCE.length; at += 1) {
      const data = `${ATTENDANCE.slice(0, at)}${ATTENDANCE[at] === '#' ? '%' : '#'}${ATTENDANCE.slice(at + 1)}`;
      expect(isSignedWith(new Map([...parameters, ['data', data], ['sign', sign]]), SECRET)).toBe(false);
    }
    expect(isSignedWith(new Map([...parameters, ['data', ATTENDANCE.toUpperCase()], ['sign', sign]]), SECRET)).toBe(true);
  });
});

describe('敏感字段', () => {
  it('与国家平台的例子一致', () => {
    expect(encipher('11010519491231002X', SECRET)).toBe('0whyJ0FnjXE8TQqC953G9I67RW3Um885mYa6LO5bMIo=');
    expect(encipher('6222020200112233445', SECRET)).toBe('pXVlMCWD/Tl4hK/3nzDpVXFRaI8osAeQiiGC5Kk3dp8=');
    expect(encipher(`${SECRET.replace('0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210')}20261122103000`, SECRET)).toBe(CORPSIGN);
  });

  it('老 Java 编码器的换行照样打得开；改坏的、空的、不是 Base64 的都只是打不开', () => {
    expect(decipher('0whyJ0FnjXE8TQqC953G9I67\r\nRW3Um885mYa6LO5bMIo=\r\n', SECRET)).toBe('11010519491231002X');
    for (const wrong of ['', '0whyJ0Fnj', '1whyJ0FnjXE8TQqC953G9I67RW3Um885mYa6LO5bMIp=', '身份证', '11010519491231002X', 'AAAA'])
      expect(decipher(wrong, SECRET)).toBeNull();
    expect(decipher('0whyJ0FnjXE8TQqC953G9I67RW3Um885mYa6LO5bMIo=', SECRET.replace('0', '1'))).toBeNull();
  });
});
