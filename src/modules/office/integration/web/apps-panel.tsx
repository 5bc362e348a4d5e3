import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Select, TextArea, TextInput } from '#kit/field.tsx';
import { count, day, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { type AppRow, type ChannelSettings, type NewKey, OUTCOME_NAMES } from '../domain/index.ts';
import { AppDialog } from './app-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useApps, useRefetch } from './requests.ts';

type Asking = { readonly kind: 'new' } | { readonly kind: 'change' | 'settings' | 'rotate' | 'disable'; readonly app: AppRow } | null;

/** 接口应用: who may speak with us, with which key, from where and how often. */
export function AppsPanel() {
  const apps = useApps();
  const refetch = useRefetch();
  const [asking, setAsking] = useState<Asking>(null);
  const [key, setKey] = useState<NewKey | null>(null);
  const done = (made: NewKey | null) => {
    setAsking(null);
    setKey(made);
    refetch();
  };
  if (apps.error) return <Problem error={apps.error} onRetry={() => void apps.refetch()} />;
  return (
    <div className="stack">
      <div className="row no-print">
        <Button kind="primary" onClick={() => setAsking({ kind: 'new' })}>
          登记应用
        </Button>
      </div>
      <Card flush>
        {!apps.data ? (
          <Skeleton lines={6} />
        ) : apps.data.items.length === 0 ? (
          <Empty title="还没有登记接口应用。">登记后得到应用编号和密钥，交给对方系统使用。</Empty>
        ) : (
          <Table caption="接口应用" rows={apps.data.items} keyOf={(row) => row.appid} columns={columnsFor(apps.data.fields, setAsking, done)} stack />
        )}
      </Card>
      {asking?.kind === 'new' ? (
        <AppDialog app={null} mayActForPlace={apps.data?.mayActForPlace ?? false} onClose={() => setAsking(null)} onDone={done} />
      ) : null}
      {asking?.kind === 'change' ? <AppDialog app={asking.app} mayActForPlace={false} onClose={() => setAsking(null)} onDone={done} /> : null}
      {asking?.kind === 'settings' ? (
        <SettingsDialog app={asking.app} fields={apps.data?.fields[asking.app.channel] ?? []} onClose={() => setAsking(null)} onDone={() => done(null)} />
      ) : null}
      {asking?.kind === 'rotate' ? <RotateDialog app={asking.app} onClose={() => setAsking(null)} onDone={done} /> : null}
      {asking?.kind === 'disable' ? <DisableDialog app={asking.app} onClose={() => setAsking(null)} onDone={() => done(null)} /> : null}
      {key ? <KeyDialog made={key} onClose={() => setKey(null)} /> : null}
    </div>
  );
}

function columnsFor(fields: ChannelSettings, ask: (asking: Asking) => void, done: (made: null) => void): readonly Column<AppRow>[] {
  return [
    {
      key: 'name',
      head: '应用',
      rowHead: true,
      cell: (row) => (
        <>
          {row.name}
          <div className="muted small integration-code">{row.appid}</div>
        </>
      ),
    },
    {
      key: 'channel',
      head: '通道和归属',
      cell: (row) => (
        <>
          {row.channelName}
          <div className="muted small">
            {row.actsFor}
            {row.project ? `，只限 ${row.project.name}` : ''}
          </div>
        </>
      ),
    },
    {
      key: 'limits',
      head: '限制',
      cell: (row) => (
        <>
          每分钟 {count(row.perMinute)} 次<div className="muted small">{row.ipList.length === 0 ? '不限地址' : row.ipList.join('、')}</div>
          {row.secrets.map((secret) => (
            <div key={secret.hint} className="muted small">
              密钥尾号 {secret.hint}
              {secret.endsAt ? `，用到 ${moment(secret.endsAt)}` : ''}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'last',
      head: '最近消息',
      cell: (row) =>
        row.last === null ? (
          <span className="muted">还没有消息</span>
        ) : (
          <>
            <Link to={`/integration/messages/${row.last.id}`}>{moment(row.last.at)}</Link>
            <div className="muted small">
              {row.last.method} {OUTCOME_NAMES[row.last.outcome]}
            </div>
            {row.failures > 0 ? <Link to={`/integration?tab=messages&app=${row.appid}&outcome=not-ok`}>一天内失败 {count(row.failures)} 次</Link> : null}
          </>
        ),
    },
    {
      key: 'state',
      head: '状态',
      cell: (row) =>
        row.disabledAt === null ? (
          <Tag tone="green">在用</Tag>
        ) : (
          <>
            <Tag>已停用</Tag>
            <div className="muted small">
              {day(row.disabledAt.slice(0, 10))}：{row.disabledWhy}
            </div>
          </>
        ),
    },
    {
      key: 'acts',
      head: '可办的事',
      hideHead: true,
      cell: (row) =>
        row.disabledAt === null ? (
          <div className="integration-acts">
            <Button small onClick={() => ask({ kind: 'change', app: row })}>
              修改<span className="vh">：{row.name}</span>
            </Button>
            {fields[row.channel].length === 0 ? null : (
              <Button small onClick={() => ask({ kind: 'settings', app: row })}>
                设置<span className="vh">：{row.name}</span>
              </Button>
            )}
            <Button small onClick={() => ask({ kind: 'rotate', app: row })}>
              换密钥<span className="vh">：{row.name}</span>
            </Button>
            <Button small kind="danger" onClick={() => ask({ kind: 'disable', app: row })}>
              停用<span className="vh">：{row.name}</span>
            </Button>
          </div>
        ) : (
          <Enable app={row} onDone={() => done(null)} />
        ),
    },
  ];
}

function Enable({ app, onDone }: { readonly app: AppRow; readonly onDone: () => void }) {
  const { tell } = useTell();
  const enable = useMutation({
    mutationFn: () => api.post<void>(`/api/integration/apps/${app.appid}/state`, { disabled: false, why: '' }),
    onSuccess: () => {
      tell(`已启用 ${app.name}。`);
      onDone();
    },
  });
  return (
    <Button small busy={enable.isPending} onClick={() => enable.mutate()}>
      启用<span className="vh">：{app.name}</span>
    </Button>
  );
}

function RotateDialog({ app, onClose, onDone }: { readonly app: AppRow; readonly onClose: () => void; readonly onDone: (made: NewKey) => void }) {
  const [hours, setHours] = useState('72');
  const rotate = useMutation({
    mutationFn: () => api.post<NewKey>(`/api/integration/apps/${app.appid}/rotate`, { overlapHours: Number(hours) }),
    onSuccess: onDone,
  });
  return (
    <Dialog title={`换 ${app.name} 的密钥`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={rotate.error} title="密钥没有换" />
        <Select
          label="旧密钥再用多久"
          hint="这段时间新旧密钥都有效，对方换好再停旧的"
          value={hours}
          onChange={(event) => setHours(event.target.value)}
          choices={[
            { value: '0', name: '马上失效（密钥泄露时）' },
            { value: '24', name: '1 天' },
            { value: '72', name: '3 天' },
            { value: '168', name: '7 天' },
            { value: '720', name: '30 天' },
          ]}
        />
        <DialogFoot>
          <Button kind="primary" busy={rotate.isPending} onClick={() => rotate.mutate()}>
            换密钥
          </Button>
          <Button onClick={onClose}>先不换</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}

function DisableDialog({ app, onClose, onDone }: { readonly app: AppRow; readonly onClose: () => void; readonly onDone: () => void }) {
  const { tell } = useTell();
  const [why, setWhy] = useState('');
  const disable = useMutation({
    mutationFn: () => api.post<void>(`/api/integration/apps/${app.appid}/state`, { disabled: true, why }),
    onSuccess: () => {
      tell(`已停用 ${app.name}。`);
      onDone();
    },
  });
  return (
    <Dialog title={`停用 ${app.name}`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={disable.error} title="应用没有停用" />
        <p>停用后一秒内不再接受它的请求，也不再向它推送。已经收下的数据不变，以后可以启用。</p>
        <TextArea label="停用原因" value={why} onChange={(event) => setWhy(event.target.value)} />
        <DialogFoot>
          <Button kind="danger" busy={disable.isPending} onClick={() => disable.mutate()}>
            停用应用
          </Button>
          <Button onClick={onClose}>先不停用</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}

/** The one time a secret is shown. */
function KeyDialog({ made, onClose }: { readonly made: NewKey; readonly onClose: () => void }) {
  return (
    <Dialog title="应用编号和密钥" onClose={onClose}>
      <div className="stack">
        <TextInput label="应用编号" readOnly value={made.appid} />
        <div>
          <p>密钥</p>
          <p className="integration-secret">{made.secret}</p>
        </div>
        <p>密钥只显示这一次，系统里只存密文。请当面或用加密方式交给对方，不要发在群里。</p>
        <DialogFoot>
          <Button kind="primary" onClick={onClose}>
            已记下，关上
          </Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}
