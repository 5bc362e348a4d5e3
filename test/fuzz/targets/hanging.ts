import { hanging } from './planted.ts';

export const targets = [hanging];
