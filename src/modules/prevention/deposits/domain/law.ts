import type { ModuleLaw } from '#law/module-law.ts';
import { depositDue } from './calculators/deposit-due.ts';
import { depositCash } from './procedures/deposit-cash.ts';
import { depositGuarantee } from './procedures/deposit-guarantee.ts';
import { depositMatterRules } from './rules/index.ts';

export const depositsLaw: ModuleLaw = { rules: depositMatterRules, calculators: [depositDue], procedures: [depositCash, depositGuarantee] };
