import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { agreementFiled } from './dep-13-agreement-filed.ts';

// Signed on Monday 2026-09-14: 15 16 17 18, and Sunday 20 makes up for 国庆.
const signed = { agreedOn: '2026-09-14', filedOn: 'not-yet' };

describe('保证金规定第九条（大意）「协议书副本送属地人力资源社会保障部门备案」', () => {
  it.each([
    { why: 'the fifth working day, a make-up Sunday', facts: signed, on: '2026-09-20', expected: 'none' },
    { why: 'the day after', facts: signed, on: '2026-09-21', expected: 1 },
    { why: 'filed on the last day', facts: { ...signed, filedOn: '2026-09-20' }, expected: 'none' },
    { why: 'filed a day late', facts: { ...signed, filedOn: '2026-09-21' }, expected: 1 },
    { why: 'no agreement yet', facts: { agreedOn: 'not-yet', filedOn: 'not-yet' }, expected: 'none' },
    { why: 'across 国庆: 28 29 30, then 8 9', facts: { agreedOn: '2026-09-24', filedOn: 'not-yet' }, on: '2026-10-09', expected: 'none' },
    { why: 'and the make-up Saturday after it', facts: { agreedOn: '2026-09-24', filedOn: 'not-yet' }, on: '2026-10-10', expected: 1 },
    { why: 'nobody knows whether it was filed', facts: { agreedOn: '2026-09-14' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(agreementFiled, row));

  it('says since when', () => {
    expect(matterFinding(agreementFiled, signed, '2026-09-23')).toMatchObject({
      says: '施工总承包单位9月14日签订工资保证金存款协议书，应当在9月20日前（含当日）将副本备案，至今未将副本备案',
      dueOn: '2026-09-20',
    });
    expect(matterFinding(agreementFiled, { ...signed, filedOn: '2026-09-21' }).says).toBe(
      '施工总承包单位9月14日签订工资保证金存款协议书，应当在9月20日前（含当日）将副本备案，9月21日才将副本备案',
    );
  });
});
