import type { Field } from './field.ts';
import { readFile } from './scalar.ts';
import type { Values } from './values.ts';

/** A message sorted for keeping: what may stand open, what is enciphered, and the files. */
export interface Sorted {
  readonly open: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly files: readonly { readonly field: string; readonly name: string | null; readonly base64: string }[];
}

/** Not enciphered on the wire, and yet only for those who have to reach the person. */
const OF_A_PERSON: ReadonlySet<string> = new Set([
  'cellPhone',
  'urgentLinkMan',
  'urgentLinkManPhone',
  'address',
  'pmPhone',
  'responsiblePersonPhone',
  'linkPhone',
  'linkTel',
  'cardNumber',
]);

/** Lists other than files are kept whole and enciphered: each holds an account or a permit number. */
export function sortForKeeping(fields: readonly Field[], from: Values): Sorted {
  const open: Record<string, string> = {};
  const hidden: Record<string, string> = {};
  const files: { field: string; name: string | null; base64: string }[] = [];
  for (const field of fields) {
    if (field.kind === 'list') {
      const members = from.list(field.name);
      if (members.length === 0) continue;
      if (field.fields?.some((inner) => inner.kind === 'file') === true) {
        for (const member of members) files.push({ field: field.name, name: member.text('name'), base64: member.text('data') ?? '' });
      } else if (field.fields?.every((inner) => inner.kind !== 'image') === true && field.fields.length < 10) {
        hidden[field.name] = JSON.stringify(members.map((member) => Object.fromEntries(member.scalars)));
      }
      continue;
    }
    const said = from.text(field.name);
    if (said === null || field.name === 'idCardNumber' || field.name === 'projectCode') continue;
    if ((field.kind === 'image' || field.kind === 'file') && readFile(said).kind !== 'address') files.push({ field: field.name, name: null, base64: said });
    else if (field.aes === true || OF_A_PERSON.has(field.name)) hidden[field.name] = said;
    else open[field.name] = said;
  }
  return { open, hidden, files };
}
