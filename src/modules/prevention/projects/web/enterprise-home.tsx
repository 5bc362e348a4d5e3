import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { LinkButton } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { count, day, month as monthName, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { WarningList } from '#modules/monitoring/warnings/domain/wire.ts';
import type { MonthRow, ProjectPage } from '../domain/wire.ts';
import { monthAddress, projectAddress, type MonthTab } from './addresses.ts';
import { monthsBack } from './months.ts';
import { type MonthStep, stepsOf, type StepKey, urgencyOf } from './month-steps.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { WarningLines } from './project-warnings.tsx';
import { A_PAGE, projectQuery, projectsQuery } from './requests.ts';
import './enterprise-home.css';
import './project-page.css';

/** 本月工资: every project of the enterprise against the five steps of its wage month, red first, with what blocks it. */
export default function EnterpriseHome() {
  const { today, organisation, may } = useMe();
  const [url, setUrl] = useUrlState();
  const pageNo = Math.max(1, Number(url.get('page')) || 1);
  const listed = useQuery(projectsQuery({ q: '', region: '', state: '', owed: false, sort: '-owed', page: pageNo }));
  const pages = useQueries({ queries: (listed.data?.items ?? []).map((row) => projectQuery(row.id)) });
  const wageMonth = monthsBack(today.slice(0, 7), 2)[1] ?? today.slice(0, 7);
  const lines = pages
    .flatMap((asked) => (asked.data === undefined ? [] : [lineOf(asked.data, wageMonth, today)]))
    .sort((a, b) => urgencyOf(a.steps) - urgencyOf(b.steps));
  const late = lines.filter((line) => urgencyOf(line.steps) === 0).length;
  const open = lines.filter((line) => urgencyOf(line.steps) === 1).length;
  const failed = pages.find((asked) => asked.isError);
  return (
    <div className="stack">
      <PageHead
        title={`${monthName(wageMonth, today)}工资`}
        sub={`${organisation}　${count(listed.data?.total ?? 0)} 个项目`}
        actions={
          may.includes('import.records') ? (
            <LinkButton kind="primary" to="/imports">
              导入表
            </LinkButton>
          ) : null
        }
      />
      {late > 0 && (
        <Notice tone="bad">
          <b>{late} 个项目过了发薪日还没发清。</b>先办排在最前的。
        </Notice>
      )}
      {late === 0 && open > 0 && (
        <Notice tone="warn">
          <b>{open} 个项目还没走完。</b>发薪日前办完不会有预警。
        </Notice>
      )}
      <MyWarnings />
      {listed.isError ? (
        <Problem error={listed.error} onRetry={() => listed.refetch()} />
      ) : listed.data === undefined || (lines.length === 0 && listed.data.items.length > 0 && failed === undefined) ? (
        <Card title="我的项目">
          <Skeleton />
        </Card>
      ) : listed.data.items.length === 0 ? (
        <Card title="我的项目">
          <Empty title="还没有登记你单位的项目">第一个工人进场前要办三件：开专户，存工资保证金，立维权告示牌。项目由行业主管部门录入台账。</Empty>
        </Card>
      ) : (
        <Card title="我的项目" flush>
          {failed !== undefined && <Problem error={failed.error} />}
          <ul className="wage-lines">
            {lines.map((line) => (
              <WageLine key={line.page.project.id} line={line} today={today} />
            ))}
          </ul>
          <Pagination page={pageNo} size={A_PAGE} total={listed.data.total} unit="个项目" onPage={(page) => setUrl({ page })} />
        </Card>
      )}
    </div>
  );
}

interface Line {
  readonly page: ProjectPage;
  readonly month: string;
  readonly row: MonthRow | null;
  readonly steps: readonly MonthStep[];
}

const WARNINGS_SHOWN = 5;

/** The warnings the enterprise has to answer, soonest due first; nothing is shown while there are none. */
function MyWarnings() {
  const asked = useQuery({
    queryKey: ['warnings', 'mine', 'home'],
    queryFn: () => api.get<WarningList>('/api/warnings', { mine: true, sort: 'act_by', page: 1, size: WARNINGS_SHOWN }),
  });
  if (asked.data === undefined || asked.data.total === 0) return null;
  return (
    <Card title={`等你单位回复的预警 ${count(asked.data.total)}`} flush aside={<Link to="/warnings?mine=1">看全部</Link>}>
      <ul className="project-warnings">
        <WarningLines rows={asked.data.items} naming />
      </ul>
    </Card>
  );
}

/** The month a project is to settle: the oldest one still owing, else the wage month of the calendar. */
function lineOf(page: ProjectPage, wageMonth: string, today: string): Line {
  const month = page.answer.stop?.month ?? wageMonth;
  const row = page.months.find((candidate) => candidate.month === month) ?? null;
  return { page, month, row, steps: stepsOf(page, row, today) };
}

const TAB_OF: Readonly<Partial<Record<StepKey, MonthTab>>> = { attendance: 'attendance', payroll: 'payroll', inflow: 'flows' };

function WageLine({ line, today }: { readonly line: Line; readonly today: string }) {
  const { page, month, row, steps } = line;
  const { project } = page;
  const blocking = steps.find((step) => step.state === 'late' || step.state === 'now');
  return (
    <li className="wage-line" data-urgency={urgencyOf(steps)}>
      <div className="wage-line-head">
        <div>
          <h3>
            <Link to={projectAddress(project.id)}>{project.name}</Link>
          </h3>
          <p className="muted">
            {monthName(month, today)}
            {row !== null && `　${count(row.payrollHeads)} 人应发 ${yuan(row.dueFen)} 元`}
            {row?.payBy != null && `　${day(row.payBy, today)}前发`}
          </p>
        </div>
        <NextAct line={line} blocking={blocking} />
      </div>
      <ol className="wage-steps" aria-label={`${project.name}的五步`}>
        {steps.map((step, index) => (
          <li key={step.key} data-state={step.state}>
            <span className="wage-step-mark" aria-hidden="true">
              {step.state === 'done' ? '✓' : step.state === 'late' ? '!' : index + 1}
            </span>
            <span className="wage-step-name">{step.name}</span>
            <Link
              className="wage-step-says"
              to={
                step.key === 'roster'
                  ? projectAddress(project.id, { tab: 'roster' })
                  : monthAddress(project.id, month, {
                      ...(TAB_OF[step.key] && { tab: TAB_OF[step.key] }),
                      ...(step.key === 'paid' && step.state !== 'done' && { which: 'owed' }),
                    })
              }
            >
              {step.says}
              <span className="vh">，{step.name}</span>
            </Link>
          </li>
        ))}
      </ol>
      {blocking !== undefined && (
        <p className="wage-line-blocks">
          <b>
            {blocking.state === 'late' ? '卡在' : '下一步'}
            {blocking.name}：
          </b>
          {page.answer.says}
        </p>
      )}
    </li>
  );
}

function NextAct({ line, blocking }: { readonly line: Line; readonly blocking: MonthStep | undefined }) {
  const { project } = line.page;
  const hidden = <span className="vh">：{project.name}</span>;
  if (blocking === undefined) return <LinkButton to={monthAddress(project.id, line.month)}>看发放{hidden}</LinkButton>;
  const kind = blocking.state === 'late' ? 'primary' : 'secondary';
  if (blocking.key === 'inflow' && line.row?.stop.at === 'cannot-tell') {
    return (
      <LinkButton kind={kind} to="/imports">
        导入专户流水{hidden}
      </LinkButton>
    );
  }
  if (blocking.key === 'paid' || blocking.key === 'inflow') {
    const owed = line.row?.owedPeople ?? 0;
    return (
      <LinkButton kind={kind} to={monthAddress(project.id, line.month, owed > 0 ? { which: 'owed' } : {})}>
        {owed > 0 ? `看没拿齐的 ${owed} 人` : '看工人'}
        {hidden}
      </LinkButton>
    );
  }
  return (
    <LinkButton kind={kind} to="/imports">
      导入{blocking.name}
      {hidden}
    </LinkButton>
  );
}
