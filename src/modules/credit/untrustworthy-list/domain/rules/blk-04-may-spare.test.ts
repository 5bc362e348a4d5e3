import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { maySpare } from './blk-04-may-spare.ts';

const corrected = { corrected: '2026-03-10', committed: true, decided: 'not-yet' } as const;

describe('失信名单办法第七条「在人力资源社会保障行政部门作出列入决定前，已经改正…且作出…书面信用承诺的，可以不予列入」', () => {
  it.each([
    { why: 'corrected and committed, nothing decided', facts: corrected, expected: 0 },
    { why: 'already decided', facts: { ...corrected, decided: '2026-03-20' }, expected: 'none' },
    { why: 'no commitment', facts: { ...corrected, committed: false }, expected: 'none' },
    { why: 'not corrected', facts: { ...corrected, corrected: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of a commitment', facts: { ...corrected, committed: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(maySpare, row));

  it('leaves it to the authority', () => expect(matterFinding(maySpare, corrected).says).toContain('可以不予列入，由人社部门决定'));
});
