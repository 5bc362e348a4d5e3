import { describe, expect, it } from 'vitest';
import { findProfile, national } from '#profiles/index.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { falsification } from './asm-05-falsification.ts';

describe('国办发〔2023〕33号第九条「弄虚作假的予以通报批评并追究责任」（大意）', () => {
  it.each([
    { why: 'proven', facts: { isProven: true }, expected: 4 },
    { why: 'not proven: suspicion is not enough', facts: { isProven: false }, expected: 'none' },
    { why: 'nobody knows', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(falsification, row));

  it('is criticised everywhere, and C only where the place says so: the national measures do not', () => {
    const says = (place = national) => matterFinding(falsification, { isProven: true }, undefined, place).says;
    expect(says()).toBe('考核中弄虚作假已经查实，予以通报批评；情节严重的，追究相关人员责任');
    expect(says(findProfile('jiangsu-320000') ?? undefined)).toBe('考核中弄虚作假已经查实，予以通报批评，考核等级定为 C 级；情节严重的，追究相关人员责任');
  });
});
