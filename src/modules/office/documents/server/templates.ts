import { refuse, ok, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import { DOCUMENT_KINDS, type DocumentKind, templateFields, type TemplateTaken, type TemplateView } from '../domain/index.ts';
import { keepContent, openContent, ownTemplate, sha256 } from './contents.ts';
import type { DocumentServices } from './ports.ts';

interface TemplateRow {
  readonly id: string;
  readonly region_code: string;
  readonly kind: string;
  readonly version: number;
  readonly file_name: string | null;
  readonly sha256: Buffer | null;
  readonly made_by_name: string;
  readonly recorded_on: string;
  readonly place_name: string;
}

export interface TemplateInForce {
  /** Null for the product's own. */
  readonly id: string | null;
  readonly sha256: Buffer;
  readonly content: Buffer;
}

/** The newest template of the nearest place at or above; a row without a file is a place that went back to the product's own. */
async function rowInForce(tx: Tx, kind: string, regionCode: string): Promise<TemplateRow | undefined> {
  const [row] = await tx.query<TemplateRow>(
    `select t.id, t.region_code, t.kind, t.version, t.file_name, t.sha256, t.made_by_name, t.recorded_at::date as recorded_on, r.name as place_name
     from documents.template t join office.region r on r.code = t.region_code
     where t.kind = $1 and starts_with($2, t.region_code) order by length(t.region_code) desc, t.version desc limit 1`,
    [kind, regionCode],
  );
  return row;
}

export async function templateInForce({ store, vault }: Pick<DocumentServices, 'store' | 'vault'>, kind: string, regionCode: string): Promise<TemplateInForce> {
  const row = await store.within({ role: 'app_job' }, (tx) => rowInForce(tx, kind, regionCode));
  if (row?.sha256 == null) {
    const content = ownTemplate(kind);
    return { id: null, sha256: sha256(content), content };
  }
  return { id: row.id, sha256: row.sha256, content: await openContent(store, vault, row.sha256) };
}

export async function listTemplates(store: Store, who: SignedIn): Promise<TemplateView[]> {
  return store.within(who.scope, async (tx) => {
    const views: TemplateView[] = [];
    for (const kind of DOCUMENT_KINDS) {
      const row = who.regionCode === null ? undefined : await rowInForce(tx, kind.code, who.regionCode);
      const isOwnFile = row?.sha256 != null;
      const { plain, images, lists } = templateFields(kind);
      views.push({
        kind: kind.code,
        kindName: kind.name,
        inForce: isOwnFile
          ? { placeName: row.place_name, version: row.version, fileName: row.file_name, madeBy: row.made_by_name, on: row.recorded_on }
          : { placeName: '系统自带', version: null, fileName: null, madeBy: null, on: null },
        isOwn: isOwnFile && row.region_code === who.regionCode,
        fields: [...plain, ...images, ...Object.entries(lists).flatMap(([name, columns]) => [`#${name}`, ...columns, `/${name}`])],
      });
    }
    return views;
  });
}

/** Takes a changed template of an office, or with null puts the product's own back in force. */
export async function takeTemplate(
  services: DocumentServices,
  who: SignedIn,
  kind: DocumentKind,
  file: { readonly name: string; readonly content: Buffer } | null,
): Promise<Result<TemplateTaken>> {
  const region = who.regionCode;
  if (region === null || who.scope.role !== 'app_official')
    return refuse({ code: 'not-allowed', says: '模板由人社部门维护。需要改动时，请联系当地劳动保障监察机构。' });
  const fields = templateFields(kind);
  const looked = file === null ? null : await services.factory.inspect(file.content, fields);
  if (looked !== null && !looked.ok) return looked;
  return services.store.within(who.scope, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 16))', [`${region} ${kind.code}`]);
    const hash = file === null ? null : await keepContent(tx, services.vault, file.content);
    const [row] = await tx.query<{ version: number }>(
      `insert into documents.template (region_code, kind, version, file_name, sha256, made_by, made_by_name)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6 from documents.template where region_code = $1 and kind = $2 returning version`,
      [region, kind.code, file?.name.slice(0, 200) ?? null, hash, who.accountId, who.name],
    );
    const version = row?.version ?? 0;
    await record(tx, {
      by: who,
      action: file === null ? 'template.restored' : 'template.changed',
      object: `template:${kind.code}`,
      region,
      detail: { version, ...(hash !== null && { sha256: hash.toString('hex') }) },
    });
    const used = new Set(looked?.value.used ?? []);
    const absent =
      looked === null
        ? []
        : kind.fields.filter(({ name, required }) => (required || (kind.numbering !== null && name === '文号')) && !used.has(name)).map(({ name }) => name);
    return ok({ version, absent });
  });
}
