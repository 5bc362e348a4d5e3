import { atLeast, moreThan } from '#kernel/bounds.ts';
import { count, yesNo } from '#law/facts.ts';

/** 评价记录: a year of one employer, as the case files have it. */
export const RECORD = {
  punished: count('因劳动保障违法行为被查处的次数', '次'),
  incident: yesNo('是否因劳动保障违法行为引发群体性事件、极端事件或者造成严重不良社会影响'),
  grave: yesNo('是否使用童工、强迫劳动或者有其他严重违法行为'),
  defied: yesNo('是否拒不履行限期改正指令、行政处理决定或者行政处罚决定'),
  obstructed: yesNo('是否无理抗拒、阻挠劳动保障监察'),
  criminal: yesNo('是否因劳动保障违法行为被追究刑事责任'),
} as const;

export type YearRecord = { readonly punished: number | null } & { readonly [K in Exclude<keyof typeof RECORD, 'punished'>]: boolean | null };

export const GRADES = { A: 'A级', B: 'B级', C: 'C级' } as const;
export type Grade = keyof typeof GRADES;

const ITEMS = [
  ['incident', '引发群体性事件、极端事件或者造成严重不良社会影响'],
  ['grave', '使用童工、强迫劳动或者有其他严重违法行为'],
  ['defied', '拒不履行限期改正指令、行政处理决定或者行政处罚决定'],
  ['obstructed', '无理抗拒、阻挠劳动保障监察'],
  ['criminal', '因劳动保障违法行为被追究刑事责任'],
] as const;

/** A grade with its reasons in Chinese, or the facts that could still change it. */
export type Graded = { readonly grade: Grade; readonly reasons: readonly string[] } | { readonly grade: null; readonly missing: readonly string[] };

/**
 * 等级函数. C if any of the six items, three punishments included («三次以上»); A if not punished at all; B otherwise. One item is enough for C
 * whatever else is unknown; A and B need every item answered.
 */
export function gradeOf(record: YearRecord, timesForC: number): Graded {
  const { punished } = record;
  const often = punished !== null && atLeast(punished, timesForC) ? [`被查处 ${punished} 次，达到 ${timesForC} 次以上`] : [];
  const reasons = [...often, ...ITEMS.flatMap(([item, words]) => (record[item] === true ? [words] : []))];
  if (reasons.length > 0) return { grade: 'C', reasons };
  const missing = ITEMS.flatMap(([item]) => (record[item] === null ? [RECORD[item].field.means] : []));
  if (punished === null || missing.length > 0) return { grade: null, missing: punished === null ? [RECORD.punished.field.means, ...missing] : missing };
  if (!moreThan(punished, 0)) return { grade: 'A', reasons: ['没有因劳动保障违法行为被查处'] };
  return { grade: 'B', reasons: [`被查处 ${punished} 次，没有C级情形`] };
}
