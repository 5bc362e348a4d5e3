import { count, day, month as monthName, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag, type Tone } from '#kit/tag.tsx';
import type { MonthRow } from '../domain/wire.ts';
import { monthAddress, type WhichWorkers } from './addresses.ts';

/** A month is late from the day after its pay day; before that nothing is wrong yet. */
export function isLate(row: MonthRow, today: string): boolean {
  return row.stop.at !== 'paid' && row.payBy !== null && row.payBy < today;
}

/** The words of the state carry the meaning; the tone only helps. */
export function toneOf(row: MonthRow, today: string): Tone {
  if (row.stop.at === 'paid') return 'green';
  if (!isLate(row, today)) return 'grey';
  return row.stop.at === 'cannot-tell' || row.stop.at === 'no-attendance' ? 'grey' : 'red';
}

/** One line a month, newest first; each figure opens the rows it was counted from. */
export function MonthsTable({ projectId, months, today }: { readonly projectId: string; readonly months: readonly MonthRow[]; readonly today: string }) {
  if (months.length === 0) return <Empty title="还没有月份">导入考勤、工资表、流水后，一个月一行列在这里。</Empty>;
  const newestFirst = [...months].sort((a, b) => (a.month < b.month ? 1 : -1));
  const heads = (value: number, row: MonthRow, which: WhichWorkers, what: string) =>
    value === 0 ? (
      <span className="muted">0 人</span>
    ) : (
      <Link to={monthAddress(projectId, row.month, { which })}>
        {count(value)} 人
        <span className="vh">
          ，{monthName(row.month, today)}
          {what}
        </span>
      </Link>
    );
  return (
    <Table
      caption="每个月的考勤、工资表和发放"
      rows={newestFirst}
      keyOf={(row) => row.month}
      columns={[
        {
          key: 'month',
          head: '月份',
          rowHead: true,
          oneLine: true,
          cell: (row) => <Link to={monthAddress(projectId, row.month)}>{monthName(row.month, today)}</Link>,
        },
        { key: 'state', head: '状态', oneLine: true, cell: (row) => <Tag tone={toneOf(row, today)}>{row.stateName}</Tag> },
        {
          key: 'owed',
          head: '还欠',
          oneLine: true,
          end: true,
          cell: (row) =>
            row.owedPeople === 0 ? (
              <span className="muted">不欠</span>
            ) : (
              <Link className="strong" to={monthAddress(projectId, row.month, { which: 'owed' })}>
                {count(row.owedPeople)} 人 {yuan(row.owedFen)} 元
              </Link>
            ),
        },
        { key: 'attended', head: '考勤', end: true, oneLine: true, cell: (row) => heads(row.attendedHeads, row, 'attended', '考勤') },
        { key: 'payroll', head: '工资表', end: true, oneLine: true, cell: (row) => heads(row.payrollHeads, row, 'on-payroll', '工资表') },
        { key: 'paid-heads', head: '发到', end: true, oneLine: true, cell: (row) => heads(row.paidHeads, row, 'paid', '发到') },
        {
          key: 'due',
          head: '应发',
          end: true,
          oneLine: true,
          cell: (row) => <Link to={monthAddress(projectId, row.month, { tab: 'payroll' })}>{yuan(row.dueFen)} 元</Link>,
        },
        {
          key: 'inflow',
          head: '专户到账',
          end: true,
          oneLine: true,
          cell: (row) => <Link to={monthAddress(projectId, row.month, { tab: 'flows', which: 'inflow' })}>{yuan(row.inflowFen)} 元</Link>,
        },
        {
          key: 'paid',
          head: '发放',
          end: true,
          oneLine: true,
          cell: (row) => <Link to={monthAddress(projectId, row.month, { which: 'paid' })}>{yuan(row.paidFen)} 元</Link>,
        },
        { key: 'by', head: '最晚发薪', oneLine: true, cell: (row) => (row.payBy === null ? '没约定' : day(row.payBy, today)) },
        { key: 'settled', head: '发清', oneLine: true, cell: (row) => (row.settledOn === null ? '—' : day(row.settledOn, today)) },
      ]}
    />
  );
}
