import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { firstReceiver } from './case-28-first-receiver.ts';

const ours = { receivedOn: '2026-03-04', competent: true, handledOn: 'not-yet', finishedOn: 'not-yet', toldOn: 'not-yet' };
const theirs = { receivedOn: '2026-03-04', competent: false, transferredOn: 'not-yet' };
const done = { ...ours, handledOn: '2026-03-05', finishedOn: '2026-03-20' };

describe('《保障农民工工资支付条例》第十条第三款「实行首问负责制」', () => {
  it.each([
    { why: 'the second working day', facts: theirs, on: '2026-03-06', expected: 'none' },
    { why: 'the day after', facts: theirs, on: '2026-03-07', expected: 2 },
    { why: 'handed on on the second', facts: { ...theirs, transferredOn: '2026-03-06', finishedOn: 'not-yet' }, expected: 'none' },
    { why: 'across 国庆', facts: { ...theirs, receivedOn: '2026-09-30' }, on: '2026-10-09', expected: 'none' },
    { why: 'across 国庆, the day after', facts: { ...theirs, receivedOn: '2026-09-30' }, on: '2026-10-10', expected: 2 },
    { why: 'ours, not touched', facts: ours, on: '2026-03-07', expected: 2 },
    { why: 'ours, in hand', facts: { ...ours, handledOn: '2026-03-05' }, expected: 'none' },
    { why: 'finished today: the day is not over', facts: done, on: '2026-03-20', expected: 'none' },
    { why: 'finished and not told', facts: done, on: '2026-03-21', expected: 2 },
    { why: 'told', facts: { ...done, toldOn: '2026-03-20' }, expected: 'none' },
    { why: 'nobody knows whose it is', facts: { receivedOn: '2026-03-04' }, expected: 'cannot-determine' },
    { why: 'nobody knows of a transfer', facts: { receivedOn: '2026-03-04', competent: false }, expected: 'cannot-determine' },
    { why: 'nobody knows whether the worker was told', facts: { ...done, toldOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(firstReceiver, row));

  it('says who was asked first', () => {
    expect(matterFinding(firstReceiver, theirs, '2026-03-07')).toMatchObject({
      says: '有关部门3月4日首次接到举报、投诉，应当在3月6日前（含当日）转送有管辖权的部门，至今未转送有管辖权的部门',
      dueOn: '2026-03-06',
      duty: 'department',
    });
  });
});
