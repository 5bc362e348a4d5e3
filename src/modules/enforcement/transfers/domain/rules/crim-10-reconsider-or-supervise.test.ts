import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { reconsiderOrSupervise } from './crim-10-reconsider-or-supervise.ts';

const refused = { refused: '2026-03-02', objects: true, asked: 'not-yet', supervised: 'not-yet' } as const;
const asked = { ...refused, asked: '2026-03-05', reconsidered: 'not-yet' } as const;
const upheld = { ...asked, reconsidered: '2026-03-09', outcome: 'upheld' } as const;

describe('国务院令第310号第九条「可以自接到不予立案通知书之日起３日内，提请…复议，也可以建议人民检察院依法进行立案监督」', () => {
  it.each([
    { why: 'the third day', facts: refused, on: '2026-03-05', expected: 'none' },
    { why: 'the day after it', facts: refused, on: '2026-03-06', expected: 2 },
    { why: 'the procuratorate was asked instead', facts: { ...refused, supervised: '2026-03-20' }, expected: 'none' },
    { why: 'reconsideration asked a day late', facts: { ...asked, asked: '2026-03-06', reconsidered: '2026-03-09', outcome: 'filed' }, expected: 2 },
    // 2026-03-05 + 3 = Sunday 03-08, moved to Monday.
    { why: 'the answer is due on Monday', facts: asked, on: '2026-03-09', expected: 'none' },
    { why: 'and late on Tuesday', facts: asked, on: '2026-03-10', expected: 2 },
    { why: 'filed on reconsideration', facts: { ...asked, reconsidered: '2026-03-09', outcome: 'filed' }, expected: 'none' },
    { why: 'upheld: three more days to ask for supervision', facts: upheld, on: '2026-03-12', expected: 'none' },
    { why: 'and over', facts: upheld, on: '2026-03-13', expected: 2 },
    { why: 'supervision asked for in time', facts: { ...upheld, supervised: '2026-03-12' }, expected: 'none' },
    { why: 'the authority accepts the refusal', facts: { ...refused, objects: false }, expected: 'none' },
    { why: 'whether it should is for a person', facts: { ...refused, objects: null }, expected: 'needs-person' },
    { why: 'no refusal', facts: { refused: 'not-yet' }, expected: 'none' },
    { why: 'nobody says what the reconsideration brought', facts: { ...upheld, outcome: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(reconsiderOrSupervise, row));

  it('says what is still possible', () => {
    expect(matterFinding(reconsiderOrSupervise, refused, '2026-03-06')).toMatchObject({
      says: '主管部门3月2日接到不予立案通知书，应当在3月5日前（含当日）提请复议，至今未提请复议；仍可以建议人民检察院依法进行立案监督',
      dueOn: '2026-03-05',
    });
  });
});
