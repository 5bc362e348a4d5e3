import { describe, expect, it } from 'vitest';
import { checkSettings, type SettingField, settingsShown, settingsWith } from './settings.ts';

const FIELDS: readonly SettingField[] = [
  { key: 'transport', label: '怎么往来', kind: 'choice', usual: '接口', choices: [{ value: 'https', name: '接口' }] },
  { key: 'plain', label: '收明文', kind: 'flag' },
  { key: 'minutes', label: '分钟', kind: 'number', least: 1, most: 60, usual: 10 },
  { key: 'folder', label: '文件夹', kind: 'text', pattern: '[a-z]{1,3}', says: '1 至 3 位小写字母' },
  { key: 'corpSecret', label: '企业密钥', kind: 'secret', pattern: '[!-~]{8,64}', says: '8 至 64 位', place: 'x.corp-secret' },
  { key: 'status.0', label: '状态 0', kind: 'choice', usual: '进', choices: [{ value: 'in', name: '进' }] },
];

const faults = (given: Parameters<typeof checkSettings>[1]) => {
  const checked = checkSettings(FIELDS, given);
  return checked.ok ? [] : (checked.refusal as typeof checked.refusal & { fields: { path: string; says: string }[] }).fields.map(({ path }) => path);
};

describe('应用的设置', () => {
  it.each([
    [{ minutes: 0 }, ['minutes']],
    [{ minutes: 1 }, []],
    [{ minutes: 60 }, []],
    [{ minutes: 61 }, ['minutes']],
    [{ minutes: 1.5 }, ['minutes']],
    [{ minutes: '10' }, ['minutes']],
    [{ transport: 'ftp' }, ['transport']],
    [{ plain: 'true' }, ['plain']],
    [{ folder: 'abcd' }, ['folder']],
    [{ folder: 'abc' }, []],
    // A pattern binds the whole text, also over a line's end.
    [{ folder: 'abc\n../x' }, ['folder']],
    [{ corpSecret: '1234567' }, ['corpSecret']],
    [{ corpSecret: '12345678' }, []],
    [{ corpSecret: '' }, []],
    [{ __proto__x: '1', constructor: '2' }, ['__proto__x', 'constructor']],
    [{ transport: 'ftp', minutes: 99 }, ['transport', 'minutes']],
  ])('%j', (given, wrong) => {
    expect(faults(given)).toEqual(wrong);
  });

  it('留空的密钥不动，null 收回；密钥不在明文里', () => {
    expect(checkSettings(FIELDS, { corpSecret: '', plain: true })).toMatchObject({ value: { plain: { plain: true }, secrets: [] } });
    expect(checkSettings(FIELDS, { corpSecret: null })).toMatchObject({ value: { plain: {}, secrets: [{ key: 'corpSecret', secret: null }] } });
    expect(checkSettings(FIELDS, { corpSecret: '12345678' })).toMatchObject({
      value: { plain: {}, secrets: [{ place: 'x.corp-secret', secret: '12345678' }] },
    });
  });

  it('盖在原有的上面：别处写的留着，成组的只改一项，null 删去', () => {
    const next = settingsWith({ other: 7, status: { '1': 'out' }, minutes: 5 }, { 'status.0': 'in', minutes: null, corpSecretCipher: 'abc' });
    expect(next).toEqual({ other: 7, status: { '0': 'in', '1': 'out' }, corpSecretCipher: 'abc' });
    expect(settingsShown(FIELDS, next)).toEqual({ transport: null, plain: null, minutes: null, folder: null, corpSecret: true, 'status.0': 'in' });
    expect(settingsShown(FIELDS, { status: 'broken' })).toMatchObject({ corpSecret: false, 'status.0': null });
  });
});
