import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Checkbox, TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { useMe } from '../../accounts/web/index.ts';
import type { DocumentView } from '../domain/wire.ts';
import { FieldsForm, fieldId } from './fields-form.tsx';
import { correctDocument, kindsQuery, withdrawDocument } from './requests.ts';

interface Props {
  readonly view: DocumentView;
  readonly onClose: () => void;
}

/** A change of a document, told and shown at once. */
export function useDocumentChange(id: string, says: string, onClose: () => void, change: () => Promise<DocumentView>) {
  const queries = useQueryClient();
  const { tell } = useTell();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      queries.setQueryData(['documents', 'one', id], view);
      void queries.invalidateQueries({ queryKey: ['documents', 'list'] });
      tell(says);
      onClose();
    },
  });
}

/** 更正: the same form, filled as it was; the old version stays. */
export function CorrectDialog({ view, onClose }: Props) {
  const { may } = useMe();
  const kinds = useQuery(kindsQuery);
  const kind = kinds.data?.items.find(({ code }) => code === view.kind);
  const [given, setGiven] = useState(view.given);
  const [reason, setReason] = useState('');
  const [unmask, setUnmask] = useState(false);
  const change = useDocumentChange(view.id, '新版本做好了', onClose, () => correctDocument(view.id, { given, unmask, reason }));
  const faults = new Map(change.error === null ? [] : ApiProblem.of(change.error).fields.map(({ path, says }) => [path, says]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  return (
    <Dialog title="更正，出新版本" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={change.error} title="没有更正" fieldId={(path) => (path === 'reason' ? 'document-reason' : fieldId(path))} />
        <TextInput label="更正原因" id="document-reason" error={faults.get('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
        {kind === undefined ? null : <FieldsForm fields={kind.fields} given={given} onChange={setGiven} faults={faults} />}
        {kind?.personal === true && may.includes('worker.unmask') ? (
          <Checkbox label="印完整身份证号（逐人留痕）" checked={unmask} onChange={(event) => setUnmask(event.target.checked)} />
        ) : null}
        <DialogFoot>
          <Button onClick={onClose}>不改了</Button>
          <Button type="submit" kind="primary" busy={change.isPending}>
            出第 {view.version + 1} 版
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** 作废: for good, with a reason. */
export function WithdrawDialog({ view, onClose }: Props) {
  const [reason, setReason] = useState('');
  const change = useDocumentChange(view.id, '文书已作废', onClose, () => withdrawDocument(view.id, reason));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  return (
    <Dialog title="作废这份文书" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={change.error} title="没有作废" fieldId={() => 'document-reason'} />
        <p>作废后不能恢复，文号不再使用。已经送达的，请另行告知当事人。</p>
        <TextInput label="作废原因" id="document-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        <DialogFoot>
          <Button onClick={onClose}>不作废</Button>
          <Button type="submit" kind="danger" busy={change.isPending}>
            作废
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
