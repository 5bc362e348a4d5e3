import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { listPublished } from './dep-20-list-published.ts';

// A month from 2026-09-03 is 10-03, inside 国庆: the last day moves to 10-08.
const stored = { storedOn: '2026-09-03', listedOn: 'not-yet' };

describe('保证金规定第十八条（大意）「公布已存储保证金或者已提交保函的总包单位和工程」', () => {
  it.each([
    { why: 'the last day moved behind 国庆', facts: stored, on: '2026-10-08', expected: 'none' },
    { why: 'the day after', facts: stored, on: '2026-10-09', expected: 1 },
    { why: 'listed on the last day', facts: { ...stored, listedOn: '2026-10-08' }, expected: 'none' },
    { why: 'listed late', facts: { ...stored, listedOn: '2026-10-09' }, expected: 1 },
    { why: 'nothing stored', facts: { storedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody looked at the list', facts: { storedOn: '2026-09-03' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(listPublished, row));

  it('says so', () =>
    expect(matterFinding(listPublished, stored, '2026-10-09')).toMatchObject({
      says: '主管部门9月3日因总包单位存储工资保证金，应当在10月8日前（含当日）列入公布名单，至今未列入公布名单',
      dueOn: '2026-10-08',
    }));
});
