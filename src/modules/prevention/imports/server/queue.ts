/** Two files are read at a time: a third would take the cores the pages are served from. */
const AT_ONCE = 2;

export interface ImportQueue {
  add(id: string): void;
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
  let again = new Set<string>();
  let stopped = false;
  let idle: (() => void)[] = [];
  const next = () => {
    while (!stopped && running.size < AT_ONCE) {
      const id = waiting.shift();
      if (id === undefined) break;
      running.add(id);
      void work(id)
        .catch(() => undefined)
        .then(() => {
          running.delete(id);
          if (again.delete(id)) waiting.push(id);
          next();
        });
    }
    if (running.size === 0 && (waiting.length === 0 || stopped)) {
      for (const resolve of idle) resolve();
      idle = [];
    }
  };
  return {
    add(id) {
      if (running.has(id)) again.add(id);
      else if (!waiting.includes(id)) waiting.push(id);
      next();
    },
    settled: () => (running.size === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    stop() {
      stopped = true;
      again = new Set();
      waiting.length = 0;
    },
  };
}
