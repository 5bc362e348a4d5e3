import type { ModuleLaw } from '#law/module-law.ts';
import { publication } from './procedures/publication.ts';
import { publicationRules } from './rules/index.ts';

export const publicationLaw: ModuleLaw = { rules: publicationRules, calculators: [], procedures: [publication] };
