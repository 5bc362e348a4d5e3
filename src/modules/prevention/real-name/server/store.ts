import type { Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { Sorted } from '../domain/index.ts';

export type RecordKind = 'project' | 'party' | 'team' | 'worker' | 'entry' | 'contract' | 'punch' | 'payroll' | 'payroll-line' | 'training' | 'trained';

/** A record in force. */
export interface KeptRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly key: string;
  readonly person_id: string | null;
  readonly team_no: string | null;
  readonly enterprise_id: string | null;
  readonly happened_on: string | null;
  readonly record: Readonly<Record<string, string>>;
  readonly cipher: Buffer | null;
}

export interface NewRecord {
  readonly kind: RecordKind;
  readonly key: string;
  readonly personId?: string | null;
  readonly teamNo?: string | null;
  readonly enterpriseId?: string | null;
  readonly happenedOn?: string | null;
  readonly sorted: Sorted;
  readonly appid: string;
  readonly importId: string | null;
}

const COLUMNS = 'id, kind, key, person_id, team_no, enterprise_id, happened_on, record, cipher';

/** Keeps what was said; what was said before under the same key is superseded. Pictures and papers go beside it, enciphered. */
export async function keepRecord(tx: Tx, vault: Vault, projectId: string, said: NewRecord): Promise<void> {
  const { sorted, kind, key } = said;
  await tx.query(
    'update prevention.real_name_record set superseded_at = now(), superseded_by_import = $4 where project_id = $1 and kind = $2 and key = $3 and superseded_at is null',
    [projectId, kind, key, said.importId],
  );
  const hidden = Object.keys(sorted.hidden).length === 0 ? null : vault.encrypt(JSON.stringify(sorted.hidden), placeOf(kind, key));
  await tx.query(
    `insert into prevention.real_name_record (project_id, kind, key, person_id, team_no, enterprise_id, happened_on, record, cipher, appid, import_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      projectId,
      kind,
      key,
      said.personId ?? null,
      said.teamNo ?? null,
      said.enterpriseId ?? null,
      said.happenedOn ?? null,
      JSON.stringify(sorted.open),
      hidden,
      said.appid,
      said.importId,
    ],
  );
  for (const file of sorted.files) {
    await tx.query('insert into prevention.real_name_file (project_id, kind, key, field, name, cipher, import_id) values ($1, $2, $3, $4, $5, $6, $7)', [
      projectId,
      kind,
      key,
      file.field,
      file.name,
      vault.encrypt(file.base64, `real-name.file:${kind}:${key}:${file.field}`),
      said.importId,
    ]);
  }
}

/** What a record keeps enciphered. Binding it to its key keeps one person's numbers from being moved to another. */
export function hiddenOf(vault: Vault, record: Pick<KeptRecord, 'kind' | 'key' | 'cipher'>): Readonly<Record<string, string>> {
  if (record.cipher === null) return {};
  const opened: unknown = JSON.parse(vault.decrypt(record.cipher, placeOf(record.kind, record.key)));
  return isTexts(opened) ? opened : {};
}

export function hiddenOfCorp(vault: Vault, corp: { readonly enterprise_id: string; readonly cipher: Buffer | null }): Readonly<Record<string, string>> {
  if (corp.cipher === null) return {};
  const opened: unknown = JSON.parse(vault.decrypt(corp.cipher, `real-name.corp:${corp.enterprise_id}`));
  return isTexts(opened) ? opened : {};
}

/** Files by number, for a message that is about to go out. */
export async function filesOf(
  tx: Tx,
  vault: Vault,
  projectId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly data: string }>> {
  const rows = await tx.query<{ id: string; kind: string; key: string; field: string; name: string | null; cipher: Buffer }>(
    'select id, kind, key, field, name, cipher from prevention.real_name_file where project_id = $1 and id = any($2::bigint[])',
    [projectId, ids],
  );
  return new Map(rows.map((row) => [row.id, { name: row.name ?? '', data: vault.decrypt(row.cipher, `real-name.file:${row.kind}:${row.key}:${row.field}`) }]));
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}

function placeOf(kind: string, key: string): string {
  return `real-name.${kind}:${key}`;
}

/** Records of one kind of these persons, newest first. */
export function recordsOfPersons(tx: Tx, projectId: string, kind: RecordKind, personIds: readonly string[]): Promise<KeptRecord[]> {
  return tx.query<KeptRecord>(
    `select ${COLUMNS} from prevention.real_name_record
     where project_id = $1 and kind = $2 and person_id = any($3::bigint[]) and superseded_at is null order by id desc`,
    [projectId, kind, personIds],
  );
}

export async function findRecord(tx: Tx, projectId: string, kind: RecordKind, key: string): Promise<KeptRecord | undefined> {
  const [row] = await tx.query<KeptRecord>(
    `select ${COLUMNS} from prevention.real_name_record where project_id = $1 and kind = $2 and key = $3 and superseded_at is null`,
    [projectId, kind, key],
  );
  return row;
}

/** The numbers of persons by identity number; those nobody has met are missing. */
export async function findPeople(tx: Tx, vault: Vault, identities: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const indexes = new Map(identities.map((identity) => [vault.hex.identity(identity), identity]));
  const rows = await tx.query<{ id: string; index: string }>(
    "select id, encode(identity_index, 'hex') as index from prevention.person where identity_index = any(select decode(h, 'hex') from unnest($1::text[]) h)",
    [[...indexes.keys()]],
  );
  return new Map(rows.map((row) => [indexes.get(row.index) ?? '', row.id]));
}

/** The same; whoever is new enters the vault. */
export async function meetPeople(tx: Tx, vault: Vault, identities: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = await findPeople(tx, vault, identities);
  const fresh = [...new Set(identities)].filter((identity) => !known.has(identity)).sort();
  if (fresh.length === 0) return known;
  for (const identity of fresh) {
    const index = vault.identityIndex(identity);
    await tx.query('insert into prevention.person (identity_index, identity_cipher, key_version) values ($1, $2, $3) on conflict (identity_index) do nothing', [
      index,
      vault.encrypt(identity, `person.identity:${index.toString('hex')}`),
      vault.keyVersion,
    ]);
  }
  return findPeople(tx, vault, identities);
}

/** The identity numbers of persons, for an answer to somebody who may have them. Under the vault's own role. */
export async function identitiesOf(tx: Tx, vault: Vault, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; identity_index: Buffer; identity_cipher: Buffer }>(
    'select id, identity_index, identity_cipher from prevention.person where id = any($1::bigint[])',
    [personIds],
  );
  return new Map(rows.map((row) => [row.id, vault.decrypt(row.identity_cipher, `person.identity:${row.identity_index.toString('hex')}`)]));
}

/** A number of the map that must be there: its person was met in this transaction. */
export function personIn(people: ReadonlyMap<string, string>, identity: string): string {
  const id = people.get(identity);
  if (id === undefined) throw new Error('a person was not met');
  return id;
}
