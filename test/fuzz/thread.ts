import { parentPort, workerData } from 'node:worker_threads';
import { corpusOf } from './corpus.ts';
import { fuzz, type FuzzTarget } from './fuzz.ts';

/** Runs targets of a module in this thread, and writes down which input it is at, so that the watcher can tell of a hang. */
interface Order {
  readonly target: string;
  readonly inputs: number;
  readonly seed: string;
  readonly progress: SharedArrayBuffer;
}

const { module }: { readonly module: string } = workerData;
const { targets }: { targets: readonly FuzzTarget<unknown>[] } = await import(module);

parentPort?.on('message', (order: Order) => void carryOut(order));

async function carryOut({ target: name, inputs, seed, progress }: Order): Promise<void> {
  const target = targets.find((each) => each.name === name);
  if (target === undefined) throw new Error(`no target ${name} in ${module}`);
  const count = new Int32Array(progress);
  const report = await fuzz(target, { inputs, seed, corpus: corpusOf(name), onInput: (at) => Atomics.store(count, 0, at) });
  parentPort?.postMessage(report);
}
