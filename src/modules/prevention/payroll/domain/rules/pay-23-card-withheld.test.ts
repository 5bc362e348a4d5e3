import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { cardWithheld } from './pay-23-card-withheld.ts';

const held = { foundOn: '2026-09-15', holder: 'foreman', cards: 12 };

describe('《保障农民工工资支付条例》第三十一条第四款「农民工本人社会保障卡或者银行卡，用人单位或者其他人员不得以任何理由扣押或者变相扣押」', () => {
  it.each([
    { why: 'the worker has it', facts: { ...held, holder: 'worker' }, expected: 'none' },
    { why: 'a foreman', facts: held, expected: 3 },
    { why: 'the employer', facts: { ...held, holder: 'employer' }, expected: 3 },
    { why: 'anybody else', facts: { ...held, holder: 'other' }, expected: 3 },
    { why: 'one card', facts: { ...held, cards: 1 }, expected: 3 },
    { why: 'none', facts: { ...held, cards: 0 }, expected: 'none' },
    { why: 'nobody knows who has it', facts: { ...held, holder: null }, expected: 'cannot-determine' },
    { why: 'nobody counted', facts: { ...held, cards: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(cardWithheld, row));

  it('says who must give them back', () => {
    expect(matterFinding(cardWithheld, held)).toMatchObject({
      says: '9月15日发现 12 张农民工工资卡由班组长、包工头持有，应当立即交还本人',
      duty: 'employer',
      people: 12,
      dueOn: '2026-09-15',
    });
    expect(matterFinding(cardWithheld, { ...held, holder: 'general-contractor' }).duty).toBe('general-contractor');
  });
});
