import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Cadence, documentsOf } from './documents.ts';
import { bytesOf } from './file-bytes.ts';
import type { World } from './types.ts';

export interface WrittenWorld {
  readonly files: number;
  readonly bytes: number;
}

/** Writes a county as an office would hold it: its files, `files.json` with their arrival, and `truth.json` with what really happened. */
export async function writeWorld(world: World, folder: string, cadence: Cadence): Promise<WrittenWorld> {
  const files = documentsOf(world, cadence);
  let bytes = 0;
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    const content = await bytesOf(file.table(), file.format);
    bytes += content.length;
    await writeFile(path, content);
  }
  await writeFile(join(folder, 'files.json'), pretty(files.map(({ kind, path, project, month, arrivesOn }) => ({ kind, path, project, month, arrivesOn }))));
  await writeFile(join(folder, 'truth.json'), pretty(truthOf(world)));
  return { files: files.length, bytes };
}

/** The ground truth of a world as plain data; money as decimal strings of fen. */
export function truthOf(world: World) {
  return {
    seed: world.seed,
    profile: world.profile,
    from: world.from,
    until: world.until,
    projects: world.sites.map((site) => ({
      code: site.code,
      name: site.name,
      region: site.regionCode,
      behaviour: site.behaviour,
      startedOn: site.startedOn,
      payDay: site.payDay,
      workers: site.workers.filter((worker) => !worker.isGhost).length,
      falseNames: site.workers.filter((worker) => worker.isGhost).map((worker) => worker.person.identity),
      unregistered: site.workers.filter((worker) => !worker.isRegistered).map((worker) => worker.person.identity),
    })),
    incidents: world.incidents.map((incident) => ({ ...incident, takenFen: String(incident.takenFen), owedFen: String(incident.owedFen) })),
    lapses: world.lapses,
    arrears: world.arrears.map((row) => ({ ...row, earnedFen: String(row.earnedFen), receivedFen: String(row.receivedFen) })),
  };
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
