/** The outcome of an act a person may ask for and be refused: refusals are values, exceptions are bugs. */
export type Result<T, R extends Refusal = Refusal> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** Why an act is refused: a stable code, and a Chinese sentence with the fact, the basis where there is one, and what to do. */
export interface Refusal {
  readonly code: string;
  readonly says: string;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
