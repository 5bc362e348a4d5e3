import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { national } from '#profiles/index.ts';
import { finalAward } from './arb-08-final-award.ts';

/** 2,100 元 a month: 25,200 元 a year. */
const place = {
  ...national,
  name: '某县',
  parameters: { 'wage.minimum.monthly': [{ from: civilDate('2026-01-01'), value: fen(210_000), basis: '文件', evidence: 'L' as const }] },
};
const pay = (amount: string, what = '工资') => ({ what, kind: 'pay', amount });

describe('《劳动争议调解仲裁法》第四十七条「不超过当地月最低工资标准十二个月金额的争议」', () => {
  it.each([
    { why: 'a fen below', facts: { items: [pay('2519999')] }, place, expected: 0 },
    { why: '「不超过」包括本数: exactly twelve months', facts: { items: [pay('2520000')] }, place, expected: 0 },
    { why: 'a fen above', facts: { items: [pay('2520001')] }, place, expected: 'none' },
    { why: '每项分别比较，不比合计', facts: { items: [pay('2520000'), pay('2520000', '经济补偿')] }, place, expected: 0 },
    { why: 'one item above makes the award not final', facts: { items: [pay('2520000'), pay('2520001', '经济补偿')] }, place, expected: 'none' },
    { why: 'a labour standard needs no amount', facts: { items: [pay('1'), { what: '补缴社会保险', kind: 'standard' }] }, place, expected: 0 },
    { why: 'another dispute beside it', facts: { items: [pay('1'), { what: '确认劳动关系', kind: 'other' }] }, place, expected: 'none' },
    { why: 'an amount is missing', facts: { items: [{ what: '工资', kind: 'pay' }] }, place, expected: 'cannot-determine' },
    { why: 'a kind is missing', facts: { items: [{ what: '工资', amount: '1' }] }, place, expected: 'cannot-determine' },
    { why: 'no item', facts: { items: [] }, place, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(finalAward, row));

  it('没有当地最低工资标准时不能判断: names the number that is missing', () => {
    expect(askMatter(finalAward, { items: [pay('1')] })).toEqual({ answer: 'cannot-determine', missing: ['全国未设定“当地月最低工资标准”'] });
  });

  it('shows each item beside the limit', () => {
    expect(matterFinding(finalAward, { items: [pay('2520000')] }, undefined, place)).toMatchObject({
      says: '1 项请求每项数额不超过 25,200 元或者属于执行国家劳动标准，裁决书没有另行载明的，按终局裁决处理，自作出之日起发生法律效力；用人单位不能起诉，只能申请撤销',
      values: [{ label: '工资', value: 2_520_000n, threshold: 2_520_000n }],
      steps: [{ reckoned: '2,100 元 × 12 个月' }],
    });
  });
});
