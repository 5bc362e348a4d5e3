import { Card } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { FailureGroup } from '../domain/index.ts';
import { useFailures } from './requests.ts';

/** 失败: by cause, with what to do about each. */
export function FailuresPanel() {
  const [url, change] = useUrlState();
  const days = Number(url.get('days') ?? '7');
  const failures = useFailures(days);
  if (failures.error) return <Problem error={failures.error} onRetry={() => void failures.refetch()} />;
  return (
    <div className="stack">
      <div className="integration-filters no-print">
        <Select
          label="时间"
          value={String(days)}
          onChange={(event) => change({ days: event.target.value })}
          choices={[
            { value: '1', name: '最近 1 天' },
            { value: '7', name: '最近 7 天' },
            { value: '31', name: '最近 31 天' },
          ]}
        />
      </div>
      <Card flush>
        {!failures.data ? (
          <Skeleton lines={6} />
        ) : failures.data.items.length === 0 ? (
          <Empty title="这段时间没有失败的消息。" />
        ) : (
          <Table
            caption="失败原因"
            rows={failures.data.items}
            keyOf={(row) => `${row.channel} ${row.direction} ${row.method} ${row.code}`}
            columns={COLUMNS}
            stack
          />
        )}
      </Card>
    </div>
  );
}

const COLUMNS: readonly Column<FailureGroup>[] = [
  {
    key: 'cause',
    head: '原因',
    rowHead: true,
    cell: (row) => (
      <>
        {row.cause}
        <div className="muted small integration-code">
          {row.channelName} {row.method} {row.code}
        </div>
      </>
    ),
  },
  { key: 'cure', head: '怎么办', cell: (row) => row.cure },
  {
    key: 'count',
    head: '次数',
    end: true,
    cell: (row) => (
      <Link
        to={`/integration?tab=messages&channel=${row.channel}&method=${encodeURIComponent(row.method)}&code=${encodeURIComponent(row.code)}&outcome=not-ok`}
      >
        {count(row.count)}
      </Link>
    ),
  },
  { key: 'apps', head: '应用数', end: true, cell: (row) => count(row.apps) },
  { key: 'last', head: '最近一次', cell: (row) => <Link to={`/integration/messages/${row.lastId}`}>{moment(row.lastAt)}</Link> },
];
