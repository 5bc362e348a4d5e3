import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import type { TargetView } from '../domain/wire.ts';
import { enterCode } from './requests.ts';

interface Props {
  readonly target: TargetView;
  readonly keeps: boolean;
  readonly told: (says: string) => void;
}

/** 缺代码的单位: what keeps their teams and workers from being reported, and the one field that mends it. */
export function Lacking({ target, keeps, told }: Props) {
  if (target.lacking.length === 0) return null;
  return (
    <Card title="缺统一社会信用代码的单位">
      <div className="stack">
        <p>上级平台不收没有代码的单位。补上以前，它们的班组、工人和工资都报不过去。</p>
        {target.lacking.map((one) => (keeps ? <CodeForm key={one.enterpriseId} {...one} told={told} /> : <p key={one.enterpriseId}>{one.name}</p>))}
      </div>
    </Card>
  );
}

function CodeForm({ enterpriseId, name, told }: { readonly enterpriseId: string; readonly name: string; readonly told: (says: string) => void }) {
  const [code, setCode] = useState('');
  const save = useMutation({ mutationFn: () => enterCode(enterpriseId, code), onSuccess: () => told(`已登记 ${name} 的代码，按“马上上报”接着报。`) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className="stack-s" onSubmit={submit} noValidate>
      <ErrorSummary error={save.error} title="代码没有登记" />
      <TextInput label={name} hint="营业执照上的 18 位代码" maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} autoComplete="off" />
      <div>
        <Button type="submit" small busy={save.isPending}>
          登记代码<span className="vh">：{name}</span>
        </Button>
      </div>
    </form>
  );
}
