import { describe, it } from 'vitest';
import { holdMatter } from '../../../../../../test/builders/matters.ts';
import { representatives } from './arb-12-representatives.ts';

describe('《劳动争议调解仲裁法》第七条「劳动者一方在十人以上，并有共同请求的，可以推举代表」', () => {
  it.each([
    { why: 'nine are too few', facts: { workers: 9, sameClaim: true }, expected: 'none' },
    { why: 'ten are enough: 以上 includes the number', facts: { workers: 10, sameClaim: true }, expected: 0 },
    { why: 'eleven', facts: { workers: 11, sameClaim: true }, expected: 0 },
    { why: 'different claims', facts: { workers: 10, sameClaim: false }, expected: 'none' },
    { why: 'nobody counted them', facts: { sameClaim: true }, expected: 'cannot-determine' },
    { why: 'nobody asked whether the claim is common', facts: { workers: 10 }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(representatives, row));
});
