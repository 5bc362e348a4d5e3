import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { regionCode } from '#kernel/region-code.ts';
import { valueOn } from '#law/parameters/index.ts';
import { gradeAt, nextInChain } from '#law/profile.ts';
import { findProfile, gaotang, jiayuguan, national, PROFILES, profileOf } from './index.ts';

const on = civilDate('2026-11-22');

describe('地区设置', () => {
  it('is chosen by the smallest place that contains the region', () => {
    expect(profileOf(regionCode('371526001'))).toBe(gaotang);
    expect(profileOf(regionCode('6202'))).toBe(jiayuguan);
    expect(profileOf(regionCode('620201001'))).toBe(jiayuguan);
    expect(profileOf(regionCode('4501'))).toBe(national);
    expect(findProfile('gaotang-371526')).toBe(gaotang);
    expect(findProfile('nowhere')).toBeNull();
  });

  it('嘉峪关「按照黄、橙、红三级预警」: blue is yellow there', () => {
    expect(gradeAt(gaotang, 1)).toBe(1);
    expect(gradeAt(jiayuguan, 1)).toBe(2);
    expect(jiayuguan.levels.map(({ name }) => name)).toEqual(['提示', '黄色', '黄色', '橙色', '红色']);
  });

  it('takes the numbers of 嘉峪关 from its plan, item by item', () => {
    const value = (id: 'contract.sign.target' | 'labour-cost.min-share' | 'deposit.before-permit' | 'wage.full-rate.government') => valueOn(id, jiayuguan, on);
    expect(value('contract.sign.target')).toMatchObject({ inForce: { value: 8500, evidence: 'L', setBy: '嘉峪关市' } });
    expect(value('labour-cost.min-share')).toMatchObject({ inForce: { value: 3000 } });
    expect(value('deposit.before-permit')).toMatchObject({ inForce: { value: true, words: '是' } });
    expect(value('wage.full-rate.government')).toMatchObject({ inForce: { value: 10_000, words: '100%' } });
    expect(valueOn('labour-cost.min-share', jiayuguan, civilDate('2018-12-30')).ok).toBe(false);
  });

  it('hands a warning up the chain and stops at its end', () => {
    expect(nextInChain(gaotang, 'wage-officer')).toBe('town-specialist');
    expect(nextInChain(gaotang, 'town-specialist')).toBe('inspector');
    expect(nextInChain(jiayuguan, 'wage-officer')).toBe('inspector');
    expect(nextInChain(gaotang, 'leader')).toBeNull();
  });

  it('never asks the milder level to act sooner than the graver', () => {
    const days = { 'working-hours': 0.1, 'working-days': 1.4, 'natural-days': 1 } as const;
    for (const { id, handling } of PROFILES) {
      const handle = handling.map((ladder) => ladder.handle.n * days[ladder.handle.unit]);
      // Blue goes to the contractor, who has it in hand; from yellow on every level is quicker than the one before.
      expect([id, handle.slice(2)]).toEqual([id, handle.slice(2).sort((a, b) => b - a)]);
    }
  });
});
