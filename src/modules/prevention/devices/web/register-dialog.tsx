import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { registerDevice } from './requests.ts';
import { ShownOnce } from './shown-once.tsx';

/** 登记设备: which machine, where it stands; answered with its number and key, shown once. */
export function RegisterDialog({ projectId, onClose }: { readonly projectId: string; readonly onClose: () => void }) {
  const [form, setForm] = useState({ name: '', serialNo: '', place: '', appid: '' });
  const queries = useQueryClient();
  const position = readPlace(form.place);
  const made = useMutation({
    mutationFn: () =>
      registerDevice(projectId, {
        name: form.name.trim(),
        serialNo: form.serialNo.trim(),
        lat: position?.lat ?? null,
        lng: position?.lng ?? null,
        ...(form.appid.trim() !== '' && { appid: form.appid.trim() }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['devices', projectId] }),
  });
  if (made.data !== undefined) {
    const lines = [
      { label: '应用编号', value: made.data.appid },
      { label: '密钥', value: made.data.secret ?? '用原来的' },
      { label: '上报地址', value: `${location.origin}/device/v1/punches` },
    ];
    return <ShownOnce title={`${form.name}已登记`} lines={lines} onClose={onClose} />;
  }
  const badPlace = form.place.trim() !== '' && position === null;
  return (
    <Dialog title="登记设备" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!badPlace) made.mutate();
        }}
      >
        <ErrorSummary error={made.error} />
        <TextInput
          label="名称"
          hint="例：一号门闸机"
          required
          minLength={2}
          maxLength={60}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <TextInput
          label="序列号"
          hint="设备铭牌或“关于本机”里的 SN"
          required
          pattern="[0-9A-Za-z._:\-]{3,64}"
          value={form.serialNo}
          onChange={(event) => setForm({ ...form, serialNo: event.target.value })}
        />
        <TextInput
          label="位置"
          optional
          hint="纬度,经度，例 36.8612,116.2301。填了才能查围栏外打卡和来不及的行程"
          error={badPlace ? '写成 纬度,经度 两个数，用逗号隔开' : null}
          value={form.place}
          onChange={(event) => setForm({ ...form, place: event.target.value })}
        />
        <TextInput
          label="已有的应用编号"
          optional
          hint="设备已经用某个编号上报、还没有登记到项目的才填；不填就发新的编号和密钥"
          pattern="[0-9A-Za-z._\-]{4,64}"
          value={form.appid}
          onChange={(event) => setForm({ ...form, appid: event.target.value })}
        />
        <DialogFoot>
          <Button kind="primary" type="submit" busy={made.isPending}>
            登记设备
          </Button>
          <Button onClick={onClose}>先不登记</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function readPlace(text: string): { readonly lat: number; readonly lng: number } | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/u.exec(text);
  if (match === null) return null;
  const [lat, lng] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}
