import type { AskableRule } from '#law/rule.ts';
import { selfCheck } from './asm-01-self-check.ts';
import { scoring } from './asm-02-score-item.ts';
import { grade } from './asm-03-grade.ts';
import { eventVeto } from './asm-04-event-veto.ts';
import { falsification } from './asm-05-falsification.ts';
import { followUp } from './asm-06-c-follow-up.ts';
import { avoidance } from './asm-08-avoidance.ts';

export const assessmentRules: readonly AskableRule[] = [selfCheck, scoring, grade, eventVeto, falsification, followUp, avoidance];
