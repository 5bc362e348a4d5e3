export { type DocumentFactory, documentFactory } from './factory.ts';
export type { Picture, TemplateFields, TemplateValues } from './fill.ts';
export { LIMITS as DOCUMENT_LIMITS } from './limits.ts';
export type { Made } from './make.ts';
export type { Block, Look, Paper, Paragraph, Run, Table } from './paper.ts';
export { qrCode } from './qr-code.ts';
