import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextArea } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';

/** An act that needs its reason in words. */
export function ReasonDialog({
  title,
  says,
  act,
  danger,
  work,
  after,
  onClose,
}: {
  readonly title: string;
  readonly says: string;
  readonly act: string;
  readonly danger?: boolean;
  readonly work: (reason: string) => Promise<unknown>;
  readonly after: () => unknown;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const doing = useMutation({
    mutationFn: () => work(reason.trim()),
    onSuccess: () => {
      after();
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate();
        }}
      >
        <ErrorSummary error={doing.error} />
        <p>{says}</p>
        <TextArea
          label="理由"
          hint="写明依据，日后查核要看"
          required
          minLength={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <DialogFoot>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" busy={doing.isPending}>
            {act}
          </Button>
          <Button onClick={onClose}>先不办</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
