import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { objection } from './aid-04-objection.ts';

const open = { objectedOn: '2026-03-04', reviewed: 'not-yet' };

describe('《法律援助法》第四十九条第二款「自收到异议之日起五日内进行审查」', () => {
  it.each([
    { why: 'the fifth day', facts: open, on: '2026-03-09', expected: 'none' },
    { why: 'the sixth', facts: open, on: '2026-03-10', expected: 1 },
    { why: 'reviewed on the sixth', facts: { ...open, reviewed: '2026-03-10' }, expected: 1 },
    // 2026-03-31 and five days: 04-05, a Sunday; 04-06 is off for 清明.
    { why: 'a fifth day on 清明 moves on', facts: { ...open, objectedOn: '2026-03-31' }, on: '2026-04-07', expected: 'none' },
    { why: 'and is over then', facts: { ...open, objectedOn: '2026-03-31' }, on: '2026-04-08', expected: 1 },
    { why: 'nobody knows', facts: { objectedOn: '2026-03-04' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(objection, row));

  it('says who owes it', () => {
    expect(matterFinding(objection, open, '2026-03-10').says).toBe(
      '司法行政部门3月4日收到异议，应当在3月9日前（含当日）作出维持或者责令改正的决定，至今未作出维持或者责令改正的决定',
    );
  });
});
