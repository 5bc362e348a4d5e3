import { expect, it } from 'vitest';
import { staleLawPages } from './law-docs.ts';

it('keeps docs/generated as the law stands: run `anxin law-docs` when this fails', async () => {
  expect(await staleLawPages()).toEqual([]);
});
