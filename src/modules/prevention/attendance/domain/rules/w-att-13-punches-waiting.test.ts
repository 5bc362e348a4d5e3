import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { punchesWaiting } from './w-att-13-punches-waiting.ts';

const since = (on: string) => aProject({ waitingPunches: [{ gate: '一号门闸机', punches: 23, sinceOn: day(on) }], waitingHeads: 5 });

describe('W-ATT-13 打卡待核实过久: 7、15 日', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'nothing waits', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'six days', facts: since('2026-11-16'), on: '2026-11-22', expected: 'none' },
    { why: 'seven', facts: since('2026-11-15'), on: '2026-11-22', expected: 1 },
    { why: 'fourteen', facts: since('2026-11-08'), on: '2026-11-22', expected: 1 },
    { why: 'fifteen', facts: since('2026-11-07'), on: '2026-11-22', expected: 2 },
    {
      why: 'the oldest of any gate counts, and what a hand entered waits as well',
      facts: aProject({
        waitingPunches: [
          { gate: '手工补录', punches: 2, sinceOn: day('2026-11-21') },
          { gate: '二号门闸机', punches: 1, sinceOn: day('2026-11-14') },
        ],
        waitingHeads: 2,
      }),
      on: '2026-11-22',
      expected: 1,
    },
  ])('$why', (row) => hold(punchesWaiting, row));
});
