import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { fourDeposits } from './fund-17-four-deposits.ts';

const bid = { kind: 'bid', takenOn: '2026-01-12', amount: 20_000_000, isCashOnly: false };
const taken = (...deposits: readonly unknown[]) => ({ taker: 'government', isSme: true, deposits });

describe('《保障中小企业款项支付条例》第十三条「工程建设中不得以任何形式收取其他保证金」「不得将保证金限定为现金」', () => {
  it.each([
    { why: 'the four kinds', facts: taken(bid, { ...bid, kind: 'performance' }, { ...bid, kind: 'quality' }, { ...bid, kind: 'wage' }), expected: 'none' },
    { why: 'a fifth kind', facts: taken(bid, { ...bid, kind: 'other' }), expected: 2 },
    { why: 'a fifth kind, whoever takes it', facts: { ...taken({ ...bid, kind: 'other' }), taker: 'other', isSme: false }, expected: 2 },
    { why: 'cash only', facts: taken({ ...bid, isCashOnly: true }), expected: 2 },
    { why: 'cash only from a large firm', facts: { ...taken({ ...bid, isCashOnly: true }), isSme: false }, expected: 'none' },
    { why: 'cash only by a small firm', facts: { ...taken({ ...bid, isCashOnly: true }), taker: 'other' }, expected: 'none' },
    { why: 'cash only, taker unknown', facts: { ...taken({ ...bid, isCashOnly: true }), taker: null }, expected: 'cannot-determine' },
    { why: 'a fifth kind, everything else unknown', facts: { deposits: [{ kind: 'other', takenOn: '2026-01-12' }] }, expected: 2 },
    { why: 'a kind nobody knows', facts: taken({ ...bid, kind: null }), expected: 'cannot-determine' },
    { why: 'nobody knows whether cash only', facts: taken({ ...bid, isCashOnly: null }), expected: 'cannot-determine' },
    { why: 'nothing taken', facts: taken(), expected: 'none' },
    { why: 'nobody says what was taken', facts: { taker: 'government', isSme: true }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(fourDeposits, row));

  it('says what was taken, and what is missing', () => {
    const found = matterFinding(fourDeposits, taken({ ...bid, kind: 'other', takenOn: '2026-03-02', amount: 5_000_000 }, { ...bid, isCashOnly: true }));
    expect(found).toMatchObject({
      says: '建设工程的发包方收取四项以外的保证金 1 笔，把投标保证金限定为现金，最早在1月12日收取，应当退还或者改收保函',
      amountFen: 25_000_000n,
      dueOn: '2026-01-12',
    });
    expect(askMatter(fourDeposits, taken({ kind: 'other' }))).toEqual({ answer: 'cannot-determine', missing: ['收取之日'] });
  });
});
