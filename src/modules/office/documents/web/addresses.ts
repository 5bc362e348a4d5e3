/** Where the screens of documents stand. */

export function documentAddress(id: string): string {
  return `/documents/${id}`;
}

export interface AboutWhat {
  readonly project?: string | null | undefined;
  readonly month?: string | null | undefined;
  readonly team?: string | null | undefined;
}

/** A new document of a kind; without a kind, the choice of one. */
export function newDocumentAddress(kind: string | null, { project, month, team }: AboutWhat = {}): string {
  const query = new URLSearchParams();
  if (project) query.set('project', project);
  if (month) query.set('month', month);
  if (team) query.set('team', team);
  const text = query.toString();
  return `/documents/new${kind === null ? '' : `/${kind}`}${text === '' ? '' : `?${text}`}`;
}

export function fileAddress(id: string, version: number, form: 'docx' | 'pdf'): string {
  return `/api/documents/${id}/versions/${version}/file.${form}`;
}
