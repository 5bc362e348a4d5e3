import { day, yuan } from './format.ts';

const NAMES: Readonly<Record<string, string>> = {
  people: '人',
  days: '天',
  'working-days': '个工作日',
  months: '个月',
  hours: '小时',
  date: '',
  moment: '',
  month: '',
  text: '',
  count: '',
};

/** A value of the law with its unit, as people read it: 1,200 元, 30%, 10 人. The unit comes in Chinese, or as the law code's own word. */
export function withUnit(value: string, unit: string, today: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value, today);
  if (unit === 'fen') return `${yuan(value)} 元`;
  if (unit === 'basis-points') return `${Number(value) / 100}%`;
  const name = NAMES[unit] ?? unit;
  return name === '' || value.endsWith(name) ? value : `${value} ${name}`;
}
