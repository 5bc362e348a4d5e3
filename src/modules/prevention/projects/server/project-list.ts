import type { Tx } from '#platform/db/index.ts';
import type { ProjectList, ProjectRow } from '../domain/wire.ts';
import { anywhere, type Paging } from './paging.ts';
import type { OpenWarnings, ProjectRoutes } from './ports.ts';

export interface ProjectFilter extends Paging {
  readonly q: string;
  readonly region: string;
  readonly state: '' | 'building' | 'paused' | 'finished';
  readonly owed: boolean;
  readonly sort: ProjectSort;
}

export type ProjectSort = '-owed' | '-level' | 'name';

const STATE_NAMES: Readonly<Record<string, string>> = { building: '在建', paused: '停工', finished: '完工' };

const ORDERS: Readonly<Record<ProjectSort, string>> = {
  '-owed': 'f.arrears_fen desc nulls last, p.id',
  '-level': 'w.worst desc nulls last, w.open desc nulls last, p.id',
  name: 'p.name, p.id',
};

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly industry: string;
  readonly state: string;
  readonly is_government: boolean | null;
  readonly gc_name: string;
  readonly owner_name: string | null;
  readonly on_site: number | null;
  readonly arrears_fen: string | null;
  readonly arrears_people: number | null;
}

const COLUMNS = `p.id, p.code, p.name, p.region_code, r.name as region_name, p.industry, p.state, p.is_government, g.name as gc_name, o.name as owner_name,
  f.on_site, f.arrears_fen, f.arrears_people`;
const FROM = `prevention.project p
  join prevention.enterprise g on g.id = p.gc_enterprise_id
  join office.region r on r.code = p.region_code
  left join prevention.enterprise o on o.id = p.owner_enterprise_id
  left join prevention.project_fact f on f.project_id = p.id`;

/** The projects in the reader's scope. The place is asked for as a range of codes, which the index on places answers. */
export async function listProjects(tx: Tx, filter: ProjectFilter, ports: ProjectRoutes): Promise<ProjectList> {
  const values: unknown[] = [];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const where = ['true'];
  if (filter.region !== '') {
    const region = bound(filter.region);
    where.push(`p.region_code >= ${region} and p.region_code < ${region} || '~'`);
  }
  if (filter.state !== '') where.push(`p.state = ${bound(filter.state)}`);
  if (filter.owed) where.push('f.arrears_fen > 0');
  if (filter.q !== '') {
    const q = bound(anywhere(filter.q));
    where.push(`(p.name ilike ${q} or p.code ilike ${q} or g.name ilike ${q})`);
  }
  const filtered = `from ${FROM} where ${where.join(' and ')}`;
  const [counted] = await tx.query<{ n: string }>(`select count(*) as n ${filtered}`, values);
  const sorted = filter.sort === '-level' ? await ports.openWarnings(tx, null) : null;
  const warned = sorted === null ? '' : joinWarned(sorted, bound);
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from ${FROM} ${warned} where ${where.join(' and ')} order by ${ORDERS[filter.sort]} limit ${filter.size} offset ${(filter.page - 1) * filter.size}`,
    values,
  );
  const open =
    sorted ??
    (await ports.openWarnings(
      tx,
      rows.map((row) => row.id),
    ));
  return { items: rows.map((row) => toWire(row, open.get(row.id), ports)), total: Number(counted?.n ?? 0) };
}

function joinWarned(open: ReadonlyMap<string, OpenWarnings>, bound: (value: unknown) => string): string {
  const all = [...open];
  const ids = bound(all.map(([id]) => id));
  const worst = bound(all.map(([, one]) => one.worst));
  const counts = bound(all.map(([, one]) => one.open));
  return `left join unnest(${ids}::bigint[], ${worst}::int[], ${counts}::int[]) as w(id, worst, open) on w.id = p.id`;
}

export async function findProject(tx: Tx, projectId: string, ports: ProjectRoutes): Promise<ProjectRow | undefined> {
  const [row] = await tx.query<Row>(`select ${COLUMNS} from ${FROM} where p.id = $1`, [projectId]);
  if (row === undefined) return undefined;
  return toWire(row, (await ports.openWarnings(tx, [projectId])).get(projectId), ports);
}

function toWire(row: Row, warnings: OpenWarnings | undefined, ports: ProjectRoutes): ProjectRow {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    regionCode: row.region_code,
    regionName: row.region_name,
    industry: row.industry,
    stateName: STATE_NAMES[row.state] ?? row.state,
    isGovernment: row.is_government,
    gcName: row.gc_name,
    ownerName: row.owner_name,
    onSite: row.on_site ?? 0,
    owedFen: row.arrears_fen ?? '0',
    owedPeople: row.arrears_people ?? 0,
    openWarnings: warnings?.open ?? 0,
    worstLevel: warnings?.worst ?? null,
    worstLevelName: warnings === undefined ? null : ports.levelName(warnings.worst, row.region_code),
  };
}
