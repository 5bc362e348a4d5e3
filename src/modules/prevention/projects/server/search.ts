import { record } from '#platform/audit/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { SearchHit } from '../domain/wire.ts';
import { anywhere } from './paging.ts';
import type { ProjectRoutes } from './ports.ts';

/** Hits of a kind; a longer list is what the lists with filters are for. */
const A_KIND = 8;
const IDENTITY = /^\d{17}[\dXx]$|^\d{15}$/u;

/**
 * Projects, enterprises and workers in the reader's scope. Workers are found by their whole name or whole identity number
 * only, and a search by number is written down: it tells whether somebody is known.
 */
export async function search(ports: ProjectRoutes, who: SignedIn, q: string): Promise<readonly SearchHit[]> {
  const personId = IDENTITY.test(q) ? await personOf(ports, q) : null;
  return ports.store.within(who.scope, async (tx) => {
    if (IDENTITY.test(q)) {
      await record(tx, { by: who, action: 'worker.searched', object: personId === null ? 'person:unknown' : `person:${personId}`, region: who.regionCode });
      return personId === null ? [] : tx.query<SearchHit>(workers('r.person_id = $1'), [personId]);
    }
    const projects = await tx.query<SearchHit>(
      `select 'project' as kind, p.name as title, p.code || ' · ' || g.name as detail, '/projects/' || p.id as screen
       from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id
       where p.name ilike $1 or p.code ilike $1 order by p.name, p.id limit ${A_KIND}`,
      [anywhere(q)],
    );
    const enterprises = await tx.query<SearchHit>(
      `select 'enterprise' as kind, g.name as title, count(*) || ' 个项目' as detail, '/projects?q=' || g.name as screen
       from prevention.enterprise g join prevention.project p on p.gc_enterprise_id = g.id
       where g.name ilike $1 group by g.id, g.name order by g.name limit ${A_KIND}`,
      [anywhere(q)],
    );
    return [...projects, ...enterprises, ...(await tx.query<SearchHit>(workers('r.name = $1'), [q]))];
  });
}

function workers(condition: string): string {
  return `select 'worker' as kind, r.name as title, r.identity_mask || ' · ' || p.name as detail, '/projects/' || p.id || '?tab=roster&q=' || r.name as screen
    from prevention.roster_entry r join prevention.project p on p.id = r.project_id
    where ${condition} and r.superseded_at is null group by r.name, r.identity_mask, p.name, p.id order by p.name, p.id limit ${A_KIND}`;
}

async function personOf(ports: ProjectRoutes, identityNumber: string): Promise<string | null> {
  const [person] = await ports.store.within({ role: 'app_vault' }, (tx) =>
    tx.query<{ id: string }>('select id from prevention.person where identity_index = $1', [ports.vault.identityIndex(identityNumber)]),
  );
  return person?.id ?? null;
}
