import type { Refusal } from '#kernel/result.ts';

/** What one person took in the hour before. */
export interface TakenInTheHour {
  readonly exports: number;
  /** Files with whole numbers of persons, and the persons in them. */
  readonly whole: number;
  readonly people: number;
}

/** A payroll of each of the largest sites in a county, and no register of the county. */
export const HOURLY = { exports: 60, whole: 10, people: 5_000 } as const;

/** Why no further file may be written now; null when it may. */
export function overQuota(taken: TakenInTheHour, asked: { readonly whole: boolean; readonly people: number }): Refusal | null {
  if (taken.exports >= HOURLY.exports) return over(`一小时内已经导出 ${taken.exports} 次，上限是 ${HOURLY.exports} 次。`);
  if (!asked.whole) return null;
  if (taken.whole >= HOURLY.whole) return over(`一小时内已经导出 ${taken.whole} 份带完整号码的表，上限是 ${HOURLY.whole} 份。可以先导出遮住号码的表。`);
  if (taken.people + asked.people > HOURLY.people)
    return over(
      `这份表有 ${asked.people} 人的完整号码，一小时内已经导出 ${taken.people} 人，上限是 ${HOURLY.people} 人。请按项目或月份分开导出，或先导出遮住号码的表。`,
    );
  return null;
}

function over(says: string): Refusal {
  return { code: 'too-many-requests', says: `${says}请过一会儿再试。` };
}
