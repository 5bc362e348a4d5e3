import { parentPort, workerData } from 'node:worker_threads';
import { openVault, parseKeys } from '#platform/vault/index.ts';
import { readImport, type ReadingOrder } from './reading.ts';

/** The thread that reads strangers' files: bounded in memory by its limits and in time by its owner. */
const { connectionString, keys, order } = workerData as { connectionString: string; keys: string; order: ReadingOrder };
let told = 0;
const outcome = await readImport(connectionString, openVault(parseKeys(keys, 'workerData')), order, (rows) => {
  const now = Date.now();
  if (now - told < 250) return;
  told = now;
  parentPort?.postMessage({ progress: rows });
});
parentPort?.postMessage({ outcome });
