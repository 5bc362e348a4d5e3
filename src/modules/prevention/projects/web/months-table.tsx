import { count, day, month as monthName, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Tag, type Tone } from '#kit/tag.tsx';
import type { MonthRow } from '../domain/wire.ts';
import { monthAddress, type WhichWorkers } from './addresses.ts';

/** The words of the state carry the meaning; the tone only helps. */
export function toneOf(row: MonthRow): Tone {
  if (row.stop.at === 'paid') return 'green';
  return row.stop.at === 'cannot-tell' || row.stop.at === 'no-attendance' ? 'grey' : 'red';
}

/** One line a month, newest first; each figure opens the rows it was counted from. */
export function MonthsTable({ projectId, months, today }: { readonly projectId: string; readonly months: readonly MonthRow[]; readonly today: string }) {
  const newestFirst = [...months].sort((a, b) => (a.month < b.month ? 1 : -1));
  return (
    <div className="table-scroll" role="region" aria-label="每个月的考勤、工资表和发放" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">月份</th>
            <th scope="col" className="number">
              考勤
            </th>
            <th scope="col" className="number">
              工资表
            </th>
            <th scope="col" className="number">
              发到
            </th>
            <th scope="col" className="number">
              应发（元）
            </th>
            <th scope="col" className="number">
              专户到账（元）
            </th>
            <th scope="col" className="number">
              发放（元）
            </th>
            <th scope="col" className="number">
              还欠
            </th>
            <th scope="col">最晚发薪</th>
            <th scope="col">发清</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((row) => (
            <tr key={row.month}>
              <th scope="row">
                <Link to={monthAddress(projectId, row.month)}>{monthName(row.month, today)}</Link>
              </th>
              <Heads row={row} projectId={projectId} value={row.attendedHeads} which="attended" what="考勤" today={today} />
              <Heads row={row} projectId={projectId} value={row.payrollHeads} which="on-payroll" what="工资表" today={today} />
              <Heads row={row} projectId={projectId} value={row.paidHeads} which="paid" what="发到" today={today} />
              <td className="number">
                <Link className="figure-link" to={monthAddress(projectId, row.month, { tab: 'payroll' })}>
                  {yuan(row.dueFen)}
                </Link>
              </td>
              <td className="number">
                <Link className="figure-link" to={monthAddress(projectId, row.month, { tab: 'flows' })}>
                  {yuan(row.inflowFen)}
                </Link>
              </td>
              <td className="number">
                <Link className="figure-link" to={monthAddress(projectId, row.month, { which: 'paid' })}>
                  {yuan(row.paidFen)}
                </Link>
              </td>
              <td className="number">
                {row.owedPeople === 0 ? (
                  <span className="muted">不欠</span>
                ) : (
                  <Link className="figure-link danger-text strong" to={monthAddress(projectId, row.month, { which: 'owed' })}>
                    {count(row.owedPeople)} 人 {yuan(row.owedFen)} 元
                  </Link>
                )}
              </td>
              <td className="number">{row.payBy === null ? '没约定' : day(row.payBy, today)}</td>
              <td className="number">{row.settledOn === null ? '—' : day(row.settledOn, today)}</td>
              <td>
                <Tag tone={toneOf(row)}>{row.stateName}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads({
  row,
  projectId,
  value,
  which,
  what,
  today,
}: {
  readonly row: MonthRow;
  readonly projectId: string;
  readonly value: number;
  readonly which: WhichWorkers;
  readonly what: string;
  readonly today: string;
}) {
  return (
    <td className="number">
      {value === 0 ? (
        <span className="muted">0 人</span>
      ) : (
        <Link className="figure-link" to={monthAddress(projectId, row.month, { which })}>
          {count(value)} 人
          <span className="vh">
            ，{monthName(row.month, today)}
            {what}
          </span>
        </Link>
      )}
    </td>
  );
}
