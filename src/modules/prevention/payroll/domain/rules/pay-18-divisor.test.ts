import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { divisor } from './pay-18-divisor.ts';

// 6,000 元 ÷ 21.75 = 275.862… 元; a fen of tolerance: 275.86 and 275.87 are within it, 275.85 is not.
const used = (dayWage: number) => ({ usedOn: '2026-09-15', monthlyWage: 600_000, dayWage });

describe('《关于职工全年月平均工作时间和工资折算问题的通知》（大意）「日工资为月工资收入除以月计薪天数21.75天」', () => {
  it.each([
    { why: 'rounded down', facts: used(27_586), expected: 'none' },
    { why: 'rounded up', facts: used(27_587), expected: 'none' },
    { why: 'more than a fen below', facts: used(27_585), expected: 1 },
    { why: 'more than a fen above: a hint only', facts: used(27_588), expected: 0 },
    { why: 'divided by 30', facts: used(20_000), expected: 1 },
    { why: 'divided by 20.67', facts: used(29_028), expected: 0 },
    { why: 'a fen exactly, 2,175 元 ÷ 21.75 = 100 元', facts: { usedOn: '2026-09-15', monthlyWage: 217_500, dayWage: 9999 }, expected: 'none' },
    { why: 'two fen', facts: { usedOn: '2026-09-15', monthlyWage: 217_500, dayWage: 9998 }, expected: 1 },
    { why: 'day wage unknown', facts: { usedOn: '2026-09-15', monthlyWage: 600_000 }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(divisor, row));

  it('says both figures', () => {
    expect(matterFinding(divisor, { ...used(20_000), workers: 8 })).toMatchObject({
      says: '用人单位9月15日计发工资采用的日工资 200 元，低于月工资 6,000 元 除以 21.75 日所得的 275.86 元',
      amountFen: 7586n,
      people: 8,
      dueOn: '2026-09-15',
    });
  });
});
