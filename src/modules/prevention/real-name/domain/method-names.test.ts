import { expect, it } from 'vitest';
import { STAGES } from './delivery.ts';
import { METHOD_NAMES } from './method-names.ts';

it('names every call that is delivered, and no other', () => {
  expect(Object.keys(METHOD_NAMES).sort()).toEqual(Object.keys(STAGES).sort());
});
