import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { WarningList, WarningPage, WarningRow } from '#modules/monitoring/warnings/domain/wire.ts';
import type { ImportKind, ImportView } from '#modules/prevention/imports/domain/wire.ts';

/** A person at the product's API, with the session cookie a browser would hold. */
export interface Person {
  readonly login: string;
  /** The answer as it came, for tests about refusals. */
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** The body of an answer that must be a success; anything else fails the test with what the product said. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
}

export async function signIn(url: string, login: string, password: string): Promise<Person> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie, origin: url, ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  const succeed = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const reply = await ask(method, path, body);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} as ${login}: ${reply.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return { login, ask, get: (path) => succeed('GET', path), post: (path, body) => succeed('POST', path, body) };
}

interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly regionCode?: string;
  readonly enterpriseId?: string;
}

/** The administrator opens an account; its owner replaces the one-time password before doing anything else. */
export async function hire(administrator: Person, url: string, account: NewPerson): Promise<{ readonly login: string; readonly password: string }> {
  const { login, password } = await administrator.post<{ login: string; password: string }>('/api/accounts', account);
  const fresh = await signIn(url, login, password);
  const next = 'Harvest-moon-over-the-fields-2026';
  await fresh.post('/api/me/password', { current: password, next });
  return { login, password: next };
}

/** The number of the enterprise with this very name, as the administrator finds it. */
export async function enterpriseNamed(administrator: Person, name: string): Promise<string> {
  const { items } = await administrator.get<{ items: { id: string; name: string }[] }>(`/api/enterprises?q=${encodeURIComponent(name)}`);
  const found = items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no enterprise ${name}`);
  return found.id;
}

/** Uploads a file and waits until it is read and checked, or needs something from its owner. */
export async function upload(person: Person, fileName: string, bytes: Uint8Array, kind?: ImportKind): Promise<ImportView> {
  const form = new FormData();
  if (kind !== undefined) form.set('kind', kind);
  form.set('file', new File([new Uint8Array(bytes)], fileName));
  const begun = await person.post<ImportView>('/api/imports', form);
  return settled(person, begun.id, ['reading']);
}

/** Takes the checked rows over and waits until they are records and the rules have been asked. */
export async function confirm(person: Person, view: ImportView, acceptValidRowsOnly = false): Promise<ImportView> {
  await person.post<ImportView>(`/api/imports/${view.id}/confirm`, { acceptValidRowsOnly });
  return settled(person, view.id, ['reading', 'checked', 'importing']);
}

async function settled(person: Person, id: string, passing: readonly string[]): Promise<ImportView> {
  for (let tries = 0; tries < 600; tries += 1) {
    const view = await person.get<ImportView>(`/api/imports/${id}`);
    if (!passing.includes(view.state)) return view;
    await wait(100);
  }
  throw new Error(`import ${id} stays in ${passing.join(' or ')}`);
}

/** All warnings the person sees, page by page. */
export async function warningsOf(person: Person, filter = ''): Promise<WarningRow[]> {
  const rows: WarningRow[] = [];
  for (let page = 1; ; page += 1) {
    const list = await person.get<WarningList>(`/api/warnings?size=100&page=${page}${filter === '' ? '' : `&${filter}`}`);
    rows.push(...list.items);
    if (rows.length >= list.total || list.items.length === 0) return rows;
  }
}

export function step(person: Person, warningId: string, taken: { step: string; note?: string; reason?: string; assigneeId?: string }): Promise<WarningPage> {
  return person.post<WarningPage>(`/api/warnings/${warningId}/steps`, { commandId: randomUUID(), ...taken });
}
