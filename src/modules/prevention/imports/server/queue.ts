/** Two files are read at a time: a third would take the cores the pages are served from. */
const AT_ONCE = 2;

export interface ImportQueue {
  add(id: string): void;
  /** Adds it after a while: for work that waits for somebody else to let go. */
  addLater(id: string, milliseconds: number): void;
  settled(): Promise<void>;
  stop(): void;
}

/**
 * The order of work inside this process. What is to be done is in the database; the queue only says when, so that losing
 * it loses nothing.
 */
export function importQueue(work: (id: string) => Promise<void>): ImportQueue {
  const waiting: string[] = [];
  const running = new Set<string>();
  const delayed = new Set<NodeJS.Timeout>();
  let again = new Set<string>();
  let stopped = false;
  let idle: (() => void)[] = [];
  const isIdle = () => running.size === 0 && (stopped || (waiting.length === 0 && delayed.size === 0));
  const finish = async (id: string) => {
    await work(id).catch(() => undefined);
    running.delete(id);
    if (again.delete(id)) waiting.push(id);
    next();
  };
  const next = () => {
    while (!stopped && running.size < AT_ONCE) {
      const id = waiting.shift();
      if (id === undefined) break;
      running.add(id);
      void finish(id);
    }
    if (isIdle()) {
      for (const resolve of idle) resolve();
      idle = [];
    }
  };
  const add = (id: string) => {
    if (running.has(id)) again.add(id);
    else if (!waiting.includes(id)) waiting.push(id);
    next();
  };
  return {
    add,
    addLater(id, milliseconds) {
      if (stopped) return;
      const timer = setTimeout(() => {
        delayed.delete(timer);
        add(id);
      }, milliseconds);
      delayed.add(timer);
    },
    settled: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    stop() {
      stopped = true;
      again = new Set();
      waiting.length = 0;
      for (const timer of delayed) clearTimeout(timer);
      delayed.clear();
    },
  };
}
