import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rulesPage } from './law-docs.ts';

it('keeps docs/generated/rules.md as the law stands: run `anxin law-docs` when this fails', async () => {
  expect(await readFile('docs/generated/rules.md', 'utf8')).toBe(rulesPage());
});
