import type { QuarantineView } from '../domain/wire.ts';

/** Waiting punches that ask the same question: of one device, for the same reasons, of one machine number where that is the question. */
export interface WaitingGroup {
  readonly key: string;
  readonly first: QuarantineView;
  readonly rows: readonly QuarantineView[];
  readonly people: number;
  readonly from: string;
  readonly until: string;
}

export function alike(rows: readonly QuarantineView[]): readonly WaitingGroup[] {
  const groups = new Map<string, QuarantineView[]>();
  for (const row of rows) {
    const asks = row.reasons.map(({ reason }) => reason).join('+');
    // Each manual entry has a reason of its own, and is looked into alone.
    const key = `${asks} ${row.device} ${row.personCode ?? ''} ${row.enteredBy === null ? '' : row.id}`;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [row]);
    else held.push(row);
  }
  return [...groups].flatMap(([key, own]) => {
    const moments = own.map((row) => row.at).toSorted();
    const [first, from, until] = [own[0], moments[0], moments.at(-1)];
    if (first === undefined || from === undefined || until === undefined) return [];
    return [{ key, first, rows: own, people: new Set(own.map((row) => row.person)).size, from, until }];
  });
}
