import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { silentNotExited } from './w-rnm-11-silent-not-exited.ts';

describe('W-RNM-11 静默未退场', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'none', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProject({ silentNotExited: 1 }), on: '2026-11-22', expected: 0 },
  ])('$why', (row) => hold(silentNotExited, row));
});
