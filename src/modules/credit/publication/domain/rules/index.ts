import type { AskableRule } from '#law/rule.ts';
import { mustPublish } from './pub-01-must-publish.ts';
import { publishedContent } from './pub-02-content.ts';
import { channels } from './pub-03-channels.ts';
import { correctPublication } from './pub-04-correct.ts';
import { publicationObjection } from './pub-05-objection.ts';

export const publicationRules: readonly AskableRule[] = [mustPublish, publishedContent, channels, correctPublication, publicationObjection];
