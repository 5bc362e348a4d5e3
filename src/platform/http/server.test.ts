import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../db/index.ts';
import { createServer, type SessionStore } from './index.ts';

const store: Store = {
  within: () => Promise.reject(new Error('down')),
  reading: () => Promise.reject(new Error('down')),
  get pool(): never {
    throw new Error('not used here');
  },
  close: () => Promise.resolve(),
};
const sessions: SessionStore = {
  get: (_id, done) => done(null, null),
  set: (_id, _session, done) => done(),
  destroy: (_id, done) => done(),
  endAll: () => Promise.resolve(),
  sweep: () => Promise.resolve(),
};
const api: FastifyPluginAsyncZod = async (app) => {
  app.post('/api/things', { schema: { body: z.object({ name: z.string().min(1), size: z.number().int() }) } }, async () => ({ done: true }));
  app.get('/api/boom', async () => {
    throw new Error('secret of the house');
  });
};

let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>安薪</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js.gz'), gzipSync('export {};'));
  app = await createServer({
    store,
    sessions,
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32),
    webFolder: folder,
    logLevel: 'silent',
    requestsPerMinute: 400,
    api: async (inner) => void (await inner.register(api)),
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const body = { name: 'x', size: 1 };

describe('别的网站借用户的登录发来的修改', () => {
  it.each([
    { why: '本站页面', headers: { origin: 'http://anxin.test', host: 'anxin.test', 'sec-fetch-site': 'same-origin' }, status: 200 },
    { why: '别的站', headers: { origin: 'http://evil.test', host: 'anxin.test' }, status: 403 },
    { why: '同域不同口', headers: { origin: 'http://anxin.test:8080', host: 'anxin.test' }, status: 403 },
    { why: '跨站标记', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { why: '兄弟子域', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
    { why: '沙箱里的 null', headers: { origin: 'null', host: 'anxin.test' }, status: 403 },
    { why: '不说来处的程序发 JSON', headers: {}, status: 200 },
    { why: '不说来处又不是 JSON', headers: { 'content-type': 'text/plain' }, status: 403 },
    { why: '不说来处的表单', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 403 },
  ])('$why → $status', async ({ headers, status }) => {
    expect(
      (await app.inject({ method: 'POST', url: '/api/things', payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }))
        .statusCode,
    ).toBe(status);
  });
});

describe('回答不了的请求', () => {
  it.each([
    ['空字符', '{"name":"a\\u0000","size":1}', 400],
    ['半个字符', '{"name":"合同\\ud842{}\\udfb7到期","size":1}', 400],
    ['键里的半个字符', '{"name":"a","size":1,"\\udfff":1}', 400],
    ['写成转义的整个字符', '{"name":"\\ud842\\udfb7","size":1}', 200],
    ['反斜杠后面的 u0000', '{"name":"\\\\u0000","size":1}', 200],
  ])('%s → %s %i', async (_, payload, status) => {
    const answer = await app.inject({ method: 'POST', url: '/api/things', payload, headers: { 'content-type': 'application/json' } });
    expect(answer.statusCode, answer.body).toBe(status);
    if (status === 400) expect(answer.json()).toMatchObject({ code: 'bad-request', says: expect.stringContaining('不完整的字符') });
  });

  it('地址里的空字符', async () => {
    expect((await app.inject({ url: '/api/things?q=%00' })).json()).toMatchObject({ code: 'bad-request' });
  });

  it('填写有误时逐项说明', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/things', payload: { name: '', size: 1.5 } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'bad-fields', fields: [{ path: 'name' }, { path: 'size' }] });
    for (const field of answer.json().fields) expect(field.says).toMatch(/[一-龥]/);
  });

  it.each([
    { payload: '{', type: 'application/json', status: 400 },
    { payload: '', type: 'application/json', status: 400 },
    { payload: `{"name":"${'a'.repeat(1024 * 1024)}"}`, type: 'application/json', status: 413 },
    { payload: '<a/>', type: 'application/xml', status: 415 },
  ])('$type $status', async ({ payload, type, status }) => {
    const answer = await app.inject({ method: 'POST', url: '/api/things', payload, headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' } });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().says).toMatch(/[一-龥]/);
  });

  it('系统出错时给编号，不漏内部信息', async () => {
    const answer = await app.inject({ url: '/api/boom' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().says).toContain(answer.json().reference);
  });

  it('没有的地址', async () => {
    expect((await app.inject({ url: '/api/none' })).json()).toMatchObject({ code: 'not-found' });
    expect((await app.inject({ url: '/api/../etc/passwd' })).statusCode).not.toBe(500);
    expect((await app.inject({ url: '/../../package.json' })).body).not.toContain('"anxin"');
  });

  it('活着不等于就绪', async () => {
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(503);
  });
});

describe('网页', () => {
  it('每个页面地址都给同一个入口，只信任本站脚本', async () => {
    for (const url of ['/', '/warnings/12?level=4']) {
      const answer = await app.inject({ url });
      expect(answer.body).toContain('安薪');
      expect(answer.headers['cache-control']).toBe('no-cache');
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('带散列的文件永久缓存，给预先压缩好的', async () => {
    const answer = await app.inject({ url: '/assets/app-1a2b3c.js', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' });
    expect((await app.inject({ url: '/assets/app-0000.js' })).statusCode).toBe(404);
  });
});

it('没登录的地址一分钟只能问一百次', async () => {
  const boom = [];
  for (let n = 0; n < 101; n += 1) boom.push((await app.inject({ url: '/api/boom', remoteAddress: '10.0.0.10' })).statusCode);
  expect(boom.slice(0, 100).every((status) => status === 500)).toBe(true);
  expect(boom[100]).toBe(429);
});
