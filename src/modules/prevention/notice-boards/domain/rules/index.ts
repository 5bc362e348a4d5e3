import type { AskableRule } from '#law/rule.ts';
import { boardComplete } from './sign-02-board-complete.ts';

export const noticeBoardRules: readonly AskableRule[] = [boardComplete];
