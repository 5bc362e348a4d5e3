import { describe, expect, it } from 'vitest';
import { checkNewApp, isNetwork, type NewApp } from './index.ts';

const APP: NewApp = {
  channel: 'device',
  name: '一号门闸机',
  regionCode: '371526',
  enterpriseId: '7',
  projectId: '9',
  settings: {},
  ipList: [],
  perMinute: 600,
  scopes: [],
};

describe('接口应用的登记', () => {
  it.each([
    { what: '正好', change: {}, good: true },
    { what: '编号 3 位', change: { appid: 'abc' }, good: false },
    { what: '编号 4 位', change: { appid: 'abcd' }, good: true },
    { what: '编号 32 位', change: { appid: 'a'.repeat(32) }, good: true },
    { what: '编号 33 位', change: { appid: 'a'.repeat(33) }, good: false },
    { what: '编号含汉字', change: { appid: '闸机-0001' }, good: false },
    { what: '名称 1 个字', change: { name: '门' }, good: false },
    { what: '名称 2 个字', change: { name: '门禁' }, good: true },
    { what: '名称 100 个字', change: { name: '门'.repeat(100) }, good: true },
    { what: '名称 101 个字', change: { name: '门'.repeat(101) }, good: false },
    { what: '上限 0', change: { perMinute: 0 }, good: false },
    { what: '上限 1', change: { perMinute: 1 }, good: true },
    { what: '上限 100000', change: { perMinute: 100_000 }, good: true },
    { what: '上限 100001', change: { perMinute: 100_001 }, good: false },
    { what: '上限 1.5', change: { perMinute: 1.5 }, good: false },
    { what: '网段写错', change: { ipList: ['10.0.0.1', '10.0.0.0/33'] }, good: false },
  ])('$what', ({ change, good }) => {
    expect(checkNewApp({ ...APP, ...change }).ok).toBe(good);
  });

  it.each([
    ['10.1.2.3', true],
    ['10.1.2.0/0', true],
    ['10.1.2.0/32', true],
    ['10.1.2.0/33', false],
    ['256.1.2.3', false],
    ['255.255.255.255', true],
    ['10.1.2', false],
    ['fd00::/8', true],
    ['fd00::1/128', true],
    ['fd00::1/129', false],
    ['10.1.2.3/8/8', false],
    ['::', true],
    [':', false],
    ['1:2:3:4:5:6:7:8', true],
    ['1:2:3:4:5:6:7', false],
    ['1:2:3:4:5:6:7:8:9', false],
    ['1::8', true],
    ['1:2:3:4:5:6:7::', true],
    ['1:2:3:4:5:6:7:8::', false],
    ['1::2::3', false],
    ['12345::', false],
    ['fffg::', false],
    ['example.com', false],
    ['', false],
  ])('%s', (text, good) => {
    expect(isNetwork(text)).toBe(good);
  });
});
