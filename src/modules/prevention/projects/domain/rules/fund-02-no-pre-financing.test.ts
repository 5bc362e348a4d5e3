import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { noPreFinancing } from './fund-02-no-pre-financing.ts';

const none = { isGovernment: true, seenOn: '2026-05-06', isAgreed: false, isDone: false };

describe('《保障农民工工资支付条例》第二十三条第二款「政府投资项目所需资金，应当按照国家有关规定落实到位，不得由施工单位垫资建设」', () => {
  it.each([
    { why: 'neither agreed nor done', facts: none, expected: 'none' },
    { why: 'agreed, not yet done', facts: { ...none, isAgreed: true }, expected: 3 },
    { why: 'done without a clause', facts: { ...none, isDone: true }, expected: 3 },
    { why: 'agreed, nobody knows whether done', facts: { ...none, isAgreed: true, isDone: null }, expected: 3 },
    { why: 'not agreed, nobody knows whether done', facts: { ...none, isDone: null }, expected: 'cannot-determine' },
    { why: 'a private project may agree it', facts: { ...none, isGovernment: false, isAgreed: true, isDone: true }, expected: 'none' },
    { why: 'nobody knows whose project', facts: { ...none, isGovernment: null, isDone: true }, expected: 'cannot-determine' },
    { why: 'nobody knows since when', facts: { ...none, isDone: true, seenOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(noPreFinancing, row));

  it('says what was found, and the order before the sanction', () => {
    expect(matterFinding(noPreFinancing, { ...none, isDone: true, amount: 200_000_000 })).toMatchObject({
      says: '建设单位的政府投资项目5月6日查实由施工单位垫资施工 2,000,000 元，应当把资金落实到位',
      amountFen: 200_000_000n,
      dueOn: '2026-05-06',
      duty: 'project-owner',
      owedTo: 'general-contractor',
    });
    expect(matterFinding(noPreFinancing, { ...none, isAgreed: true }).says).toContain('查实要求施工单位垫资，');
    expect(noPreFinancing.consequences?.[0]?.before).toContain('责令改正');
  });
});
