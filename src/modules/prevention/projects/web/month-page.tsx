import { useQuery } from '@tanstack/react-query';
import { Card } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { count, day, month as monthName, yuan } from '#kit/format.ts';
import { IdentityBar } from '#kit/identity-bar.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { Tag } from '#kit/tag.tsx';
import { useGo, useUrlState } from '#kit/url-state.ts';
import { AttendanceOfMonth } from '../../attendance/web/index.ts';
import { PayrollOfMonth } from '../../payroll/web/index.ts';
import { FlowsOfMonth } from '../../special-accounts/web/index.ts';
import type { MonthRow, ProjectPage } from '../domain/wire.ts';
import { type MonthTab, monthAddress, projectAddress } from './addresses.ts';
import { MoneyChain } from './money-chain.tsx';
import { isLate, toneOf } from './months-table.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { projectQuery } from './requests.ts';
import { WorkersOfMonth } from './workers-of-month.tsx';
import './project-page.css';
import './answer.css';

const TABS: readonly { readonly key: MonthTab; readonly label: string }[] = [
  { key: 'workers', label: '工人' },
  { key: 'attendance', label: '考勤' },
  { key: 'payroll', label: '工资表' },
  { key: 'flows', label: '专户流水' },
];

/** One wage month of a project: the workers behind every figure, and the three papers behind the workers. */
export default function MonthPage() {
  const { projectId = '', month = '' } = useScreenParams();
  const asked = useQuery(projectQuery(projectId));
  if (asked.isError && asked.data === undefined) {
    return (
      <div className="stack">
        <PageHead title="这个月没有打开" />
        <Problem error={asked.error} onRetry={() => asked.refetch()} />
      </div>
    );
  }
  if (asked.data === undefined) return <Skeleton lines={10} />;
  return <Month page={asked.data} month={month} />;
}

function Month({ page, month }: { readonly page: ProjectPage; readonly month: string }) {
  const { today } = useMe();
  const [url, setUrl] = useUrlState();
  const go = useGo();
  const tab = TABS.find((item) => item.key === url.get('tab'))?.key ?? 'workers';
  const { project } = page;
  const row = page.months.find((candidate) => candidate.month === month);
  const others = [...new Set([...page.months.map((candidate) => candidate.month), month])].sort().reverse();
  return (
    <div className="stack">
      <IdentityBar
        title={`${monthName(month, today)}工资`}
        over={<Link to={projectAddress(project.id)}>{project.name}</Link>}
        dueLabel={row?.payBy ? '最晚发薪' : ''}
        due={row?.payBy ? day(row.payBy, today) : null}
        facts={row === undefined ? [{ label: '总包', value: project.gcName }] : monthFacts(row, project.gcName, today)}
      />
      {row !== undefined && (
        <Card>
          <MoneyChain page={page} month={row} stop={row.stop} isLate={isLate(row, today)} today={today} />
        </Card>
      )}
      <div className="card project-records">
        <div className="month-pick">
          <Select
            label="换个月看"
            value={month}
            onChange={(event) => go(monthAddress(project.id, event.target.value, { tab }))}
            choices={others.map((value) => ({ value, name: monthName(value, today) }))}
          />
        </div>
        <Tabs
          label="这个月的资料"
          tabs={TABS}
          selected={tab}
          onSelect={(key) => setUrl({ tab: key === 'workers' ? null : key, which: null, team: null, q: null, page: null })}
        >
          {tab === 'workers' && <WorkersOfMonth projectId={project.id} month={month} teams={teamsOf(page)} today={today} />}
          {tab === 'attendance' && <AttendanceOfMonth projectId={project.id} month={month} />}
          {tab === 'payroll' && <PayrollOfMonth projectId={project.id} month={month} />}
          {tab === 'flows' && <FlowsOfMonth projectId={project.id} month={month} today={today} />}
        </Tabs>
      </div>
    </div>
  );
}

function teamsOf(page: ProjectPage): string[] {
  return [...new Set(page.chain.subcontractors.flatMap((subcontractor) => subcontractor.teams.map((team) => team.name)))].filter((team) => team !== '');
}

function monthFacts(row: MonthRow, gcName: string, today: string) {
  return [
    { label: '总包', value: gcName },
    { label: '状态', value: <Tag tone={toneOf(row, today)}>{row.stateName}</Tag> },
    { label: '考勤', value: `${count(row.attendedHeads)} 人` },
    { label: '工资表', value: `${count(row.payrollHeads)} 人 ${yuan(row.dueFen)} 元` },
    { label: '发放', value: `${count(row.paidHeads)} 人 ${yuan(row.paidFen)} 元` },
    {
      label: '还欠',
      value:
        row.owedPeople === 0 ? (
          '不欠'
        ) : (
          <span className="danger-text">
            {count(row.owedPeople)} 人 {yuan(row.owedFen)} 元
          </span>
        ),
    },
    ...(row.settledOn === null ? [] : [{ label: '发清', value: day(row.settledOn, today) }]),
  ];
}
