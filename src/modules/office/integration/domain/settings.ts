import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Channel } from './app.ts';

/**
 * 应用的设置: one thing that may be chosen for an app of a channel. Which there are is each channel's own; a key with a point
 * stands inside a group of its own (`status.0`). What is not set is left to the channel's usual way.
 */
export type SettingField = {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
} & (
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly name: string }[]; readonly usual: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly usual: number }
  | { readonly kind: 'text'; readonly pattern: string; readonly says: string }
  /** Kept enciphered under `<key>Cipher` for the vault's `place`, and never shown again. */
  | { readonly kind: 'secret'; readonly pattern: string; readonly says: string; readonly place: string }
);

export type ChannelSettings = Readonly<Record<Channel, readonly SettingField[]>>;

/** What a form says of a setting; null takes it back to the usual way, a secret left empty stays as it is. */
export type SettingValue = string | number | boolean | null;

export interface CheckedSettings {
  /** Of every field but secrets; null: not set. */
  readonly plain: Readonly<Record<string, SettingValue>>;
  readonly secrets: readonly { readonly key: string; readonly place: string; readonly secret: string | null }[];
}

/** Refuses what a channel does not know and what is not of a field's form; every fault is told at once. */
export function checkSettings(fields: readonly SettingField[], given: Readonly<Record<string, SettingValue>>): Result<CheckedSettings> {
  const faults: { path: string; says: string }[] = [];
  const plain: Record<string, SettingValue> = {};
  const secrets: { key: string; place: string; secret: string | null }[] = [];
  for (const key of Object.keys(given)) if (!fields.some((field) => field.key === key)) faults.push({ path: key, says: '没有这项设置' });
  for (const field of fields) {
    const value = given[field.key];
    if (value === undefined || (field.kind === 'secret' && value === '')) continue;
    const fault = value === null ? null : faultOf(field, value);
    if (fault !== null) faults.push({ path: field.key, says: fault });
    else if (field.kind !== 'secret') plain[field.key] = value;
    else secrets.push({ key: field.key, place: field.place, secret: value === null ? null : String(value) });
  }
  return faults.length === 0 ? ok({ plain, secrets }) : refuse(refusal(faults));
}

function refusal(faults: readonly { readonly path: string; readonly says: string }[]): Refusal & { readonly fields: typeof faults } {
  return { code: 'settings-invalid', says: `有 ${faults.length} 项设置没填对，什么都没改。`, fields: faults };
}

function faultOf(field: SettingField, value: string | number | boolean): string | null {
  switch (field.kind) {
    case 'choice':
      return field.choices.some((choice) => choice.value === value) ? null : `${field.label}：选列出的一种`;
    case 'flag':
      return typeof value === 'boolean' ? null : `${field.label}：应为是或否`;
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= field.least && value <= field.most
        ? null
        : `${field.label}：应为 ${field.least} 至 ${field.most} 的整数`;
    case 'text':
    case 'secret':
      return typeof value === 'string' && value.length <= 500 && new RegExp(`^(?:${field.pattern})$`, 'u').test(value) ? null : `${field.label}：${field.says}`;
  }
}

type Settings = { readonly [key: string]: unknown };

/** Lays what was chosen over what stands; what other hands wrote stays. */
export function settingsWith(settings: Settings, values: Readonly<Record<string, unknown>>): Settings {
  const next: Record<string, unknown> = { ...settings };
  for (const [key, value] of Object.entries(values)) {
    const [name = '', inner] = key.split('.');
    const place = inner === undefined ? next : { ...groupOf(next[name]) };
    const at = inner ?? name;
    if (value === null) delete place[at];
    else place[at] = value;
    if (inner !== undefined) next[name] = place;
  }
  return next;
}

/** What a channel's fields say now; of a secret only whether it is set. */
export function settingsShown(fields: readonly SettingField[], settings: Settings): Readonly<Record<string, SettingValue>> {
  return Object.fromEntries(
    fields.map((field): [string, SettingValue] => {
      if (field.kind === 'secret') return [field.key, settings[`${field.key}Cipher`] !== undefined];
      const [name = '', inner] = field.key.split('.');
      const value = inner === undefined ? settings[name] : groupOf(settings[name])[inner];
      return [field.key, typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null];
    }),
  );
}

function groupOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
