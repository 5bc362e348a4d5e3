import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { safetyTraining } from './ctr-06-safety-training.ts';

const untrained = { enteredOn: '2026-09-01', trainedOn: 'not-yet', workers: 2 };

describe('《建筑工人实名制管理办法（试行）》第八条「建筑企业应对建筑工人进行基本安全培训，并在相关建筑工人实名制管理平台上登记，方可允许其进入施工现场从事与建筑作业相关的活动」', () => {
  it.each([
    { why: 'trained before', facts: { ...untrained, trainedOn: '2026-08-31' }, expected: 'none' },
    { why: 'trained on the day of entry', facts: { ...untrained, trainedOn: '2026-09-01' }, expected: 'none' },
    { why: 'trained the day after', facts: { ...untrained, trainedOn: '2026-09-02' }, expected: 2 },
    { why: 'not trained', facts: untrained, expected: 2 },
    { why: 'not on site', facts: { ...untrained, enteredOn: 'not-yet' }, expected: 'none' },
    { why: 'not on site, training unknown', facts: { enteredOn: 'not-yet' }, expected: 'none' },
    { why: 'training unknown', facts: { ...untrained, trainedOn: null }, expected: 'cannot-determine' },
    { why: 'entry unknown', facts: { ...untrained, enteredOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(safetyTraining, row));

  it('says so', () => {
    expect(matterFinding(safetyTraining, untrained)).toMatchObject({ says: '农民工9月1日进场施工，至今没有完成基本安全培训', dueOn: '2026-09-01', people: 2 });
    expect(matterFinding(safetyTraining, { ...untrained, trainedOn: '2026-09-05' }).says).toBe('农民工9月1日进场施工，9月5日才完成基本安全培训');
  });
});
