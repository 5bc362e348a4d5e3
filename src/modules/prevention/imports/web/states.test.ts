import { describe, expect, it } from 'vitest';
import { LARGEST_FILE, refusedAtOnce, saysNothingMoved } from './states.ts';

describe('传之前就能说的', () => {
  const cases = [
    { file: { name: '十月工资.xlsx', size: 1 }, refused: null, why: '表格' },
    { file: { name: '流水.CSV', size: LARGEST_FILE }, refused: null, why: '刚好 64 MB，大写后缀' },
    { file: { name: '流水.csv', size: LARGEST_FILE + 1 }, refused: '超过 64 MB', why: '多一个字节' },
    { file: { name: '空.xlsx', size: 0 }, refused: '是空的', why: '没存好' },
    { file: { name: '通知.pdf', size: 9 }, refused: '.pdf', why: '不是表格' },
    { file: { name: '没有后缀', size: 9 }, refused: '只读', why: '看不出是什么' },
  ];
  it.each(cases)('$file.name：$why', ({ file, refused }) => {
    const says = refusedAtOnce(file);
    if (refused === null) expect(says).toBeNull();
    else expect(says).toContain(refused);
  });
});

it('一笔也没有的流水是一句话，没有行的别的表不是', () => {
  const totals = { rows: 0, people: 0, projects: 1, amountFen: '0', from: '2026-10-01', until: '2026-10-31' };
  expect(saysNothingMoved({ kind: 'flows', totals })).toBe(true);
  expect(saysNothingMoved({ kind: 'flows', totals: { ...totals, rows: 1 } })).toBe(false);
  expect(saysNothingMoved({ kind: 'payroll', totals })).toBe(false);
  expect(saysNothingMoved({ kind: 'flows', totals: null })).toBe(false);
});
