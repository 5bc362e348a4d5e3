import type { AskableRule } from '#law/rule.ts';
import { randomDraw } from './chk-01-random-draw.ts';
import { publish } from './chk-02-publish.ts';
import { sampleShare } from './chk-03-sample-share.ts';
import { frequencyCap } from './chk-04-frequency-cap.ts';

export const inspectionRules: readonly AskableRule[] = [randomDraw, publish, sampleShare, frequencyCap];
