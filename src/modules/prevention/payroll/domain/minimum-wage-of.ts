import { type CivilMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { type Fen, inYuan } from '#kernel/fen.ts';
import { lookUp } from '#law/look-up.ts';
import type { Setting } from '#law/rule.ts';

/** The monthly minimum of the place where the work is done, or which number is missing. */
export type MinimumWage = { readonly ok: true; readonly minimum: Fen; readonly reckoned: string } | { readonly ok: false; readonly missing: string };

/**
 * 履行地当月的月最低工资标准. A stated one goes first (合同可以约定执行注册地较高的标准, 实施条例第十四条); else the place's own in force at the end of the work month.
 * Where neither is there, nothing is guessed.
 */
export function minimumWageOf(stated: Fen | null, month: CivilMonth, setting: Setting): MinimumWage {
  if (stated !== null) return { ok: true, minimum: stated, reckoned: '填写的月最低工资标准' };
  const answer = lookUp('wage.minimum.monthly', setting, lastOfMonth(month));
  if (!answer.ok) return answer;
  const { value, setBy, basis } = answer.inForce;
  return { ok: true, minimum: value, reckoned: `${setBy} ${inYuan(value)}（${basis}）` };
}
