import type { ModuleLaw } from '#law/module-law.ts';
import { listTerms } from './calculators/list-terms.ts';
import { untrustworthyList } from './procedures/untrustworthy-list.ts';
import { listRules } from './rules/index.ts';

export const untrustworthyListLaw: ModuleLaw = { rules: listRules, calculators: [listTerms], procedures: [untrustworthyList] };
