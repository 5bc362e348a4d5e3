import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { national } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { finalAwardCalculator } from './final-award.ts';

const place = {
  ...national,
  name: '某县',
  parameters: { 'wage.minimum.monthly': [{ from: civilDate('2026-01-01'), value: fen(210_000), basis: '文件', evidence: 'L' as const }] },
};
const pay = (what: string, amount: string) => ({ what, kind: 'pay', amount });
const of = (...items: readonly object[]) => reckoned(finalAwardCalculator, { items }, undefined, place);

describe('《劳动争议调解仲裁法》第四十七条「不超过当地月最低工资标准十二个月金额的争议」', () => {
  it.each([
    ['exactly twelve months', [pay('工资', '2520000')], '终局裁决'],
    ['a fen more', [pay('工资', '2520001')], '非终局裁决'],
    ['two items, each below, together above', [pay('工资', '2520000'), pay('加班费', '2520000')], '终局裁决'],
    ['a labour standard beside', [pay('工资', '1'), { what: '年休假', kind: 'standard' }], '终局裁决'],
    ['mixed', [pay('工资', '1'), { what: '确认劳动关系', kind: 'other' }], '非终局裁决'],
  ] as const)('%s', (_why, items, expected) => expect(of(...items).byLabel['裁决性质']).toBe(expected));

  it('tells each side its way', () => {
    expect(of(pay('工资', '2520000')).byLabel).toMatchObject({
      每项上限: 2_520_000n,
      劳动者: '收到裁决书之日起 15 日内可以起诉',
      用人单位: '不能起诉；有法定情形的，收到裁决书之日起 30 日内可以向中级人民法院申请撤销',
    });
    expect(of(pay('工资', '2520001')).byLabel['用人单位']).toBe('收到裁决书之日起 15 日内可以起诉');
  });

  it('shows every comparison', () => {
    const { steps, notes } = of(pay('工资', '2520001'), { what: '年休假', kind: 'standard' });
    expect(steps.map(({ reckoned: how }) => how)).toEqual([
      undefined,
      '2,100 元 × 12 个月',
      '25,200.01 元 超过 25,200 元',
      '执行国家劳动标准的争议',
      '同时包含终局和非终局事项，按非终局裁决处理',
    ]);
    expect(notes).toEqual(['裁决书已写明是终局还是非终局的，以裁决书为准']);
  });

  it('没有当地最低工资标准时不能判断', () => {
    expect(reckon(finalAwardCalculator, { items: [pay('工资', '1')] })).toEqual({ answer: 'cannot-determine', missing: ['全国未设定“当地月最低工资标准”'] });
    expect(reckon(finalAwardCalculator, { items: [] }, undefined, place).answer).toBe('cannot-determine');
  });
});
