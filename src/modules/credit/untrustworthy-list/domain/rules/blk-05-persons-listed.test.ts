import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { personsListed } from './blk-05-persons-listed.ts';

const all = { decided: '2026-03-20', employer: true, head: true, managers: true, others: true } as const;

describe('失信名单办法第五条「将该用人单位及其法定代表人或者主要负责人、直接负责的主管人员和其他直接责任人员…列入」', () => {
  it.each([
    { why: 'all looked into', facts: all, expected: 'none' },
    { why: 'no head', facts: { ...all, head: false }, expected: 2 },
    { why: 'managers not looked into', facts: { ...all, managers: false }, expected: 2 },
    { why: 'one missing is said even if another is unknown', facts: { ...all, others: null, employer: false }, expected: 2 },
    { why: 'one unknown', facts: { ...all, others: null }, expected: 'cannot-determine' },
    { why: 'no decision', facts: { ...all, decided: 'not-yet', head: false }, expected: 'none' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(personsListed, row));

  it('names whom', () => {
    expect(matterFinding(personsListed, { ...all, head: false, others: false }).says).toBe(
      '列入失信联合惩戒名单的决定没有列明法定代表人或者主要负责人、没有核查其他直接责任人员',
    );
  });
});
