import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { assetQuery } from './case-22-asset-query.ts';

const queried = { queriedOn: '2026-03-20', approver: 'city', approvedOn: '2026-03-19' };

describe('《保障农民工工资支付条例》第四十条「应当经设区的市级以上地方人民政府人力资源社会保障行政部门负责人批准」', () => {
  it.each([
    { why: 'approved the day before', facts: queried, expected: 'none' },
    { why: 'approved on the day', facts: { ...queried, approvedOn: '2026-03-20' }, expected: 'none' },
    { why: 'approved the day after', facts: { ...queried, approvedOn: '2026-03-21' }, expected: 3 },
    { why: 'approved in the county only', facts: { ...queried, approver: 'county' }, expected: 3 },
    { why: 'approved by nobody', facts: { ...queried, approver: 'none', approvedOn: 'not-yet' }, expected: 3 },
    { why: 'no query', facts: { queriedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows who approved', facts: { queriedOn: '2026-03-20' }, expected: 'cannot-determine' },
    { why: 'nobody knows when', facts: { queriedOn: '2026-03-20', approver: 'city' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(assetQuery, row));

  it('says what was wrong with the approval', () => {
    expect(matterFinding(assetQuery, { ...queried, approver: 'county' }).says).toBe(
      '主管部门3月20日查询账户、房产或者车辆，只经县级人社部门负责人批准，应当事先经设区的市级以上人社部门负责人批准',
    );
  });
});
