import type { AskableRule } from '#law/rule.ts';
import { representatives } from './arb-12-representatives.ts';

export const arbitrationRules: readonly AskableRule[] = [representatives];
