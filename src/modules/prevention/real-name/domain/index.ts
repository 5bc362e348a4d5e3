export {
  accepted,
  type Answer,
  answered,
  type AsyncStatus,
  type Code,
  failed,
  type Page,
  pageAsked,
  pageOf,
  serialCode,
  type Wire,
  writeAnswer,
} from './answer.ts';
export { codeOf, DICTIONARIES, nationOf, wordOf } from './dictionaries.ts';
export { type Envelope, readEnvelope, readTimestamp, signedText, type TimestampPolicy, type TimestampReading } from './envelope.ts';
export type { Field, Method } from './field.ts';
export { type Sorted, sortForKeeping } from './keeping.ts';
export { maskInText, readFaults } from './messages.ts';
export { findMethod, METHODS, UNKNOWN_CONTENT } from './methods.ts';
export { findProfile, NATIONAL, type Profile, PROFILES } from './profiles.ts';
export { parseData, type Reading, readMessage } from './read.ts';
export { filesIn, type FilesOf, NO_FILES, oneFile, saidAgain } from './said.ts';
export { type AppSettings, CORP_SECRET_PLACE, REAL_NAME_SETTINGS, renamed, settingsOf } from './settings.ts';
export { readPeriod } from './scalar.ts';
export { given, type Values } from './values.ts';
export {
  type Came,
  DELIVERY_STATES,
  type DeliveryState,
  filled,
  isObject,
  mayRepeat,
  MOST_POLLS,
  MOST_REFUSALS,
  ofTeam,
  type Payload,
  readResult,
  readVerdict,
  sealed,
  secondsToPoll,
  STAGES,
  type Verdict,
} from './delivery.ts';
