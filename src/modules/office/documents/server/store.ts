import { inShort } from '#law/citation.ts';
import { SERVICE_MANNERS } from '#law/served.ts';
import type { Tx } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import {
  DOCUMENT_KINDS,
  type DocumentRow,
  type DocumentView,
  findKind,
  type Given,
  printedFields,
  type ServiceView,
  type VersionView,
  writtenFields,
} from '../domain/index.ts';

export interface StoredDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly region_code: string;
  readonly project_id: string | null;
  readonly project_name: string | null;
  readonly month: string | null;
  readonly team: string | null;
  readonly maker_enterprise_id: string | null;
  readonly number_text: string | null;
  readonly version: number;
  readonly fields: Given;
  readonly made_by_name: string;
  readonly made_on: string;
  readonly withdrawn_on: string | null;
  readonly effective_on: string | null;
}

/** A document with its newest version, whether it was withdrawn, and when that version's service takes effect. */
const DOCUMENTS = `
  select d.id, d.kind, d.title, d.region_code, d.project_id, p.name as project_name, to_char(d.month, 'YYYY-MM') as month, d.team, d.maker_enterprise_id, d.number_text,
    v.version, v.fields, v.made_by_name, v.made_on, w.withdrawn_on, s.effective_on
  from documents.document d
  join lateral (select * from documents.version v where v.document_id = d.id order by v.version desc limit 1) v on true
  left join prevention.project p on p.id = d.project_id
  left join documents.withdrawal w on w.document_id = d.id
  left join lateral (
    select min(s.effective_on) as effective_on from documents.service s
    where s.document_id = d.id and s.version = v.version and not exists (select 1 from documents.service o where o.replaces = s.id)
  ) s on true`;

export interface Filter {
  readonly kind: string;
  readonly project: string;
  readonly q: string;
  readonly state: '' | 'to-serve';
  readonly page: number;
}

export const A_PAGE = 20;

export async function listDocuments(tx: Tx, filter: Filter): Promise<{ readonly items: readonly DocumentRow[]; readonly total: number }> {
  const like = `%${filter.q.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  const where = `where ($1 = '' or d.kind = $1) and ($2 = '' or d.project_id = nullif($2, '')::bigint)
    and ($3 = '%%' or d.title ilike $3 or d.number_text ilike $3 or p.name ilike $3)
    and ($4 = '' or d.kind = any($5) and d.maker_enterprise_id is null and w.withdrawn_on is null and s.effective_on is null)`;
  const values = [filter.kind, filter.project, like, filter.state, DOCUMENT_KINDS.filter((kind) => kind.outward).map((kind) => kind.code)];
  const rows = await tx.query<StoredDocument>(`${DOCUMENTS} ${where} order by d.id desc limit ${A_PAGE} offset ${(filter.page - 1) * A_PAGE}`, values);
  const [counted] = await tx.query<{ n: string }>(`select count(*) as n from (${DOCUMENTS} ${where}) d`, values);
  return { items: rows.map(rowOf), total: Number(counted?.n ?? 0) };
}

export async function findDocument(tx: Tx, id: string): Promise<StoredDocument | undefined> {
  const [row] = await tx.query<StoredDocument>(`${DOCUMENTS} where d.id = $1`, [id]);
  return row;
}

export function rowOf(row: StoredDocument): DocumentRow {
  const kind = findKind(row.kind);
  const outward = kind?.outward ?? false;
  const state = row.withdrawn_on !== null ? 'withdrawn' : !outward ? 'made' : row.effective_on !== null ? 'served' : 'to-serve';
  return {
    id: row.id,
    kind: row.kind,
    kindName: kind?.name ?? row.kind,
    title: row.title,
    numberText: row.number_text,
    projectId: row.project_id,
    projectName: row.project_name,
    madeBy: row.made_by_name,
    madeOn: row.made_on,
    version: row.version,
    outward,
    state,
    stateName: STATE_NAMES[state],
    effectiveOn: row.effective_on,
  };
}

const STATE_NAMES = { withdrawn: '已作废', made: '已制作', served: '已送达', 'to-serve': '待送达' } as const;

export async function documentView(tx: Tx, who: SignedIn, id: string): Promise<DocumentView | undefined> {
  const row = await findDocument(tx, id);
  const kind = row === undefined ? undefined : findKind(row.kind);
  if (row === undefined || kind === undefined) return undefined;
  const isOwnSide = row.maker_enterprise_id === null ? who.scope.role === 'app_official' : who.enterpriseId === row.maker_enterprise_id;
  const stands = row.withdrawn_on === null;
  const printed = printedFields(kind, row.fields);
  const [withdrawal] = await tx.query<{ reason: string; by: string; on: string }>(
    'select reason, made_by_name as "by", withdrawn_on as "on" from documents.withdrawal where document_id = $1',
    [id],
  );
  return {
    ...rowOf(row),
    basis: kind.basis.map(inShort),
    month: row.month,
    team: row.team,
    fields: kind.fields.flatMap(({ name, by }) => (by !== 'office' && (printed[name] ?? '') !== '' ? [{ name, value: printed[name] ?? '' }] : [])),
    given: writtenFields(kind, row.fields),
    versions: await versionsOf(tx, id),
    services: await servicesOf(tx, id),
    withdrawal: withdrawal ?? null,
    mayCorrect: stands && isOwnSide && who.permissions.includes('document.make'),
    mayServe: stands && kind.outward && who.scope.role === 'app_official' && who.permissions.includes('document.serve'),
    mayDownload: true,
    mayEdit: isOwnSide,
  };
}

async function versionsOf(tx: Tx, id: string): Promise<VersionView[]> {
  return tx.query<VersionView>(
    `select version, reason, made_by_name as "madeBy", made_on as "madeOn", pages, unmasked, missing,
       encode(docx_sha256, 'hex') as "docxSha256", encode(pdf_sha256, 'hex') as "pdfSha256"
     from documents.version where document_id = $1 order by version desc`,
    [id],
  );
}

async function servicesOf(tx: Tx, id: string): Promise<ServiceView[]> {
  const rows = await tx.query<Omit<ServiceView, 'mannerName'> & { readonly manner: keyof typeof SERVICE_MANNERS }>(
    `select s.id, s.version, s.manner, s.done_on as "doneOn", s.effective_on as "effectiveOn", s.receiver, s.witness, s.place, s.proof, s.consent,
       s.made_by_name as "recordedBy", exists (select 1 from documents.service o where o.replaces = s.id) as replaced
     from documents.service s where s.document_id = $1 order by s.id desc`,
    [id],
  );
  return rows.map((row) => ({ ...row, mannerName: SERVICE_MANNERS[row.manner] }));
}
