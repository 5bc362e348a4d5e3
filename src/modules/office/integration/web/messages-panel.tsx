import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { CHANNELS, type MessageRow, OUTCOME_NAMES, type Outcome } from '../domain/index.ts';
import { useApps, useMessages } from './requests.ts';

const FILTERS = ['app', 'channel', 'outcome', 'method', 'code', 'from', 'until', 'serial', 'before'] as const;

/** 消息: what was said, the newest first; a million of them are leafed through by their number. */
export function MessagesPanel() {
  const [url, change] = useUrlState();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, url.get(name) ?? undefined]));
  const messages = useMessages(filter);
  const apps = useApps();
  const field = (name: (typeof FILTERS)[number]) => ({
    value: url.get(name) ?? '',
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [name]: event.target.value, before: null }),
  });
  return (
    <div className="stack">
      <div className="integration-filters no-print">
        <Select label="应用" none="全部" {...field('app')} choices={(apps.data?.items ?? []).map((app) => ({ value: app.appid, name: app.name }))} />
        <Select label="通道" none="全部" {...field('channel')} choices={Object.entries(CHANNELS).map(([value, { name }]) => ({ value, name }))} />
        <Select
          label="结果"
          none="全部"
          {...field('outcome')}
          choices={[{ value: 'not-ok', name: '没有成功' }, ...Object.entries(OUTCOME_NAMES).map(([value, name]) => ({ value, name }))]}
        />
        <TextInput label="方法" {...field('method')} />
        <TextInput label="从" type="date" {...field('from')} />
        <TextInput label="到" type="date" {...field('until')} />
        <TextInput label="消息号或导入号" inputMode="numeric" {...field('serial')} />
      </div>
      {messages.error ? (
        <Problem error={messages.error} onRetry={() => void messages.refetch()} />
      ) : (
        <Card flush>
          {!messages.data ? (
            <Skeleton lines={8} />
          ) : messages.data.items.length === 0 ? (
            <Empty title="没有符合的消息。">换一个条件，或到“接口应用”看最近消息。</Empty>
          ) : (
            <Table caption="消息" rows={messages.data.items} keyOf={(row) => row.id} columns={COLUMNS} stack busy={messages.isFetching} />
          )}
        </Card>
      )}
      <div className="row no-print">
        {url.get('before') ? <Button onClick={() => change({ before: null })}>回到最新</Button> : null}
        {messages.data?.next ? <Button onClick={() => change({ before: messages.data.next }, { push: true })}>看更早的</Button> : null}
      </div>
    </div>
  );
}

const TONES: Readonly<Record<Outcome, 'green' | 'yellow' | 'red' | 'orange'>> = { ok: 'green', refused: 'yellow', failed: 'red', unknown: 'orange' };

export function OutcomeTag({ outcome }: { readonly outcome: Outcome }) {
  return <Tag tone={TONES[outcome]}>{OUTCOME_NAMES[outcome]}</Tag>;
}

const COLUMNS: readonly Column<MessageRow>[] = [
  {
    key: 'at',
    head: '时间',
    rowHead: true,
    cell: (row) => (
      <>
        <Link to={`/integration/messages/${row.id}`}>{moment(row.at)}</Link>
        <div className="muted small">消息 {row.id}</div>
      </>
    ),
  },
  {
    key: 'app',
    head: '应用',
    cell: (row) => (
      <>
        {row.appName ?? row.target ?? '未登记的调用方'}
        <div className="muted small">
          {row.channelName}，{row.direction === 'in' ? '收到' : '发出'}
        </div>
      </>
    ),
  },
  { key: 'method', head: '方法', oneLine: true, cell: (row) => <span className="integration-code">{row.method}</span> },
  {
    key: 'outcome',
    head: '结果',
    cell: (row) => (
      <>
        <OutcomeTag outcome={row.outcome} />
        {row.cause ? <div className="small">{row.cause.split('\n')[0]}</div> : null}
      </>
    ),
  },
  { key: 'records', head: '记录', end: true, cell: (row) => count(row.records) },
  { key: 'took', head: '用时（毫秒）', end: true, cell: (row) => count(row.tookMs) },
];
