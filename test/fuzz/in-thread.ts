import { Worker } from 'node:worker_threads';
import type { FuzzReport } from './fuzz.ts';

export interface ThreadOrder {
  /** The module that exports `targets`. */
  readonly module: URL;
  readonly target: string;
  readonly inputs: number;
  readonly seed: string;
  /** Not one input further in this long: the target hangs. */
  readonly hangMs?: number;
}

/** Two cores shared with a database may keep a sound thread waiting for seconds. */
const HANG_MS = 20_000;

/** One thread a module: to load what it fuzzes takes as long as some ten thousand inputs. */
const threads = new Map<string, Worker>();

/** Runs a target in a thread and ends the thread when it hangs: a loop without end cannot be interrupted from inside. */
export async function fuzzInThread(order: ThreadOrder): Promise<FuzzReport> {
  const came = await watched(order);
  if (typeof came !== 'number') return came;
  // The inputs before the one that hangs end; what comes next after them is the one.
  const before = await watched({ ...order, inputs: came });
  if (typeof before === 'number') throw new Error(`the target hung at input ${came}, then at ${before}: it does not depend on its input alone`);
  const says = `no end within ${order.hangMs ?? HANG_MS} ms`;
  return { ...before, failures: [...before.failures, { at: came, kind: 'hang', says, line: before.next }] };
}

function threadOf(module: string): Worker {
  const known = threads.get(module);
  if (known !== undefined) return known;
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { module },
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    execArgv: [],
  });
  worker.once('exit', () => threads.delete(module));
  threads.set(module, worker);
  return worker;
}

/** The report, or the number of the input at which nothing moved any more. */
function watched({ module, target, inputs, seed, hangMs = HANG_MS }: ThreadOrder): Promise<FuzzReport | number> {
  const progress = new SharedArrayBuffer(4);
  const worker = threadOf(module.href);
  const count = new Int32Array(progress);
  return new Promise((resolve, reject) => {
    let before = -1;
    const watch = setInterval(() => {
      const at = Atomics.load(count, 0);
      if (at === before) {
        threads.delete(module.href);
        void worker.terminate();
        finish(at);
      }
      before = at;
    }, hangMs);
    const finish = (came: FuzzReport | number) => {
      clearInterval(watch);
      worker.removeAllListeners('message').removeAllListeners('error');
      worker.unref();
      resolve(came);
    };
    worker.ref();
    worker.once('message', finish);
    worker.once('error', (problem) => {
      clearInterval(watch);
      reject(problem);
    });
    worker.postMessage({ target, inputs, seed, progress });
  });
}
