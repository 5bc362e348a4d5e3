import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { sharedCardsAndPhones } from './dis-09-shared-cards-and-phones.ts';

describe('专户办法第十九条（大意）一人一卡、本人持卡', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'own cards', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'two on one card', facts: aProject({ mostWorkersOnOneCard: 2, workersOnSharedCards: 2 }), on: '2026-11-22', expected: 2 },
    { why: 'five on one card', facts: aProject({ mostWorkersOnOneCard: 5, workersOnSharedCards: 5 }), on: '2026-11-22', expected: 4 },
    { why: 'two on one phone are a couple', facts: aProject({ mostWorkersOnOnePhone: 2, workersOnSharedPhones: 2 }), on: '2026-11-22', expected: 'none' },
    { why: 'three on one phone', facts: aProject({ mostWorkersOnOnePhone: 3, workersOnSharedPhones: 3 }), on: '2026-11-22', expected: 2 },
    { why: 'five on one phone', facts: aProject({ mostWorkersOnOnePhone: 5, workersOnSharedPhones: 5 }), on: '2026-11-22', expected: 4 },
  ])('$why', (row) => hold(sharedCardsAndPhones, row));
});
