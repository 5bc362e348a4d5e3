import type { Channel, MessageKind } from './wire.ts';

/**
 * What a message outside can hold, and nothing else: how many matters, a reference that says nothing, a code asked for,
 * and the time. No wage, complaint, place or person can get in, because there is no slot for one.
 */
export interface Values {
  readonly matters: number;
  readonly reference: string;
  /** Six digits; for a message of kind `code` only. */
  readonly code: string | null;
  /** `2026-11-27 09:30`, civil time in China. */
  readonly at: string;
}

export type SlotValue = 'matters' | 'reference' | 'code' | 'at' | { readonly fixed: string };

/** A place in a template the other side has approved. Its name is theirs: `thing1`, `count`. */
export interface Slot {
  readonly name: string;
  readonly value: SlotValue;
}

/** 模板: one for each kind of message and channel. Vendors that keep the words themselves have `id` and `slots`. */
export interface Template {
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly subject: string;
  /** Words with `{matters}`, `{reference}`, `{code}`, `{at}`. */
  readonly text: string;
  /** The vendor's number of the approved template; empty where the text is sent as it stands. */
  readonly id: string;
  readonly slots: readonly Slot[];
}

const SENTENCES: Readonly<Record<MessageKind, { readonly subject: string; readonly text: string }>> = {
  urgent: { subject: '您有紧急待办事项', text: '您有{matters}件紧急待办事项，请尽快登录安薪查看。编号{reference}' },
  todo: { subject: '您有待办事项', text: '您有{matters}件待办事项，请登录安薪查看。编号{reference}' },
  progress: { subject: '您提交的事项有了结果', text: '您提交的{matters}件事项有了结果，请登录安薪查看。编号{reference}' },
  code: { subject: '验证码', text: '验证码{code}，10分钟内有效，用于在安薪设置接收提醒。不是您本人操作，请不用理会。' },
};

const PHRASES: Readonly<Record<MessageKind, string>> = { urgent: '紧急待办', todo: '待办', progress: '有了结果', code: '验证码' };

const smsSlots = (kind: MessageKind): readonly Slot[] =>
  kind === 'code'
    ? [{ name: 'code', value: 'code' }]
    : [
        { name: 'matters', value: 'matters' },
        { name: 'reference', value: 'reference' },
      ];

const wechatSlots = (kind: MessageKind): readonly Slot[] => [
  { name: 'phrase1', value: { fixed: PHRASES[kind] } },
  { name: 'number2', value: 'matters' },
  { name: 'character_string3', value: kind === 'code' ? 'code' : 'reference' },
  { name: 'time4', value: 'at' },
  { name: 'thing5', value: { fixed: '请登录安薪查看' } },
];

const KINDS: readonly MessageKind[] = ['urgent', 'todo', 'progress', 'code'];

/** The shipped templates. A place adds the numbers its vendor gave them, and may change words and slots, in its settings. */
export const TEMPLATES: readonly Template[] = KINDS.flatMap((kind): readonly Template[] => {
  const base = { kind, ...SENTENCES[kind], id: '' };
  return [
    { ...base, channel: 'sms', slots: smsSlots(kind) },
    { ...base, channel: 'wechat-mini', slots: wechatSlots(kind) },
    { ...base, channel: 'wechat-official', slots: wechatSlots(kind) },
    { ...base, channel: 'gov-dingtalk', slots: [] },
    { ...base, channel: 'email', slots: [] },
    ...(kind === 'code' ? [] : [{ ...base, channel: 'dingtalk-robot' as const, slots: [] }]),
  ];
});

export function valueOf(slot: SlotValue, values: Values): string {
  if (typeof slot === 'object') return slot.fixed;
  switch (slot) {
    case 'matters':
      return mattersText(values.matters);
    case 'reference':
      return values.reference;
    case 'code':
      return values.code ?? '';
    case 'at':
      return values.at;
  }
}

/** At most four characters: what matters beyond is to sign in. */
function mattersText(matters: number): string {
  return matters > 999 ? '999' : String(matters);
}

export function textOf(template: Template, values: Values): string {
  return template.text
    .replaceAll('{matters}', mattersText(values.matters))
    .replaceAll('{reference}', values.reference)
    .replaceAll('{code}', values.code ?? '')
    .replaceAll('{at}', values.at);
}

/** The same with the code hidden, for lists and logs. */
export function shownText(template: Template, values: Values): string {
  return textOf(template, { ...values, code: values.code === null ? null : '******' });
}
