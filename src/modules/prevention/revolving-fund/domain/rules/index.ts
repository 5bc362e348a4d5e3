import type { AskableRule } from '#law/rule.ts';
import { mayAdvance } from './emg-01-may-advance.ts';
import { advanceCap } from './emg-02-advance-cap.ts';
import { fundRecourse } from './emg-03-recourse.ts';

export const revolvingFundRules: readonly AskableRule[] = [mayAdvance, advanceCap, fundRecourse];
