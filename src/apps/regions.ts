import { readdir, readFile } from 'node:fs/promises';

/** What the loader needs of a connection: a client of `pg`, a pool, or a transaction of the store. */
export interface RegionSink {
  query(text: string, values: unknown[]): Promise<unknown>;
}

type Level = 'province' | 'prefecture' | 'county' | 'town' | 'village';

export interface SeedRegion {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly parent: string | null;
}

const SEEDS = new URL('../../db/seeds/regions/', import.meta.url);
const LEVELS: Readonly<Record<number, Level>> = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'town', 12: 'village' };

/** Reads every seed file of places and puts them into an order in which parents come before children. */
export async function readRegions(): Promise<SeedRegion[]> {
  const names = new Map<string, string>();
  for (const file of (await readdir(SEEDS)).filter((name) => name.endsWith('.csv')).sort()) {
    const [, ...lines] = (await readFile(new URL(file, SEEDS), 'utf8')).trimEnd().split('\n');
    for (const line of lines) {
      const comma = line.indexOf(',');
      names.set(line.slice(0, comma), line.slice(comma + 1));
    }
  }
  return [...names]
    .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    .map(([code, name]) => {
      const level = LEVELS[code.length];
      if (level === undefined) throw new Error(`db/seeds/regions: ${code} is no code of GB/T 2260`);
      return { code, name, level, parent: parentOf(code, names) };
    });
}

/** The longest shorter code that exists: towns of 嘉峪关 skip the county that the ministry does not know. */
function parentOf(code: string, names: ReadonlyMap<string, string>): string | null {
  const parent = [9, 6, 4, 2]
    .filter((length) => length < code.length)
    .map((length) => code.slice(0, length))
    .find((prefix) => names.has(prefix));
  if (parent === undefined && code.length > 2) throw new Error(`db/seeds/regions: ${code} has no parent`);
  return parent ?? null;
}

/**
 * Writes the tree of places: one statement, safe to repeat, run with the rights of the schema's owner (the application's own
 * roles only read places). A place that is there keeps its dates; only a changed name or parent is brought up to date.
 */
export async function loadRegions(sink: RegionSink): Promise<number> {
  const regions = await readRegions();
  await sink.query(
    `insert into office.region (code, name, level, parent)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (code) do update set name = excluded.name, parent = excluded.parent
     where (office.region.name, office.region.parent) is distinct from (excluded.name, excluded.parent)`,
    [regions.map((r) => r.code), regions.map((r) => r.name), regions.map((r) => r.level), regions.map((r) => r.parent)],
  );
  return regions.length;
}
