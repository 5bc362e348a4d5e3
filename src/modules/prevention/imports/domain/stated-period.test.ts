import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Cell, findTable, type FoundRow } from './index.ts';
import { periodOf, readPeriod, readWholeMonth } from './stated-period.ts';

const table = (...rows: readonly (readonly Cell[])[]): FoundRow[] => rows.map((cells, at) => ({ no: at + 1, cells }));
const SUMMER = { from: '2026-07-15', until: '2026-11-20' };
const SEPTEMBER = { from: '2026-09-01', until: '2026-09-30' };

describe('文件管到哪天：表头上方写的期间', () => {
  it.each<[string, readonly (readonly Cell[])[], unknown]>([
    ['起止日期', [['起止日期：2026-07-15至2026-11-20', null, '币种：人民币']], SUMMER],
    ['查询期间，带时刻', [['查询期间: 2026-09-01 00:00:00 至 2026-09-30 23:59:59']], SEPTEMBER],
    ['交易日期范围，中文日期', [['交易日期范围：2026年9月1日 - 2026年9月30日']], SEPTEMBER],
    ['全角波浪线', [['对账期间：２０２６．９．１～２０２６．９．３０']], SEPTEMBER],
    ['紧挨着的数字', [['账号：37150101040001111 期间：20260901-20260930']], SEPTEMBER],
    ['横线隔开的横线日期', [['2026-09-01-2026-09-30']], SEPTEMBER],
    ['题目括号里', [['农民工工资专用账户交易明细（2026年9月1日至9月30日）']], SEPTEMBER],
    ['分在几格', [['起始日期', '2026-09-01', null, '截止日期', '2026-09-30']], SEPTEMBER],
    ['分在几行', [['开始日期：2026/9/1'], ['结束日期：2026/9/30']], SEPTEMBER],
    ['两格日期并排', [['起止日期', '2026-09-01', '2026-09-30']], SEPTEMBER],
    ['日期格子和一个至字', [['查询区间', { is: 'day', serial: 46266 }, '至', { is: 'day', serial: 46295 }]], SEPTEMBER],
    ['只有截止', [['截至2026年11月20日']], { from: null, until: '2026-11-20' }],
    ['一天', [['交易日期：2026-09-01至2026-09-01']], { from: '2026-09-01', until: '2026-09-01' }],
    ['没有写', [['账号：37150101040001111'], ['打印时间：2026-11-20 10:00:00']], null],
    ['两个不相干的日期', [['开户日期：2026-03-01 打印日期：2026-11-20']], null],
    ['工期不是', [['工程名称：甲 工期：2026-03-01至2027-03-01']], null],
    ['协议有效期不是', [['三方协议有效期：2026年3月1日至2027年3月1日']], null],
    ['合同起始、截止不是', [['合同起始日期：2026-03-01', '合同截止日期：2027-03-01']], null],
    ['倒过来的不算', [['起止日期：2026-11-20至2026-07-15']], null],
    ['日历上没有的不算', [['起止日期：2026-09-01至2026-09-31']], null],
  ])('%s', (_, rows, expected) => expect(readPeriod(table(...rows))).toEqual(expected));

  it.each<[string, Cell, unknown]>([
    ['题目写月份', '2026年9月农民工工资专户流水', '2026-09'],
    ['账期', '账期：2026年9月份', '2026-09'],
    ['某日不是整月', '打印日期：2026年9月8日', null],
    ['开户月不是', '开户：2026年3月', null],
  ])('%s', (_, cell, expected) => expect(readWholeMonth(table([cell]))).toEqual(expected));

  it('流水的期间、打卡表的月份、月表的制表日期', () => {
    const found = (title: string, head: readonly string[]) => {
      const titles = findTable(
        table(
          title.split('  '),
          head,
          head.map(() => 1),
        ),
        null,
      )?.titles;
      if (titles === undefined) throw new Error('no table');
      return titles;
    };
    const bank = ['交易日期', '交易流水号', '收入金额', '支出金额', '余额'];
    const punches = ['姓名', '身份证号', '打卡时间', '进出方向'];
    const grid = ['姓名', '身份证号', ...Array.from({ length: 30 }, (_, at) => String(at + 1))];
    expect(periodOf(found('2026年9月 起止日期：2026-09-01至2026-09-20', bank), 'flows')).toEqual({ from: '2026-09-01' as CivilDate, until: '2026-09-20' });
    expect(periodOf(found('2026年9月考勤记录', punches), 'punch')).toEqual(SEPTEMBER);
    expect(periodOf(found('考勤记录', punches), 'punch')).toBeNull();
    expect(periodOf(found('2026年9月考勤表  制表日期：2026-09-25', grid), 'sheet')).toEqual({ from: null, until: '2026-09-25' });
    expect(periodOf(found('2026年9月考勤表', grid), 'sheet')).toBeNull();
  });
});
