import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { addTarget, useProfiles } from './requests.ts';

/** 登记上级平台: its address and the number and key it gave us. */
export function TargetDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const [form, setForm] = useState({ name: '', url: '', profile: 'national', appid: '', secret: '', corpSecret: '' });
  const profiles = useProfiles();
  const save = useMutation({ mutationFn: () => addTarget(form), onSuccess: ({ id }) => onDone(id) });
  const put = (name: keyof typeof form) => (event: { readonly target: { readonly value: string } }) => setForm({ ...form, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog title="登记上级平台" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={save.error} title="没有登记" />
        <TextInput label="平台名称" hint="例：省建筑工人实名制管理平台" value={form.name} onChange={put('name')} />
        <Select
          label="按哪种接口"
          hint="对方的接口文档与哪一种一致"
          value={form.profile}
          onChange={put('profile')}
          choices={(profiles.data?.items ?? []).map((one) => ({ value: one.id, name: one.name }))}
        />
        <TextInput label="接口地址" type="url" hint="例：https://平台域名/open.api" value={form.url} onChange={put('url')} />
        <TextInput label="应用编号（appid）" hint="对方发给我们的" value={form.appid} onChange={put('appid')} autoComplete="off" />
        <TextInput
          label="密钥（appsecret）"
          hint="对方发给我们的，存密文，以后不再显示"
          type="password"
          value={form.secret}
          onChange={put('secret')}
          autoComplete="new-password"
        />
        <TextInput
          label="企业密钥（corpSecret）"
          optional
          hint="对方要企业签名（corpsign）时才发，例如福建"
          type="password"
          value={form.corpSecret}
          onChange={put('corpSecret')}
          autoComplete="new-password"
        />
        <DialogFoot>
          <Button type="submit" kind="primary" busy={save.isPending}>
            登记
          </Button>
          <Button onClick={onClose}>先不登记</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
