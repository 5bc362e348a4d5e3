import './step-dialog.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { commandId } from '#kit/command-id.ts';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { ChoiceGroup, Radio, Select, TextArea } from '#kit/field.tsx';
import { ChosenFiles, FileDrop } from '#kit/file-drop.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { CloseReason, StepCommand, StepKind, WarningPage } from '../domain/wire.ts';
import { useStep } from './requests.ts';

interface Draft {
  readonly note: string;
  readonly files: readonly File[];
  readonly reason: CloseReason | null;
  readonly assigneeId: string;
}

const EMPTY: Draft = { note: '', files: [], reason: null, assigneeId: '' };

/** What was typed and not sent survives closing the dialog, so closing needs no question. Forgotten when the page is reloaded. */
const drafts = new Map<string, Draft>();

const NOTE_HINTS: Partial<Record<StepKind, string>> = {
  handle: '做了什么，哪天做的，还差什么',
  verify: '看了什么、问了谁，对上没有',
  return: '哪里不合格，要补什么，对方会看到这段话',
  close: '按什么情况销号',
  reopen: '为什么重新打开',
  comment: '经办的人都看得到',
};

function hintFor(step: StepKind, isAboutMoney: boolean): string | undefined {
  return step === 'handle' && isAboutMoney ? '给几个人发了多少钱，哪天发的，还差多少' : NOTE_HINTS[step];
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface StepDialogProps {
  readonly page: WarningPage;
  readonly step: WarningPage['open'][number];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One step: its note, its reason, its evidence. A refusal stands on top and keeps what was typed. */
export default function StepDialog({ page, step, onClose, onDone }: StepDialogProps) {
  const key = `${useMe().accountId}/${page.warning.id}/${step.step}`;
  const [draft, setDraft] = useState<Draft>(() => drafts.get(key) ?? EMPTY);
  const [missing, setMissing] = useState<ApiProblem | null>(null);
  const id = useRef(commandId());
  const sent = useRef(false);
  const { tell } = useTell();
  const send = useStep(page.warning.id, () => {
    sent.current = true;
    drafts.delete(key);
    tell(`已${step.label}：${page.warning.projectName}。`);
    onDone();
  });
  useEffect(() => {
    if (!sent.current) drafts.set(key, draft);
  }, [key, draft]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    const gap = whatIsMissing(step, draft);
    setMissing(gap);
    if (gap) return;
    send.mutate({ command: commandOf(step.step, draft, id.current), files: draft.files });
  };
  const error = missing ?? send.error;
  const problem = error ? ApiProblem.of(error) : null;
  const says = (path: string) => problem?.fields.find((field) => field.path === path)?.says;
  const patch = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  return (
    <Dialog title={step.label} onClose={onClose}>
      <form className="step-form" onSubmit={submit} noValidate>
        <ErrorSummary error={error} title={`没有${step.label}`} fieldId={(path) => `step-${path}`} />
        <p className="muted">{page.says}</p>
        {step.step === 'close' ? <Reasons page={page} chosen={draft.reason} error={says('reason')} onChoose={(reason) => patch({ reason })} /> : null}
        {step.step === 'assign' ? (
          <Select
            label="指派给"
            id="step-assigneeId"
            none="选一个人"
            value={draft.assigneeId}
            error={says('assigneeId')}
            onChange={(event) => patch({ assigneeId: event.target.value })}
            choices={page.assignees.map((one) => ({ value: one.accountId, name: `${one.name}（${one.roleName}）` }))}
          />
        ) : null}
        <TextArea
          label="说明"
          id="step-note"
          optional={!step.needsNote && step.step !== 'close'}
          hint={hintFor(step.step, page.warning.amountFen !== '0')}
          value={draft.note}
          error={says('note')}
          maxLength={2000}
          onChange={(event) => patch({ note: event.target.value })}
        />
        {step.step === 'assign' ? null : (
          <div>
            <FileDrop
              small
              multiple
              label={step.needsEvidence ? '证明材料' : '证明材料（可不传）'}
              hint="银行回单、工资表、照片都行。拖进来也可以，每个不超过 20 MB"
              accept=".pdf,.jpg,.jpeg,.png,.heic,.xlsx,.xls,.csv,.docx,.doc"
              maxBytes={MAX_FILE_BYTES}
              inputId="step-files"
              error={says('files')}
              onFiles={(files) => patch({ files: [...draft.files, ...files].slice(0, 10) })}
            />
            <ChosenFiles files={draft.files} onRemove={(file) => patch({ files: draft.files.filter((one) => one !== file) })} />
          </div>
        )}
        {step.basis ? <p className="law-note">依据：{step.basis}</p> : null}
        <DialogFoot>
          <Button type="submit" kind="primary" busy={send.isPending}>
            {step.label}
          </Button>
          <Button onClick={onClose}>先不办</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function Reasons({
  page,
  chosen,
  error,
  onChoose,
}: {
  readonly page: WarningPage;
  readonly chosen: CloseReason | null;
  readonly error: string | undefined;
  readonly onChoose: (reason: CloseReason) => void;
}) {
  return (
    <div className={error ? 'field field-bad' : 'field'} id="step-reason" tabIndex={-1}>
      <ChoiceGroup legend="为什么销号">
        {error ? <div className="field-error">{error}</div> : null}
        {page.closeReasons.map((one) => (
          <Radio key={one.reason} name="reason" label={one.name} checked={chosen === one.reason} onChange={() => onChoose(one.reason)} />
        ))}
      </ChoiceGroup>
      {page.warning.standing ? <p className="field-hint">数据仍显示问题存在，不能按「工资已发清」或「数据已更正」销号。</p> : null}
    </div>
  );
}

/** Checked here only to save a round trip; the server decides. */
function whatIsMissing(step: WarningPage['open'][number], draft: Draft): ApiProblem | null {
  const fields: { path: string; says: string }[] = [];
  if (step.step === 'close' && draft.reason === null) fields.push({ path: 'reason', says: '没有选销号原因' });
  if (step.step === 'assign' && draft.assigneeId === '') fields.push({ path: 'assigneeId', says: '没有选指派给谁' });
  // What the data itself confirms needs no words; everything else does.
  const wantsWords = step.needsNote || (step.step === 'close' && draft.reason !== null && draft.reason !== 'paid' && draft.reason !== 'data-corrected');
  if (wantsWords && draft.note.trim() === '') fields.push({ path: 'note', says: '没有写说明' });
  if (step.needsEvidence && draft.files.length === 0) fields.push({ path: 'files', says: '没有传证明材料' });
  if (fields.length === 0) return null;
  return new ApiProblem(422, { code: 'missing', says: `还差 ${fields.length} 处，补上再${step.label}。`, fields });
}

function commandOf(step: StepKind, draft: Draft, id: string): StepCommand {
  const note = draft.note.trim();
  return {
    step,
    commandId: id,
    ...(note !== '' && { note }),
    ...(step === 'close' && draft.reason && { reason: draft.reason }),
    ...(step === 'assign' && draft.assigneeId && { assigneeId: draft.assigneeId }),
  };
}
