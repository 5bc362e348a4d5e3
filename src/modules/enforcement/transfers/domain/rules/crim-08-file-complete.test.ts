import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { TRANSFER_FILE } from '../transfer-file.ts';
import { fileComplete } from './crim-08-file-complete.ts';

const full = { letter: true, report: true, approval: true, order: true, interviews: true, debtor: true, evidence: true };

describe('国务院令第310号第六条「应当附有下列材料」，四部门通知的七项材料', () => {
  it.each([
    { why: 'all seven', facts: full, expected: 'none' },
    ...Object.keys(TRANSFER_FILE).map((item) => ({ why: `without ${item}`, facts: { ...full, [item]: false }, expected: 2 as const })),
    { why: 'one nobody looked for', facts: { ...full, debtor: null }, expected: 'cannot-determine' as const },
    { why: 'one missing is said even if another was not looked for', facts: { ...full, debtor: null, report: false }, expected: 2 as const },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' as const },
  ] as const)('$why', (row) => holdMatter(fileComplete, row));

  it('names what is missing', () => {
    expect(matterFinding(fileComplete, { ...full, order: false, interviews: false }).says).toBe(
      '移送公安机关的材料缺少：责令支付文书及送达证明、劳动者调查询问笔录',
    );
    expect(matterFinding(fileComplete, { ...full, order: false }).values).toEqual([{ label: '缺少的材料', value: 1, unit: 'count', threshold: 0 }]);
    expect(askMatter(fileComplete, { ...full, debtor: null })).toMatchObject({ missing: ['行为人的基本情况'] });
  });
});
