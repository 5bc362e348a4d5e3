import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { evasion } from './crim-04-evasion.ts';

const noShow = { conduct: 'none', summoned: '2026-03-02', appointed: '2026-03-05', response: 'absent', prevented: false } as const;

describe('法释〔2013〕3号第二条「以逃避支付劳动者的劳动报酬为目的，具有下列情形之一的」；四部门通知: 未到的，视为逃匿', () => {
  it.each([
    { why: 'property moved', facts: { conduct: 'property' }, expected: 4 },
    { why: 'flight', facts: { conduct: 'flight' }, expected: 4 },
    { why: 'records hidden', facts: { conduct: 'records' }, expected: 4 },
    { why: 'another way', facts: { conduct: 'other' }, expected: 4 },
    { why: 'none of them, nobody summoned', facts: { conduct: 'none', summoned: 'not-yet' }, expected: 'none' },
    { why: 'nobody has looked: a person says', facts: {}, expected: 'needs-person' },
    { why: 'summoned in a provable way and not come', facts: noShow, expected: 4 },
    { why: 'the appointed day is not over', facts: noShow, on: '2026-03-05', expected: 'none' },
    { why: 'the day after it', facts: noShow, on: '2026-03-06', expected: 4 },
    { why: 'came', facts: { ...noShow, response: 'came' }, expected: 'none' },
    { why: 'came, but nobody has looked for moved property', facts: { ...noShow, conduct: null, response: 'came' }, expected: 'needs-person' },
    { why: 'said openly that he will not pay', facts: { ...noShow, response: 'refused', appointed: null }, expected: 4 },
    { why: 'the appointment is not known', facts: { ...noShow, appointed: null }, expected: 'cannot-determine' },
    { why: 'kept away by an earthquake', facts: { ...noShow, prevented: true }, expected: 'none' },
    { why: 'nobody asked why', facts: { ...noShow, prevented: null }, expected: 'needs-person' },
    { why: 'nobody noted whether he came', facts: { ...noShow, response: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(evasion, row));

  it('says which', () => {
    expect(matterFinding(evasion, noShow).says).toBe('用人单位收到通知后没有在指定时间到指定地点配合解决，视为以逃匿方法逃避支付劳动报酬');
    expect(matterFinding(evasion, { conduct: 'flight' }).says).toBe('用人单位有逃避支付劳动报酬的情形：逃跑、藏匿');
  });
});
