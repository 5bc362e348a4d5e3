import type { ModuleLaw } from '#law/module-law.ts';
import { progressPayment } from './calculators/progress-payment.ts';
import { smeLateInterest } from './calculators/sme-late-interest.ts';
import { settlementRules } from './rules/index.ts';

export const settlementLaw: ModuleLaw = { rules: settlementRules, calculators: [progressPayment, smeLateInterest], procedures: [] };
