import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { count, day, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { AppFeedRow, FeedWarning, FreshnessRow } from '../domain/index.ts';
import { useAppFeeds, useFreshness } from './requests.ts';

const FEEDS = ['attendance', 'flows', 'payroll', 'roster'] as const;
const NAMES = { attendance: '考勤', flows: '专户流水', payroll: '工资支付表', roster: '花名册' } as const;

/** 数据更新: how long each connected system is silent, up to which day each feed of each project speaks, and the warning where one stopped. */
export function FreshnessPanel() {
  const [url, change] = useUrlState();
  const rows = useFreshness({ after: url.get('after') ?? undefined, q: url.get('q') ?? undefined });
  return (
    <div className="stack">
      <AppFeeds />
      <div className="integration-filters no-print">
        <TextInput label="找项目" type="search" value={url.get('q') ?? ''} onChange={(event) => change({ q: event.target.value, after: null })} />
      </div>
      {rows.error ? (
        <Problem error={rows.error} onRetry={() => void rows.refetch()} />
      ) : (
        <Card title="各项目的数据" flush>
          {!rows.data ? (
            <Skeleton lines={8} />
          ) : rows.data.items.length === 0 ? (
            <Empty title="没有符合的项目。" />
          ) : (
            <Table caption="各项目的数据更新" rows={rows.data.items} keyOf={(row) => row.projectId} columns={COLUMNS} stack />
          )}
        </Card>
      )}
      <div className="row no-print">
        {url.get('after') ? <Button onClick={() => change({ after: null })}>回到开头</Button> : null}
        {rows.data?.next ? <Button onClick={() => change({ after: rows.data.next }, { push: true })}>看后面的项目</Button> : null}
      </div>
    </div>
  );
}

const COLUMNS: readonly Column<FreshnessRow>[] = [
  { key: 'project', head: '项目', rowHead: true, cell: (row) => <Link to={`/projects/${row.projectId}`}>{row.projectName}</Link> },
  ...FEEDS.map((feed) => ({ key: feed, head: NAMES[feed], cell: (row: FreshnessRow) => <Feed row={row} feed={feed} /> })),
];

function Feed({ row, feed }: { readonly row: FreshnessRow; readonly feed: (typeof FEEDS)[number] }) {
  const one = row.feeds.find((each) => each.feed === feed);
  if (!one) return null;
  return (
    <>
      {one.through === null ? <span className="muted">没有报过</span> : `截至 ${day(one.through)}`}
      {one.arrived === null ? null : <div className="muted small">{day(one.arrived)}收到</div>}
      <Warned warning={one.warning} />
    </>
  );
}

function Warned({ warning }: { readonly warning: FeedWarning | null }) {
  if (warning === null) return null;
  return (
    <div className="small">
      <Link to={`/warnings/${warning.id}`}>{WARNED[warning.ruleCode] ?? '看预警'}</Link>
      <div className="muted">由{warning.dutyName}处理</div>
    </div>
  );
}

const WARNED: Readonly<Record<string, string>> = {
  'W-OPS-05': '已断流，看预警',
  'DIS-01': '没有编制，看预警',
  'W-ATT-02': '没有开始，看预警',
  'W-ATT-09': '设备有问题，看预警',
};

/** 接口应用: when each system last said something, last brought something, and who has to act where it fell silent. */
function AppFeeds() {
  const feeds = useAppFeeds();
  return (
    <Card title="接口应用" flush aside={<span className="muted small">只列报送数据的应用，最久没有数据的在前</span>}>
      {feeds.error ? (
        <Problem error={feeds.error} onRetry={() => void feeds.refetch()} />
      ) : !feeds.data ? (
        <Skeleton lines={4} />
      ) : feeds.data.items.length === 0 ? (
        <Empty title="还没有报送数据的接口应用。">在“接口应用”里登记。</Empty>
      ) : (
        <Table caption="接口应用的数据" rows={feeds.data.items} keyOf={(row) => row.appid} columns={APP_COLUMNS} stack />
      )}
    </Card>
  );
}

const APP_COLUMNS: readonly Column<AppFeedRow>[] = [
  {
    key: 'app',
    head: '应用',
    rowHead: true,
    cell: (row) => (
      <>
        <Link to={`/integration?tab=messages&app=${row.appid}`}>{row.name}</Link>
        <div className="muted small">
          {row.channelName}，{row.projectName ?? (row.channel === 'device' ? '还没有登记到项目' : '不限项目')}
        </div>
      </>
    ),
  },
  { key: 'last', head: '最近消息', cell: (row) => (row.lastAt === null ? <span className="muted">没有来过</span> : moment(row.lastAt)) },
  { key: 'good', head: '最近有效数据', cell: (row) => (row.lastGoodAt === null ? <span className="muted">没有报过</span> : moment(row.lastGoodAt)) },
  {
    key: 'silent',
    head: '多久没有数据',
    cell: (row) => (
      <>
        {row.silentDays === null ? (
          <span className="muted">还没有开始</span>
        ) : row.isSilent ? (
          <Tag tone="orange">{count(row.silentDays)} 天没有数据</Tag>
        ) : row.silentDays === 0 ? (
          '今天有数据'
        ) : (
          `${count(row.silentDays)} 天`
        )}
        <Warned warning={row.warning} />
        {row.isSilent && row.warning === null ? (
          <div className="muted small">
            由{row.actsBy}恢复{row.projectName === null ? '；各项目是否断流，看下面各项目的数据' : ''}
          </div>
        ) : null}
      </>
    ),
  },
];
