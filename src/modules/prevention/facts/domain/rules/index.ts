import type { Rule } from '#law/rule.ts';
import type { FeedFacts } from '../types.ts';
import { feedStopped } from './w-ops-05-feed-stopped.ts';

export const feedRules: readonly Rule<FeedFacts>[] = [feedStopped];
