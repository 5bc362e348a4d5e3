import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { ChoiceGroup, Radio, TextArea, TextInput } from '#kit/field.tsx';
import { moment } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { AccountRow } from '#modules/office/accounts/domain/index.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import { NewAccountDialog } from '#modules/office/accounts/web/new-account-dialog.tsx';
import type { IdentityRow } from '../domain/wire.ts';
import { IDENTITIES, useIdentities } from './identities.ts';

const STATES: readonly { readonly key: IdentityRow['state']; readonly label: string; readonly none: string }[] = [
  { key: 'waiting', label: '等待开通', none: '没有人在等。' },
  { key: 'admitted', label: '已开通', none: '还没有开通过。' },
  { key: 'turned-down', label: '没有开通', none: '没有不予开通的。' },
];

type Asking = { readonly kind: 'new' | 'bind' | 'turn-down'; readonly who: IdentityRow } | null;

/** 待开通: who the city vouches for and who has no post here yet. The administrator gives one, or says no. */
export default function WaitingPage() {
  const [url, change] = useUrlState();
  const today = useToday();
  const shown = STATES.find((one) => one.key === url.get('state')) ?? STATES[0];
  const state = shown?.key ?? 'waiting';
  const identities = useIdentities(state);
  const [asking, setAsking] = useState<Asking>(null);
  const queries = useQueryClient();
  const { tell } = useTell();
  const done = (says: string) => {
    setAsking(null);
    tell(says);
    void queries.invalidateQueries({ queryKey: [IDENTITIES] });
  };
  return (
    <div className="stack">
      <PageHead title="待开通" sub="经统一身份认证登录过的人。给了岗位和管辖地方，他才进得来。" />
      <Tabs
        label="哪些人"
        tabs={STATES.map(({ key, label }) => ({ key, label }))}
        selected={state}
        onSelect={(key) => change({ state: key === 'waiting' ? null : key })}
      >
        {identities.error ? (
          <Problem error={identities.error} onRetry={() => void identities.refetch()} />
        ) : (
          <Card flush>
            {!identities.data ? (
              <Skeleton lines={4} />
            ) : identities.data.items.length === 0 ? (
              <Empty title={shown?.none ?? ''}>有人第一次用「统一身份认证登录」，会出现在这里。</Empty>
            ) : (
              <Table
                caption="经统一身份认证登录过的人"
                rows={identities.data.items}
                keyOf={(row) => row.id}
                columns={columnsOf(state, today, setAsking)}
                stack
              />
            )}
          </Card>
        )}
      </Tabs>
      {asking?.kind === 'new' ? (
        <NewAccountDialog
          title={`给 ${asking.who.name} 开通`}
          act="开通"
          given={{ name: asking.who.name, organisation: asking.who.orgName ?? '' }}
          send={(body) => api.post<void>(`/api/identities/${asking.who.id}/admit`, body)}
          onClose={() => setAsking(null)}
          onOpened={() => done(`已给 ${asking.who.name} 开通，他再点一次统一身份认证登录就能进来。`)}
        />
      ) : null}
      {asking?.kind === 'bind' ? <BindDialog who={asking.who} onClose={() => setAsking(null)} onDone={done} /> : null}
      {asking?.kind === 'turn-down' ? <TurnDownDialog who={asking.who} onClose={() => setAsking(null)} onDone={done} /> : null}
    </div>
  );
}

