import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { duplicates } from './clue-05-duplicates.ts';

const clue = (source: string, worker: string | null, from: string, until: string, employer = 'E1') => ({ source, worker, employer, from, until });

describe('并案: 同一劳动者、同一单位、同一期间的多渠道线索', () => {
  it.each([
    { why: 'one clue', facts: { clues: [clue('12345', 'W1', '2026-01', '2026-03')] }, expected: 'none' },
    { why: 'the same months', facts: { clues: [clue('12345', 'W1', '2026-01', '2026-03'), clue('国家平台', 'W1', '2026-01', '2026-03')] }, expected: 1 },
    { why: 'one month in common', facts: { clues: [clue('12345', 'W1', '2026-01', '2026-03'), clue('来访', 'W1', '2026-03', '2026-05')] }, expected: 1 },
    { why: 'no month in common', facts: { clues: [clue('12345', 'W1', '2026-01', '2026-03'), clue('来访', 'W1', '2026-04', '2026-05')] }, expected: 'none' },
    { why: 'another worker', facts: { clues: [clue('12345', 'W1', '2026-01', '2026-03'), clue('来访', 'W2', '2026-01', '2026-03')] }, expected: 'none' },
    {
      why: 'another employer',
      facts: { clues: [clue('12345', 'W1', '2026-01', '2026-03'), clue('来访', 'W1', '2026-01', '2026-03', 'E2')] },
      expected: 'none',
    },
    {
      why: 'a worker is unknown',
      facts: { clues: [clue('12345', null, '2026-01', '2026-03'), clue('来访', 'W1', '2026-01', '2026-03')] },
      expected: 'cannot-determine',
    },
    { why: 'no list', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(duplicates, row));

  it('举报人保密: says which clues, never whose', () => {
    const clues = [
      clue('12345', '370000199001011234', '2026-01', '2026-03'),
      clue('来访', 'W2', '2026-01', '2026-03'),
      clue('国家平台', '370000199001011234', '2026-02', '2026-03'),
    ];
    const found = matterFinding(duplicates, { clues });
    expect(found.says).toBe('第 1、3 件反映的是同一劳动者、同一单位的同一期间，应当并案办理，一并答复');
    expect(JSON.stringify(found.values)).not.toContain('3700');
  });
});
