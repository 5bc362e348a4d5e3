import { parentPort, workerData } from 'node:worker_threads';
import { openVault, parseKeys } from '#platform/vault/index.ts';
import { readImport, type ReadingOrder } from './reading.ts';

/**
 * The thread that reads strangers' files: bounded in memory by its limits and in time by its owner. It reads one file after the
 * other as they are sent, because its start costs more than most files.
 */
const { connectionString, keys } = workerData as { connectionString: string; keys: string };
const vault = openVault(parseKeys(keys, 'workerData'));

parentPort?.on('message', (order: ReadingOrder) => {
  let told = 0;
  // What goes wrong here reaches the owner as the thread's error.
  void readImport(connectionString, vault, order, (rows) => {
    const now = Date.now();
    if (now - told < 250) return;
    told = now;
    parentPort?.postMessage({ progress: rows });
  }).then((outcome) => parentPort?.postMessage({ outcome }));
});