function columnsOf(state: IdentityRow['state'], today: string, ask: (asking: Asking) => void): readonly Column<IdentityRow>[] {
  return [
    {
      key: 'name',
      head: '姓名',
      rowHead: true,
      cell: (row) => (
        <>
          {row.name}
          <div className="muted small">{row.mobileMask}</div>
        </>
      ),
    },
    {
      key: 'organisation',
      head: '单位和职务',
      cell: (row) => (
        <>
          {row.orgName ?? '没有给单位'}
          <div className="muted small">{[row.post, row.orgCode].filter(Boolean).join('　')}</div>
        </>
      ),
    },
    { key: 'connector', head: '来路', cell: (row) => (row.connector === 'oidc' ? '统一身份认证' : '省平台票据') },
    { key: 'lastAt', head: '最近一次来', oneLine: true, cell: (row) => moment(row.lastAt, today) },
    ...(state === 'waiting'
      ? []
      : [{ key: 'end', head: '结果', cell: (row: IdentityRow) => (row.login === null ? row.reason : `登录名 ${row.login}`) } satisfies Column<IdentityRow>]),
    {
      key: 'acts',
      head: '可办的事',
      hideHead: true,
      cell: (row) =>
        state === 'admitted' ? null : (
          <div className="row">
            <Button small onClick={() => ask({ kind: 'new', who: row })}>
              开通<span className="vh">：{row.name}</span>
            </Button>
            <Button small onClick={() => ask({ kind: 'bind', who: row })}>
              接到已有账号<span className="vh">：{row.name}</span>
            </Button>
            {state === 'waiting' ? (
              <Button small kind="danger" onClick={() => ask({ kind: 'turn-down', who: row })}>
                不予开通<span className="vh">：{row.name}</span>
              </Button>
            ) : null}
          </div>
        ),
    },
  ];
}

interface Deciding {
  readonly who: IdentityRow;
  readonly onClose: () => void;
  readonly onDone: (says: string) => void;
}

function BindDialog({ who, onClose, onDone }: Deciding) {
  const [q, setQ] = useState(who.name);
  const [chosen, setChosen] = useState<string | null>(null);
  const accounts = useQuery({
    queryKey: ['accounts', q],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly AccountRow[] }>('/api/accounts', { q }, signal),
  });
  const bind = useMutation({
    mutationFn: (accountId: string) => api.post<void>(`/api/identities/${who.id}/admit`, { accountId }),
    onSuccess: () => onDone(`${who.name} 以后从统一身份认证进到这个账号。`),
  });
  const found = (accounts.data?.items ?? []).filter((one) => !one.isDisabled).slice(0, 8);
  return (
    <Dialog title={`把 ${who.name} 接到已有账号`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={bind.error} title="没有接上" />
        <p>接上以后，他用统一身份认证登录，就是这个账号。请当面或打电话核对是同一个人。</p>
        <TextInput label="找账号" hint="姓名、登录名或单位" type="search" value={q} onChange={(event) => setQ(event.target.value)} />
        <ChoiceGroup legend="哪个账号">
          {found.length === 0 ? <p className="muted">没有找到。换一个词，或者给他开新账号。</p> : null}
          {found.map((one) => (
            <Radio
              key={one.accountId}
              name="bind-account"
              label={`${one.name}（${one.login}），${one.roleName}，${one.organisation}`}
              checked={chosen === one.accountId}
              onChange={() => setChosen(one.accountId)}
            />
          ))}
        </ChoiceGroup>
        <DialogFoot>
          <Button kind="primary" busy={bind.isPending} shutBecause={chosen === null ? '先选一个账号' : null} onClick={() => chosen && bind.mutate(chosen)}>
            接到这个账号
          </Button>
          <Button onClick={onClose}>先不接</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}

function TurnDownDialog({ who, onClose, onDone }: Deciding) {
  const [reason, setReason] = useState('');
  const turnDown = useMutation({
    mutationFn: () => api.post<void>(`/api/identities/${who.id}/turn-down`, { reason }),
    onSuccess: () => onDone(`没有给 ${who.name} 开通。`),
  });
  return (
    <Dialog title={`不给 ${who.name} 开通`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={turnDown.error} title="没有办成" />
        <TextArea label="为什么" hint="只给管理员看，例如 不是本单位的人" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        <DialogFoot>
          <Button kind="danger" busy={turnDown.isPending} shutBecause={reason.trim() === '' ? '先写原因' : null} onClick={() => turnDown.mutate()}>
            不予开通
          </Button>
          <Button onClick={onClose}>先不定</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}
