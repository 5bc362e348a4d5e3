import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextInput } from '#kit/field.tsx';
import { ProjectChoice } from '#kit/project-choice.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { addProject } from './requests.ts';

/** 上报哪个项目: ours, and the number it has over there. */
export function ProjectDialog({ targetId, onClose, onDone }: { readonly targetId: string; readonly onClose: () => void; readonly onDone: () => void }) {
  const [projectId, setProjectId] = useState('');
  const [theirCode, setTheirCode] = useState('');
  const save = useMutation({ mutationFn: () => addProject(targetId, projectId, theirCode.trim()), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog title="加上报的项目" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={save.error} title="没有加上" />
        <ProjectChoice value={projectId} onChoose={(project) => setProjectId(project?.id ?? '')} />
        <TextInput label="对方的项目编码" hint="在上级平台上查，6 至 32 位" value={theirCode} onChange={(event) => setTheirCode(event.target.value)} />
        <p className="muted small">从现在起，这个项目的企业、班组、工人、合同、考勤和工资依次报过去，以后有改动自动补报。</p>
        <DialogFoot>
          <Button type="submit" kind="primary" busy={save.isPending}>
            开始上报
          </Button>
          <Button onClick={onClose}>先不加</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
