import type { Profile } from './profiles.ts';

/** What an answer may carry: text, numbers and lists of them. */
export type Wire = string | number | null | readonly Wire[] | { readonly [name: string]: Wire };

export type Code = '0' | '-1' | '-2' | '-3' | '-4' | '-5' | '9999';

export const CODE_NAMES: Readonly<Record<Code, string>> = {
  '0': '成功',
  '-1': '请求参数错误',
  '-2': '签名校验错误',
  '-3': '无API访问权限',
  '-4': 'IP校验错误',
  '-5': '访问超过限制',
  '9999': '错误',
};

/** Every answer has this shape and status 200: old clients take another status for silence. */
export interface Answer {
  readonly code: Code;
  readonly message: string;
  readonly data: Wire;
}

export function failed(code: Exclude<Code, '0'>, message: string = CODE_NAMES[code]): Answer {
  return { code, message, data: null };
}

export function answered(data: Wire): Answer {
  return { code: '0', message: '', data };
}

export function accepted(requestSerialCode: string): Answer {
  return answered({ requestSerialCode });
}

export interface Page {
  readonly pageIndex: number;
  readonly pageSize: number;
}

/** Rows of a query, from page 0. */
export function pageOf(page: Page, totalCount: number, rows: readonly Wire[]): Answer {
  return answered({ pageIndex: page.pageIndex, pageSize: page.pageSize, totalCount, rows });
}

/** At most this many rows a page, whatever is asked for. */
export const MOST_ROWS = 50;

export function pageAsked(pageIndex: string | null, pageSize: string | null): Page {
  const index = Number(pageIndex ?? '0');
  const size = Number(pageSize ?? '10');
  return { pageIndex: index >= 0 && index <= 1_000_000 ? index : 0, pageSize: size >= 1 ? Math.min(size, MOST_ROWS) : 10 };
}

/** The answer as a place writes it: Fujian has the rows at the top. `code` goes out as text, which every client reads. */
export function writeAnswer(answer: Answer, profile: Pick<Profile, 'rowsOnTop'>): string {
  const { data } = answer;
  if (!profile.rowsOnTop || typeof data !== 'object' || data === null || !('rows' in data)) return JSON.stringify(answer);
  return JSON.stringify({ code: answer.code, message: answer.message, ...data, data: null });
}

/** 异步处理结果状态. */
export type AsyncStatus = 0 | 10 | 20;

/** `team-add-2026112210-1-0001`; after 9999 the third part counts on, so that no serial is given twice. */
export function serialCode(prefix: string, now: string, count: number): string {
  const hour = now.replace(/[^0-9]/gu, '').slice(0, 10);
  return `${prefix}-${hour}-${1 + Math.floor(count / 10_000)}-${String(count % 10_000).padStart(4, '0')}`;
}
