import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem, api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { Checkbox, ChoiceGroup, TextInput } from '#kit/field.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { CHANNELS, KIND_NAMES, WANTED_KINDS } from '../domain/channels.ts';
import type { ContactChange, ContactView, WantedKind } from '../domain/wire.ts';

const CONTACTS = ['contacts'] as const;

/** 怎么提醒我: the own ways to be reached outside the product. Nothing is sent before the person agreed and proved the address. */
export default function ContactsPage() {
  const contacts = useQuery({
    queryKey: CONTACTS,
    queryFn: ({ signal }) => api.get<{ readonly items: readonly ContactView[] }>('/api/me/contacts', undefined, signal),
  });
  return (
    <div className="stack">
      <PageHead title="怎么提醒我" sub="站内的铃铛总是有。要在别处也收到提醒，在下面打开。" />
      <Notice>发到外面的只有一句话，例如「您有3件待办事项，请登录安薪查看」，不写是什么事、哪个人、哪个单位。晚上 9 点到早上 8 点不发，红色预警除外。</Notice>
      {contacts.error ? (
        <Problem error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : !contacts.data ? (
        <Skeleton lines={6} />
      ) : (
        contacts.data.items.filter(isOffered).map((contact) => <ContactCard key={contact.channel} contact={contact} />)
      )}
    </div>
  );
}

/** What another platform has to vouch for is no use before that platform is connected. */
function isOffered({ channel, isConnected, addressMask }: ContactView): boolean {
  return CHANNELS[channel].proof === 'code' || isConnected || addressMask !== null;
}

function ContactCard({ contact }: { readonly contact: ContactView }) {
  const policy = CHANNELS[contact.channel];
  const byPlatform = policy.proof === 'platform';
  return (
    <Card title={contact.name} aside={<StateTag contact={contact} />}>
      <div className="stack narrow">
        {contact.isConnected ? null : <p className="muted">系统还没有接通{contact.name}，消息暂时只留在本系统的发件箱里。</p>}
        {byPlatform && contact.addressMask === null ? (
          <p>请在{contact.name}里打开「安薪」，按提示同意接收，回来这里就能看到。</p>
        ) : (
          <>
            <ContactForm contact={contact} />
            {contact.addressMask !== null && !contact.isVerified && policy.proof === 'code' ? <VerifyForm contact={contact} /> : null}
          </>
        )}
      </div>
    </Card>
  );
}

function StateTag({ contact }: { readonly contact: ContactView }) {
  if (contact.addressMask === null) return <Tag>没有打开</Tag>;
  if (!contact.isOn) return <Tag>已关上</Tag>;
  if (!contact.isVerified) return <Tag tone="blue">等验证</Tag>;
  if (contact.allowance === 0) return <Tag>同意的次数已用完</Tag>;
  return <Tag tone="green">在用</Tag>;
}

function ContactForm({ contact }: { readonly contact: ContactView }) {
  const { channel, addressMask } = contact;
  const policy = CHANNELS[channel];
  const [address, setAddress] = useState('');
  const [wants, setWants] = useState<readonly WantedKind[]>(contact.wants);
  const [agreed, setAgreed] = useState(contact.isOn);
  const [missing, setMissing] = useState<ApiProblem | null>(null);
  const queries = useQueryClient();
  const { tell } = useTell();
  const refresh = () => queries.invalidateQueries({ queryKey: CONTACTS });
  const save = useMutation({
    mutationFn: (body: ContactChange) => api.post<void>(`/api/me/contacts/${channel}`, body),
    onSuccess: async () => {
      setAddress('');
      await refresh();
      const hasCode = policy.proof === 'code' && (address !== '' || !contact.isVerified);
      if (!hasCode) tell('已保存。');
      else tell(contact.isConnected ? `已保存，验证码发到${contact.name}了。` : `已保存。还没有接通${contact.name}，验证码只留在发件箱里。`);
    },
  });
  const close = useMutation({
    mutationFn: () => api.post<void>(`/api/me/contacts/${channel}/withdraw`),
    onSuccess: async () => {
      await refresh();
      setAgreed(false);
      tell(`${contact.name}已关上，不再发。`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const fields = [
      ...(addressMask === null && address.trim() === '' ? [{ path: 'address', says: `没有写${policy.address?.label ?? '地址'}` }] : []),
      ...(agreed ? [] : [{ path: 'consent', says: '没有勾选同意' }]),
    ];
    setMissing(fields.length === 0 ? null : new ApiProblem(422, { code: 'missing', says: `还差 ${fields.length} 处，补上再保存。`, fields }));
    if (fields.length === 0) save.mutate({ wants, consent: true, ...(address.trim() !== '' && { address: address.trim() }) });
  };
  const error = missing ?? save.error ?? close.error;
  const says = (path: string) => (error ? ApiProblem.of(error).fields.find((field) => field.path === path)?.says : null);
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary error={error} title="没有保存" fieldId={(path) => `${channel}-${path}`} />
      <TextInput
        id={`${channel}-address`}
        label={policy.address?.label ?? '地址'}
        hint={addressMask === null ? undefined : `现在是 ${addressMask}，要换就填新的`}
        autoComplete={channel === 'sms' ? 'tel-national' : channel === 'email' ? 'email' : 'off'}
        inputMode={channel === 'sms' ? 'numeric' : channel === 'email' ? 'email' : 'text'}
        value={address}
        error={says('address')}
        onChange={(event) => setAddress(event.target.value)}
      />
      <ChoiceGroup legend="收哪几种">
        {WANTED_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={KIND_NAMES[kind]}
            checked={wants.includes(kind)}
            onChange={(event) => setWants(event.target.checked ? [...wants, kind] : wants.filter((one) => one !== kind))}
          />
        ))}
      </ChoiceGroup>
      <Checkbox
        id={`${channel}-consent`}
        label={`我同意系统用${contact.name}给我发提醒，可以随时关上`}
        checked={agreed}
        onChange={(event) => setAgreed(event.target.checked)}
      />
      <div className="row">
        <Button type="submit" busy={save.isPending}>
          {addressMask === null ? '打开' : '保存'}
          <span className="vh">：{contact.name}</span>
        </Button>
        {addressMask === null ? null : (
          <Button kind="quiet" busy={close.isPending} onClick={() => close.mutate()}>
            关上，并删掉{policy.address?.label ?? '地址'}
          </Button>
        )}
      </div>
    </form>
  );
}

function VerifyForm({ contact }: { readonly contact: ContactView }) {
  const [code, setCode] = useState('');
  const queries = useQueryClient();
  const { tell } = useTell();
  const refresh = () => queries.invalidateQueries({ queryKey: CONTACTS });
  const verify = useMutation({
    mutationFn: () => api.post<void>(`/api/me/contacts/${contact.channel}/verify`, { code }),
    onSuccess: async () => {
      await refresh();
      tell(`${contact.name}验证好了，从现在起会收到提醒。`);
    },
  });
  const again = useMutation({
    mutationFn: () => api.post<void>(`/api/me/contacts/${contact.channel}`, { wants: contact.wants, consent: true }),
    onSuccess: () => tell('验证码已重新发出。'),
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!verify.isPending) verify.mutate();
      }}
    >
      <ErrorSummary error={verify.error ?? again.error} title="没有验证" />
      <TextInput
        label={`发到 ${contact.addressMask} 的验证码`}
        hint="6 位数字，10 分钟内有效"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="row">
        <Button type="submit" kind="primary" busy={verify.isPending}>
          验证
        </Button>
        <Button kind="quiet" busy={again.isPending} onClick={() => again.mutate()}>
          重新发验证码
        </Button>
      </div>
    </form>
  );
}
