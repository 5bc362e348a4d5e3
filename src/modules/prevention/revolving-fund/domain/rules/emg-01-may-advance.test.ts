import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { mayAdvance } from './emg-01-may-advance.ts';

const owing = { owedFen: '12345600', cannotPayNow: true, hasAbsconded: false, advancedOn: 'not-yet' };

describe('工资条例第六十三条「一时难以支付拖欠的农民工工资或者拖欠农民工工资逃匿的……可以动用应急周转金，先行垫付……部分工资或者基本生活费」', () => {
  it.each([
    { why: 'it cannot pay for now', facts: owing, expected: 2 },
    { why: 'it has absconded, whatever it could pay', facts: { ...owing, cannotPayNow: null, hasAbsconded: true }, expected: 2 },
    { why: 'it can pay and is there', facts: { ...owing, cannotPayNow: false }, expected: 'none' },
    { why: 'whether it can pay is for a person to say', facts: { ...owing, cannotPayNow: null }, expected: 'needs-person' },
    { why: 'it can pay; nobody knows where it is', facts: { ...owing, cannotPayNow: false, hasAbsconded: null }, expected: 'cannot-determine' },
    { why: 'advanced already', facts: { ...owing, advancedOn: '2026-11-02' }, expected: 'none' },
    { why: 'asked about a day before the advance', facts: { ...owing, advancedOn: '2026-11-02' }, on: '2026-11-01', expected: 2 },
    { why: 'nothing is owed', facts: { ...owing, owedFen: '0' }, expected: 'none' },
    { why: 'nobody counted', facts: { ...owing, owedFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(mayAdvance, row));

  it('says who may do what', () =>
    expect(matterFinding(mayAdvance, owing)).toMatchObject({
      says: '用人单位一时难以支付，拖欠 123,456 元，县级以上地方人民政府可以动用应急周转金先行垫付部分工资或者基本生活费',
      duty: 'government',
    }));
});
