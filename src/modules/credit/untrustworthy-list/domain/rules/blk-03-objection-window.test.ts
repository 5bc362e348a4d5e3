import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { objectionWindow } from './blk-03-objection-window.ts';

const noticed = { noticed: '2026-03-02', objected: 'not-yet', decided: 'not-yet' } as const;
const objected = { ...noticed, objected: '2026-03-04', replied: 'not-yet' } as const;

describe('失信名单办法第六条第二款「自收到告知之日起5个工作日内，可以…提出异议」「自收到异议之日起5个工作日内予以核实」', () => {
  it.each([
    // 5 working days after 2026-03-02 (Monday): 03-09.
    { why: 'decided on the last day of the window: too early', facts: { ...noticed, decided: '2026-03-09' }, expected: 2 },
    { why: 'decided the day after', facts: { ...noticed, decided: '2026-03-10' }, expected: 'none' },
    // 春节: 2026-02-14 worked, 02-16..20 and 02-23 off.
    { why: 'the window stands open over 春节', facts: { ...noticed, noticed: '2026-02-12', decided: '2026-02-26' }, expected: 2 },
    { why: 'and is over', facts: { ...noticed, noticed: '2026-02-12', decided: '2026-02-27' }, expected: 'none' },
    // 国庆: 10-01..07 off, Saturday 10-10 worked.
    { why: 'a make-up Saturday is the last day', facts: { ...noticed, noticed: '2026-09-28', decided: '2026-10-10' }, expected: 2 },
    { why: 'and Sunday is past it', facts: { ...noticed, noticed: '2026-09-28', decided: '2026-10-11' }, expected: 'none' },
    { why: 'an objection waits, the last day to verify', facts: objected, on: '2026-03-11', expected: 'none' },
    { why: 'the day after', facts: objected, on: '2026-03-12', expected: 2 },
    { why: 'answered in time', facts: { ...objected, replied: '2026-03-11' }, expected: 'none' },
    { why: 'answered late', facts: { ...objected, replied: '2026-03-12' }, expected: 2 },
    { why: 'decided over an open objection', facts: { ...objected, decided: '2026-03-10' }, on: '2026-03-11', expected: 2 },
    { why: 'an objection after the window', facts: { ...objected, objected: '2026-03-10' }, expected: 'none' },
    { why: 'no notice yet', facts: { noticed: 'not-yet' }, expected: 'none' },
    { why: 'nobody says whether there was an answer', facts: { ...objected, replied: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(objectionWindow, row));

  it('says how long the window is open', () => {
    expect(matterFinding(objectionWindow, { ...noticed, decided: '2026-03-09' })).toMatchObject({
      says: '3月9日作出列入决定，异议期到3月9日才届满',
      dueOn: '2026-03-09',
    });
  });
});
