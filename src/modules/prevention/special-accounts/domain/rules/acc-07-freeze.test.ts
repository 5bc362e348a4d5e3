import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { freeze } from './acc-07-freeze.ts';

describe('工资条例第三十三条「不得因支付为本项目提供劳动的农民工工资之外的原因被查封、冻结或者划拨」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'free', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one entry', facts: aProjectMonth({ freezeCount: 1 }), on: '2026-11-22', expected: 4 },
  ])('$why', (row) => hold(freeze, row));
});
