import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { nameLending } from './liab-05-name-lending.ts';

const lent = { owedFen: '12345600', isConstruction: true, lendsName: true };
const elsewhere = { ...lent, isConstruction: false, isBorrowerQualified: false };

describe('工资条例第三十六条第二款、第十九条第二款：出借名义', () => {
  it.each([
    { why: 'in construction, whoever borrowed it', facts: lent, expected: 3 },
    { why: 'even a qualified borrower', facts: { ...lent, isBorrowerQualified: true }, expected: 3 },
    { why: 'elsewhere to one without the qualification', facts: elsewhere, expected: 3 },
    { why: 'elsewhere to a qualified one', facts: { ...elsewhere, isBorrowerQualified: true }, expected: 'none' },
    { why: 'elsewhere, nobody checked the borrower', facts: { ...elsewhere, isBorrowerQualified: null }, expected: 'cannot-determine' },
    { why: 'no lending', facts: { ...lent, lendsName: false }, expected: 'none' },
    { why: 'nobody found out', facts: { ...lent, lendsName: null }, expected: 'cannot-determine' },
    { why: 'no arrears', facts: { ...lent, owedFen: '0' }, expected: 'none' },
  ] as const)('$why', (row) => holdMatter(nameLending, row));

  it('gives recourse outside construction', () => {
    expect(matterFinding(nameLending, lent).says).toBe('施工单位允许其他单位和个人以其名义承揽建设工程，导致拖欠，由出借名义的施工单位清偿 123,456 元');
    expect(matterFinding(nameLending, elsewhere).says).toBe(
      '用人单位允许个人、不具备合法经营资格或者未取得相应资质的单位以其名义经营，导致拖欠，由出借名义的用人单位清偿 123,456 元，再依法追偿',
    );
  });
});
