import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useGo } from '#kit/url-state.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { TargetView } from '../domain/wire.ts';
import { useRefetchTargets, useTargets } from './requests.ts';
import { TargetDialog } from './target-dialog.tsx';

/** 上级平台: where our records go, and whether they got there. */
export default function TargetsPage() {
  const { may } = useMe();
  const targets = useTargets();
  const go = useGo();
  const [isAdding, setAdding] = useState(false);
  const refetch = useRefetchTargets();
  const opened = (id: string) => {
    refetch();
    go(`/integration/targets/${id}`);
  };
  const keeps = may.includes('integration.manage');
  return (
    <div className="stack">
      <PageHead
        title="上级平台"
        sub="在这里录一次，自动报给上级平台，不用两边各填一遍"
        actions={
          keeps && (
            <Button kind="primary" onClick={() => setAdding(true)}>
              登记上级平台
            </Button>
          )
        }
      />
      {targets.error ? (
        <Problem error={targets.error} onRetry={() => void targets.refetch()} />
      ) : (
        <Card flush>
          {!targets.data ? (
            <Skeleton lines={4} />
          ) : targets.data.items.length === 0 ? (
            <Empty title="还没有登记上级平台。">登记对方的地址、编号和密钥，选要上报的项目，就开始上报。</Empty>
          ) : (
            <Table caption="上级平台" rows={targets.data.items} keyOf={(row) => row.id} columns={COLUMNS} stack />
          )}
        </Card>
      )}
      {isAdding ? <TargetDialog onClose={() => setAdding(false)} onDone={opened} /> : null}
    </div>
  );
}

const COLUMNS: readonly Column<TargetView>[] = [
  {
    key: 'name',
    head: '平台',
    rowHead: true,
    cell: (row) => (
      <>
        <Link to={`/integration/targets/${row.id}`}>{row.name}</Link>
        <div className="muted small">{row.profileName}</div>
      </>
    ),
  },
  {
    key: 'projects',
    head: '项目',
    cell: (row) => (row.projects.length === 0 ? <span className="muted">还没有选项目</span> : `${count(row.projects.length)} 个`),
  },
  { key: 'moving', head: '在路上', end: true, cell: (row) => count(sum(row, ['queued', 'sent', 'waiting', 'asking'])) },
  { key: 'failed', head: '未送达', end: true, cell: (row) => (row.counts.failed ? <strong>{count(row.counts.failed)}</strong> : '0') },
  {
    key: 'done',
    head: '已送达',
    cell: (row) => (
      <>
        {count(row.counts.done ?? 0)} 条<div className="muted small">{row.lastDoneAt ? `最近 ${moment(row.lastDoneAt)}` : '还没有送达过'}</div>
      </>
    ),
  },
  { key: 'differences', head: '两边不一样', end: true, cell: (row) => (row.differences === 0 ? '0' : <strong>{count(row.differences)}</strong>) },
  { key: 'state', head: '状态', cell: (row) => (row.disabledAt === null ? <Tag tone="green">在用</Tag> : <Tag>已停用</Tag>) },
];

function sum({ counts }: TargetView, states: readonly (keyof TargetView['counts'])[]): number {
  return states.reduce((all, state) => all + (counts[state] ?? 0), 0);
}
