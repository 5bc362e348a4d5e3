import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { accountName } from './acc-03-account-name.ts';

describe('专户办法第六条（大意）账户名称为总包单位名称加工程项目名称加“农民工工资专用账户”', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'as it should be', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'spaces and full-width brackets do not matter',
      facts: aProject({ generalContractorName: '聊城建工（集团）有限公司', accountName: '聊城建工(集团)有限公司 时风大道改造工程农民工工资专用账户' }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: 'without the project', facts: aProject({ accountName: '聊城建工有限公司农民工工资专用账户' }), on: '2026-11-22', expected: 0 },
    { why: 'not stated', facts: aProject({ accountName: null }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(accountName, row));
});
