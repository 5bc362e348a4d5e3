import type { Citation } from './citation.ts';

/**
 * 可能的后果, and the step that must come before it. A violation alone never yields a fine: 「责令限期改正；逾期不改正的」. A consequence is
 * shown with its step, and is never applied by the system.
 */
export interface Consequence {
  /** Chinese: 「处5万元以上10万元以下的罚款，责令项目停工」. */
  readonly says: string;
  /** Chinese: what must have happened first: 「责令限期改正，逾期不改正」. */
  readonly before: string;
  readonly basis: readonly [Citation, ...Citation[]];
}
