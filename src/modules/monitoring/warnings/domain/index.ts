export { byClock } from './by-clock.ts';
export { byData, type Found } from './by-data.ts';
export {
  type Actor,
  byPerson,
  closeReasonsFor,
  type Command,
  isOnesStep,
  labelFor,
  mayTake,
  needsEvidence,
  nextStepOf,
  PERSON_STEPS,
  type StepRefusal,
} from './by-person.ts';
export { type HandlingLadder, ladderOf } from './ladder.ts';
export { type OfficeDays } from './moment.ts';
export { type Change, CLOSE_REASON_NAMES, type Happening, HAPPENING_NAMES, type Setting, STATE_NAMES, type Warning } from './warning.ts';
