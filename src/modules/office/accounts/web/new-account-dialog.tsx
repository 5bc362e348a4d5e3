import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { isRole, type NewAccount, ROLES } from '../domain/index.ts';
import { type EnterpriseChoice, EnterprisePicker } from './enterprise-picker.tsx';
import { RegionPicker } from './region-picker.tsx';

interface Draft {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly regionCode: string | null;
  readonly enterprise: EnterpriseChoice | null;
  readonly industry: string;
}

const EMPTY: Draft = { login: '', name: '', role: '', organisation: '', regionCode: null, enterprise: null, industry: '' };

interface NewAccountDialogProps<Answer> {
  readonly title?: string;
  readonly act?: string;
  /** What is known of the person before anything is typed. */
  readonly given?: Partial<Pick<Draft, 'name' | 'organisation'>>;
  readonly send: (body: NewAccount) => Promise<Answer>;
  readonly onClose: () => void;
  readonly onOpened: (answer: Answer) => void;
}

/** What an account needs follows from the post: officials an organisation and a place, enterprises' people their enterprise, regulators an industry besides. */
export function NewAccountDialog<Answer>({ title = '开账号', act = '开账号', given, send, onClose, onOpened }: NewAccountDialogProps<Answer>) {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, ...given });
  const [missing, setMissing] = useState<ApiProblem | null>(null);
  const open = useMutation({ mutationFn: send, onSuccess: onOpened });
  const bound = isRole(draft.role) ? ROLES[draft.role].sight.bound : null;
  const patch = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open.isPending) return;
    const gap = whatIsMissing(draft, bound);
    setMissing(gap);
    const body = gap ? null : asNewAccount(draft, bound);
    if (body) open.mutate(body);
  };
  const error = missing ?? open.error;
  const says = (path: string) => (error ? ApiProblem.of(error).fields.find((field) => field.path === path)?.says : null);
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={error} title="账号没有开" fieldId={(path) => `account-${path}`} />
        <TextInput
          label="姓名"
          id="account-name"
          autoComplete="off"
          value={draft.name}
          error={says('name')}
          onChange={(event) => patch({ name: event.target.value })}
        />
        <TextInput
          label="登录名"
          hint="常用姓名拼音，不要用身份证号或手机号"
          id="account-login"
          autoComplete="off"
          autoCapitalize="none"
          value={draft.login}
          error={says('login')}
          onChange={(event) => patch({ login: event.target.value })}
        />
        <Select
          label="岗位"
          id="account-role"
          none="选一个岗位"
          value={draft.role}
          error={says('role')}
          onChange={(event) => patch({ role: event.target.value })}
          choices={Object.entries(ROLES).map(([value, policy]) => ({ value, name: policy.name }))}
        />
        {bound === 'enterprise' ? (
          <EnterprisePicker
            id="account-enterpriseId"
            error={says('enterpriseId') ?? says('organisation')}
            chosen={draft.enterprise}
            onChoose={(enterprise) => patch({ enterprise })}
          />
        ) : (
          <TextInput
            label="单位"
            id="account-organisation"
            autoComplete="organization"
            value={draft.organisation}
            error={says('organisation')}
            onChange={(event) => patch({ organisation: event.target.value })}
          />
        )}
        {bound === 'region' || bound === 'region-and-industry' ? (
          <RegionPicker
            label="管哪里"
            id="account-regionCode"
            error={says('regionCode')}
            value={draft.regionCode}
            onRegion={(regionCode) => patch({ regionCode })}
          />
        ) : null}
        {bound === 'region-and-industry' ? (
          <TextInput
            label="管哪个行业"
            hint="和台账里的行业写法一样，例如 房屋建筑"
            id="account-industry"
            value={draft.industry}
            error={says('industry')}
            onChange={(event) => patch({ industry: event.target.value })}
          />
        ) : null}
        <DialogFoot>
          <Button type="submit" kind="primary" busy={open.isPending}>
            {act}
          </Button>
          <Button onClick={onClose}>先不开</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type Bound = 'region' | 'region-and-industry' | 'enterprise' | 'none' | null;

function whatIsMissing(draft: Draft, bound: Bound): ApiProblem | null {
  const fields: { path: string; says: string }[] = [];
  const need = (path: string, value: string | null, says: string) => {
    if (!value?.trim()) fields.push({ path, says });
  };
  need('name', draft.name, '没有写姓名');
  need('login', draft.login, '没有写登录名');
  need('role', draft.role, '没有选岗位');
  if (bound !== 'enterprise') need('organisation', draft.organisation, '没有写单位');
  if (bound === 'region' || bound === 'region-and-industry') need('regionCode', draft.regionCode, '没有选管哪里');
  if (bound === 'region-and-industry') need('industry', draft.industry, '没有写管哪个行业');
  if (bound === 'enterprise') need('enterpriseId', draft.enterprise?.id ?? null, '没有选单位');
  return fields.length === 0 ? null : new ApiProblem(422, { code: 'missing', says: `还差 ${fields.length} 处，补上再开账号。`, fields });
}

function asNewAccount(draft: Draft, bound: Bound): NewAccount | null {
  if (!isRole(draft.role)) return null;
  return {
    login: draft.login.trim(),
    name: draft.name.trim(),
    role: draft.role,
    organisation: (bound === 'enterprise' ? draft.enterprise?.name : draft.organisation)?.trim() ?? '',
    ...((bound === 'region' || bound === 'region-and-industry') && { regionCode: draft.regionCode }),
    ...(bound === 'region-and-industry' && { industry: draft.industry.trim() }),
    ...(bound === 'enterprise' && { enterpriseId: draft.enterprise?.id ?? null }),
  };
}
