export { BATCH_NAMES, type BatchFacts, type BatchState, type BatchStep, progressOf, takeStep } from './batch.ts';
export { type BankWords, batchWord, COMMON, readBankWord } from './bank-words.ts';
export { CARD_TROUBLE, type CheckedBatch, type CheckedLine, checkBatch, type Finding } from './checks.ts';
export { type DropFile, dropFileText, readDropFile } from './drop-file.ts';
export { type FieldFault, isPlain, shown } from './field-reader.ts';
export { readIso20022 } from './iso-20022.ts';
export { type FileLayout, findLayout, LAYOUTS } from './layout.ts';
export { BANK_SETTINGS } from './link-settings.ts';
export {
  type Evidence,
  LINE_NAMES,
  lineNow,
  type LineNow,
  type LineState,
  mayHandInAgain,
  mayReissue,
  type Said,
  type Via,
  whatToDo,
} from './line.ts';
export {
  type BankMessage,
  type BankTransaction,
  type MessageForm,
  type MessageRefusal,
  type PayrollResult,
  readMessage,
  readResultLines,
  type ResultLine,
} from './messages.ts';
export { type Matched, matchRows, type OwnLine, readResultFile, type ResultRow, type TextRow } from './read-file.ts';
export { painXml } from './pain-001.ts';
export { type AccountDay, type Difference, reconcileDay } from './reconcile.ts';
export { type FileBatch, type FileRefusal, writeFiles } from './write-file.ts';
export { resolved, type XmlNode } from './xml.ts';
