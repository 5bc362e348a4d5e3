import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, yuan } from '../../../../../../test/builders/facts.ts';
import { onlyToWorkers } from './acc-06-only-to-workers.ts';

describe('工资条例第二十六条「专项用于支付该工程建设项目农民工工资」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'only wages', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one fen to somebody else', facts: aProjectMonth({ otherOutFen: yuan(0.01), otherOutCount: 1 }), on: '2026-11-22', expected: 4 },
    { why: 'cash', facts: aProjectMonth({ cashOutFen: yuan(5000) }), on: '2026-11-22', expected: 4 },
  ])('$why', (row) => hold(onlyToWorkers, row));
});
