import { z } from 'zod';

/** What a local list may say of a violation: no penalty, below the range, at the lower end of it. */
export const LENITY_NAMES = { none: '不予处罚', reduced: '减轻处罚', lighter: '从轻处罚' } as const;

/**
 * 轻微违法不予处罚、减轻、从轻清单 of a place, one entry: 「首次、涉及不超过两人、责令后五日内改正」. A test the list does not set is null; numbers are
 * included (不超过).
 */
export interface LocalLeniency {
  /** `55-1`: the violation, as the penalty calculators name it. */
  readonly violation: string;
  readonly lenity: keyof typeof LENITY_NAMES;
  readonly firstOnly: boolean;
  readonly maxWorkers: number | null;
  readonly correctedWithinDays: number | null;
  /** The entry as the place's document words it. */
  readonly says: string;
}

const list = z.array(
  z.strictObject({
    violation: z.string().min(1),
    lenity: z.enum(['none', 'reduced', 'lighter']),
    firstOnly: z.boolean(),
    maxWorkers: z.int().min(0).nullable(),
    correctedWithinDays: z.int().min(0).nullable(),
    says: z.string().trim().min(1),
  }),
);

/** Reads a list from a draft; null when it is none. */
export function readLeniencyList(input: unknown): readonly LocalLeniency[] | null {
  const read = list.safeParse(input);
  return read.success ? read.data : null;
}
