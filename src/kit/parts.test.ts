import { describe, expect, it } from 'vitest';
import { niceTop } from './chart.tsx';
import { commandId } from './command-id.ts';
import { tidy } from './date-input.tsx';
import { inOneLine, markOf } from './law-note.tsx';
import { pagesAround } from './pagination.tsx';
import { levelWords } from './tag.tsx';
import { withQuery } from './api.ts';

describe('翻页', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 9, [1, 2, null, 9]],
    [3, 9, [1, 2, 3, 4, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('第 %d 页，共 %d 页', (page, pages, shown) => expect(pagesAround(page, pages)).toEqual(shown));
});

it('图的顶格是整数，中线也整', () => expect([1, 2, 3, 9, 11, 41, 55, 400].map(niceTop)).toEqual([2, 2, 4, 10, 20, 50, 100, 400]));

it.each([
  ['2026-1-5', '2026-01-05'],
  ['20261122', '2026-11-22'],
  ['2026年11月2日', '2026-11-02'],
  ['2026/11/22 ', '2026-11-22'],
  ['上个月', '上个月'],
  ['', ''],
])('日期「%s」读作「%s」', (typed, day) => expect(tidy(typed)).toBe(day));

describe('条文旁的标记', () => {
  it('读过全文的不加', () => expect(markOf({ text: '……', evidence: 'VF' })).toBeNull());
  it('转引的说转引', () => expect(markOf({ text: '……', evidence: 'V1' })).toBe('转引，未核对全文'));
  it('凭记忆的说大意', () => expect(markOf({ text: '……', evidence: 'M' })).toBe('大意，未与原文核对'));
  it('没有原文的说大意', () => expect(markOf({ text: null, evidence: 'VF' })).toBe('大意'));
});

it('同一部法规只说一次名字', () => {
  const articles = [
    { fullTitle: '保障农民工工资支付条例', article: '第十二条' },
    { fullTitle: '保障农民工工资支付条例', article: '第十四条第一款' },
    { fullTitle: '工资支付暂行规定', article: '第七条' },
  ];
  expect(inOneLine(articles)).toBe('《保障农民工工资支付条例》第十二条、第十四条第一款；《工资支付暂行规定》第七条');
});

it('级别的叫法', () => expect(['提示', '蓝', '红色', '特急督办'].map(levelWords)).toEqual(['提示', '蓝色预警', '红色预警', '特急督办']));

it('空的条件不进地址，中文编码', () =>
  expect(withQuery('/api/warnings', { q: '清平', level: '', page: 2, mine: false, overdue: true, region: null })).toBe(
    '/api/warnings?q=%E6%B8%85%E5%B9%B3&page=2&overdue=1',
  ));

it('办理编号是第四版的 UUID，次次不同', () => {
  const made = new Set(Array.from({ length: 100 }, commandId));
  expect(made.size).toBe(100);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
