import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Checkbox, Select, TextInput } from '#kit/field.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import type { AppRow, SettingField, SettingValue } from '../domain/index.ts';

interface Props {
  readonly app: AppRow;
  readonly fields: readonly SettingField[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 应用的设置: how the other side speaks, as far as its channel leaves that open. */
export function SettingsDialog({ app, fields, onClose, onDone }: Props) {
  const [values, setValues] = useState<Readonly<Record<string, string | boolean>>>(() =>
    Object.fromEntries(fields.map((field) => [field.key, shown(field, app)])),
  );
  const save = useMutation({
    mutationFn: () =>
      api.post<void>(`/api/integration/apps/${app.appid}/settings`, Object.fromEntries(fields.map((field) => [field.key, said(field, values[field.key])]))),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog title={`${app.name} 的设置`} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={save.error} title="设置没有保存" fieldId={idOf} />
        {fields.map((field) => (
          <Setting
            key={field.key}
            field={field}
            isSet={app.settings[field.key] === true}
            value={values[field.key] ?? ''}
            onChange={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
          />
        ))}
        <DialogFoot>
          <Button type="submit" kind="primary" busy={save.isPending}>
            保存设置
          </Button>
          <Button onClick={onClose}>先不改</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

const idOf = (key: string) => `setting-${key.replaceAll('.', '-')}`;

/** A secret starts empty: what is kept is never sent here. */
function shown(field: SettingField, app: AppRow): string | boolean {
  const value = app.settings[field.key];
  if (field.kind === 'flag') return value === true;
  return field.kind === 'secret' || value === null || value === undefined ? '' : String(value);
}

/** Left empty is the usual way; a secret left empty stays. */
function said(field: SettingField, value: string | boolean | undefined): SettingValue {
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim();
  if (field.kind === 'secret') return text;
  if (text === '') return null;
  // What is no number is sent as it was typed, so that the answer can say so.
  return field.kind === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

interface SettingProps {
  readonly field: SettingField;
  readonly isSet: boolean;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function Setting({ field, isSet, value, onChange }: SettingProps) {
  const id = idOf(field.key);
  const typed = typeof value === 'string' ? value : '';
  const change = (event: { readonly target: { readonly value: string } }) => onChange(event.target.value);
  const { label, hint } = field;
  switch (field.kind) {
    case 'choice':
      return <Select id={id} label={label} hint={hint} none={`照常（${field.usual}）`} value={typed} onChange={change} choices={field.choices} />;
    case 'flag':
      return (
        <Checkbox
          id={id}
          label={
            <>
              {label}
              {hint ? <span className="muted small">（{hint}）</span> : null}
            </>
          }
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'number':
      return <TextInput id={id} label={label} hint={hint} optional inputMode="numeric" placeholder={String(field.usual)} value={typed} onChange={change} />;
    case 'text':
      return <TextInput id={id} label={label} hint={hint} optional value={typed} onChange={change} />;
    case 'secret':
      return (
        <TextInput
          id={id}
          label={label}
          hint={isSet ? '已填过，只存密文。不改就留空' : hint}
          optional
          type="password"
          autoComplete="new-password"
          value={typed}
          onChange={change}
        />
      );
  }
}
