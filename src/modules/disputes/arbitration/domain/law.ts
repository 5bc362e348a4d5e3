import type { ModuleLaw } from '#law/module-law.ts';
import { finalAwardCalculator } from './calculators/final-award.ts';
import { limitationCalculator } from './calculators/limitation.ts';
import { arbitration } from './procedures/arbitration.ts';
import { paymentOrderProcedure } from './procedures/payment-order.ts';
import { arbitrationRules } from './rules/index.ts';

export const arbitrationLaw: ModuleLaw = {
  rules: arbitrationRules,
  calculators: [limitationCalculator, finalAwardCalculator],
  procedures: [arbitration, paymentOrderProcedure],
};
