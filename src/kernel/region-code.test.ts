import { describe, expect, it } from 'vitest';
import { contains, levelOf, parentCode, parseRegionCode, regionCode } from './region-code.ts';

describe('a place', () => {
  it.each([
    ['370000', '37', 'province'],
    ['371500', '3715', 'prefecture'],
    ['371526', '371526', 'county'],
    ['371526001', '371526001', 'town'],
    ['371526000000', '371526', 'county'],
    ['371526001203', '371526001203', 'village'],
    ['620200', '6202', 'prefecture'],
    ['370000000000', '37', 'province'],
    ['371500000000', '3715', 'prefecture'],
    ['371526001000', '371526001', 'town'],
    ['371526000', '371526', 'county'],
    ['371526100000', '371526100', 'town'],
    ['371000', '3710', 'prefecture'],
    ['371526000001', '371526000001', 'village'],
    ['370000001', '370000001', 'town'],
    ['370001', '370001', 'county'],
  ])('%s is %s, a %s', (text, code, level) => {
    expect(parseRegionCode(text)).toBe(code);
    expect(levelOf(regionCode(text))).toBe(level);
  });

  it.each(['', '0', '371', '37152', 'ab', '3715260', '07', 'x37', '37x', '3715260010001', '037152600100'])('refuses “%s”', (text) => {
    expect(parseRegionCode(text)).toBeNull();
    expect(() => regionCode(text)).toThrow(`not a region code: ${text}`);
  });

  it('contains itself and what lies under it, nothing beside', () => {
    expect(contains(regionCode('3715'), regionCode('371526001'))).toBe(true);
    expect(contains(regionCode('371526'), regionCode('371526'))).toBe(true);
    expect(contains(regionCode('371526'), regionCode('371525'))).toBe(false);
  });

  it.each([
    ['371526001203', '371526001'],
    ['620201001', '620201'],
    ['371526', '3715'],
    ['3715', '37'],
    ['37', null],
  ])('%s lies under %s', (code, above) => {
    expect(parentCode(regionCode(code))).toBe(above);
  });
});
