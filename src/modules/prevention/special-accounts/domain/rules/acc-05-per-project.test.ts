import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { perProject } from './acc-05-per-project.ts';

const shared = { projects: 2, sharedSince: '2026-05-11', isSeparate: false, isAllowed: true };

describe('《工程建设领域农民工工资专用账户管理暂行办法》第六条「专用账户按工程建设项目开立」「也可在符合项目所在地监管要求的情况下，在已有专用账户下按项目分别管理」', () => {
  it.each([
    { why: 'one project', facts: { ...shared, projects: 1 }, expected: 'none' },
    { why: 'two projects, not kept apart', facts: shared, expected: 2 },
    { why: 'kept apart where the place allows it', facts: { ...shared, isSeparate: true }, expected: 'none' },
    { why: 'kept apart where the place does not allow it', facts: { ...shared, isSeparate: true, isAllowed: false }, expected: 2 },
    { why: 'not kept apart, local rule unknown', facts: { ...shared, isAllowed: null }, expected: 2 },
    { why: 'kept apart, local rule unknown', facts: { ...shared, isSeparate: true, isAllowed: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether kept apart', facts: { ...shared, isSeparate: null }, expected: 'cannot-determine' },
    { why: 'number of projects unknown', facts: { ...shared, projects: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(perProject, row));

  it('says what is wrong', () => {
    expect(matterFinding(perProject, { ...shared, projects: 3, isAllowed: false })).toMatchObject({
      says: '施工总承包单位自5月11日起，3 个项目使用同一个工资专用账户，没有按项目分别管理，不符合项目所在地监管要求',
      dueOn: '2026-05-11',
      duty: 'general-contractor',
    });
  });
});
