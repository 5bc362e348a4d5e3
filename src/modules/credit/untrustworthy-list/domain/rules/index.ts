import type { AskableRule } from '#law/rule.ts';
import { mustList } from './blk-01-must-list.ts';
import { noticeBeforeDecision } from './blk-02-notice-before-decision.ts';
import { objectionWindow } from './blk-03-objection-window.ts';
import { maySpare } from './blk-04-may-spare.ts';
import { personsListed } from './blk-05-persons-listed.ts';
import { publishAndShare } from './blk-06-publish-and-share.ts';
import { threeYears } from './blk-07-three-years.ts';
import { earlyRemovalOpen } from './blk-08-early-removal.ts';
import { noEarlyRemoval } from './blk-09-no-early-removal.ts';
import { removalCheck } from './blk-10-removal-check.ts';
import { restrictionHit } from './blk-11-restriction-hit.ts';
import { creditWindow } from './crd-01-window.ts';
import { bothDates } from './crd-02-both-dates.ts';

export const listRules: readonly AskableRule[] = [
  mustList,
  noticeBeforeDecision,
  objectionWindow,
  maySpare,
  personsListed,
  publishAndShare,
  threeYears,
  earlyRemovalOpen,
  noEarlyRemoval,
  removalCheck,
  restrictionHit,
  creditWindow,
  bothDates,
];
