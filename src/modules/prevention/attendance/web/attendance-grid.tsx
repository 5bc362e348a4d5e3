import { useQuery } from '@tanstack/react-query';
import { Empty } from '#kit/states.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { AttendanceRow } from '../../projects/domain/wire.ts';
import { Listed } from '../../projects/web/listed.tsx';
import { daysIn, weekdayOf } from '../../projects/web/months.ts';
import { attendanceQuery, GRID_PAGE } from '../../projects/web/requests.ts';
import './attendance-grid.css';

/** The marks of the paper 考勤表: √ 出勤, △ 半天, blank 没有. */
const MARKS: Readonly<Record<string, { readonly mark: string; readonly says: string }>> = {
  '1': { mark: '√', says: '出勤' },
  h: { mark: '△', says: '半天' },
  '0': { mark: '', says: '没有' },
};
const NO_MARK = { mark: '', says: '没有' };

/** 考勤 of one month as the paper has it: a line a worker, a column a day. */
export function AttendanceOfMonth({ projectId, month }: { readonly projectId: string; readonly month: string | null }) {
  const [url, setUrl] = useUrlState();
  const page = Math.max(1, Number(url.get('page')) || 1);
  const asked = useQuery({ ...attendanceQuery(projectId, { month: month ?? '', page }), enabled: month !== null });
  const empty = <Empty title="这个月没有考勤">闸机、考勤机导出的表，或每月的考勤表，都能导入。</Empty>;
  if (month === null) return empty;
  return (
    <Listed asked={asked} page={page} size={GRID_PAGE} unit="人" onPage={(next) => setUrl({ page: next })} empty={empty}>
      {(rows) => <Grid rows={rows} month={month} />}
    </Listed>
  );
}

function Grid({ rows, month }: { readonly rows: readonly AttendanceRow[]; readonly month: string }) {
  const days = Array.from({ length: daysIn(month) }, (_, index) => index + 1);
  const isRestDay = (day: number) => [0, 6].includes(weekdayOf(month, day));
  return (
    <>
      <p className="attendance-legend muted small">
        √ 出勤　△ 半天　空白 没有　<span className="attendance-rest">灰底</span> 周六、周日
      </p>
      <section className="table-scroll" tabIndex={0} aria-label="考勤表，一行一人，一列一天">
        <table className="table attendance-grid">
          <caption className="vh">考勤表</caption>
          <thead>
            <tr>
              <th scope="col" className="attendance-name">
                姓名
              </th>
              <th scope="col" className="end">
                合计
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className={isRestDay(day) ? 'attendance-rest' : undefined}>
                  {day}
                  <span className="vh"> 日</span>
                </th>
              ))}
              <th scope="col">来源</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.personId}>
                <th scope="row" className="attendance-name">
                  {row.name}
                  {row.team !== null && <span className="muted small attendance-team">{row.team}</span>}
                </th>
                <td className="end number">{row.attendedDays} 天</td>
                {days.map((day) => {
                  const { mark, says } = MARKS[row.days[day - 1] ?? '0'] ?? NO_MARK;
                  return (
                    <td key={day} className={isRestDay(day) ? 'attendance-rest' : undefined}>
                      <span aria-hidden="true">{mark}</span>
                      <span className="vh">{says}</span>
                    </td>
                  );
                })}
                <td className="one-line muted">{row.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
