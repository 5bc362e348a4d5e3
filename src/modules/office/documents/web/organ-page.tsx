import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import type { Organ, OrganPage } from '../domain/wire.ts';
import { changeOrgan, organQuery } from './requests.ts';
import './documents.css';

/** 机关信息: who signs, the word of the numbers, and what every notice board of the place names. */
export default function OrganPageScreen() {
  const asked = useQuery(organQuery);
  return (
    <div className="stack">
      <PageHead title="机关信息" sub="文书的落款、文号和告示牌上的维权渠道都从这里取" />
      {asked.isError ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {asked.isPending ? <Skeleton lines={8} /> : null}
      {asked.data === undefined ? null : <OrganForm page={asked.data} />}
    </div>
  );
}

const EMPTY: Organ = { name: '', word: '', address: '', phone: '', channels: {}, patterns: {} };

function OrganForm({ page }: { readonly page: OrganPage }) {
  const [organ, setOrgan] = useState(page.organ ?? EMPTY);
  const queries = useQueryClient();
  const { tell } = useTell();
  const save = useMutation({
    mutationFn: () => changeOrgan(organ),
    onSuccess: () => {
      tell('机关信息存好了');
      return queries.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  const says = (path: string) => (save.error ? ApiProblem.of(save.error).fields.find((field) => field.path === path)?.says : null);
  const set = (part: Partial<Organ>) => setOrgan((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  const shared = { readOnly: !page.mayChange, autoComplete: 'off' };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary error={save.error} title="没有存" fieldId={(path) => `organ-${path}`} />
      {page.mayChange ? null : <Notice>由监察队长维护，您可以查看。</Notice>}
      <Card title="落款">
        <div className="document-fields">
          <TextInput
            {...shared}
            label="机关名称"
            id="organ-name"
            error={says('name')}
            value={organ.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextInput
            {...shared}
            label="机关代字"
            hint="文号里的，例如 高人社"
            id="organ-word"
            error={says('word')}
            value={organ.word}
            onChange={(event) => set({ word: event.target.value })}
          />
          <TextInput {...shared} label="地址" optional value={organ.address} onChange={(event) => set({ address: event.target.value })} />
          <TextInput {...shared} label="电话" optional value={organ.phone} onChange={(event) => set({ phone: event.target.value })} />
        </div>
      </Card>
      <Card title="告示牌上的维权渠道">
        <div className="document-fields">
          {page.channelNames.map((name) => (
            <TextInput
              key={name}
              {...shared}
              label={name}
              optional
              value={organ.channels[name] ?? ''}
              onChange={(event) => set({ channels: { ...organ.channels, [name]: event.target.value } })}
            />
          ))}
        </div>
      </Card>
      <Card title="文号写法">
        <div className="document-fields">
          {page.numbered.map(({ kind, name, standard }) => (
            <TextInput
              key={kind}
              {...shared}
              label={name}
              optional
              hint={`不填用 ${standard}`}
              value={organ.patterns[kind] ?? ''}
              onChange={(event) => set({ patterns: { ...organ.patterns, [kind]: event.target.value } })}
            />
          ))}
        </div>
      </Card>
      {page.mayChange ? (
        <div className="row">
          <Button type="submit" kind="primary" busy={save.isPending}>
            存
          </Button>
        </div>
      ) : null}
    </form>
  );
}
