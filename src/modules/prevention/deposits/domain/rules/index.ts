import type { Rule } from '#law/rule.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { storeInTime } from './dep-01-store-in-time.ts';
import { amountDue } from './dep-04-amount-due.ts';
import { guaranteeTerm } from './dep-11-guarantee-term.ts';
import { expiryReminder } from './dep-12-expiry-reminder.ts';

export const depositRules: readonly Rule<ProjectFacts>[] = [storeInTime, amountDue, guaranteeTerm, expiryReminder];
