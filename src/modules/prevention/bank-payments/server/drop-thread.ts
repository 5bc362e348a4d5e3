import { parentPort, workerData } from 'node:worker_threads';
import { readDropBytes } from './drop-box.ts';

/** The thread that reads a large file of a drop box. */
const { bytes, encoding, format } = workerData as { readonly bytes: Uint8Array; readonly encoding: 'gb18030' | 'utf-8'; readonly format: 'csv' | 'xml' };
parentPort?.postMessage(readDropBytes(Buffer.from(bytes), encoding, format));
