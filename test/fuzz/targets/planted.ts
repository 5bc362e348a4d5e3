import { findTable, type FoundTable, headingsOf } from '../../../src/modules/prevention/imports/domain/index.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { mutateTable, tableTarget, type TableInput, verdictOnTable } from './importers.ts';

/** Readers with a bug planted in each, to see that fuzzing finds it. `bug` is done before the sound reader looks. */
function planted(name: string, bug: (input: TableInput, text: string) => Verdict | null): FuzzTarget<TableInput> {
  const heads = headingsOf('roster');
  const sound = tableTarget(name, 'roster', heads);
  const find = (head: TableInput['head']): FoundTable | null =>
    findTable(
      head.map((cells, at) => ({ no: at + 1, cells })),
      'roster',
    );
  return {
    ...sound,
    mutate: mutateTable,
    run(input) {
      const text = input.row.map((cell) => (typeof cell === 'string' ? cell : '')).join('\t');
      return bug(input, text) ?? verdictOnTable('roster', input, find);
    },
  };
}

const crash = (): never => {
  throw new TypeError('planted');
};

export const targets: readonly FuzzTarget<TableInput>[] = [
  planted('crash on an empty row', ({ row }) => (row.length === 0 ? crash() : null)),
  planted('crash on NUL', (_, text) => (text.includes('\0') ? crash() : null)),
  planted('crash on a lone surrogate', (_, text) => (/\p{Surrogate}/u.test(text) ? crash() : null)),
  planted('crash on a formula without result', ({ row }) =>
    row.some((cell) => typeof cell === 'object' && cell !== null && cell.is === 'broken') ? crash() : null,
  ),
  planted('crash on 300 columns', ({ row }) => (row.length >= 300 ? crash() : null)),
  planted('crash on a missing heading line', ({ head }) => (head.length === 0 ? crash() : null)),
  planted('crash on a key of every object', (_, text) => (text.includes('__proto__') ? crash() : null)),
  planted('take a number that a spreadsheet damaged', (_, text) => (/\dE\+17/.test(text) ? { came: 'broken', says: 'taken' } : null)),
  planted('take a day that is none', (_, text) => (text.includes('2026-02-30') ? { came: 'broken', says: 'taken' } : null)),
  planted('look back from each place of a long text', (_, text) => {
    const until = performance.now() + (text.length > 1_500 ? 2_100 : 0);
    while (performance.now() < until);
    return null;
  }),
];

/** Does not end on a right-to-left mark: it can only be stopped from outside. */
export const hanging = planted('hang on a right-to-left mark', (_, text) => {
  while (text.includes('\u202e'));
  return null;
});
