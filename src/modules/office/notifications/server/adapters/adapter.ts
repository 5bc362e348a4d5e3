import type { Template, Values } from '../../domain/index.ts';

/** One message on its way to one address. */
export interface Parcel {
  /** Ours, and unique: the other side gives it back in receipts and may use it to drop a repetition. */
  readonly outId: string;
  readonly to: string;
  readonly template: Template;
  readonly values: Values;
}

/**
 * What became of a try. `unknown` is an answer: the other side may have taken it, so it is not sent again and a receipt
 * decides; `later` was certainly not taken; `refused` will never be.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly vendorId: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly cause: string; readonly withdraws?: boolean }
  | { readonly kind: 'later'; readonly code: string; readonly cause: string; readonly waitMs?: number }
  | { readonly kind: 'unknown'; readonly cause: string };

/** A way out of the product. Secrets stay inside it; outcomes and errors name codes only. */
export interface Adapter {
  readonly name: string;
  send(parcel: Parcel): Promise<Outcome>;
}
