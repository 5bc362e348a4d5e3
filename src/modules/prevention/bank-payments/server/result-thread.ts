import { parentPort, workerData } from 'node:worker_threads';
import { openSheets, RefusedFile } from '#platform/exchange/index.ts';
import { LIMITED_ROWS, textRow } from './text-rows.ts';

/** The thread that reads a bank's result file: it sees the bytes and nothing else. */
async function read(): Promise<unknown> {
  try {
    const [sheet] = await openSheets(Buffer.from(workerData as Uint8Array));
    const rows = [];
    for await (const batch of sheet?.rows ?? []) {
      for (const row of batch) rows.push(textRow(row));
      if (rows.length > LIMITED_ROWS) return { ok: false, refusal: { code: 'file-invalid', says: `超过 ${LIMITED_ROWS} 行，没有收。一次传一批的回盘。` } };
    }
    return { ok: true, value: rows };
  } catch (problem) {
    if (problem instanceof RefusedFile) return { ok: false, refusal: { code: 'file-invalid', says: problem.says } };
    throw problem;
  }
}

parentPort?.postMessage(await read());
