import { type FormEvent, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { DateInput } from '#kit/date-input.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { SERVICE_MANNERS } from '#law/served.ts';
import { useToday } from '../../accounts/web/index.ts';
import type { DocumentView, ServiceView } from '../domain/wire.ts';
import { useDocumentChange } from './change-dialogs.tsx';
import { serveDocument } from './requests.ts';

const CHOICES = Object.entries(SERVICE_MANNERS).map(([value, name]) => ({ value, name }));

/** What each manner is proved by. */
const PROOFS: Readonly<Record<string, string>> = {
  left: '拍照、录像编号',
  post: '邮单号',
  electronic: '送到哪里（邮箱、手机号）和系统记录',
  publication: '公告登在哪里、公告编号',
};

/** 登记送达: the manner first, then what that manner must name. */
export function ServiceDialog({
  view,
  replaces,
  onClose,
}: {
  readonly view: DocumentView;
  readonly replaces: ServiceView | null;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const [service, setService] = useState({
    manner: replaces?.manner ?? 'direct',
    doneOn: replaces?.doneOn ?? today,
    receiver: replaces?.receiver ?? '',
    witness: replaces?.witness ?? '',
    place: replaces?.place ?? '',
    proof: replaces?.proof ?? '',
    consent: replaces?.consent ?? '',
  });
  const set = (part: Partial<typeof service>) => setService((before) => ({ ...before, ...part }));
  const change = useDocumentChange(view.id, '送达已登记', onClose, () => serveDocument(view.id, { ...service, replaces: replaces?.id ?? null }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  const proof = PROOFS[service.manner];
  return (
    <Dialog title={replaces === null ? '登记送达' : '更正送达记录'} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={change.error} title="没有登记" />
        <Select label="送达方式" value={service.manner} choices={CHOICES} onChange={(event) => set({ manner: event.target.value })} />
        <DateInput
          label={service.manner === 'publication' ? '公告发出日期' : '送达日期'}
          hint={service.manner === 'publication' ? '经过 30 日视为送达' : service.manner === 'post' ? '回执上的签收日期' : '例如 2026-09-16'}
          value={service.doneOn}
          onDay={(doneOn) => set({ doneOn })}
        />
        {service.manner === 'publication' ? null : (
          <TextInput
            label="收件人"
            hint="签收的人和身份"
            optional={service.manner !== 'direct'}
            value={service.receiver}
            onChange={(event) => set({ receiver: event.target.value })}
          />
        )}
        {service.manner === 'left' ? (
          <TextInput label="见证人" hint="基层组织或者所在单位的代表" value={service.witness} onChange={(event) => set({ witness: event.target.value })} />
        ) : null}
        {service.manner === 'direct' || service.manner === 'left' ? (
          <TextInput label="送达地点" optional value={service.place} onChange={(event) => set({ place: event.target.value })} />
        ) : null}
        {service.manner === 'electronic' ? (
          <TextInput label="同意电子送达的确认书编号" value={service.consent} onChange={(event) => set({ consent: event.target.value })} />
        ) : null}
        {proof === undefined ? null : (
          <TextInput label={proof} optional={service.manner === 'left'} value={service.proof} onChange={(event) => set({ proof: event.target.value })} />
        )}
        <DialogFoot>
          <Button onClick={onClose}>先不登记</Button>
          <Button type="submit" kind="primary" busy={change.isPending}>
            登记
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
