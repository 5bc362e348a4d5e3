import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { registeredBeforeEntry } from './ctr-02-registered-before-entry.ts';

describe('工资条例第二十八条「未……进行用工实名登记的人员，不得进入项目现场施工」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'everybody', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ offRosterHeads: 1 }), on: '2026-11-22', expected: 2 },
    { why: '90 % covered exactly', facts: aProjectMonth({ offRosterHeads: 6 }), on: '2026-11-22', expected: 2 },
    { why: 'less', facts: aProjectMonth({ offRosterHeads: 7 }), on: '2026-11-22', expected: 3 },
  ])('$why', (row) => hold(registeredBeforeEntry, row));
});
