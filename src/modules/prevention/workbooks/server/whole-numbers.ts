import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { FormRecord } from '../domain/index.ts';

/** A row as the statement gives it: text, and the ciphers of phone and card. */
export type SourceRow = Readonly<Record<string, string | Buffer | null>>;

/** The records of rows without what is kept from view. */
export function maskedRecords(rows: readonly SourceRow[]): FormRecord[] {
  return rows.map((row) => {
    const shown: Record<string, string | null> = {};
    for (const [name, value] of Object.entries(row)) if (typeof value === 'string' || value === null) shown[name] = value;
    return shown;
  });
}

/** The same with identity numbers, phones and cards opened: each cipher only for the place it was written under. */
export async function wholeRecords(store: Store, vault: Vault, rows: readonly SourceRow[]): Promise<FormRecord[]> {
  const ids = [...new Set(rows.map((row) => row['person_id']).filter((id) => typeof id === 'string'))];
  const persons = await store.within({ role: 'app_vault' }, (tx) =>
    tx.query<{ id: string; identity_index: Buffer; identity_cipher: Buffer }>(
      'select id, identity_index, identity_cipher from prevention.person where id = any($1::bigint[])',
      [ids],
    ),
  );
  const identities = new Map(
    persons.map((person) => [person.id, vault.decrypt(person.identity_cipher, `person.identity:${person.identity_index.toString('hex')}`)]),
  );
  const open = (row: SourceRow, field: 'phone' | 'card') => {
    const [cipher, index] = [row[`${field}_cipher`], row[`${field}_index`]];
    return cipher instanceof Buffer && index instanceof Buffer ? vault.decrypt(cipher, `roster.${field}:${index.toString('hex')}`) : null;
  };
  return maskedRecords(rows).map((record, at) => {
    const row = rows[at] ?? {};
    return { ...record, identity: identities.get(record['person_id'] ?? '') ?? null, phone: open(row, 'phone'), card: open(row, 'card') };
  });
}
