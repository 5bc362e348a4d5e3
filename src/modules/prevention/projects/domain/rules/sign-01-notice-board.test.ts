import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { noticeBoard } from './sign-01-notice-board.ts';

describe('工资条例第三十四条「应当在施工现场醒目位置设立维权信息告示牌」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'there', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'the last day', facts: aProject({ boardOn: null, startedOn: day('2026-10-09') }), on: '2026-10-19', expected: 'none' },
    { why: 'the day after', facts: aProject({ boardOn: null, startedOn: day('2026-10-09') }), on: '2026-10-20', expected: 1 },
    { why: 'thirty days late', facts: aProject({ boardOn: null, startedOn: day('2026-10-09') }), on: '2026-11-18', expected: 1 },
    { why: 'more than thirty days late', facts: aProject({ boardOn: null, startedOn: day('2026-10-09') }), on: '2026-11-19', expected: 2 },
    { why: 'no such column', facts: aProject({ boardOn: null, stated: new Set() }), on: '2026-11-22', expected: 'cannot-determine' },
    { why: 'paused', facts: aProject({ boardOn: null, pausedFrom: day('2026-10-10') }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(noticeBoard, row));
});
