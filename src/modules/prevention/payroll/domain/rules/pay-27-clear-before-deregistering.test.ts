import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { clearBeforeDeregistering } from './pay-27-clear-before-deregistering.ts';

const closed = { cause: 'revoked', deregisteredOn: '2026-09-01', investorRegisteredOn: 'not-yet', arrears: 800_000, workers: 3 };

describe('《保障农民工工资支付条例》第二十二条「应当在申请注销登记前依法清偿拖欠的农民工工资」「用人单位主要出资人，应当在注册新用人单位前清偿拖欠的农民工工资」', () => {
  it.each([
    { why: 'deregistering with arrears', facts: closed, expected: 3 },
    { why: 'the day before: still in time', facts: closed, on: '2026-08-31', expected: 'none' },
    { why: 'the day itself', facts: closed, on: '2026-09-01', expected: 3 },
    { why: 'no arrears', facts: { ...closed, arrears: 0 }, expected: 'none' },
    { why: 'one fen', facts: { ...closed, arrears: 1 }, expected: 3 },
    { why: 'the investor registers anew', facts: { ...closed, deregisteredOn: 'not-yet', investorRegisteredOn: '2026-10-09' }, expected: 3 },
    { why: 'neither has happened', facts: { ...closed, deregisteredOn: 'not-yet' }, expected: 'none' },
    { why: 'none of the cases of the article', facts: { ...closed, cause: 'none' }, expected: 'none' },
    { why: 'one act not yet, the other unknown', facts: { ...closed, deregisteredOn: 'not-yet', investorRegisteredOn: null }, expected: 'cannot-determine' },
    { why: 'one act done, the other unknown', facts: { ...closed, investorRegisteredOn: null }, expected: 3 },
    { why: 'arrears unknown', facts: { ...closed, arrears: null }, expected: 'cannot-determine' },
    { why: 'case unknown', facts: { ...closed, cause: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(clearBeforeDeregistering, row));

  it('says which of the two must clear', () => {
    expect(matterFinding(clearBeforeDeregistering, closed)).toMatchObject({
      says: '用人单位被吊销营业执照或者登记证书，9月1日申请注销登记前没有清偿拖欠的农民工工资 8,000 元',
      dueOn: '2026-08-31',
      duty: 'employer',
      amountFen: 800_000n,
    });
    expect(matterFinding(clearBeforeDeregistering, { ...closed, cause: 'dissolved', investorRegisteredOn: '2026-10-09' })).toMatchObject({
      says: '用人单位依法解散，拖欠农民工工资 8,000 元 未清偿，主要出资人10月9日又注册新用人单位',
      dueOn: '2026-10-08',
      duty: 'investor',
    });
  });
});
