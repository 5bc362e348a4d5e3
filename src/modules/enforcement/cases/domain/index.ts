export { happenedBy } from './happened.ts';
export { effectiveDayOf, isSuspended, numberFor } from './past-steps.ts';
export { remedyTerms } from './remedy-terms.ts';
export { shown } from './words.ts';
