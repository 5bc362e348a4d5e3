import type { ModuleLaw } from '#law/module-law.ts';
import { crimeThresholds } from './calculators/crime-thresholds.ts';
import { crimeTransfer } from './procedures/crime-transfer.ts';
import { transferRules } from './rules/index.ts';

export const transfersLaw: ModuleLaw = { rules: transferRules, calculators: [crimeThresholds], procedures: [crimeTransfer] };
