import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import fc from 'fast-check';
import { inPoints, shareOfPoints } from './points.ts';
import { type Operator, type Rubric, type RubricItem, scoreItem } from './rubric.ts';
import { RUBRICS } from './rubrics.ts';

const item = (operator: Operator, points = 600): RubricItem => ({ code: 'X', part: '部分', title: '指标', points, operator });
const nothing = { met: null, part: null, whole: null };
const points = (operator: Operator, found: Partial<typeof nothing | { met: boolean; part: number; whole: number }>, full = 600) => {
  const scored = scoreItem(item(operator, full), { ...nothing, ...found });
  return scored.ok ? inPoints(scored.points) : scored.missing;
};

const ladder: Operator = {
  kind: 'ladder',
  steps: [
    { share: basisPoints(9800), points: 600 },
    { share: basisPoints(9600), points: 500 },
    { share: basisPoints(9000), points: 300 },
  ],
};

describe('考核细则的计分方法', () => {
  it.each([
    ['做到', { kind: 'all-or-nothing', test: 'met' }, { met: true }, '6'],
    ['没有做到', { kind: 'all-or-nothing', test: 'met' }, { met: false }, '0'],
    ['没有核验', { kind: 'all-or-nothing', test: 'met' }, {}, '“指标”是否做到'],
    ['会议一次', { kind: 'all-or-nothing', test: { atLeast: 2 } }, { part: 1 }, '0'],
    ['会议两次: 不少于包括本数', { kind: 'all-or-nothing', test: { atLeast: 2 } }, { part: 2 }, '6'],
    ['全部办结', { kind: 'all-or-nothing', test: 'all' }, { part: 3, whole: 3 }, '6'],
    ['差一件', { kind: 'all-or-nothing', test: 'all' }, { part: 2, whole: 3 }, '0'],
    ['分母为零得满分: 无上级交办', { kind: 'all-or-nothing', test: 'all' }, { whole: 0 }, '6'],
    ['阶梯: 恰好 98%', ladder, { part: 98, whole: 100 }, '6'],
    ['阶梯: 97.99%', ladder, { part: 9799, whole: 10_000 }, '5'],
    ['阶梯: 恰好 96%', ladder, { part: 96, whole: 100 }, '5'],
    ['阶梯: 89.999% 不进位', ladder, { part: 89_999, whole: 100_000 }, '0'],
    ['阶梯: 分母为零得满分', ladder, { whole: 0 }, '6'],
    ['比例', { kind: 'ratio' }, { part: 1, whole: 3 }, '2'],
    ['比例: 分母为零得满分', { kind: 'ratio' }, { whole: 0 }, '6'],
    ['比例: 不超过满分', { kind: 'ratio' }, { part: 4, whole: 3 }, '6'],
    ['比例: 总数不明', { kind: 'ratio' }, { part: 1 }, '“指标”的总数'],
    ['百分制', { kind: 'ratio', outOf: 100 }, { part: 85 }, '5.1'],
    ['扣分', { kind: 'deduct', each: 50 }, { part: 3 }, '4.5'],
    ['扣分不低于零', { kind: 'deduct', each: 200 }, { part: 4 }, '0'],
    ['计次', { kind: 'count', each: 100 }, { part: 3 }, '3'],
    ['计次不超过满分', { kind: 'count', each: 100 }, { part: 9 }, '6'],
    ['次数不明', { kind: 'count', each: 100 }, {}, '“指标”的次数'],
  ] as const)('%s', (_why, operator, found, expected) => expect(points(operator, found)).toBe(expected));

  it('rounds half-up to two decimals, once', () => {
    expect(shareOfPoints(300, 1, 7)).toBe(43); // 0.428…
    expect(shareOfPoints(300, 1, 8)).toBe(38); // 0.375
    expect(shareOfPoints(500, 1, 8000)).toBe(0); // 0.000625
    expect(shareOfPoints(500, 1, 1000)).toBe(1); // 0.005
    expect([inPoints(467), inPoints(500), inPoints(450), inPoints(5)]).toEqual(['4.67', '5', '4.5', '0.05']);
  });

  it('never gives less for more, nor more for another fault', () => {
    const n = fc.nat({ max: 1000 });
    const operators = fc.constantFrom<Operator>(
      ladder,
      { kind: 'ratio' },
      { kind: 'count', each: 100 },
      { kind: 'all-or-nothing', test: 'all' },
      { kind: 'all-or-nothing', test: { atLeast: 2 } },
    );
    const value = (operator: Operator, part: number, whole: number) => {
      const scored = scoreItem(item(operator), { met: null, part, whole });
      return scored.ok ? scored.points : Number.NaN;
    };
    fc.assert(
      fc.property(operators, n, n, n, (operator, part, more, whole) => {
        expect(value(operator, part + more, whole)).toBeGreaterThanOrEqual(value(operator, part, whole));
        expect(value({ kind: 'deduct', each: 50 }, part + more, whole)).toBeLessThanOrEqual(value({ kind: 'deduct', each: 50 }, part, whole));
        expect(value(operator, part, whole)).toBeLessThanOrEqual(600);
        expect(value({ kind: 'deduct', each: 50 }, part, whole)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('考核细则', () => {
  const all: readonly Rubric[] = Object.values(RUBRICS);

  it('缺省细则 is 100 points in six parts; the verified rows of 江西 are 8', () => {
    const sum = (rubric: Rubric) => inPoints(rubric.items.reduce((total, one) => total + one.points, 0));
    expect(all.map(sum)).toEqual(['100', '8']);
    const ofPart = (part: string) => inPoints(RUBRICS.template.items.filter((one) => one.part === part).reduce((total, one) => total + one.points, 0));
    expect(['组织领导', '源头治理', '制度落实', '案件与线索', '信用惩戒', '满意度'].map(ofPart)).toEqual(['12', '20', '30', '22', '8', '8']);
  });

  it('says of each where it comes from, and gives each item one code', () => {
    for (const { items, source, evidence, interpretation } of all) {
      expect(source.length).toBeGreaterThan(5);
      if (evidence === 'D') expect(interpretation).toBeTruthy();
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
      for (const { operator, points: full } of items) if (operator.kind === 'ladder') expect(operator.steps.every((step) => step.points <= full)).toBe(true);
    }
  });
});
