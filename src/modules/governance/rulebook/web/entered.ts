import type { FactField } from '#law/facts.ts';

/** What somebody typed: text by field, groups in a list. */
export type Entered = string | readonly EnteredFacts[];
export interface EnteredFacts {
  readonly [name: string]: Entered;
}

export function entriesOf(value: Entered | undefined): readonly EnteredFacts[] {
  return typeof value === 'object' ? value : [];
}

/** What was typed, as the API takes it: yuan become fen, per cent hundredths of a percent, empty is left out. What is no number goes as it is, for the server to name. */
export function factsOf(fields: readonly FactField[], values: EnteredFacts): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = values[field.name];
      if (field.kind === 'list') {
        const entries = entriesOf(value);
        return entries.length === 0 ? [] : [[field.name, entries.map((entry) => factsOf(field.fields ?? [], entry))]];
      }
      const text = typeof value === 'string' ? value.trim() : '';
      return text === '' ? (field.kind === 'names' && field.required ? [[field.name, []]] : []) : [[field.name, factOf(field, text)]];
    }),
  );
}

function factOf(field: FactField, text: string): unknown {
  const plain = text
    .normalize('NFKC')
    .replaceAll(',', '')
    .replaceAll(/\s*[元%]$/g, '');
  if (field.kind === 'yes-no') return text === 'yes';
  if (field.kind === 'names') return text.split('、');
  if (field.kind === 'money') return /^-?\d+(\.\d{1,2})?$/.test(plain) ? fenOf(plain) : text;
  if (field.kind === 'share') return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : text;
  if (field.kind === 'count') return /^\d+$/.test(plain) ? Number(plain) : text;
  return text;
}

/** `1234.5` → `123450`, without a float in between. */
function fenOf(yuan: string): string {
  const [whole = '', decimals = ''] = yuan.split('.');
  return String(BigInt(whole.replace('-', '')) * 100n + BigInt(decimals.padEnd(2, '0'))).replace(/^/, whole.startsWith('-') ? '-' : '');
}

/** What the server found wrong, by the Chinese name of the fact. */
export type Faults = ReadonlyMap<string, string>;

/** The faults of one entry of a list: 「欠薪工人（第 2 项 欠薪）」 is 「欠薪」 of the second. */
export function faultsOfEntry(faults: Faults, list: string, place: number): Faults {
  const begins = `${list}（第 ${place + 1} 项 `;
  return new Map([...faults].flatMap(([fact, says]) => (fact.startsWith(begins) && fact.endsWith('）') ? [[fact.slice(begins.length, -1), says]] : [])));
}
