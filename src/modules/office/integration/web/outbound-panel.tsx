import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Checkbox, ChoiceGroup, Select, TextInput } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { DELIVERY_NAMES, type EventKind, type OutboundRow, type WebhookRow } from '../domain/index.ts';
import { useApps, useOutbound, useRefetch, useWebhooks } from './requests.ts';

/** 推送与上报: who is told of what happens, and what is on its way to them. */
export function OutboundPanel() {
  const [url, change] = useUrlState();
  const hooks = useWebhooks();
  const outbound = useOutbound({ state: url.get('state') ?? undefined, before: url.get('before') ?? undefined });
  const refetch = useRefetch();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <div className="stack">
      <Card
        title="事件推送"
        flush
        aside={
          <Button small onClick={() => setAdding(true)}>
            登记推送
          </Button>
        }
      >
        {hooks.error ? (
          <Problem error={hooks.error} onRetry={() => void hooks.refetch()} />
        ) : !hooks.data ? (
          <Skeleton lines={3} />
        ) : hooks.data.items.length === 0 ? (
          <Empty title="还没有登记事件推送。">登记后，预警、入库和断流等事件会签名推送到对方地址。</Empty>
        ) : (
          <Table caption="登记的推送地址" rows={hooks.data.items} keyOf={(row) => row.id} columns={hookColumns(hooks.data.kinds, refetch)} stack />
        )}
      </Card>
      <div className="integration-filters no-print">
        <Select
          label="状态"
          none="全部"
          value={url.get('state') ?? ''}
          onChange={(event) => change({ state: event.target.value, before: null })}
          choices={Object.entries(DELIVERY_NAMES).map(([value, name]) => ({ value, name }))}
        />
      </div>
      <Card title="送出的" flush>
        {outbound.error ? (
          <Problem error={outbound.error} onRetry={() => void outbound.refetch()} />
        ) : !outbound.data ? (
          <Skeleton lines={6} />
        ) : outbound.data.items.length === 0 ? (
          <Empty title="没有送出的消息。" />
        ) : (
          <Table caption="送出的消息" rows={outbound.data.items} keyOf={(row) => `${row.kind} ${row.id}`} columns={outboundColumns(refetch)} stack />
        )}
      </Card>
      {outbound.data?.next ? (
        <div className="row no-print">
          <Button onClick={() => change({ before: outbound.data.next }, { push: true })}>看更早的</Button>
        </div>
      ) : null}
      {isAdding ? (
        <HookDialog
          kinds={hooks.data?.kinds ?? []}
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
            refetch();
          }}
        />
      ) : null}
      {secret === null ? null : (
        <Dialog title="推送密钥" onClose={() => setSecret(null)}>
          <div className="stack">
            <p className="integration-secret">{secret}</p>
            <p>对方用它核对签名。只显示这一次，请当面或用加密方式交给对方。</p>
            <DialogFoot>
              <Button kind="primary" onClick={() => setSecret(null)}>
                已记下，关上
              </Button>
            </DialogFoot>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function hookColumns(kinds: readonly EventKind[], refetch: () => void): readonly Column<WebhookRow>[] {
  const nameOf = (kind: string) => (kind === '*' ? '全部事件' : (kinds.find((one) => one.kind === kind)?.name ?? kind));
  return [
    {
      key: 'url',
      head: '推送到',
      rowHead: true,
      cell: (row) => (
        <>
          <span className="integration-code">{row.url}</span>
          <div className="muted small">
            {row.appName}，密钥尾号 {row.hint}
          </div>
        </>
      ),
    },
    { key: 'kinds', head: '事件', cell: (row) => row.kinds.map(nameOf).join('、') },
    {
      key: 'state',
      head: '状态',
      cell: (row) => (
        <>
          {row.isActive ? <Tag tone="green">在用</Tag> : <Tag>已停</Tag>}
          <div className="small">
            待送 {count(row.waiting)}，搁置 {count(row.parked)}
          </div>
          <div className="muted small">{row.lastDeliveredAt ? `最近送达 ${moment(row.lastDeliveredAt)}` : '还没有送达过'}</div>
        </>
      ),
    },
    { key: 'acts', head: '可办的事', hideHead: true, cell: (row) => <HookState row={row} refetch={refetch} /> },
  ];
}

function HookState({ row, refetch }: { readonly row: WebhookRow; readonly refetch: () => void }) {
  const change = useMutation({
    mutationFn: () => api.post<void>(`/api/integration/webhooks/${row.id}/state`, { ended: row.isActive }),
    onSuccess: refetch,
  });
  return (
    <Button small busy={change.isPending} onClick={() => change.mutate()}>
      {row.isActive ? '停止推送' : '恢复推送'}
      <span className="vh">：{row.url}</span>
    </Button>
  );
}

function outboundColumns(refetch: () => void): readonly Column<OutboundRow>[] {
  return [
    {
      key: 'what',
      head: '内容',
      rowHead: true,
      cell: (row) => (
        <>
          <span className="integration-code">{row.what}</span>
          <div className="muted small">{moment(row.at)}</div>
        </>
      ),
    },
    { key: 'to', head: '送到', cell: (row) => <span className="integration-code">{row.to}</span> },
    {
      key: 'state',
      head: '状态',
      cell: (row) => (
        <>
          <Tag tone={TONES[row.state]}>{DELIVERY_NAMES[row.state]}</Tag>
          {row.tries > 0 ? (
            <div className="small">
              {row.again === 'ask' ? '查过' : '送过'} {count(row.tries)} 次
            </div>
          ) : null}
          {row.cause ? <div className="small">{row.cause}</div> : null}
          {row.nextTryAt && row.tries > 0 ? (
            <div className="muted small">
              下次{row.again === 'ask' ? '查询' : ''} {moment(row.nextTryAt)}
            </div>
          ) : null}
        </>
      ),
    },
    {
      key: 'acts',
      head: '可办的事',
      hideHead: true,
      cell: (row) => (
        <>
          {row.again === null ? null : <Again row={row} asks={row.again === 'ask'} refetch={refetch} />}
          {row.next === null ? null : (
            <div className="small">
              {row.next.says} {row.next.link === null ? null : <Link to={row.next.link}>打开批次</Link>}
            </div>
          )}
        </>
      ),
    },
  ];
}

const TONES: Readonly<Record<OutboundRow['state'], 'green' | 'red' | 'blue' | 'orange'>> = {
  waiting: 'blue',
  delivered: 'green',
  parked: 'red',
  unknown: 'orange',
};

function Again({ row, asks, refetch }: { readonly row: OutboundRow; readonly asks: boolean; readonly refetch: () => void }) {
  const { tell } = useTell();
  const again = useMutation({
    mutationFn: () => api.post<void>(`/api/integration/outbound/${row.kind}/${row.id}/replay`),
    onSuccess: () => {
      tell(asks ? '已向银行查询，结果看这一行。' : '已排队，马上送。');
      refetch();
    },
    onError: (problem) => tell(problem.message),
  });
  return (
    <Button small busy={again.isPending} onClick={() => again.mutate()}>
      {asks ? '向银行查询' : '马上送'}
      <span className="vh">：{row.what}</span>
    </Button>
  );
}

function HookDialog({
  kinds,
  onClose,
  onDone,
}: {
  readonly kinds: readonly EventKind[];
  readonly onClose: () => void;
  readonly onDone: (secret: string) => void;
}) {
  const apps = useApps();
  const [appid, setAppid] = useState('');
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [algorithm, setAlgorithm] = useState('hmac-sha256');
  const add = useMutation({
    mutationFn: () => api.post<{ readonly id: string; readonly secret: string }>('/api/integration/webhooks', { appid, url, kinds: chosen, algorithm }),
    onSuccess: ({ secret }) => onDone(secret),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  return (
    <Dialog title="登记事件推送" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={add.error} title="推送没有登记" fieldId={(path) => `hook-${path.split('.')[0] ?? ''}`} />
        <Select
          label="应用"
          id="hook-appid"
          none="选一个应用"
          value={appid}
          onChange={(event) => setAppid(event.target.value)}
          choices={(apps.data?.items ?? []).filter((app) => app.disabledAt === null).map((app) => ({ value: app.appid, name: app.name }))}
        />
        <TextInput label="推送地址" id="hook-url" type="url" hint="https 开头的公网地址" value={url} onChange={(event) => setUrl(event.target.value)} />
        <ChoiceGroup legend="推送哪些事件">
          {kinds.map((kind) => (
            <Checkbox
              key={kind.kind}
              label={kind.name}
              checked={chosen.includes(kind.kind)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, kind.kind] : chosen.filter((one) => one !== kind.kind))}
            />
          ))}
        </ChoiceGroup>
        <Select
          label="签名算法"
          value={algorithm}
          onChange={(event) => setAlgorithm(event.target.value)}
          choices={[
            { value: 'hmac-sha256', name: 'HMAC-SHA256' },
            { value: 'hmac-sm3', name: 'HMAC-SM3（国密）' },
          ]}
        />
        <DialogFoot>
          <Button type="submit" kind="primary" busy={add.isPending}>
            登记并取得密钥
          </Button>
          <Button onClick={onClose}>先不登记</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
