import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { papersProduced } from './acc-15-papers-produced.ts';

const asked = { by: 'general-contractor', papers: 'account', requestedOn: '2026-03-02', setDay: '2026-03-07', produced: 'not-yet' };

describe('《保障农民工工资支付条例》第五十七条第(三)项「拒不提供或者无法提供工程施工合同、农民工工资专用账户有关资料」', () => {
  it.each([
    { why: 'the set day, a Saturday, is in time', facts: asked, on: '2026-03-07', expected: 'none' },
    { why: 'the day after', facts: asked, on: '2026-03-08', expected: 2 },
    { why: 'produced on the set day', facts: { ...asked, produced: '2026-03-07' }, expected: 'none' },
    { why: 'produced later is produced', facts: { ...asked, produced: '2026-03-10' }, on: '2026-03-10', expected: 'none' },
    { why: 'not yet produced on the day asked about', facts: { ...asked, produced: '2026-03-10' }, on: '2026-03-09', expected: 2 },
    { why: 'nobody knows whether produced', facts: { ...asked, produced: null }, expected: 'cannot-determine' },
    { why: 'no day was set', facts: { ...asked, setDay: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(papersProduced, row));

  it('says who owes what until when; the fine and the stop need the order before them', () => {
    expect(matterFinding(papersProduced, { ...asked, by: 'project-owner', papers: 'both' })).toMatchObject({
      says: '建设单位3月2日被要求在3月7日前（含当日）提供工程施工合同和农民工工资专用账户有关资料，至今未提供',
      dueOn: '2026-03-07',
      duty: 'project-owner',
    });
    const [stop] = papersProduced.consequences ?? [];
    expect(stop?.says).toContain('停工');
    expect(stop?.before).toContain('责令限期改正，逾期不改正');
  });
});
