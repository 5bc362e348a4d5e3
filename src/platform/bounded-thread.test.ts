import { describe, expect, it } from 'vitest';
import { inBoundedThread } from './bounded-thread.ts';

const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`);
const LIMITS = { seconds: 20, megabytes: 64 };

describe('另开线程读别人的文件', () => {
  it('答第一条消息', async () => expect(await inBoundedThread(thread('parentPort.postMessage({ twice: workerData * 2 })'), 21, LIMITS)).toEqual({ twice: 42 }));
  it('不停的，到时停掉', async () => expect(await inBoundedThread(thread('for (;;) {}'), null, { ...LIMITS, seconds: 0.3 })).toBe('too-long'));
  it('出错的、一句不说就完的、占内存太多的，都说坏了', async () => {
    expect(await inBoundedThread(thread('throw new Error()'), null, LIMITS)).toBe('broken');
    expect(await inBoundedThread(thread('void workerData'), null, LIMITS)).toBe('broken');
    expect(await inBoundedThread(thread('const all = []; for (;;) all.push(Array.from({ length: 1e5 }, (_, n) => ({ n })));'), null, LIMITS)).toBe('broken');
  });
});
