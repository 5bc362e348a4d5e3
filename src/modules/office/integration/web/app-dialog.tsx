import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Checkbox, ChoiceGroup, Radio, Select, TextArea, TextInput } from '#kit/field.tsx';
import { ProjectChoice } from '#kit/project-choice.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { API_SCOPES, type AppRow, CHANNELS, isChannel, type NewAppForm, type NewKey } from '../domain/index.ts';

interface Props {
  /** null to register a new one. */
  readonly app: AppRow | null;
  readonly mayActForPlace: boolean;
  readonly onClose: () => void;
  readonly onDone: (made: NewKey | null) => void;
}

/** Registers an app, or changes what may be changed of one: name, addresses, limit, scopes. */
export function AppDialog({ app, mayActForPlace, onClose, onDone }: Props) {
  const [name, setName] = useState(app?.name ?? '');
  const [channel, setChannel] = useState(app?.channel ?? 'open-api');
  const [projectId, setProjectId] = useState('');
  const [actsFor, setActsFor] = useState<'place' | 'enterprise'>(mayActForPlace ? 'place' : 'enterprise');
  const [ips, setIps] = useState(app?.ipList.join('\n') ?? '');
  const [perMinute, setPerMinute] = useState(String(app?.perMinute ?? 600));
  const [scopes, setScopes] = useState<readonly string[]>(app?.scopes ?? []);
  const save = useMutation({
    mutationFn: async (): Promise<NewKey | null> => {
      const ipList = ips.split(/[\s,，、;；]+/u).filter((one) => one !== '');
      const change = { name, ipList, perMinute: Number(perMinute), scopes };
      if (app !== null) {
        await api.post<void>(`/api/integration/apps/${app.appid}/change`, change);
        return null;
      }
      const form: NewAppForm = { ...change, channel, projectId: projectId === '' ? null : projectId, actsFor };
      return api.post<NewKey>('/api/integration/apps', form);
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog title={app === null ? '登记接口应用' : `修改 ${app.name}`} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={save.error} title={app === null ? '应用没有登记' : '没有修改'} fieldId={(path) => `app-${path.split('.')[0] ?? ''}`} />
        <TextInput
          label="应用名称"
          id="app-name"
          hint="对方系统或设备的名称，例如 市一网统管平台"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {app === null ? (
          <>
            <Select
              label="通道"
              id="app-channel"
              value={channel}
              onChange={(event) => isChannel(event.target.value) && setChannel(event.target.value)}
              choices={Object.entries(CHANNELS).map(([value, one]) => ({ value, name: one.name }))}
            />
            <ProjectChoice id="app-projectId" label="只限一个项目" none="不限项目" value={projectId} onChoose={(project) => setProjectId(project?.id ?? '')} />
            {mayActForPlace ? (
              <ChoiceGroup legend="看到谁的数据">
                <Radio name="actsFor" label="本辖区的" checked={actsFor === 'place'} onChange={() => setActsFor('place')} />
                <Radio name="actsFor" label="所选项目的总包单位的" checked={actsFor === 'enterprise'} onChange={() => setActsFor('enterprise')} />
              </ChoiceGroup>
            ) : null}
          </>
        ) : null}
        {channel === 'open-api' ? (
          <ChoiceGroup legend="权限">
            {API_SCOPES.map((one) => (
              <Checkbox
                key={one.scope}
                label={`${one.name}：${one.says}`}
                checked={scopes.includes(one.scope)}
                onChange={(event) => setScopes(event.target.checked ? [...scopes, one.scope] : scopes.filter((scope) => scope !== one.scope))}
              />
            ))}
          </ChoiceGroup>
        ) : null}
        <TextArea
          label="只接受这些地址"
          id="app-ipList"
          optional
          hint="一行一个 IP 或网段，例如 10.1.2.0/24；不填则不限"
          value={ips}
          onChange={(event) => setIps(event.target.value)}
        />
        <TextInput label="每分钟请求上限" id="app-perMinute" inputMode="numeric" value={perMinute} onChange={(event) => setPerMinute(event.target.value)} />
        <DialogFoot>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {app === null ? '登记并取得密钥' : '保存修改'}
          </Button>
          <Button onClick={onClose}>{app === null ? '先不登记' : '先不改'}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
