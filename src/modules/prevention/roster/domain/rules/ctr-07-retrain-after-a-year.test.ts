import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { retrainAfterAYear } from './ctr-07-retrain-after-a-year.ts';

const idle = { lastDataOn: '2025-06-10', enteredOn: '2026-06-10', retrainedOn: 'not-yet', workers: 1 };

describe('《建筑工人实名制管理办法（试行）》第十二条（大意）「1年以上（含1年）没有数据更新的，再次从业时重新进行基本安全培训」', () => {
  it.each([
    { why: 'a day short of a year', facts: { ...idle, enteredOn: '2026-06-09' }, expected: 'none' },
    { why: 'a year exactly: 以上 includes the number', facts: idle, expected: 1 },
    { why: 'more than a year', facts: { ...idle, enteredOn: '2026-06-11' }, expected: 1 },
    { why: 'trained again on the day of entry', facts: { ...idle, retrainedOn: '2026-06-10' }, expected: 'none' },
    { why: 'trained again the day after', facts: { ...idle, retrainedOn: '2026-06-11' }, expected: 1 },
    { why: 'the old training does not count', facts: { ...idle, retrainedOn: '2025-06-10' }, expected: 1 },
    { why: 'not on site again', facts: { ...idle, enteredOn: 'not-yet' }, expected: 'none' },
    { why: 'short of a year, training unknown', facts: { ...idle, enteredOn: '2026-06-09', retrainedOn: null }, expected: 'none' },
    { why: 'training unknown', facts: { ...idle, retrainedOn: null }, expected: 'cannot-determine' },
    { why: 'last data unknown', facts: { ...idle, lastDataOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(retrainAfterAYear, row));

  it('says since when', () => {
    expect(matterFinding(retrainAfterAYear, idle)).toMatchObject({
      says: '农民工自2025年6月10日起一年以上没有实名制数据，6月10日未重新进行基本安全培训即进场施工',
      dueOn: '2026-06-10',
    });
  });
});
