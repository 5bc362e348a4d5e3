import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProfile } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { RUBRICS } from '../rubrics.ts';
import { assessmentScore } from './assessment-score.ts';

/** Everything done, whole of 100. */
const full = RUBRICS.template.items.map(({ code, operator }) => ({ code, met: true, part: operator.kind === 'deduct' ? 0 : 100, whole: 100 }));
const but = (code: string, found: object) => full.map((one) => (one.code === code ? { ...one, ...found } : one));
const calm = { events: 0, governmentEvents: 0, extremeEvents: 0, isFalsified: false };
const template = { rubric: 'template', items: full, ...calm, rank: 1, places: 32, isExemplary: true };
const byLabel = (facts: object) => reckoned(assessmentScore, facts).byLabel;

describe('《保障农民工工资支付工作考核办法》「基准分为100分，结果分A、B、C三级」（大意）', () => {
  it('adds the items up', () => {
    expect(byLabel(template)).toEqual({ 总分: '100', 等级: 'A', 组织领导: '12', 源头治理: '20', 制度落实: '30', 案件与线索: '22', 信用惩戒: '8', 满意度: '8' });
    expect(byLabel({ ...template, items: but('B1', { part: 95 }) })).toMatchObject({ 总分: '99', 源头治理: '19' });
    expect(byLabel({ ...template, items: but('A3', { part: 1, whole: 7 }) })).toMatchObject({ 总分: '97.43' });
    expect(byLabel({ ...template, items: but('A4', { part: 9 }) })).toMatchObject({ 总分: '98' });
    expect(byLabel({ ...template, items: but('D4', { part: 0, whole: 0 }) })).toMatchObject({ 总分: '100' });
  });

  it('江西2018: all or nothing, and 无上级交办的直接得分', () => {
    const items = [
      { code: '1-1', part: 1 },
      { code: '1-2', met: true },
      { code: '2-1', met: true },
      { code: '2-2', met: false },
      { code: '3-1', met: true },
      { code: '3-2', whole: 0 },
      { code: '4', part: 3 },
    ];
    const sheet = reckoned(assessmentScore, { rubric: 'jiangxi-2018', items });
    expect(sheet.byLabel).toEqual({ 总分: '4.5', 组织领导: '4.5' });
    expect(sheet.steps.map(({ value }) => value)).toEqual(['0', '1', '1', '0', '1', '1', '0.5', '4.5']);
    expect(sheet.notes).toContain('群体性事件、极端事件情况未填，不定等级');
  });

  it.each([
    ['first of 32', {}, 'A'],
    ['the tenth', { rank: 10 }, 'A'],
    ['the eleventh', { rank: 11 }, 'B'],
    ['the tenth, not exemplary', { rank: 10, isExemplary: false }, 'B'],
    ['the fourth from the end', { rank: 29 }, 'B'],
    ['the third from the end', { rank: 30 }, 'C'],
    ['four places: C comes before A', { rank: 2, places: 4 }, 'C'],
    ['four places: the first is A', { rank: 1, places: 4 }, 'A'],
    ['four group events', { events: 4 }, 'A'],
    ['一票否决: five group events', { events: 5 }, 'C'],
    ['一票否决: two from government projects', { events: 2, governmentEvents: 2 }, 'C'],
    ['一票否决: one extreme event, without a rank', { extremeEvents: 1, rank: null }, 'C'],
    ['falsification: criticised, no veto of the national measures', { isFalsified: true }, 'A'],
  ] as const)('grades %s', (_why, facts, expected) => expect(byLabel({ ...template, ...facts })['等级']).toBe(expected));

  it('falsification is C in 江苏, and its absence must be stated there', () => {
    const there = (facts: object) => reckoned(assessmentScore, { ...template, rank: 4, ...facts }, undefined, findProfile('jiangsu-320000') ?? undefined);
    expect(there({ isFalsified: true }).byLabel['等级']).toBe('C');
    expect(there({}).byLabel['等级']).toBe('A');
    expect(there({ isFalsified: null }).notes).toContain('群体性事件、极端事件或者弄虚作假情况未填，不定等级');
    expect(byLabel({ ...template, isFalsified: null })['等级']).toBe('A');
  });

  it('gives no grade without rank or events, and asks a person about the first places', () => {
    expect(byLabel({ ...template, rank: null })).not.toHaveProperty('等级');
    expect(byLabel({ ...template, events: null })).not.toHaveProperty('等级');
    expect(reckon(assessmentScore, { ...template, isExemplary: null }).answer).toBe('needs-person');
  });

  it('names what was not checked, what is unknown and what came twice', () => {
    expect(reckon(assessmentScore, { ...template, items: full.slice(1) })).toEqual({
      answer: 'cannot-determine',
      missing: ['A1“召开协调会议不少于2次”的核验结果'],
    });
    expect(reckon(assessmentScore, { ...template, items: [...full, full[0]] })).toMatchObject({ missing: ['“A1”填了两次，以哪一次为准'] });
    expect(reckon(assessmentScore, { ...template, items: [...full, { code: 'Z9' }] })).toMatchObject({ missing: ['编号“Z9”是哪一项指标'] });
    expect(reckon(assessmentScore, { ...template, items: but('C1', { whole: null }) })).toMatchObject({ missing: ['“实名制管理覆盖”的总数'] });
    expect(reckon(assessmentScore, { items: full }).answer).toBe('cannot-determine');
    expect(reckon(assessmentScore, template, '2023-09-20').answer).toBe('cannot-determine');
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(full, { minLength: full.length }), (items) => {
        expect(reckon(assessmentScore, { ...template, items })).toEqual(reckon(assessmentScore, template));
      }),
      { numRuns: 30 },
    );
  });

  it('never lowers the total for more done', () => {
    const total = (items: unknown) => Number(byLabel({ ...template, items })['总分']);
    fc.assert(
      fc.property(fc.constantFrom(...full.map(({ code }) => code)), fc.nat({ max: 100 }), fc.nat({ max: 100 }), (code, part, more) => {
        const [less, most] = [Math.min(part, more), Math.max(part, more)];
        const isDeducted = code === 'A4' || code === 'B3' || code === 'D5';
        const [worse, better] = isDeducted ? [most, less] : [less, most];
        expect(total(but(code, { part: better }))).toBeGreaterThanOrEqual(total(but(code, { part: worse })));
      }),
      { numRuns: 60 },
    );
  });
});
