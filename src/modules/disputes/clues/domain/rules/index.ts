import type { AskableRule } from '#law/rule.ts';
import { route } from './clue-01-route.ts';
import { firstContact } from './clue-02-first-contact.ts';
import { close } from './clue-03-close.ts';
import { convert } from './clue-04-convert.ts';
import { duplicates } from './clue-05-duplicates.ts';
import { reply } from './clue-06-reply.ts';
import { callBack } from './clue-07-call-back.ts';
import { escalation } from './clue-08-escalation.ts';
import { major } from './clue-09-major.ts';

export const clueRules: readonly AskableRule[] = [route, firstContact, close, convert, duplicates, reply, callBack, escalation, major];
