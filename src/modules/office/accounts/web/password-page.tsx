import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem, api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Checkbox, TextInput } from '#kit/field.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { useGo } from '#kit/url-state.ts';
import { type PasswordChange, SHORTEST_PASSWORD } from '../domain/index.ts';
import { ME, useMe } from './me.ts';

/** Change of one's own password; also the only page shown when a change is due. */
export default function PasswordPage() {
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [shown, setShown] = useState(false);
  const queries = useQueryClient();
  const { tell } = useTell();
  const go = useGo();
  const change = useMutation({
    mutationFn: (body: PasswordChange) => api.post<void>('/api/me/password', body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ME });
      tell('密码已改，下次用新密码登录。');
      go('/');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate({ current, next });
  };
  const fieldError = (path: string) => (change.error ? ApiProblem.of(change.error).fields.find((field) => field.path === path)?.says : null);
  const type = shown ? 'text' : 'password';
  return (
    <div className="stack">
      <PageHead title={change.error ? '错误：改密码' : '改密码'} sub={me.mustChangePassword ? '这是别人替你设的密码，先改成自己的再办事。' : undefined} />
      <Card className="narrow">
        <form onSubmit={submit} className="stack" noValidate>
          <ErrorSummary error={change.error} title="密码没有改" fieldId={(path) => `password-${path}`} />
          <input type="text" autoComplete="username" value={me.login} readOnly hidden />
          <TextInput
            label="现在的密码"
            id="password-current"
            type={type}
            autoComplete="current-password"
            value={current}
            error={fieldError('current')}
            onChange={(event) => setCurrent(event.target.value)}
          />
          <TextInput
            label="新密码"
            hint={`至少 ${SHORTEST_PASSWORD} 个字。一句自己记得住的话最好，不要用生日、电话。`}
            id="password-next"
            type={type}
            autoComplete="new-password"
            value={next}
            error={fieldError('next')}
            onChange={(event) => setNext(event.target.value)}
          />
          <Checkbox label="显示密码" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          <div className="row">
            <Button type="submit" kind="primary" busy={change.isPending}>
              改成新密码
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
