import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { ownSignature } from './dis-02-own-signature.ts';

describe('工资条例第三十一条「经农民工本人签字确认后……交施工总承包单位」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'everybody signed', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one did not and nothing is paid yet', facts: aProjectMonth({ unsignedLines: 1, paidHeads: 0 }), on: '2026-11-22', expected: 1 },
    { why: 'one did not and the wages went out', facts: aProjectMonth({ unsignedLines: 1 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(ownSignature, row));
});
