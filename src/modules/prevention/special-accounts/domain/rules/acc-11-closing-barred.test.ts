import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { closingBarred } from './acc-11-closing-barred.ts';

const clean = { requested: '2026-09-07', isCaseOpen: false, isInArbitration: false, isInCourt: false, isOwing: false };

describe('《工程建设领域农民工工资专用账户管理暂行办法》第十条（大意）: 有拖欠工资案件正在查处、劳动争议正在审理或者有其他拖欠情形的，不得撤销专用账户', () => {
  it.each([
    { why: 'nothing against it', facts: clean, expected: 'none' },
    { why: 'an open case', facts: { ...clean, isCaseOpen: true }, expected: 3 },
    { why: 'an arbitration', facts: { ...clean, isInArbitration: true }, expected: 3 },
    { why: 'a lawsuit', facts: { ...clean, isInCourt: true }, expected: 3 },
    { why: 'other arrears', facts: { ...clean, isOwing: true }, expected: 3 },
    { why: 'one bar is enough, the others unknown', facts: { requested: '2026-09-07', isInCourt: true }, expected: 3 },
    { why: 'one unknown, no bar known', facts: { ...clean, isInCourt: null }, expected: 'cannot-determine' },
    { why: 'not asked for', facts: { ...clean, requested: 'not-yet', isOwing: true }, expected: 'none' },
    { why: 'not yet asked for on the day', facts: { ...clean, isOwing: true }, on: '2026-09-06', expected: 'none' },
    { why: 'nobody knows whether asked for', facts: { ...clean, requested: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(closingBarred, row));

  it('thirty days of notice are necessary, not sufficient: the bars stand whatever was published', () => {
    expect(matterFinding(closingBarred, { ...clean, isCaseOpen: true, isOwing: true })).toMatchObject({
      says: '施工总承包单位9月7日申请撤销工资专用账户，但拖欠工资案件正在查处，还有拖欠工资的情形，不得撤销',
      dueOn: '2026-09-07',
      duty: 'general-contractor',
    });
    expect(closingBarred.facts.fields.map(({ name }) => name)).not.toContain('noticeOn');
  });
});
