import type { Payload } from './delivery.ts';
import { sealed } from './delivery.ts';
import type { Field } from './field.ts';

type Said = Readonly<Record<string, string>>;

/** Files are put in when a message goes out: until then they stand in it by number. A single one, or a list with its names. */
export const oneFile = (id: string): Payload => ({ $file: id });
const fileList = (ids: readonly string[]): Payload => ({ $files: ids });

/** The numbers of a record's files by the field they were sent in. */
export type FilesOf = ReadonlyMap<string, readonly string[]>;
export const NO_FILES: FilesOf = new Map();

/**
 * What was said of something, for another reader of the same protocol: every field that is kept, under its own name; what
 * travels enciphered is marked to be sealed under the reader's secret, files stand as their numbers. What was not said is absent.
 */
export function saidAgain(fields: readonly Field[], open: Said, hidden: Said, files: FilesOf = NO_FILES): Readonly<Record<string, Payload>> {
  const found: Record<string, Payload> = {};
  for (const field of fields) {
    const ids = files.get(field.name);
    const said = open[field.name] ?? hidden[field.name];
    if (ids !== undefined && ids[0] !== undefined) found[field.name] = field.kind === 'list' ? fileList(ids) : oneFile(ids[0]);
    else if (said === undefined) continue;
    else if (field.kind === 'list') found[field.name] = membersOf(said).map((member) => saidAgain(field.fields ?? [], member, {}));
    else found[field.name] = field.aes === true ? sealed(said) : said;
  }
  return found;
}

function membersOf(list: string): readonly Said[] {
  const parsed: unknown = JSON.parse(list);
  return Array.isArray(parsed) ? parsed : [];
}

/** Numbers of all files a payload names. */
export function filesIn(payload: Payload): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const own = 'length' in payload ? [] : [payload['$file'], ...(Array.isArray(payload['$files']) ? payload['$files'] : [])];
  const named = own.flatMap((one: unknown) => (typeof one === 'string' ? [one] : []));
  return named.length > 0 ? named : Object.values(payload).flatMap(filesIn);
}
