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
  ])('%s is %s, a %s', (text, code, level) => {
    expect(parseRegionCode(text)).toBe(code);
    expect(levelOf(regionCode(text))).toBe(level);
  });

  it.each(['', '0', '371', '37152', 'ab', '3715260'])('refuses %s', (text) => expect(parseRegionCode(text)).toBeNull());

  it('contains itself and what lies under it, nothing beside', () => {
    expect(contains(regionCode('3715'), regionCode('371526001'))).toBe(true);
    expect(contains(regionCode('371526'), regionCode('371526'))).toBe(true);
    expect(contains(regionCode('371526'), regionCode('371525'))).toBe(false);
    expect(parentCode(regionCode('620201001'))).toBe('620201');
    expect(parentCode(regionCode('37'))).toBeNull();
  });
});
