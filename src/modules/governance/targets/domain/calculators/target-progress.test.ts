import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { targetProgress } from './target-progress.ts';

const set = <V>(value: V) => [{ from: civilDate('2018-12-31'), value, basis: '某方案', evidence: 'L' as const }];
const place: RulePlace = {
  name: '某市',
  unused: {},
  above: national,
  parameters: {
    'target.case-closing': set(basisPoints(9600)),
    'target.recovery': set(basisPoints(9200)),
    'target.model-projects': set(300),
    'target.model-share': set(basisPoints(2000)),
    'target.new-arrears.months': set(1),
  },
};
const at = (facts: object, on?: string) => reckoned(targetProgress, facts, on, place).byLabel;

describe('《保障农民工工资支付条例》第四条「健全保障农民工工资支付工作目标责任制」', () => {
  it.each([
    ['just below: 95.99 %', 9599, 10_000, '未达到（95.99%，目标 96%）'],
    ['「达到96%以上」 includes the number', 96, 100, '达到（96%）'],
    ['above', 97, 100, '达到（97%）'],
  ])('结案率 %s', (_why, casesClosed, casesTotal, expected) => {
    expect(at({ casesClosed, casesTotal })).toEqual({ 结案率: expected });
  });

  it('rounds a share down, so that a target is never reached by rounding', () => {
    expect(at({ casesClosed: 95_999, casesTotal: 100_000 })).toEqual({ 结案率: '未达到（95.99%，目标 96%）' });
  });

  it('counts money in fen', () => {
    expect(at({ recovered: '9199999', found: '10000000' })).toEqual({ 清欠率: '未达到（91.99%，目标 92%）' });
    expect(at({ recovered: '9200000', found: '10000000' })).toEqual({ 清欠率: '达到（92%）' });
  });

  it('holds both the number and the share of 薪安项目', () => {
    expect(at({ modelProjects: 299, underWay: 1495 })).toEqual({ '“薪安项目”占比': '达到（20%）', '“薪安项目”个数': '还差 1 个（299 个，目标 300 个）' });
    expect(at({ modelProjects: 300, underWay: 1501 })).toEqual({ '“薪安项目”占比': '未达到（19.98%，目标 20%）', '“薪安项目”个数': '达到（300 个）' });
  });

  it('「新增欠薪问题1个月内解决」: a month, rolled over a rest day', () => {
    // 2026-10-22 is a Thursday; 2026-11-22 a Sunday, so the last day is Monday the 23rd.
    expect(at({ oldestNewArrears: '2026-10-22' }, '2026-11-23')).toEqual({ 新增欠薪: '在期限内（最迟 2026-11-23 解决）' });
    expect(at({ oldestNewArrears: '2026-10-22' }, '2026-11-24')).toEqual({ 新增欠薪: '超过期限（最迟 2026-11-23 解决）' });
  });

  it('says nothing about a target nobody set, and nothing of nothing', () => {
    expect(reckon(targetProgress, { casesClosed: 1, casesTotal: 1 })).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(targetProgress, { casesClosed: 0, casesTotal: 0 }, undefined, place)).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(targetProgress, {}, undefined, place)).toMatchObject({ answer: 'cannot-determine' });
  });
});
