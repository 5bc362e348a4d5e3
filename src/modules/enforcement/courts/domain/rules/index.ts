import type { AskableRule } from '#law/rule.ts';
import { demand } from './case-20-demand.ts';
import { courtWindow } from './case-21-court-window.ts';

export const courtsRules: readonly AskableRule[] = [demand, courtWindow];
