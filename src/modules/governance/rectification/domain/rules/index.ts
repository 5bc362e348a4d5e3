import type { AskableRule } from '#law/rule.ts';
import { itemClosed } from './asm-07-item-closed.ts';

export const rectificationRules: readonly AskableRule[] = [itemClosed];
