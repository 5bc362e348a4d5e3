import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { newProjectRestriction } from './fund-21-new-project-restriction.ts';

const owing = { since: '2026-02-15', isUnguaranteed: false, isGovernment: true, isOwing: true, isCause: true, restricted: 'not-yet', workers: 30 };
const unguaranteed = { ...owing, isUnguaranteed: true, isGovernment: false, isOwing: false };

describe('《保障农民工工资支付条例》第四十九条「建设单位未依法提供工程款支付担保或者政府投资项目拖欠工程款，导致拖欠农民工工资的，县级以上地方人民政府应当限制其新建项目」', () => {
  it.each([
    { why: 'a government project owes money', facts: owing, expected: 3 },
    { why: 'a private project owes money: no cause of this article', facts: { ...owing, isGovernment: false }, expected: 'none' },
    { why: 'a private project without a guarantee', facts: unguaranteed, expected: 3 },
    { why: 'neither cause', facts: { ...owing, isOwing: false }, expected: 'none' },
    { why: 'without a guarantee, the rest unknown', facts: { ...unguaranteed, isGovernment: null, isOwing: null }, expected: 3 },
    { why: 'the guarantee unknown, no other cause', facts: { ...owing, isUnguaranteed: null, isOwing: false }, expected: 'cannot-determine' },
    { why: 'owing, but nobody knows whose project', facts: { ...owing, isGovernment: null }, expected: 'cannot-determine' },
    { why: 'no arrears from it', facts: { ...owing, isCause: false }, expected: 'none' },
    { why: 'nobody has said whether the arrears come from it', facts: { ...owing, isCause: null }, expected: 'needs-person' },
    { why: 'restricted already', facts: { ...owing, restricted: '2026-04-01' }, expected: 'none' },
    { why: 'not yet restricted on the day asked about', facts: { ...owing, restricted: '2026-04-01' }, on: '2026-03-31', expected: 3 },
    { why: 'nobody knows whether restricted', facts: { ...owing, restricted: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(newProjectRestriction, row));

  it('says which cause', () => {
    expect(matterFinding(newProjectRestriction, { ...owing, isUnguaranteed: true })).toMatchObject({
      says: '建设单位未依法提供工程款支付担保，政府投资项目拖欠工程款，导致2月15日起拖欠农民工工资，县级以上地方人民政府应当限制该建设单位新建项目，并记入信用记录公示',
      people: 30,
      dueOn: '2026-02-15',
      duty: 'government',
    });
    expect(askMatter(newProjectRestriction, { ...unguaranteed, isCause: null })).toEqual({
      answer: 'needs-person',
      question: '建设单位未依法提供工程款支付担保，同时拖欠农民工工资：拖欠是不是由此导致的？',
    });
  });

  it("a government project owing money takes the track of interviews in addition to the owner's fine", () => {
    expect(newProjectRestriction.consequences?.map(({ basis }) => basis[0].article)).toEqual([57, 59, 60]);
    expect(newProjectRestriction.consequences?.every(({ before }) => before.length > 8)).toBe(true);
  });
});
