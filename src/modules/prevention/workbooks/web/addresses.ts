import { withQuery } from '#kit/api.ts';

/** The export page with its choices made: `blank` for a form to be filled in. */
export function exportAddress(
  at: { readonly project?: string; readonly month?: string | null; readonly kind?: string; readonly blank?: boolean } = {},
): string {
  return withQuery('/exports', at);
}
