import { cpus, totalmem } from 'node:os';

/** One measured figure beside its raw partner of the same run. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly raw: string;
  /** ours ÷ raw, in the direction the bar names. */
  readonly ratio: string;
  readonly bar: string;
  readonly reached: boolean;
}

export function table(figures: readonly Figure[]): string {
  const head = ['what', 'Anxin', 'raw partner', 'ratio', 'bar', 'reached'];
  const rows = figures.map((figure) => [figure.what, figure.ours, figure.raw, figure.ratio, figure.bar, figure.reached ? 'yes' : '**no**']);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export function machine(): string {
  const processor = cpus();
  return `${processor.length} cores (${processor[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}-${process.arch}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('nothing was measured');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export const perSecond = (count: number, seconds: number): string => `${Math.round(count / seconds).toLocaleString('en')}/s`;
export const percent = (part: number): string => `${(part * 100).toFixed(0)} %`;
export const seconds = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} s`;

/** Wall time of one run, in seconds. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly took: number; readonly value: T }> {
  const begin = performance.now();
  const value = await work();
  return { took: (performance.now() - begin) / 1000, value };
}
