import { useQuery } from '@tanstack/react-query';
import { Card } from '#kit/card.tsx';
import { count, month as monthName, yuan } from '#kit/format.ts';
import { IdentityBar } from '#kit/identity-bar.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { AttendanceOfMonth } from '../../attendance/web/index.ts';
import { devicesAddress } from '../../devices/web/index.ts';
import { PayrollOfMonth } from '../../payroll/web/index.ts';
import { RosterList } from '../../roster/web/index.ts';
import { exportAddress } from '../../workbooks/web/index.ts';
import { FlowsOfMonth } from '../../special-accounts/web/index.ts';
import type { ProjectPage as Page } from '../domain/wire.ts';
import { type ProjectTab, warningsAddress } from './addresses.ts';
import { Answer } from './answer.tsx';
import { Completeness } from './completeness.tsx';
import { LedgerFacts } from './ledger-facts.tsx';
import { MonthPick } from './month-pick.tsx';
import { MonthsChart } from './months-chart.tsx';
import { MonthsTable } from './months-table.tsx';
import { PeopleChain } from './people-chain.tsx';
import { ProjectWarnings } from './project-warnings.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { ProjectDocuments } from '#modules/office/documents/web/index.ts';
import { projectQuery } from './requests.ts';
import './project-page.css';

const TABS: readonly { readonly key: ProjectTab; readonly label: string }[] = [
  { key: 'months', label: '月份' },
  { key: 'roster', label: '花名册' },
  { key: 'attendance', label: '考勤' },
  { key: 'payroll', label: '工资表' },
  { key: 'flows', label: '专户流水' },
  { key: 'warnings', label: '预警' },
];

/** The form of the field behind a tab. */
const EXPORTED: Readonly<Partial<Record<ProjectTab, string>>> = {
  months: 'summary',
  roster: 'roster',
  attendance: 'attendance',
  payroll: 'payroll',
  flows: 'labour-cost',
};

/** 项目: was everybody paid, and if not, where did the money stop? Everything below is the proof. */
export default function ProjectPage() {
  const { projectId = '' } = useScreenParams();
  const asked = useQuery(projectQuery(projectId));
  if (asked.isError && asked.data === undefined) {
    return (
      <div className="stack">
        <PageHead title="这个项目没有打开" />
        <Problem error={asked.error} onRetry={() => asked.refetch()} />
      </div>
    );
  }
  if (asked.data === undefined) return <Skeleton lines={10} />;
  return <Project page={asked.data} />;
}

function Project({ page }: { readonly page: Page }) {
  const { today, may } = useMe();
  const { project } = page;
  const mayImport = may.includes('import.records');
  const shown = page.answer.stop?.month ?? newestMonth(page);
  return (
    <div className="stack">
      <IdentityBar
        title={project.name}
        over={
          <>
            <span>{project.code}</span>
            <span>{project.regionName}</span>
            <span>{project.industry}</span>
            <Tag>{project.stateName}</Tag>
            {project.isGovernment === true && <Tag>政府投资</Tag>}
          </>
        }
        facts={[
          { label: '总包', value: project.gcName },
          { label: '建设单位', value: project.ownerName ?? '台账没填' },
          { label: '在场', value: `${count(project.onSite)} 人` },
          {
            label: '各月共欠',
            value:
              project.owedPeople === 0 ? (
                '不欠'
              ) : (
                <span className="danger-text">
                  {count(project.owedPeople)} 人 {yuan(project.owedFen)} 元
                </span>
              ),
          },
          { label: '专户余额', value: page.account.balanceFen === null ? '没有流水' : `${yuan(page.account.balanceFen)} 元` },
          {
            label: '预警',
            value:
              project.worstLevel === null || project.worstLevelName === null ? (
                '没有'
              ) : (
                <Link to={warningsAddress(project.id)}>
                  <LevelTag level={project.worstLevel} name={project.worstLevelName} /> {count(project.openWarnings)} 条
                </Link>
              ),
          },
        ]}
      />
      <Answer page={page} today={today} />
      <Records page={page} today={today} />
      <div className="split">
        <div className="stack">
          <Card title={shown === null ? '谁欠谁的' : `${monthName(shown, today)}谁欠谁的`}>
            <PeopleChain page={page} month={shown} />
          </Card>
          <LedgerFacts ledger={page.ledger} today={today} />
        </div>
        <div className="stack">
          <Card title="每月应发、到账、发放">
            <MonthsChart months={page.months} today={today} />
          </Card>
          <ProjectDocuments projectId={project.id} month={shown} />
          <Completeness page={page} today={today} mayImport={mayImport} />
        </div>
      </div>
    </div>
  );
}

function newestMonth(page: Page): string | null {
  return page.months.reduce<string | null>((newest, row) => (newest === null || row.month > newest ? row.month : newest), null);
}

/** The records behind the answer, one tab a kind; tab, month and page stand in the address. */
function Records({ page, today }: { readonly page: Page; readonly today: string }) {
  const [url, setUrl] = useUrlState();
  const tab = TABS.find((item) => item.key === url.get('tab'))?.key ?? 'months';
  const projectId = page.project.id;
  const month = url.get('month') ?? page.answer.stop?.month ?? newestMonth(page);
  return (
    <div className="card project-records">
      <Tabs
        label="项目的资料"
        selected={tab}
        onSelect={(key) => setUrl({ tab: key === 'months' ? null : key, q: null, which: null, page: null })}
        tabs={TABS.map((item) => (item.key === 'warnings' ? { ...item, count: page.project.openWarnings } : item))}
      >
        {(tab === 'attendance' || tab === 'payroll' || tab === 'flows') && month !== null && (
          <MonthPick months={page.months.map((row) => row.month)} month={month} today={today} onPick={(picked) => setUrl({ month: picked })} />
        )}
        {EXPORTED[tab] !== undefined && (
          <p className="small project-tab-links">
            <Link to={exportAddress({ kind: EXPORTED[tab], project: projectId, month })}>导出这张表</Link>
            <Link to={exportAddress({ kind: EXPORTED[tab], project: projectId, month, blank: true })}>下载预填的空表</Link>
          </p>
        )}
        {tab === 'months' && <MonthsTable projectId={projectId} months={page.months} today={today} />}
        {tab === 'roster' && <RosterList projectId={projectId} today={today} />}
        {tab === 'attendance' && (
          <p className="small project-tab-links">
            <Link to={devicesAddress(projectId)}>考勤设备：上报、缺号、待核实</Link>
          </p>
        )}
        {tab === 'attendance' && <AttendanceOfMonth projectId={projectId} month={month} />}
        {tab === 'payroll' && <PayrollOfMonth projectId={projectId} month={month} />}
        {tab === 'flows' && <FlowsOfMonth projectId={projectId} month={month} today={today} />}
        {tab === 'warnings' && <ProjectWarnings projectId={projectId} />}
      </Tabs>
    </div>
  );
}
