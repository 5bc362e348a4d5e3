import './accounts-page.css';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextInput } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { AccountRow, OneTimePassword } from '../domain/index.ts';
import { useMe } from './me.ts';
import { NewAccountDialog } from './new-account-dialog.tsx';

type Asking = { readonly kind: 'reset' | 'disable'; readonly account: AccountRow } | { readonly kind: 'new' } | null;

/** 账号: who may sign in. Opened, reset and stopped here; passwords are shown once. */
export default function AccountsPage() {
  const [url, change] = useUrlState();
  const q = url.get('q') ?? '';
  const [asking, setAsking] = useState<Asking>(null);
  const [secret, setSecret] = useState<OneTimePassword | null>(null);
  const queries = useQueryClient();
  const accounts = useQuery({
    queryKey: ['accounts', q],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly AccountRow[] }>('/api/accounts', { q }, signal),
    placeholderData: keepPreviousData,
  });
  const done = (one: OneTimePassword | null) => {
    setAsking(null);
    setSecret(one);
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const columns = columnsFor(useMe().accountId, setAsking, done);
  return (
    <div className="stack">
      <PageHead
        title="账号"
        sub={accounts.data ? `${count(accounts.data.items.length)} 个` : undefined}
        actions={
          <Button kind="primary" onClick={() => setAsking({ kind: 'new' })}>
            开账号
          </Button>
        }
      />
      <div className="account-tools no-print">
        <TextInput label="找账号" hint="姓名、登录名或单位" type="search" value={q} onChange={(event) => change({ q: event.target.value })} />
      </div>
      {accounts.error ? (
        <Problem error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : (
        <Card flush>
          {!accounts.data ? (
            <Skeleton lines={8} />
          ) : accounts.data.items.length === 0 ? (
            <Empty title={q ? `没有和「${q}」有关的账号。` : '还没有账号。'}>换一个词，或开一个新账号。</Empty>
          ) : (
            <Table caption="账号" rows={accounts.data.items} keyOf={(row) => row.accountId} columns={columns} stack busy={accounts.isPlaceholderData} />
          )}
        </Card>
      )}
      {asking?.kind === 'new' ? (
        <NewAccountDialog send={(body) => api.post<OneTimePassword>('/api/accounts', body)} onClose={() => setAsking(null)} onOpened={done} />
      ) : null}
      {asking?.kind === 'reset' ? <ResetDialog account={asking.account} onClose={() => setAsking(null)} onReset={done} /> : null}
      {asking?.kind === 'disable' ? <DisableDialog account={asking.account} onClose={() => setAsking(null)} onDone={() => done(null)} /> : null}
      {secret ? <SecretDialog secret={secret} onClose={() => setSecret(null)} /> : null}
    </div>
  );
}

function columnsFor(mine: string, ask: (asking: Asking) => void, done: (one: null) => void): readonly Column<AccountRow>[] {
  return [
    {
      key: 'name',
      head: '姓名和登录名',
      rowHead: true,
      cell: (row) => (
        <>
          {row.name}
          <div className="muted small">{row.login}</div>
        </>
      ),
    },
    { key: 'role', head: '岗位', oneLine: true, cell: (row) => row.roleName },
    {
      key: 'organisation',
      head: '单位和地方',
      cell: (row) => (
        <>
          {row.organisation}
          <div className="muted small">{row.regionName}</div>
        </>
      ),
    },
    { key: 'state', head: '状态', oneLine: true, cell: (row) => <StateTag row={row} /> },
    {
      key: 'acts',
      head: '可办的事',
      hideHead: true,
      cell: (row) => (
        <div className="account-acts">
          {row.isDisabled ? (
            <Enable row={row} done={done} />
          ) : (
            <>
              <Button small onClick={() => ask({ kind: 'reset', account: row })}>
                重设密码<span className="vh">：{row.name}</span>
              </Button>
              {row.accountId === mine ? null : (
                <Button small kind="danger" onClick={() => ask({ kind: 'disable', account: row })}>
                  停用<span className="vh">：{row.name}</span>
                </Button>
              )}
            </>
          )}
        </div>
      ),
    },
  ];
}

function StateTag({ row }: { readonly row: AccountRow }) {
  if (row.isDisabled) return <Tag>已停用</Tag>;
  return row.mustChangePassword ? <Tag tone="blue">等本人改密码</Tag> : <Tag tone="green">在用</Tag>;
}

function Enable({ row, done }: { readonly row: AccountRow; readonly done: (one: null) => void }) {
  const { tell } = useTell();
  const enable = useMutation({
    mutationFn: () => api.post<void>(`/api/accounts/${row.accountId}/enable`),
    onSuccess: () => {
      tell(`已恢复 ${row.name} 的账号。`);
      done(null);
    },
  });
  return (
    <Button small busy={enable.isPending} onClick={() => enable.mutate()}>
      恢复<span className="vh">：{row.name}</span>
    </Button>
  );
}

function ResetDialog({
  account,
  onClose,
  onReset,
}: {
  readonly account: AccountRow;
  readonly onClose: () => void;
  readonly onReset: (one: OneTimePassword) => void;
}) {
  const reset = useMutation({ mutationFn: () => api.post<OneTimePassword>(`/api/accounts/${account.accountId}/reset`), onSuccess: onReset });
  return (
    <Dialog title={`重设 ${account.name} 的密码`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={reset.error} title="密码没有重设" />
        <p>原密码马上失效，他在别处的登录也会退出。新密码只显示一次，当面或打电话告诉本人，本人首次登录时要改掉。</p>
        <DialogFoot>
          <Button kind="primary" busy={reset.isPending} onClick={() => reset.mutate()}>
            重设密码
          </Button>
          <Button onClick={onClose}>先不重设</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}

function DisableDialog({ account, onClose, onDone }: { readonly account: AccountRow; readonly onClose: () => void; readonly onDone: () => void }) {
  const { tell } = useTell();
  const disable = useMutation({
    mutationFn: () => api.post<void>(`/api/accounts/${account.accountId}/disable`),
    onSuccess: () => {
      tell(`已停用 ${account.name} 的账号。`);
      onDone();
    },
  });
  return (
    <Dialog title={`停用 ${account.name} 的账号`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={disable.error} title="账号没有停用" />
        <p>停用后他不能登录。他办过的事照样留着，名下没办完的预警由监察队长另行指派。以后可以恢复。</p>
        <DialogFoot>
          <Button kind="danger" busy={disable.isPending} onClick={() => disable.mutate()}>
            停用账号
          </Button>
          <Button onClick={onClose}>先不停用</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}

function SecretDialog({ secret, onClose }: { readonly secret: OneTimePassword; readonly onClose: () => void }) {
  return (
    <Dialog title={`${secret.login} 的密码`} onClose={onClose}>
      <div className="stack">
        <p className="one-time">{secret.password}</p>
        <p>关上后就看不到了。当面或打电话告诉本人，本人首次登录时要改掉。</p>
        <DialogFoot>
          <Button kind="primary" onClick={onClose}>
            已记下，关上
          </Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}
