import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { ITEM_NAMES } from '../items.ts';
import { boardComplete } from './sign-02-board-complete.ts';

const full = Object.fromEntries(ITEM_NAMES.map((item) => [item, 'shown']));

describe('工资条例第三十四条「设立维权信息告示牌，明示下列事项」', () => {
  it('knows fourteen items', () => expect(ITEM_NAMES).toHaveLength(14));

  it.each([
    { why: 'all shown', facts: full, expected: 'none' },
    { why: 'no hotline', facts: { ...full, hotline: 'missing' }, expected: 1 },
    { why: 'the deposit is the fourteenth', facts: { ...full, deposit: 'missing' }, expected: 1 },
    { why: 'no subcontractors and no deposit to show', facts: { ...full, subcontractors: 'none', deposit: 'none' }, expected: 'none' },
    { why: 'last year’s minimum wage', facts: { ...full, minimumWage: 'outdated' }, expected: 1 },
    { why: 'one fault is enough', facts: { payDay: 'missing' }, expected: 1 },
    { why: 'nobody read the phone number', facts: { ...full, inspectionPhone: null }, expected: 'cannot-determine' },
    { why: 'nobody looked', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(boardComplete, row));

  it.each(ITEM_NAMES)('asks for %s', (item) => {
    expect(matterFinding(boardComplete, { ...full, [item]: 'missing' }).level).toBe(1);
    holdMatter(boardComplete, { why: item, facts: { ...full, [item]: null }, expected: 'cannot-determine' });
  });

  it('names what is missing and what is old; trap: 第五十六条 stops no work', () => {
    expect(matterFinding(boardComplete, { ...full, payDay: 'missing', hotline: 'missing', minimumWage: 'outdated' }).says).toBe(
      '施工总承包单位的维权信息告示牌缺少工资支付日期、公共法律服务热线，当地最低工资标准已经过时',
    );
    const [fine] = boardComplete.consequences ?? [];
    expect(fine?.says).not.toContain('停工');
    expect(fine?.before).toContain('责令限期改正，逾期不改正');
  });
});
