import type { Procedure } from './procedure.ts';
import type { AskableRule } from './rule.ts';
import type { Calculator } from './sheet.ts';

/** 一个模块的法: what a module brings to the rulebook beside the rules of its sweep. */
export interface ModuleLaw {
  readonly rules: readonly AskableRule[];
  readonly calculators: readonly Calculator[];
  readonly procedures: readonly Procedure[];
}
