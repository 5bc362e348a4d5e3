export { checkGiven, type FieldsRefusal, type Given, printedFields, templateFields, writtenFields } from './check.ts';
export { DOCUMENT_KINDS, findKind } from './kinds/index.ts';
export type { DocumentKind } from './kind.ts';
export { checkPattern, documentNumber } from './number.ts';
export { checkService } from './serve.ts';
export type * from './wire.ts';
