import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { DELIVERY_STATES, type DeliveryState } from '../domain/delivery.ts';
import { explain } from '../domain/explain.ts';
import { METHOD_NAMES } from '../domain/method-names.ts';
import { type DeliveryView, DIFFERENCE_NAMES, type DifferenceRow, type TargetView } from '../domain/wire.ts';
import { Lacking } from './lacking.tsx';
import { ProjectDialog } from './project-dialog.tsx';
import { compare, isMoving, push, retry, setDisabled, useDeliveries, useDifferences, useRefetchTargets, useTargets } from './requests.ts';

/** One 上级平台: its projects, what is on its way with the receipt of each, and where it answers otherwise than we hold. */
export default function TargetPage() {
  const { targetId = '' } = useScreenParams();
  const targets = useTargets();
  const target = targets.data?.items.find((one) => one.id === targetId);
  if (targets.error) {
    return (
      <div className="stack">
        <PageHead title="上级平台没有打开" />
        <Problem error={targets.error} onRetry={() => void targets.refetch()} />
      </div>
    );
  }
  // One that was registered a moment ago is not in the list yet.
  if (!targets.data || (!target && targets.isFetching)) return <Skeleton lines={10} />;
  if (!target) {
    return (
      <div className="stack">
        <PageHead title="没有这个上级平台" sub={<Link to="/integration/targets">回到上级平台</Link>} />
        <Empty title="没有找到，或不归您管理。" />
      </div>
    );
  }
  return <Target target={target} />;
}

function Target({ target }: { readonly target: TargetView }) {
  const { may } = useMe();
  const keeps = may.includes('integration.manage');
  const refetch = useRefetchTargets();
  const { tell } = useTell();
  const [isAdding, setAdding] = useState(false);
  const told = (says: string) => {
    tell(says);
    refetch();
  };
  const pushing = useMutation({
    mutationFn: () => push(target.id),
    onSuccess: ({ queued }) => told(queued === 0 ? '没有新的要报，都已排过队。' : `已排队 ${queued} 条，马上上报。`),
  });
  const state = useMutation({
    mutationFn: () => setDisabled(target.id, target.disabledAt === null),
    onSuccess: () => told(target.disabledAt === null ? '已停止上报。' : '已恢复上报。'),
  });
  const isOn = target.disabledAt === null;
  return (
    <div className="stack">
      <PageHead
        title={target.name}
        sub={
          <>
            <Link to="/integration/targets">上级平台</Link>，{target.profileName}，应用编号 {target.appid}
          </>
        }
        actions={
          keeps && (
            <>
              {isOn && (
                <Button kind="primary" busy={pushing.isPending} onClick={() => pushing.mutate()}>
                  马上上报
                </Button>
              )}
              <Button busy={state.isPending} onClick={() => state.mutate()}>
                {isOn ? '停止上报' : '恢复上报'}
              </Button>
            </>
          )
        }
      />
      <ErrorSummary error={pushing.error ?? state.error} title="没有办成" />
      {isOn ? null : <Notice tone="warn">{moment(target.disabledAt ?? '')} 停止上报。已送达的不变，恢复后接着报。</Notice>}
      <Card
        title="上报的项目"
        flush
        aside={
          keeps && (
            <Button small onClick={() => setAdding(true)}>
              加项目
            </Button>
          )
        }
      >
        {target.projects.length === 0 ? (
          <Empty title="还没有选项目。">加一个项目，填它在对方平台的编码，就开始上报。</Empty>
        ) : (
          <Table caption="项目和对方的编码" rows={target.projects} keyOf={(row) => row.projectId} columns={PROJECTS} stack />
        )}
      </Card>
      <Lacking target={target} keeps={keeps} told={told} />
      <Deliveries target={target} keeps={keeps} told={told} />
      <Differences target={target} keeps={keeps} told={told} />
      {isAdding ? (
        <ProjectDialog
          targetId={target.id}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            told('已加上，马上开始上报。');
          }}
        />
      ) : null}
    </div>
  );
}

const PROJECTS: readonly Column<TargetView['projects'][number]>[] = [
  { key: 'name', head: '项目', rowHead: true, cell: (row) => <Link to={`/projects/${row.projectId}`}>{row.name}</Link> },
  { key: 'code', head: '对方的项目编码', cell: (row) => row.theirCode },
];

interface Part {
  readonly target: TargetView;
  readonly keeps: boolean;
  readonly told: (says: string) => void;
}

