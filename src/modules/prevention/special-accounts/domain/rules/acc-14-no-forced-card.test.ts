import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { noForcedCard } from './acc-14-no-forced-card.ts';

const forced = { demandedOn: '2026-04-07', hasCard: true, isForced: true, by: 'bank', workers: 15 };

describe('《工程建设领域农民工工资专用账户管理暂行办法》第二十条「任何单位和个人不得强制要求农民工重新办理工资卡」', () => {
  it.each([
    { why: 'forced although they have cards', facts: forced, expected: 1 },
    { why: 'not forced', facts: { ...forced, isForced: false }, expected: 'none' },
    { why: 'a first card', facts: { ...forced, hasCard: false }, expected: 'none' },
    { why: 'a first card, force unknown', facts: { ...forced, hasCard: false, isForced: null }, expected: 'none' },
    { why: 'not forced, cards unknown', facts: { ...forced, isForced: false, hasCard: null }, expected: 'none' },
    { why: 'force unknown', facts: { ...forced, isForced: null }, expected: 'cannot-determine' },
    { why: 'cards unknown', facts: { ...forced, hasCard: null }, expected: 'cannot-determine' },
    { why: 'nobody says who', facts: { ...forced, by: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(noForcedCard, row));

  it('says who', () => {
    expect(matterFinding(noForcedCard, forced)).toMatchObject({
      says: '开户银行4月7日强制已有工资卡的农民工重新办卡，应当用农民工本人已有的卡发放',
      people: 15,
      dueOn: '2026-04-07',
      duty: 'bank',
    });
  });
});
