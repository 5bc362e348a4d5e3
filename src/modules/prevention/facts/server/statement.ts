import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const texts = new Map<string, string>();

/** The text of one of the set-based statements beside this file, read once. */
export function statement(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8');
  texts.set(name, text);
  return text;
}
