import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { setCode } from './requests.ts';

/** Whom a machine means by its own number. */
export function CodeDialog({
  projectId,
  code,
  after,
  onClose,
}: {
  readonly projectId: string;
  readonly code: string;
  readonly after: () => unknown;
  readonly onClose: () => void;
}) {
  const [identity, setIdentity] = useState('');
  const { tell } = useTell();
  const setting = useMutation({
    mutationFn: () => setCode(projectId, code, identity.trim()),
    onSuccess: ({ taken }) => {
      tell(`工号 ${code} 已对应，收下了 ${taken} 次打卡`);
      after();
      onClose();
    },
  });
  return (
    <Dialog title={`工号 ${code} 是谁`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setting.mutate();
        }}
      >
        <ErrorSummary error={setting.error} />
        <p>对应后，只因工号不明而等着的打卡马上收下；有别的疑问的仍待核实。</p>
        <TextInput label="身份证号" required value={identity} onChange={(event) => setIdentity(event.target.value)} />
        <DialogFoot>
          <Button kind="primary" type="submit" busy={setting.isPending}>
            对应到这个人
          </Button>
          <Button onClick={onClose}>先不对应</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
