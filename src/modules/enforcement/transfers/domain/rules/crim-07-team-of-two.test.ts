import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { teamOfTwo } from './crim-07-team-of-two.ts';

describe('国务院令第310号第五条第一款「应当立即指定２名或者２名以上行政执法人员组成专案组专门负责」', () => {
  it.each([
    { why: 'one officer', facts: { officers: 1 }, expected: 2 },
    { why: 'two are enough', facts: { officers: 2 }, expected: 'none' },
    { why: 'three', facts: { officers: 3 }, expected: 'none' },
    { why: 'nobody counted', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(teamOfTwo, row));

  it('says how many', () => expect(matterFinding(teamOfTwo, { officers: 1 }).says).toBe('涉嫌犯罪案件的专案组只有 1 名执法人员，应当立即指定 2 名以上'));
});
