import type { DocumentKind } from '../kind.ts';
import { accountNotices } from './account-notices.ts';
import { depositNotices } from './deposit-notices.ts';
import { noticeBoard } from './notice-board.ts';
import { payrollSheet } from './payroll-sheet.ts';
import { rectificationOrder } from './rectification-order.ts';

/** Every kind of document, in the order of the list. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [payrollSheet, noticeBoard, rectificationOrder, ...depositNotices, ...accountNotices];

const byCode = new Map(DOCUMENT_KINDS.map((kind) => [kind.code, kind]));

export function findKind(code: string): DocumentKind | undefined {
  return byCode.get(code);
}
