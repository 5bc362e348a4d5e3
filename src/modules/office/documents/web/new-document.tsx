import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { commandId } from '#kit/command-id.ts';
import { Checkbox, Select } from '#kit/field.tsx';
import { count, month as monthName } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { useGo, useUrlState } from '#kit/url-state.ts';
import { useMe } from '../../accounts/web/index.ts';
import type { Draft, NewDocument } from '../domain/wire.ts';
import { documentAddress } from './addresses.ts';
import { FieldsForm, fieldId } from './fields-form.tsx';
import { Paper } from './paper.tsx';
import { ProjectPicker } from './project-picker.tsx';
import { draftQuery, kindsQuery, makeDocument, previewDocument } from './requests.ts';
import './documents.css';

/** 新做一份文书: what it is about, the form the records began, what it will say, and the making of it. */
export default function NewDocumentPage() {
  const { kind = '' } = useScreenParams();
  const [url, setUrl] = useUrlState();
  const about = { project: url.get('project') ?? '', month: url.get('month') ?? '', team: url.get('team') ?? '' };
  const kinds = useQuery(kindsQuery);
  const view = kinds.data?.items.find(({ code }) => code === kind);
  const isFree = url.get('free') === '1';
  const chosen = about.project !== '' || isFree;
  const asked = useQuery({ ...draftQuery(kind, about), enabled: view !== undefined && chosen });
  if (kinds.isError || asked.isError) {
    return (
      <div className="stack">
        <PageHead title={view?.name ?? '新做文书'} />
        <Problem error={kinds.error ?? asked.error} onRetry={() => void asked.refetch()} />
        {about.month !== '' || about.team !== '' ? <Button onClick={() => setUrl({ month: null, team: null })}>不限月份和班组再取</Button> : null}
      </div>
    );
  }
  if (view === undefined) return <Skeleton lines={10} />;
  if (!chosen) {
    return (
      <div className="stack">
        <PageHead title={view.name} sub={view.means} />
        <ProjectPicker onProject={(project) => setUrl({ project })} without={view.binds === 'project-or-none' ? () => setUrl({ free: 1 }) : null} />
      </div>
    );
  }
  if (asked.data === undefined) return <Skeleton lines={12} />;
  return <DraftForm key={JSON.stringify(about)} draft={asked.data} />;
}

function DraftForm({ draft }: { readonly draft: Draft }) {
  const { today } = useMe();
  const [, setUrl] = useUrlState();
  const [given, setGiven] = useState(draft.given);
  const [unmask, setUnmask] = useState(false);
  // One id for the whole form: pressing twice makes one document.
  const [command] = useState(commandId);
  const go = useGo();
  const queries = useQueryClient();
  const { tell } = useTell();
  const document: NewDocument = { kind: draft.kind.code, projectId: draft.projectId, month: draft.month, team: draft.team, given, unmask };
  const preview = useMutation({ mutationFn: () => previewDocument(document) });
  const make = useMutation({
    mutationFn: () => makeDocument({ ...document, commandId: command }),
    onSuccess: (made) => {
      tell(made.numberText === null ? '文书做好了' : `文书做好了，${made.numberText}`);
      void queries.invalidateQueries({ queryKey: ['documents'] });
      go(documentAddress(made.id));
    },
  });
  const error = make.error ?? preview.error;
  const faults = new Map(error === null ? [] : ApiProblem.of(error).fields.map(({ path, says }) => [path, says]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  };
  return (
    <div className="stack">
      <PageHead title={draft.kind.name} sub={draft.kind.means} />
      {draft.missing === null ? null : <Notice tone="warn">{draft.missing}</Notice>}
      <ErrorSummary error={error} title="文书没有做成" fieldId={fieldId} />
      <Card title="关于什么">
        <div className="document-about">
          <Facts
            items={[
              { label: '项目', value: draft.projectName ?? '不关联项目' },
              ...(draft.numberText === null ? [] : [{ label: '文号', value: draft.numberText }]),
              { label: '依据', value: draft.kind.basis.join('、') },
              ...draft.records.filter(({ name, value }) => value !== '' && name !== '项目名称').map(({ name, value }) => ({ label: name, value })),
              ...Object.entries(draft.rows).map(([name, rows]) => ({ label: `${name}清单`, value: `${count(rows)} 行` })),
            ]}
          />
          {draft.months.length > 0 ? (
            <div className="documents-search">
              <Select
                label="工资月份"
                value={draft.month ?? ''}
                onChange={(event) => setUrl({ month: event.target.value, team: null })}
                choices={draft.months.map((value) => ({ value, name: monthName(value, today) }))}
              />
              <Select
                label="班组"
                none="全部班组"
                value={draft.team ?? ''}
                onChange={(event) => setUrl({ team: event.target.value })}
                choices={draft.teams.map((value) => ({ value, name: value }))}
              />
            </div>
          ) : null}
        </div>
      </Card>
      <form className="stack" onSubmit={submit} noValidate>
        <Card title="要填写、核对的">
          <FieldsForm fields={draft.kind.fields} given={given} onChange={setGiven} faults={faults} />
          {draft.mayUnmask ? (
            <Checkbox label="印完整身份证号（逐人留痕；不选只印前2后3）" checked={unmask} onChange={(event) => setUnmask(event.target.checked)} />
          ) : null}
        </Card>
        <div className="row">
          <Button busy={preview.isPending} onClick={() => preview.mutate()}>
            预览
          </Button>
          <Button type="submit" kind="primary" busy={make.isPending} shutBecause={draft.missing}>
            {draft.numberText === null ? '制作' : '编号并制作'}
          </Button>
        </div>
      </form>
      {preview.data === undefined ? null : (
        <Card title="预览">
          <Paper preview={preview.data} />
        </Card>
      )}
    </div>
  );
}
