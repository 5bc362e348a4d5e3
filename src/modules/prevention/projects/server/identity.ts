import { record, recordAll } from '#platform/audit/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { ProjectRoutes } from './ports.ts';

/** Where the cipher of an identity number belongs: the import writes it under the same words. */
function placeOf(identityIndex: Buffer): string {
  return `person.identity:${identityIndex.toString('hex')}`;
}

/**
 * The whole identity number of somebody on a project of the reader's own scope. The look is written down before the vault is
 * opened: nobody reads without a trace, and a look that fails has one too.
 */
export async function lookAtIdentity(ports: ProjectRoutes, who: SignedIn, personId: string, projectId: string): Promise<string | undefined> {
  const mayLook = await ports.store.within(who.scope, async (tx) => {
    const [found] = await tx.query<{ region_code: string }>(
      `select p.region_code from prevention.project p where p.id = $1 and (
         exists (select from prevention.roster_entry r where r.project_id = p.id and r.person_id = $2)
         or exists (select from prevention.payroll_line l where l.project_id = p.id and l.person_id = $2))`,
      [projectId, personId],
    );
    if (found === undefined) return false;
    await record(tx, { by: who, action: 'worker.unmasked', object: `person:${personId}`, region: found.region_code, detail: { project: projectId } });
    return true;
  });
  if (!mayLook) return undefined;
  const [person] = await ports.store.within({ role: 'app_vault' }, (tx) =>
    tx.query<{ identity_index: Buffer; identity_cipher: Buffer }>('select identity_index, identity_cipher from prevention.person where id = $1', [personId]),
  );
  return person === undefined ? undefined : ports.vault.decrypt(person.identity_cipher, placeOf(person.identity_index));
}

/**
 * The same for all the workers of a sheet that is printed whole: one look each in the trail, in the reader's own transaction, before
 * the vault is opened. Answers numbers by person.
 */
export async function lookAtIdentities(
  ports: Pick<ProjectRoutes, 'store' | 'vault'>,
  who: SignedIn,
  personIds: readonly string[],
  about: { readonly projectId: string; readonly regionCode: string; readonly why: string },
): Promise<ReadonlyMap<string, string>> {
  await ports.store.within(who.scope, (tx) =>
    recordAll(
      tx,
      who,
      personIds.map((id) => ({
        action: 'worker.unmasked',
        object: `person:${id}`,
        region: about.regionCode,
        detail: { project: about.projectId, why: about.why },
      })),
    ),
  );
  const people = await ports.store.within({ role: 'app_vault' }, (tx) =>
    tx.query<{ id: string; identity_index: Buffer; identity_cipher: Buffer }>(
      'select id, identity_index, identity_cipher from prevention.person where id = any($1::bigint[])',
      [personIds],
    ),
  );
  return new Map(people.map((person) => [person.id, ports.vault.decrypt(person.identity_cipher, placeOf(person.identity_index))]));
}
