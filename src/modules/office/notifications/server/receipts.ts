import { field } from './adapters/call.ts';
import type { Receipt } from './service.ts';

/** Receipts of one call; the vendors send at most some hundred. */
const AT_MOST = 1_000;

/**
 * Reads what the vendors call a receipt, in any of the three shapes in use: Aliyun's array with `success`, Tencent's with
 * `report_status`, and a government platform's with `status`. Lines that are none of these are left out.
 */
export function receiptsIn(body: unknown): readonly Receipt[] {
  const lines = Array.isArray(body) ? body : [body];
  return lines.slice(0, AT_MOST).flatMap((line: unknown): Receipt[] => {
    const outId = field(line, 'out_id') || field(line, 'session_context') || field(line, 'msgId');
    const vendorId = field(line, 'biz_id') || field(line, 'sid') || field(line, 'smsId');
    const told = field(line, 'success') || field(line, 'report_status') || field(line, 'status');
    if (told === '' || (outId === '' && vendorId === '')) return [];
    const delivered = ['true', 'SUCCESS', 'DELIVRD', '0'].includes(told);
    return [{ outId, vendorId, delivered, code: (field(line, 'err_code') || field(line, 'errmsg') || told).slice(0, 60) }];
  });
}
