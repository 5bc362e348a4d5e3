import { Worker } from 'node:worker_threads';
import { refuse, type Result } from '#kernel/result.ts';
import type { TemplateFields, TemplateReport, TemplateValues } from './fill.ts';
import { LIMITS } from './limits.ts';
import type { About, Made, Order, Outcomes } from './make.ts';
import type { Paper } from './paper.ts';

/** Makes documents from templates, beside the thread that answers requests. */
export interface DocumentFactory {
  inspect(file: Uint8Array, fields: TemplateFields): Promise<Result<TemplateReport>>;
  make(template: Uint8Array, values: TemplateValues, about: About): Promise<Result<Made>>;
  show(template: Uint8Array, values: TemplateValues): Promise<Result<Paper>>;
  close(): Promise<void>;
}

/** Orders that may wait; each is some tenths of a second. */
const LONGEST_QUEUE = 200;

/**
 * One thread does the orders in turn; it is begun anew when it dies of one, so that a template that eats memory or time takes its
 * own order with it and no other.
 */
export function documentFactory(): DocumentFactory {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const inTurn = <Kind extends Order['kind']>(order: Order & { kind: Kind }): Promise<Outcomes[Kind]> => {
    if (waiting >= LONGEST_QUEUE) return Promise.resolve(refuse({ code: 'documents-busy', says: '正在做的文书太多。请等一分钟再试。' }));
    waiting += 1;
    const mine = last.then(() => run<Kind>(order)).finally(() => (waiting -= 1));
    last = mine.catch(() => undefined);
    return mine;
  };

  const run = <Kind extends Order['kind']>(order: Order): Promise<Outcomes[Kind]> =>
    new Promise((resolve, reject) => {
      const thread = (worker ??= begin());
      const settle = (act: () => void, keep = false) => {
        clearTimeout(timer);
        thread.off('message', answered).off('error', failed).off('exit', ended);
        if (!keep) {
          worker = undefined;
          thread.on('error', () => undefined);
          void thread.terminate();
        }
        act();
      };
      const answered = (outcome: Outcomes[Kind]) => settle(() => resolve(outcome), true);
      const failed = (problem: Error & { readonly code?: string }) =>
        settle(() => (problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refuse(TOO_HEAVY)) : reject(problem)));
      const ended = () => settle(() => reject(new Error('the thread of documents ended')));
      const timer = setTimeout(() => settle(() => resolve(refuse(TOO_HEAVY))), LIMITS.milliseconds);
      thread.on('message', answered).on('error', failed).on('exit', ended);
      thread.postMessage(order);
    });

  return {
    inspect: (file, fields) => inTurn({ kind: 'inspect', file, fields }),
    make: async (template, values, about) => {
      const made = await inTurn({ kind: 'make', template, values, about });
      return made.ok ? { ok: true, value: { ...made.value, docx: Buffer.from(made.value.docx), pdf: Buffer.from(made.value.pdf) } } : made;
    },
    show: (template, values) => inTurn({ kind: 'show', template, values }),
    async close() {
      await last;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

const TOO_HEAVY = { code: 'template-too-large', says: '这份模板或者内容太重，做文书超过了时间或内存上限。请精简模板（图片、表格），或者把内容分成几份。' };

function begin(): Worker {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMegabytes } });
  // A process that ends does not wait for it.
  thread.unref();
  return thread;
}
