import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { day } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { FreshnessRow } from '../domain/index.ts';
import { useFreshness } from './requests.ts';

const FEEDS = ['attendance', 'flows', 'payroll', 'roster'] as const;
const NAMES = { attendance: '考勤', flows: '专户流水', payroll: '工资支付表', roster: '花名册' } as const;

/** 数据更新: up to which day each feed of each project speaks, and the warning where one stopped. */
export function FreshnessPanel() {
  const [url, change] = useUrlState();
  const rows = useFreshness({ after: url.get('after') ?? undefined, q: url.get('q') ?? undefined });
  return (
    <div className="stack">
      <div className="integration-filters no-print">
        <TextInput label="找项目" type="search" value={url.get('q') ?? ''} onChange={(event) => change({ q: event.target.value, after: null })} />
      </div>
      {rows.error ? (
        <Problem error={rows.error} onRetry={() => void rows.refetch()} />
      ) : (
        <Card flush>
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
      {one.warningId === null ? null : (
        <div>
          <Link to={`/warnings/${one.warningId}`}>已断流，看预警</Link>
        </div>
      )}
    </>
  );
}
