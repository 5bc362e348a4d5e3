import type { AskableRule } from '#law/rule.ts';
import { noHardshipCheck } from './aid-01-no-hardship-check.ts';
import { decideAndAssign } from './aid-02-decide-and-assign.ts';
import { firstGrant } from './aid-03-first-grant.ts';
import { objection } from './aid-04-objection.ts';

export const legalAidRules: readonly AskableRule[] = [noHardshipCheck, decideAndAssign, firstGrant, objection];
