import './sign-in.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ApiProblem, api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { TextInput } from '#kit/field.tsx';
import { usePageTitle } from '#kit/page-head.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import type { DemoAccount, SignIn } from '../domain/wire.ts';
import { ME } from './me.ts';

/** Sign-in. Paste and password managers work; nothing has to be remembered or puzzled out (WCAG 3.3.8). */
export default function SignInPage({ outcome, others }: { readonly outcome?: ReactNode; readonly others?: ReactNode }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: SignIn) => api.post<void>('/api/session', body),
    onSuccess: () => {
      // Whoever was here before may have seen more: nothing of it stays.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
      return queries.invalidateQueries({ queryKey: ME });
    },
  });
  usePageTitle(signIn.error ? '错误：登录' : '登录');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate({ login: login.trim(), password });
  };
  const fieldError = (path: string) => ApiProblem.of(signIn.error).fields.find((field) => field.path === path)?.says;
  return (
    <div className="sign-in">
      <header className="sign-in-story">
        <strong>安薪</strong>
        <p>
          盯住工程款到工资卡的每一步。
          <br />
          哪一步断了，谁来补，几天内补上。
        </p>
        <ol className="sign-in-chain" aria-label="一笔工资走的路">
          {['建设单位', '专用账户', '考勤', '工资表', '工人的卡'].map((step) => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
      </header>
      <main className="sign-in-form">
        <form onSubmit={submit} className="stack" noValidate>
          <h1 tabIndex={-1}>登录</h1>
          {outcome}
          <ErrorSummary error={signIn.error} title="没有登录" fieldId={(path) => `sign-in-${path}`} />
          <TextInput
            label="账号"
            id="sign-in-login"
            autoComplete="username"
            autoCapitalize="none"
            value={login}
            error={signIn.error ? fieldError('login') : null}
            onChange={(event) => setLogin(event.target.value)}
          />
          <TextInput
            label="密码"
            id="sign-in-password"
            type="password"
            autoComplete="current-password"
            value={password}
            error={signIn.error ? fieldError('password') : null}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" kind="primary" wide busy={signIn.isPending}>
            登录
          </Button>
          <p className="muted small">忘了密码：找本单位的系统管理员重设，不用交材料。</p>
          {others}
        </form>
        <DemoAccounts onChoose={(account) => signIn.mutate({ login: account.login, password: account.password })} busy={signIn.isPending} />
      </main>
    </div>
  );
}

/** Only the demonstration answers this; a real installation shows nothing. */
function DemoAccounts({ onChoose, busy }: { readonly onChoose: (account: DemoAccount) => void; readonly busy: boolean }) {
  const id = useId();
  const accounts = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => api.get<readonly DemoAccount[]>('/api/demo-accounts'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!accounts.data || accounts.data.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>演示账号，点一个就进去</h2>
      <p className="muted small">数据都是编的。密码 {accounts.data[0]?.password}。</p>
      <ul className="demo-list">
        {accounts.data.map((account) => (
          <li key={account.login}>
            <button type="button" aria-disabled={busy || undefined} onClick={() => busy || onChoose(account)}>
              <span className="strong">{account.roleName}</span>
              <span className="muted small">
                {account.name}　{account.organisation}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
