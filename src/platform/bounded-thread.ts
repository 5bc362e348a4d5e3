import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * Runs a file in a thread of its own and answers its first message: what strangers send is read there, so that requests are
 * answered meanwhile. `too-long`: it was stopped. `broken`: it ended by itself without an answer, or took more memory.
 */
export async function inBoundedThread<Answer>(file: URL, data: unknown, { seconds, megabytes }: ThreadLimits): Promise<Answer | 'too-long' | 'broken'> {
  const thread = new Worker(file, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((done) => {
      timer = setTimeout(() => done('too-long'), seconds * 1000);
      thread.once('message', (answer: Answer) => done(answer));
      thread.once('error', () => done('broken'));
      thread.once('exit', () => done('broken'));
    });
  } finally {
    clearTimeout(timer);
    // A thread at the end of its memory may be long in dying; nobody waits for it.
    thread.unref();
    void thread.terminate();
  }
}
