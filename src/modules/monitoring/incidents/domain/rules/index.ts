import type { AskableRule } from '#law/rule.ts';
import { groupEvent } from './emg-04-group-event.ts';

export const incidentRules: readonly AskableRule[] = [groupEvent];
