import { parentPort, workerData } from 'node:worker_threads';
import { openSheets, RefusedFile, type TableRow } from '#platform/exchange/index.ts';

/** Reads a small file somebody sent, away from the thread that serves. */
const { file, most }: { readonly file: Uint8Array; readonly most: number } = workerData;
const rows: TableRow[] = [];
let refusal: { readonly code: string; readonly says: string } | null = null;
try {
  for (const sheet of await openSheets(Buffer.from(file))) {
    for await (const batch of sheet.rows) {
      rows.push(...batch);
      if (rows.length > most) throw new RefusedFile('too-many-rows', `表里超过 ${most} 行。请按月份分开。`);
    }
    // A report is one sheet; what stands behind it is notes.
    if (rows.length > 0) break;
  }
} catch (problem) {
  if (!(problem instanceof RefusedFile)) throw problem;
  refusal = { code: problem.code, says: problem.says };
}
parentPort?.postMessage({ rows, refusal });
