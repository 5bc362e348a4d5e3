import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { wholeRecord } from './case-26-whole-record.ts';

const start = { link: 'start', happenedOn: '2026-01-05', recorded: true, filed: true };
const evidence = { link: 'evidence', happenedOn: '2026-02-02', recorded: true, filed: true };

describe('《行政处罚法》第四十七条「对行政处罚的启动、调查取证、审核、决定、送达、执行等进行全过程记录，归档保存」', () => {
  it.each([
    { why: 'everything recorded and filed', facts: { links: [start, evidence] }, expected: 'none' },
    { why: 'one link without a record', facts: { links: [start, { ...evidence, recorded: false }] }, expected: 2 },
    { why: 'recorded, not filed', facts: { links: [start, { ...evidence, filed: false }] }, expected: 2 },
    { why: 'a link still to come', facts: { links: [start, { ...evidence, recorded: false }] }, on: '2026-02-01', expected: 'none' },
    { why: 'nothing has taken place', facts: { links: [] }, expected: 'none' },
    { why: 'nobody looked for the record', facts: { links: [{ ...start, recorded: null }] }, expected: 'cannot-determine' },
    { why: 'nobody looked in the file', facts: { links: [{ ...start, filed: null }] }, expected: 'cannot-determine' },
    { why: 'nobody listed them', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(wholeRecord, row));

  it('names the links', () => {
    const links = [
      { ...start, filed: false },
      { ...evidence, recorded: false, filed: null },
    ];
    expect(matterFinding(wholeRecord, { links })).toMatchObject({ says: '处罚案件的启动（未归档）、调查取证没有完整记录并归档', dueOn: '2026-01-05' });
    expect(askMatter(wholeRecord, { links: [{ ...start, recorded: null }] })).toMatchObject({ missing: ['启动是否以文字、音像等形式记录'] });
  });
});
