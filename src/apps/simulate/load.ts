import type { ImportKind, ImportView } from '#modules/prevention/imports/domain/index.ts';
import type { Imports, Sender } from '#modules/prevention/imports/server/index.ts';

/** A file of an office, ready to be handed in. */
export interface OfficeFile {
  readonly path: string;
  readonly kind: ImportKind;
  readonly content: () => Promise<Uint8Array> | Uint8Array;
}

export interface LoadedFiles {
  readonly files: number;
  readonly rows: number;
  /** Files that were not taken over in full: what became of them, in the words a person would read. */
  readonly troubles: readonly { readonly path: string; readonly says: string }[];
}

/** So many files wait at once: enough to keep the reading busy, few enough to hold in memory. */
const AT_ONCE = 40;

/**
 * Hands files in the way a person does: upload, look, confirm the rows without errors. Kinds go one after the other, because a roster
 * needs its project and a statement its workers.
 */
export async function loadFiles(imports: Imports, by: Sender, files: readonly OfficeFile[]): Promise<LoadedFiles> {
  const kinds: readonly ImportKind[] = ['ledger', 'roster', 'attendance', 'payroll', 'flows'];
  const troubles: { path: string; says: string }[] = [];
  let rows = 0;
  for (const kind of kinds) {
    const mine = files.filter((file) => file.kind === kind);
    for (let from = 0; from < mine.length; from += AT_ONCE) {
      for (const { path, view } of await handIn(imports, by, mine.slice(from, from + AT_ONCE))) {
        if (typeof view === 'string') troubles.push({ path, says: view });
        else {
          rows += view.accepted?.rows ?? 0;
          if (view.state !== 'done' || view.errorRows > 0) troubles.push({ path, says: `${view.state}：${view.problem ?? `${view.errorRows} 行有错误`}` });
        }
      }
    }
  }
  return { files: files.length, rows, troubles };
}

async function handIn(imports: Imports, by: Sender, files: readonly OfficeFile[]): Promise<{ path: string; view: ImportView | string }[]> {
  const sent: { path: string; id: string | null; says: string }[] = [];
  for (const file of files) {
    const uploaded = await imports.upload(by, {
      name: file.path.split('/').at(-1) ?? file.path,
      content: Buffer.from(await file.content()),
      kind: file.kind,
      projectId: null,
    });
    sent.push(uploaded.ok ? { path: file.path, id: uploaded.value.id, says: '' } : { path: file.path, id: null, says: uploaded.refusal.says });
  }
  await imports.settled();
  for (const { id } of sent) if (id !== null) await imports.confirm(by, id, true);
  await imports.settled();
  const views: { path: string; view: ImportView | string }[] = [];
  for (const { path, id, says } of sent) {
    const view = id === null ? null : await imports.view(by, id);
    views.push({ path, view: view === null ? says : view.ok ? view.value : view.refusal.says });
  }
  return views;
}
