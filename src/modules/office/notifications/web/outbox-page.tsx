import './notices.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { Card, Notice } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag, type Tone } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import { CHANNELS, KIND_NAMES, MESSAGE_STATE_NAMES } from '../domain/channels.ts';
import type { MessageRow, MessageState, Outbox } from '../domain/wire.ts';

const SIZE = 50;
const SETTLES = 3000;
const TONES: Readonly<Record<MessageState, Tone>> = { queued: 'blue', sent: 'green', delivered: 'green', unknown: 'orange', failed: 'red' };

/** 发件箱: each message that left the product, or was kept here because no way out is set up. */
export default function OutboxPage() {
  const [url, change] = useUrlState();
  const today = useToday();
  const channel = url.get('channel') ?? '';
  const state = url.get('state') ?? '';
  const page = Math.max(1, Number(url.get('page') ?? 1) || 1);
  const outbox = useQuery({
    queryKey: ['outbox', channel, state, page],
    queryFn: ({ signal }) => api.get<Outbox>('/api/outbox', { channel, state, page, size: SIZE }, signal),
    placeholderData: keepPreviousData,
    // What is on its way is decided in a moment: somebody who looks sees it settle without asking again.
    refetchInterval: ({ state: { data } }) => (data?.items.some((row) => row.state === 'queued') ? SETTLES : false),
  });
  const connected = outbox.data?.connected ?? [];
  return (
    <div className="stack">
      <PageHead title="发件箱" sub={outbox.data ? `${count(outbox.data.total)} 条` : undefined} />
      {outbox.data ? (
        <Notice tone={connected.length === 0 ? 'warn' : 'plain'}>
          {connected.length === 0
            ? '没有接通任何外发通道：消息只留在这里，没有发给任何人。接通的办法见运维说明。'
            : `已接通：${connected.map((one) => CHANNELS[one].name).join('、')}。没有接通的通道，消息只留在这里。`}
        </Notice>
      ) : null}
      <div className="row no-print">
        <Select
          label="通道"
          none="全部通道"
          value={channel}
          choices={Object.entries(CHANNELS).map(([value, { name }]) => ({ value, name }))}
          onChange={(event) => change({ channel: event.target.value })}
        />
        <Select
          label="状态"
          none="全部状态"
          value={state}
          choices={Object.entries(MESSAGE_STATE_NAMES).map(([value, name]) => ({ value, name }))}
          onChange={(event) => change({ state: event.target.value })}
        />
      </div>
      {outbox.error ? (
        <Problem error={outbox.error} onRetry={() => void outbox.refetch()} />
      ) : (
        <Card flush>
          {!outbox.data ? (
            <Skeleton lines={8} />
          ) : outbox.data.items.length === 0 ? (
            <Empty title="没有这样的消息。">有人打开了短信、邮件等提醒，并且有事到他那里，这里才会有。</Empty>
          ) : (
            <Table caption="发件箱" rows={outbox.data.items} keyOf={(row) => row.id} columns={columnsOf(today)} stack busy={outbox.isPlaceholderData} />
          )}
        </Card>
      )}
      {outbox.data ? <Pagination page={page} size={SIZE} total={outbox.data.total} onPage={(to) => change({ page: to === 1 ? null : to })} /> : null}
    </div>
  );
}

function columnsOf(today: string): readonly Column<MessageRow>[] {
  return [
    { key: 'at', head: '时间', oneLine: true, cell: (row) => moment(row.sentAt ?? row.at, today) },
    {
      key: 'to',
      head: '发给谁',
      rowHead: true,
      cell: (row) => (
        <>
          {row.to}
          <div className="muted small">
            {CHANNELS[row.channel].name} {row.addressMask}
          </div>
        </>
      ),
    },
    { key: 'kind', head: '种类', oneLine: true, cell: (row) => KIND_NAMES[row.kind] },
    { key: 'text', head: '内容', cell: (row) => <div className="outbox-text">{row.shown}</div> },
    {
      key: 'state',
      head: '状态',
      cell: (row) => (
        <>
          {row.isLocal ? <Tag>只留在这里</Tag> : <Tag tone={TONES[row.state]}>{MESSAGE_STATE_NAMES[row.state]}</Tag>}
          {row.cause ? <div className="muted small">{row.cause}</div> : null}
          {row.nextTryAt ? <div className="muted small">{moment(row.nextTryAt, today)} 发</div> : null}
        </>
      ),
    },
  ];
}
