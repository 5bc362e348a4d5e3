import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A corpus is read whole before each run; more lines or longer ones would make every run slower and show nothing more. */
const LINES = 300;
const CHARACTERS = 4_000;

const fileOf = (name: string) => new URL(`./corpus/${name}.jsonl`, import.meta.url);

/** The inputs kept for a target: those that once showed a bug, and those that show a kind of refusal. */
export function corpusOf(name: string): readonly string[] {
  const file = fileOf(name);
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

/** Adds lines to the corpus, those of failures first. Only `npm run fuzz` does. */
export function keep(name: string, failed: readonly string[], interesting: readonly string[]): void {
  const short = interesting.filter((line) => line.length <= CHARACTERS);
  const lines = [...new Set([...corpusOf(name), ...failed, ...short])].slice(0, LINES);
  if (lines.length > 0) writeFileSync(fileOf(name), `${lines.join('\n')}\n`);
}
