import { createHmac } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardTail, freshKeys, loadKeys, maskIdentity, maskPhone, openVault, parseKeys, writeKeys } from './index.ts';
import { hmac } from './vault.ts';

const IDENTITY = '37152619900307123X';
const vault = openVault(freshKeys());

describe('密文', () => {
  it('打得开，同一内容两次密文不同', () => {
    const one = vault.encrypt(IDENTITY, 'person:1');
    const two = vault.encrypt(IDENTITY, 'person:1');
    expect(vault.decrypt(one, 'person:1')).toBe(IDENTITY);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(Buffer.from(IDENTITY))).toBe(false);
  });

  it('改任何一个字节、挪到别人名下、换密钥，都打不开', () => {
    const cipher = vault.encrypt('张三', 'person:1');
    for (let at = 0; at < cipher.length; at += 1) {
      const changed = Buffer.from(cipher);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.decrypt(changed, 'person:1')).toThrow();
    }
    expect(() => vault.decrypt(cipher, 'person:2')).toThrow();
    expect(() => openVault(freshKeys()).decrypt(cipher, 'person:1')).toThrow();
    expect(() => vault.decrypt(cipher.subarray(0, 20), 'person:1')).toThrow();
  });

  it('换新版本密钥后，旧的还能打开，新的用新版本', () => {
    const keys = freshKeys();
    const old = openVault(keys).encrypt('张三', 'a');
    const next = openVault({ ...keys, current: 2, encrypt: new Map([...keys.encrypt, [2, freshKeys().index]]) });
    expect(next.decrypt(old, 'a')).toBe('张三');
    expect(next.encrypt('张三', 'a').readUInt16BE(1)).toBe(2);
    expect(next.identityIndex(IDENTITY)).toEqual(openVault(keys).identityIndex(IDENTITY));
  });
});

describe('盲索引', () => {
  it('同一个人不论怎么写，索引相同；身份证、卡号、电话互不相干', () => {
    expect(vault.identityIndex(` ${IDENTITY.toLowerCase()} `)).toEqual(vault.identityIndex(IDENTITY));
    expect(vault.cardIndex('6217 0000 1234 5678')).toEqual(vault.cardIndex('6217000012345678'));
    expect(vault.phoneIndex('+86 138-0000-1234')).toEqual(vault.phoneIndex('13800001234'));
    const digits = '110101199003071234';
    expect(new Set([vault.identityIndex(digits), vault.cardIndex(digits), vault.phoneIndex(digits)].map(String)).size).toBe(3);
    expect(openVault(freshKeys()).identityIndex(IDENTITY)).not.toEqual(vault.identityIndex(IDENTITY));
  });
});

it.each(['', 'a', '3'.repeat(21), '3'.repeat(22), '汉'.repeat(21), '汉'.repeat(22), 'x'.repeat(200)])('快的 HMAC 与标准库一致：%#', (text) => {
  const key = Buffer.alloc(32, 9);
  const quick = hmac(key);
  quick('z'.repeat(64));
  expect(quick(text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
});

describe('遮盖', () => {
  it.each([
    [maskIdentity(IDENTITY), '37*************23X'],
    [maskIdentity('37152619900307123x'), '37*************23X'],
    [maskIdentity('371526900307123'), '37**********123'],
    [maskIdentity('371526'), '******'],
    [maskPhone('13800001234'), '138****1234'],
    [maskPhone('+8613800001234'), '138****1234'],
    [maskPhone('123'), '***'],
    [cardTail('6217 0000 1234 5678'), '5678'],
  ])('%s', (masked, expected) => expect(masked).toBe(expected));
});

describe('密钥文件', () => {
  it('第一次生成，只有自己能读，以后一直是它', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anxin-keys-'));
    try {
      const first = openVault(loadKeys(folder, undefined));
      const path = join(folder, 'keys.json');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(openVault(loadKeys(folder, '')).fingerprint).toEqual(first.fingerprint);
      expect(openVault(loadKeys('/nowhere', readFileSync(path, 'utf8'))).fingerprint).toEqual(first.fingerprint);
      chmodSync(path, 0o644);
      expect(() => loadKeys(folder, undefined)).toThrow(/chmod 600/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(['', '{}', '{"index":"AAAA","current":1,"encrypt":{}}', writeKeys(freshKeys()).replace('"current":1', '"current":2')])(
    '不完整的密钥 %#，拒绝，也不说出内容',
    (text) => {
      expect(() => parseKeys(text, 'ANXIN_KEYS')).toThrow(/从备份恢复/);
    },
  );
});
