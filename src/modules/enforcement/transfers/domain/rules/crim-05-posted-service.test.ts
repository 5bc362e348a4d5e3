import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { postedService } from './crim-05-posted-service.ts';

const fled = { fled: true, undeliverable: true } as const;

describe('法释〔2013〕3号第四条第二款「张贴责令支付文书等方式责令支付，并采用拍照、录像等方式记录的，应当视为“经政府有关部门责令支付”」', () => {
  it.each([
    { why: 'posted and filmed', facts: { ...fled, posted: '2026-03-02', filmed: true }, expected: 'none' },
    { why: 'posted, no picture', facts: { ...fled, posted: '2026-03-02', filmed: false }, expected: 3 },
    { why: 'not posted', facts: { ...fled, posted: 'not-yet' }, expected: 3 },
    { why: 'will be posted tomorrow', facts: { ...fled, posted: '2026-11-23', filmed: true }, expected: 3 },
    { why: 'nobody knows whether it was filmed', facts: { ...fled, posted: '2026-03-02' }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was posted', facts: fled, expected: 'cannot-determine' },
    { why: 'the document could be handed over', facts: { fled: true, undeliverable: false }, expected: 'none' },
    { why: 'nobody fled', facts: { fled: false }, expected: 'none' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(postedService, row));

  it('张贴而没有拍照录像的不算送达', () => {
    expect(matterFinding(postedService, { ...fled, posted: '2026-03-02', filmed: false })).toMatchObject({
      says: '行为人逃匿、文书无法送交，张贴责令支付文书没有拍照、录像，还不能视为已经责令支付',
      duty: 'authority',
    });
  });
});
