import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { rosterFields } from './ctr-15-roster-fields.ts';

const names = ['name', 'sex', 'idNumber', 'household', 'address', 'contact', 'employmentForm', 'startedOn', 'term'] as const;
const complete = { hiredOn: '2026-09-01', ...Object.fromEntries(names.map((name) => [name, true])) };

describe('《劳动合同法实施条例》第八条「应当包括劳动者姓名、性别、公民身份号码、户籍地址及现住址、联系方式、用工形式、用工起始时间、劳动合同期限等内容」', () => {
  it.each(names.map((name) => [name]))('wants %s', (name) => {
    holdMatter(rosterFields, { why: name, facts: { ...complete, [name]: false }, expected: 1 });
    holdMatter(rosterFields, { why: name, facts: { ...complete, [name]: null }, expected: 'cannot-determine' });
  });

  it.each([
    { why: 'complete', facts: complete, expected: 'none' },
    { why: 'the day of hire is still in time', facts: { ...complete, term: false }, on: '2026-09-01', expected: 'none' },
    { why: 'the day after it is not', facts: { ...complete, term: false }, on: '2026-09-02', expected: 1 },
    { why: 'hire unknown', facts: { ...complete, hiredOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(rosterFields, row));

  it('names what lacks; a fine needs an order that was not obeyed', () => {
    expect(matterFinding(rosterFields, { ...complete, household: false, term: false, workers: 9 })).toMatchObject({
      says: '用人单位9月1日用工，职工名册没有载明户籍地址、劳动合同期限',
      dueOn: '2026-09-01',
      people: 9,
    });
    expect(rosterFields.consequences?.[0]?.before).toContain('逾期不改正');
  });
});
