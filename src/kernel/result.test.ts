import { expect, it } from 'vitest';
import { ok, refuse } from './result.ts';

it('keeps the value of what was done, and the words of what was refused', () => {
  expect(ok(5)).toEqual({ ok: true, value: 5 });
  expect(refuse({ code: 'not-yours', says: '不由您办理。' })).toEqual({ ok: false, refusal: { code: 'not-yours', says: '不由您办理。' } });
});
