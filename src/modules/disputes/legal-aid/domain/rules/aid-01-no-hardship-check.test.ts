import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { noHardshipCheck } from './aid-01-no-hardship-check.ts';

const asked = { isMigrantWorker: true, claimsWages: true, hardshipAsked: true };

describe('《法律援助法》第四十二条第三项「申请支付劳动报酬…的进城务工人员」「免予核查经济困难状况」', () => {
  it.each([
    { why: 'asked for a proof of hardship', facts: asked, expected: 2 },
    { why: 'not asked', facts: { ...asked, hardshipAsked: false }, expected: 'none' },
    { why: 'another claim', facts: { ...asked, claimsWages: false }, expected: 'none' },
    { why: 'not shown to be a migrant worker', facts: { ...asked, isMigrantWorker: false }, expected: 'none' },
    { why: 'nobody knows', facts: { ...asked, hardshipAsked: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(noHardshipCheck, row));

  it('says what is not to be asked', () => {
    expect(matterFinding(noHardshipCheck, asked)).toMatchObject({
      says: '进城务工人员申请支付劳动报酬的法律援助，免予核查经济困难状况，法律援助机构仍要求提交经济困难材料',
      duty: 'legal-aid-centre',
    });
  });
});
