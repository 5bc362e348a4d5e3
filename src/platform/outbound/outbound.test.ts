import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbound, type OutboundOptions } from './index.ts';

/** Stands where an attacker wants us to call: this machine, on every address it has. Counts what reaches it. */
let trap: Server;
let port = 0;
let hits: string[] = [];
/** A partner on an address the operator opened. */
let partner: Server;

const listening = (server: Server, host: string, at: number): Promise<void> => new Promise((done) => server.listen(at, host, done));

beforeAll(async () => {
  trap = createServer((request, reply) => {
    hits.push(`${request.headers.host} ${request.url}`);
    reply.end('caught');
  });
  await listening(trap, '127.0.0.1', 0);
  port = (trap.address() as AddressInfo).port;
  partner = createServer((request, reply) => {
    if (request.url === '/moved') reply.writeHead(302, { location: `http://127.0.0.1:${port}/moved-here` }).end();
    else if (request.url === '/silent') request.resume();
    else if (request.url === '/endless') {
      const more = setInterval(() => reply.write('x'.repeat(10_000)), 1);
      reply.on('close', () => clearInterval(more));
    } else request.resume().on('end', () => reply.end('thanks'));
  });
  await listening(partner, '127.0.0.2', port);
});
afterAll(async () => {
  partner.closeAllConnections();
  await Promise.all([trap, partner].map((server) => new Promise((done) => server.close(done))));
});
beforeEach(() => {
  hits = [];
});

const open = (options: Partial<OutboundOptions> = {}) => outbound({ openNetworks: [], timeoutMs: 300, largestAnswer: 50_000, ...options });

/** Every way we know to write down an address that is ours. `P` is the trap's port. */
const HOSTILE = [
  'http://127.0.0.1:P/',
  'https://127.0.0.1:P/',
  'https://127.1:P/',
  'https://127.0.1:P/',
  'https://2130706433:P/',
  'https://0x7f000001:P/',
  'https://0x7f.0.0.1:P/',
  'https://0x7f.0x0.0x0.0x1:P/',
  'https://0177.0.0.1:P/',
  'https://0177.0000.0000.0001:P/',
  'https://017700000001:P/',
  'https://127.0.0.1.:P/',
  'https://①②⑦.⓪.⓪.①:P/',
  'https://127。0。0。1:P/',
  'https://１２７.０.０.１:P/',
  'https://0:P/',
  'https://0.0.0.0:P/',
  'https://0.0.0.1:P/',
  'https://127.255.255.254:P/',
  'https://localhost:P/',
  'https://LOCALHOST:P/',
  'https://localhost.:P/',
  'https://ｌｏｃａｌｈｏｓｔ:P/',
  'https://a.localhost:P/',
  'https://[::1]:P/',
  'https://[0:0:0:0:0:0:0:1]:P/',
  'https://[0000:0000:0000:0000:0000:0000:0000:0001]:P/',
  'https://[::]:P/',
  'https://[::ffff:127.0.0.1]:P/',
  'https://[::ffff:7f00:1]:P/',
  'https://[0:0:0:0:0:ffff:127.0.0.1]:P/',
  'https://[::127.0.0.1]:P/',
  'https://[64:ff9b::127.0.0.1]:P/',
  'https://[64:ff9b:1::7f00:1]:P/',
  'https://[2002:7f00:1::]:P/',
  'https://[2001:0:7f00:1::]:P/',
  'https://[fe80::1]:P/',
  'https://[fe80::1%25lo]:P/',
  'https://[fc00::1]:P/',
  'https://[fd00:ec2::254]:P/',
  'https://[ff02::1]:P/',
  'https://[2001:db8::1]:P/',
  'https://10.0.0.1:P/',
  'https://10.255.255.255:P/',
  'https://172.16.0.1:P/',
  'https://172.31.255.255:P/',
  'https://192.168.0.1:P/',
  'https://192.168.255.255:P/',
  'https://169.254.169.254:P/latest/meta-data/',
  'http://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe:P/',
  'https://2852039166:P/',
  'https://0251.0376.0251.0376:P/',
  'https://100.100.100.200:P/',
  'https://100.64.0.1:P/',
  'https://192.0.0.192:P/',
  'https://198.18.0.1:P/',
  'https://203.0.113.7:P/',
  'https://224.0.0.1:P/',
  'https://255.255.255.255:P/',
  'https://240.0.0.1:P/',
  'https://metadata.google.internal:P/',
  'https://printer.local:P/',
  'https://intranet:P/',
  'https://user:pass@127.0.0.1:P/',
  'https://example.com@127.0.0.1:P/',
  'https://127.0.0.1:P\\@example.com/',
  'https://127.0.0.1:P#@example.com/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:P/_GET',
  'ftp://127.0.0.1:P/',
  'javascript:fetch("http://127.0.0.1:P")',
  'data:text/html,hi',
  '//127.0.0.1:P/',
  '127.0.0.1:P',
  'https:///127.0.0.1:P/',
  'https:127.0.0.1:P/',
  'https://127.0.0.1%00.example.com:P/',
  'https://%31%32%37.0.0.1:P/',
  '',
  ' ',
  `https://127.0.0.1:P/${'a'.repeat(3_000)}`,
];

