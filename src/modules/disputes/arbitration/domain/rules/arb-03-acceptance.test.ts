import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { acceptance } from './arb-03-acceptance.ts';

const open = { appliedOn: '2026-03-04', decided: 'not-yet' };

describe('《劳动争议调解仲裁法》第二十九条「收到仲裁申请之日起五日内」', () => {
  it.each([
    { why: 'the fifth day', facts: open, on: '2026-03-09', expected: 'none' },
    { why: 'the sixth day', facts: open, on: '2026-03-10', expected: 2 },
    { why: 'decided on the fifth', facts: { ...open, decided: '2026-03-09' }, expected: 'none' },
    { why: 'decided on the sixth', facts: { ...open, decided: '2026-03-10' }, expected: 2 },
    { why: 'a fifth day on Saturday moves to Monday', facts: { ...open, appliedOn: '2026-03-02' }, on: '2026-03-09', expected: 'none' },
    { why: 'natural days run through 春节, the last day does not end in it', facts: { ...open, appliedOn: '2026-02-11' }, on: '2026-02-24', expected: 'none' },
    { why: 'and after it', facts: { ...open, appliedOn: '2026-02-11' }, on: '2026-02-25', expected: 2 },
    { why: 'nobody knows whether it was decided', facts: { appliedOn: '2026-03-04' }, expected: 'cannot-determine' },
    { why: 'nobody knows when it came in', facts: { decided: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(acceptance, row));

  it('says who owes what', () => {
    expect(matterFinding(acceptance, open, '2026-03-12')).toMatchObject({
      says: '劳动人事争议仲裁委员会3月4日收到仲裁申请，应当在3月9日前（含当日）作出是否受理的决定，至今未作出是否受理的决定；除有移送管辖、送达延误等正当事由外，申请人可以向人民法院提起诉讼',
      dueOn: '2026-03-09',
      duty: 'arbitration-commission',
      values: [{ value: 3, unit: 'days' }],
    });
  });

  it('sends nobody to court once it has decided, however late', () => {
    expect(matterFinding(acceptance, { ...open, decided: '2026-03-10' }).says).toBe(
      '劳动人事争议仲裁委员会3月4日收到仲裁申请，应当在3月9日前（含当日）作出是否受理的决定，3月10日才作出是否受理的决定',
    );
  });
});
