import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Select, TextArea, TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { enterPunch } from './requests.ts';

/** 补录打卡: one punch by hand; it waits until another person confirms it. */
export function EnterDialog({ projectId, onClose }: { readonly projectId: string; readonly onClose: () => void }) {
  const [form, setForm] = useState({ identity: '', at: '', direction: 'in', why: '' });
  const queries = useQueryClient();
  const entering = useMutation({
    mutationFn: () => enterPunch(projectId, { ...form, at: `${form.at.replace('T', ' ')}${form.at.length === 16 ? ':00' : ''}` }),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['devices', projectId] });
    },
  });
  return (
    <Dialog title="补录打卡" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate();
        }}
      >
        <ErrorSummary error={entering.error} />
        <p>补录要由另一个人核实后才计入出勤，并计入手工补录的比例。</p>
        <TextInput label="身份证号" required value={form.identity} onChange={(event) => setForm({ ...form, identity: event.target.value })} />
        <TextInput
          label="打卡时间"
          type="datetime-local"
          step={1}
          required
          value={form.at}
          onChange={(event) => setForm({ ...form, at: event.target.value })}
        />
        <Select
          label="方向"
          choices={[
            { value: 'in', name: '进' },
            { value: 'out', name: '出' },
          ]}
          value={form.direction}
          onChange={(event) => setForm({ ...form, direction: event.target.value })}
        />
        <TextArea
          label="为什么补录"
          required
          minLength={2}
          maxLength={500}
          value={form.why}
          onChange={(event) => setForm({ ...form, why: event.target.value })}
        />
        <DialogFoot>
          <Button kind="primary" type="submit" busy={entering.isPending}>
            补录，等人核实
          </Button>
          <Button onClick={onClose}>先不补</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
