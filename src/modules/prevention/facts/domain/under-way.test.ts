import { describe, expect, it } from 'vitest';
import { aProject, day } from '../../../../../test/builders/facts.ts';
import { cellOf, LEDGER_COLUMNS, notStated } from './stated.ts';
import { isPaused, isUnderWay } from './under-way.ts';

const on = day('2026-11-22');

describe('在建且未停工', () => {
  it.each([
    ['在建', {}, true],
    ['开工当日', { startedOn: day('2026-11-22') }, true],
    ['开工前一日', { startedOn: day('2026-11-23') }, false],
    ['没有开工日期', { startedOn: null }, true],
    ['完工当日', { finishedOn: day('2026-11-22') }, false],
    ['完工前一日', { finishedOn: day('2026-11-23') }, true],
    ['台账写停工', { state: 'paused' }, false],
    ['台账写完工', { state: 'finished' }, false],
    ['停工第一日', { pausedFrom: day('2026-11-22'), pausedUntil: day('2026-12-01') }, false],
    ['停工前一日', { pausedFrom: day('2026-11-23'), pausedUntil: day('2026-12-01') }, true],
    ['停工最后一日', { pausedFrom: day('2026-11-01'), pausedUntil: day('2026-11-22') }, false],
    ['停工后一日', { pausedFrom: day('2026-11-01'), pausedUntil: day('2026-11-21') }, true],
    ['停工没有截止日', { pausedFrom: day('2026-11-01'), pausedUntil: null }, false],
    ['只有停工截止日', { pausedFrom: null, pausedUntil: day('2026-12-01') }, true],
  ] as const)('%s', (_why, differs, is) => {
    const project = aProject(differs);
    expect(isUnderWay(project, on)).toBe(is);
    if ('pausedFrom' in differs) expect(isPaused(project, on)).toBe(!is);
  });
});

describe('空着的格子', () => {
  it('tells a cell left empty from a column the ledger has not', () => {
    expect(cellOf(aProject(), 'permitOn')).toBe('filled');
    expect(cellOf(aProject({ permitOn: null }), 'permitOn')).toBe('left-empty');
    expect(cellOf(aProject({ permitOn: null, stated: new Set(['startedOn']) }), 'permitOn')).toBe('not-stated');
    expect(cellOf(aProject({ stated: new Set() }), 'permitOn')).toBe('filled');
  });

  it.each(Object.entries(LEDGER_COLUMNS))('%s is asked for by its heading', (column, heading) => {
    const answers = Object.keys(LEDGER_COLUMNS)
      .filter((one): one is keyof typeof LEDGER_COLUMNS => one === column)
      .map(notStated);
    expect(answers).toEqual([{ answer: 'cannot-determine', missing: [`在建项目台账没有“${heading}”一栏`] }]);
  });
});