function Deliveries({ target, keeps, told }: Part) {
  const [url, change] = useUrlState();
  const state = url.get('state') ?? '';
  const page = Math.max(1, Number(url.get('page') ?? 1) || 1);
  const rows = useDeliveries(target.id, state, page, isMoving(target));
  return (
    <Card
      title="上报的记录"
      flush
      aside={
        <Select
          hideLabel
          label="状态"
          none="全部状态"
          value={state}
          onChange={(event) => change({ state: event.target.value, page: null })}
          choices={Object.entries(DELIVERY_STATES).map(([value, name]) => ({ value, name }))}
        />
      }
    >
      {rows.error ? (
        <Problem error={rows.error} onRetry={() => void rows.refetch()} />
      ) : !rows.data ? (
        <Skeleton lines={6} />
      ) : rows.data.items.length === 0 ? (
        <Empty title={state === '' ? '还没有上报过。' : '没有这种状态的。'} />
      ) : (
        <Table
          caption="每条上报和回执"
          rows={rows.data.items}
          keyOf={(row) => row.id}
          columns={deliveryColumns(keeps, told)}
          stack
          busy={rows.isPlaceholderData}
        />
      )}
      {rows.data ? <Pagination page={page} size={50} total={rows.data.total} onPage={(to) => change({ page: to === 1 ? null : to })} /> : null}
    </Card>
  );
}

const TONES: Readonly<Record<DeliveryState, 'blue' | 'green' | 'orange' | 'red'>> = {
  queued: 'blue',
  sent: 'orange',
  waiting: 'blue',
  asking: 'orange',
  done: 'green',
  failed: 'red',
};

function deliveryColumns(keeps: boolean, told: (says: string) => void): readonly Column<DeliveryView>[] {
  return [
    {
      key: 'what',
      head: '报了什么',
      rowHead: true,
      cell: (row) => (
        <>
          {METHOD_NAMES[row.method] ?? row.method}
          {row.person ? `：${row.person}` : null}
          <div className="muted small">{row.projectName}</div>
        </>
      ),
    },
    {
      key: 'state',
      head: '状态',
      cell: (row) => (
        <>
          <Tag tone={TONES[row.state]}>{row.stateName}</Tag>
          {row.says ? <div className="small">{explain(row.says)}</div> : null}
          {row.state !== 'done' && row.state !== 'failed' && row.attempts > 0 ? (
            <div className="muted small">
              试过 {count(row.attempts)} 次，{moment(row.nextTryAt)} 再试
            </div>
          ) : null}
        </>
      ),
    },
    { key: 'receipt', head: '回执', cell: (row) => (row.serial === null ? <span className="muted">没有</span> : <span className="small">{row.serial}</span>) },
    { key: 'at', head: '时间', oneLine: true, cell: (row) => moment(row.settledAt ?? row.sentAt ?? row.createdAt) },
    {
      key: 'acts',
      head: '可办的事',
      hideHead: true,
      cell: (row) => (keeps && row.state !== 'done' ? <Again row={row} told={told} /> : null),
    },
  ];
}

function Again({ row, told }: { readonly row: DeliveryView; readonly told: (says: string) => void }) {
  const again = useMutation({
    mutationFn: () => retry(row.id),
    onSuccess: () => told(row.state === 'failed' ? '已排队，马上重报。' : '马上再试；可能已经到的先问对方，不会重复。'),
  });
  return (
    <>
      <Button small busy={again.isPending} onClick={() => again.mutate()}>
        {row.state === 'failed' ? '重报' : '马上再试'}
        <span className="vh">：{METHOD_NAMES[row.method] ?? row.method}</span>
      </Button>
      <ErrorSummary error={again.error} title="没有排上" />
    </>
  );
}

function Differences({ target, keeps, told }: Part) {
  const rows = useDifferences(target.id);
  const comparing = useMutation({
    mutationFn: () => compare(target.id),
    onSuccess: ({ items }) => told(items.length === 0 ? '对过了，两边一样。' : `对过了，有 ${items.length} 处不一样。`),
  });
  return (
    <Card
      title="两边不一样的"
      flush
      aside={
        keeps &&
        target.disabledAt === null && (
          <Button small busy={comparing.isPending} onClick={() => comparing.mutate()}>
            和对方核对
          </Button>
        )
      }
    >
      <ErrorSummary error={comparing.error} title="没有核对成" />
      {rows.error ? (
        <Problem error={rows.error} onRetry={() => void rows.refetch()} />
      ) : !rows.data ? (
        <Skeleton lines={3} />
      ) : rows.data.items.length === 0 ? (
        <Empty title="没有不一样的。">核对会把对方存的班组、工人、进退场和工资问一遍，逐条对比。</Empty>
      ) : (
        <Table caption="逐条对比" rows={rows.data.items} keyOf={(row) => `${row.projectId} ${row.kind} ${row.key}`} columns={DIFFERENCES} stack />
      )}
    </Card>
  );
}

const DIFFERENCES: readonly Column<DifferenceRow>[] = [
  {
    key: 'what',
    head: '哪一条',
    rowHead: true,
    cell: (row) => (
      <>
        {DIFFERENCE_NAMES[row.kind]} {row.shown}
        <div className="muted small">{row.projectName}</div>
      </>
    ),
  },
  { key: 'ours', head: '我们这边', cell: (row) => row.ours ?? <span className="muted">没有</span> },
  { key: 'theirs', head: '对方那边', cell: (row) => row.theirs ?? <span className="muted">没有</span> },
  { key: 'seen', head: '核对时间', oneLine: true, cell: (row) => moment(row.seenAt) },
];
