import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { governmentOwner } from './pen-60-government-owner.ts';

const late = { governmentProject: true, cause: 'late', arrears: true, knownOn: '2026-03-04', interviewedOn: 'not-yet', recordedOn: 'not-yet' };

describe('《保障农民工工资支付条例》第六十条「约谈建设单位负责人，并作为其业绩考核、薪酬分配、评优评先、职务晋升等的重要依据」', () => {
  it.each([
    { why: 'neither interview nor record', facts: late, expected: 3 },
    { why: 'interviewed, not recorded', facts: { ...late, interviewedOn: '2026-03-10' }, expected: 3 },
    { why: 'both', facts: { ...late, interviewedOn: '2026-03-10', recordedOn: '2026-03-12' }, expected: 'none' },
    { why: 'a private project', facts: { ...late, governmentProject: false }, expected: 'none' },
    { why: 'no arrears came of it', facts: { ...late, arrears: false }, expected: 'none' },
    { why: 'nothing wrong with the owner', facts: { ...late, cause: 'none' }, expected: 'none' },
    { why: 'nobody knows the cause', facts: { governmentProject: true, arrears: true }, expected: 'cannot-determine' },
    { why: 'nobody knows of an interview', facts: { ...late, interviewedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(governmentOwner, row));

  it('owes the interview in addition to the fine of 第五十七条', () => {
    expect(matterFinding(governmentOwner, late)).toMatchObject({
      says: '政府投资项目建设单位未及时拨付工程款导致拖欠农民工工资，应当约谈建设单位负责人，并作为其业绩考核、职务晋升等的依据告知有关部门；依法应当承担的其他责任不因此免除',
      dueOn: '2026-03-04',
    });
    expect(governmentOwner.consequences?.map(({ basis: [first] }) => first.article)).toEqual([60, 57]);
  });
});