describe('不能借推送地址访问内部（T28）', () => {
  it(`${HOSTILE.length} 种写法，一种也到不了陷阱`, async () => {
    const { call } = open();
    for (const text of HOSTILE) {
      const url = text.replaceAll('P', String(port));
      const answer = await call({ method: 'POST', url, body: '{}' });
      expect(answer, url).toMatchObject({ ok: false, refusal: { code: 'address-not-allowed' } });
    }
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
    expect(hits).toEqual([]);
  });

  it.each([
    ['一个内部地址', ['127.0.0.1']],
    ['公网和内部混在一起', ['1.1.1.1', '127.0.0.1']],
    ['IPv6 包着的内部地址', ['::ffff:127.0.0.1']],
    ['云主机元数据', ['169.254.169.254']],
    ['没有地址', []],
    ['不是地址', ['localhost']],
  ])('域名解析到%s', async (_what, addresses) => {
    const { call } = open({ resolve: async () => addresses });
    expect(await call({ method: 'GET', url: `https://hook.example.cn:${port}/` })).toMatchObject({ ok: false, refusal: { code: 'address-not-allowed' } });
    expect(hits).toEqual([]);
  });

  it('DNS 重绑定：只解析一次，连的就是核过的那个地址', async () => {
    const answers = ['127.0.0.2', '127.0.0.1', '127.0.0.1'];
    let asked = 0;
    const { call } = open({ openNetworks: ['127.0.0.2'], resolve: async () => [answers[asked++] ?? '127.0.0.1'] });
    const answer = await call({ method: 'POST', url: `http://hook.example.cn:${port}/rebind`, body: '{}' });
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
    expect(asked).toBe(1);
    expect(await call({ method: 'POST', url: `http://hook.example.cn:${port}/rebind`, body: '{}' })).toMatchObject({ ok: false });
    expect(hits).toEqual([]);
  });

  it('转址不跟随', async () => {
    const answer = await open({ openNetworks: ['127.0.0.2'] }).call({ method: 'POST', url: `http://127.0.0.2:${port}/moved`, body: '{}' });
    expect(answer).toMatchObject({ ok: true, value: { status: 302 } });
    expect(hits).toEqual([]);
  });

  it('开放了的网段可以不用 https；没开放的公网地址必须用', () => {
    expect(open({ openNetworks: ['127.0.0.0/8'] }).check('http://127.0.0.1/hook').ok).toBe(true);
    expect(open({ openNetworks: ['127.0.0.0/8'] }).check('http://[::ffff:127.0.0.1]/hook').ok).toBe(false);
    expect(open().check('http://1.1.1.1/hook').ok).toBe(false);
    expect(open().check('https://1.1.1.1/hook').ok).toBe(true);
    expect(open().check('https://[2606:4700::1111]/hook').ok).toBe(true);
    expect(open().check('https://city.example.cn/hook?a=1').ok).toBe(true);
    expect(open().check('http://city.example.cn/hook').ok).toBe(false);
  });
});

describe('对方靠不住', () => {
  const partners = () => open({ openNetworks: ['127.0.0.2'] });

  it('不答复：到时就停，说明可能已经收到', async () => {
    const began = performance.now();
    expect(await partners().call({ method: 'POST', url: `http://127.0.0.2:${port}/silent`, body: '{}' })).toMatchObject({ refusal: { code: 'call-unknown' } });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('答复没完没了：到上限就停', async () => {
    expect(await partners().call({ method: 'GET', url: `http://127.0.0.2:${port}/endless` })).toMatchObject({ refusal: { code: 'call-unknown' } });
  });

  it('没有开机：没有送达', async () => {
    expect(await open({ openNetworks: ['127.0.0.3'] }).call({ method: 'POST', url: 'http://127.0.0.3:9/', body: '{}' })).toMatchObject({
      refusal: { code: 'call-failed' },
    });
  });
});
