import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcp, type Server as TcpServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Channel, type MessageKind, type Template, TEMPLATES } from '../../domain/index.ts';
import type { Adapter, Parcel } from './adapter.ts';
import { aliyunSignature, aliyunSms } from './aliyun-sms.ts';
import { dingtalkRobot } from './dingtalk-robot.ts';
import { email } from './email.ts';
import { govDingtalk } from './gov-dingtalk.ts';
import { govSms } from './gov-sms.ts';
import { tencentSms } from './tencent-sms.ts';
import { wechat } from './wechat.ts';

// One server that plays every other side. It checks what each of them checks before it answers, in its own words and not in ours, and can be told to misbehave.

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let url = '';
let asked: Asked[] = [];
/** How the next requests are answered; the last one stays. `hang` takes the request and says nothing. */
let answers: ((request: Asked) => { readonly status?: number; readonly body: unknown } | 'hang')[] = [];

beforeAll(async () => {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const at = new URL(request.url ?? '/', 'http://x');
      const one = { method: request.method ?? '', path: at.pathname, query: at.searchParams, headers: request.headers, body };
      asked.push(one);
      const answer = (answers.length > 1 ? answers.shift() : answers[0])?.(one) ?? { status: 404, body: {} };
      if (answer === 'hang') return;
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

function parcel(channel: Channel, kind: MessageKind, to: string, id = 'T1'): Parcel {
  const template = TEMPLATES.find((one) => one.channel === channel && one.kind === kind);
  if (template === undefined) throw new Error('no template');
  return {
    outId: 'out-1',
    to,
    template: { ...template, id } satisfies Template,
    values: { matters: 2, reference: 'K7M2QX', code: null, at: '2026-11-27 09:30' },
  };
}

/** Things every other side over HTTP can do wrong. */
function misbehaves(adapter: () => Adapter, sent: Parcel): void {
  it('对方出 500：以后再试', async () => {
    answers = [() => ({ status: 500, body: {} })];
    expect(await adapter().send(sent)).toMatchObject({ kind: 'later', code: '500' });
  });
  it('对方网关超时：不知道收没收，不重发', async () => {
    answers = [() => ({ status: 504, body: {} })];
    expect(await adapter().send(sent)).toMatchObject({ kind: 'unknown' });
  });
  it('对方答的看不懂：不知道收没收', async () => {
    answers = [() => ({ body: { hello: 'world' } })];
    expect(await adapter().send(sent)).toMatchObject({ kind: 'unknown' });
  });
  it('对方让慢一点：过一分钟', async () => {
    answers = [() => ({ status: 429, body: {} })];
    expect(await adapter().send(sent)).toMatchObject({ kind: 'later', waitMs: 60_000 });
  });
}

const rfc3986 = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

describe('短信，阿里云的样子', () => {
  const adapter = () => aliyunSms({ url: `${url}/`, accessKeyId: 'testId', accessKeySecret: 'testSecret', signName: '安薪', regionId: 'cn-hangzhou' });

  it('签名和公开的样例一致', () => {
    const query =
      'AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26';
    expect(aliyunSignature('GET', query, 'testsecret')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });

  it('对方验过签名、手机号和变量，收下', async () => {
    answers = [
      ({ body }) => {
        const fields = new URLSearchParams(body);
        const signed = [...fields].filter(([name]) => name !== 'Signature').sort(([a], [b]) => (a < b ? -1 : 1));
        const text = `POST&%2F&${rfc3986(signed.map(([name, value]) => `${rfc3986(name)}=${rfc3986(value)}`).join('&'))}`;
        const right = createHmac('sha1', 'testSecret&').update(text).digest('base64');
        if (fields.get('Signature') !== right) return { body: { Code: 'SignatureDoesNotMatch' } };
        const variables = JSON.parse(fields.get('TemplateParam') ?? '{}');
        const fine =
          fields.get('PhoneNumbers') === '13812345678' && variables.matters === '2' && variables.reference === 'K7M2QX' && fields.get('TemplateCode') === 'T1';
        return { body: fine ? { Code: 'OK', BizId: 'B1', Message: 'OK' } : { Code: 'isv.TEMPLATE_PARAMS_ILLEGAL' } };
      },
    ];
    expect(await adapter().send(parcel('sms', 'todo', '13812345678'))).toEqual({ kind: 'accepted', vendorId: 'B1' });
  });

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', 'later'],
    ['isv.MOBILE_NUMBER_ILLEGAL', 'refused'],
    ['SignatureDoesNotMatch', 'refused'],
  ])('%s → %s', async (code, kind) => {
    answers = [() => ({ body: { Code: code } })];
    expect(await adapter().send(parcel('sms', 'todo', '13812345678'))).toMatchObject({ kind, code });
  });
  misbehaves(adapter, parcel('sms', 'todo', '13812345678'));

  it('连不上：肯定没发，以后再试', async () => {
    const gone = createTcp();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const was = gone.address();
    const port = typeof was === 'object' && was !== null ? was.port : 0;
    await new Promise((done) => gone.close(done));
    const nobody = aliyunSms({ url: `http://127.0.0.1:${port}/`, accessKeyId: 'a', accessKeySecret: 'b', signName: '安薪', regionId: 'cn-hangzhou' });
    expect(await nobody.send(parcel('sms', 'todo', '13812345678'))).toMatchObject({ kind: 'later' });
  });
});

describe('短信，腾讯云的样子', () => {
  const adapter = () => tencentSms({ url, secretId: 'AKIDtest', secretKey: 'testKey', sdkAppId: '1400', signName: '安薪', region: 'ap-guangzhou' });

  it('对方验过 TC3 签名，收下', async () => {
    answers = [
      ({ body, headers }) => {
        const sha = (text: string) => createHash('sha256').update(text).digest('hex');
        const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
        const time = String(headers['x-tc-timestamp']);
        const date = new Date(Number(time) * 1000).toISOString().slice(0, 10);
        const request = [
          'POST',
          '/',
          '',
          `content-type:${headers['content-type']}`,
          `host:${headers.host}`,
          'x-tc-action:sendsms',
          '',
          'content-type;host;x-tc-action',
          sha(body),
        ].join('\n');
        const toSign = ['TC3-HMAC-SHA256', time, `${date}/sms/tc3_request`, sha(request)].join('\n');
        const right = createHmac('sha256', mac(mac(mac('TC3testKey', date), 'sms'), 'tc3_request'))
          .update(toSign)
          .digest('hex');
        if (!String(headers.authorization).endsWith(`Signature=${right}`)) return { body: { Response: { Error: { Code: 'AuthFailure.SignatureFailure' } } } };
        const { PhoneNumberSet, TemplateParamSet } = JSON.parse(body);
        const fine = PhoneNumberSet[0] === '+8613812345678' && TemplateParamSet.join() === '2,K7M2QX';
        return {
          body: { Response: { SendStatusSet: [fine ? { SerialNo: 'S1', Code: 'Ok' } : { Code: 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate' }] } },
        };
      },
    ];
    expect(await adapter().send(parcel('sms', 'todo', '13812345678'))).toEqual({ kind: 'accepted', vendorId: 'S1' });
  });

  it.each([
    ['LimitExceeded.PhoneNumberDailyLimit', 'later'],
    ['FailedOperation.PhoneNumberInBlacklist', 'refused'],
  ])('%s → %s', async (code, kind) => {
    answers = [() => ({ body: { Response: { SendStatusSet: [{ Code: code }] } } })];
    expect(await adapter().send(parcel('sms', 'todo', '13812345678'))).toMatchObject({ kind, code });
  });
  misbehaves(adapter, parcel('sms', 'todo', '13812345678'));
});

describe('短信，政务平台', () => {
  const names = { account: 'user', digest: 'pwd', timestamp: 'ts', mobile: 'phone', content: 'text', extension: 'ext', outId: 'mid' };
  const adapter = () =>
    govSms({
      url: `${url}/send`,
      account: 'rsj',
      password: 'p@ss',
      extension: '01',
      digest: 'sm3',
      digestOf: ['account', 'password', 'timestamp'],
      format: 'form',
      names,
      codePath: 'rspcod',
      idPath: 'mgsGroup',
      okCodes: ['success'],
      laterCodes: ['busy'],
    });

  it('字段名和摘要按配置来，对方验过收下', async () => {
    answers = [
      ({ body }) => {
        const fields = new URLSearchParams(body);
        const right = createHash('sm3')
          .update(`rsjp@ss${fields.get('ts')}`)
          .digest('hex');
        const fine =
          fields.get('pwd') === right && fields.get('phone') === '13812345678' && fields.get('text') === '您有2件待办事项，请登录安薪查看。编号K7M2QX';
        return { body: fine ? { rspcod: 'success', mgsGroup: 'G1' } : { rspcod: 'bad' } };
      },
    ];
    expect(await adapter().send(parcel('sms', 'todo', '13812345678'))).toEqual({ kind: 'accepted', vendorId: 'G1' });
  });
  it.each([
    ['busy', 'later'],
    ['IllegalMac', 'refused'],
  ])('%s → %s', async (rspcod, kind) => {
    answers = [() => ({ body: { rspcod } })];
    expect(await adapter().send(parcel('sms', 'todo', '13812345678'))).toMatchObject({ kind, code: rspcod });
  });
  misbehaves(adapter, parcel('sms', 'todo', '13812345678'));
});

describe('微信小程序和公众号', () => {
  const adapter = (account: 'mini' | 'official' = 'mini') =>
    wechat({ url, appId: 'wx1', appSecret: 'very-secret', account, page: 'pages/todo', miniprogramState: 'formal' });
  const openid = 'oABCD1234567xyz';
  let tokens = 0;
  let live = '';
  /** The platform: tokens end when another is given out, and typed slots are measured. */
  const platform = (errcode: (body: { touser: string; data: Record<string, { value: string }> }) => number) => (request: Asked) => {
    if (request.path === '/cgi-bin/token') {
      if (request.query.get('secret') !== 'very-secret') return { body: { errcode: 40125 } };
      tokens += 1;
      live = `token-${tokens}`;
      return { body: { access_token: live, expires_in: 7200 } };
    }
    if (request.query.get('access_token') !== live) return { body: { errcode: 40001 } };
    return { body: { errcode: errcode(JSON.parse(request.body)), msgid: 77 } };
  };
  beforeEach(() => {
    tokens = 0;
    live = '';
  });

  it('取凭证，发送，变量齐全', async () => {
    answers = [platform(({ touser, data }) => (touser === openid && data['number2']?.value === '2' && data['thing5']?.value === '请登录安薪查看' ? 0 : 47003))];
    expect(await adapter().send(parcel('wechat-mini', 'todo', openid))).toEqual({ kind: 'accepted', vendorId: '77' });
    expect(asked.map((one) => one.path)).toEqual(['/cgi-bin/token', '/cgi-bin/message/subscribe/send']);
  });

  it('公众号走模板消息', async () => {
    answers = [platform(() => 0)];
    await adapter('official').send(parcel('wechat-official', 'todo', openid));
    expect(asked.at(-1)?.path).toBe('/cgi-bin/message/template/send');
  });

  it('凭证留着用；别处换掉了（40001），重取一次就好', async () => {
    answers = [platform(() => 0)];
    const one = adapter();
    await one.send(parcel('wechat-mini', 'todo', openid));
    await one.send(parcel('wechat-mini', 'todo', openid));
    expect(tokens).toBe(1);
    live = 'taken by another process';
    expect(await one.send(parcel('wechat-mini', 'todo', openid))).toMatchObject({ kind: 'accepted' });
    expect(tokens).toBe(2);
  });

  it('重取了还是 40001：只重取一次，以后再试', async () => {
    answers = [platform(() => 40001)];
    expect(await adapter().send(parcel('wechat-mini', 'todo', openid))).toMatchObject({ kind: 'later', code: '40001' });
    expect(asked.filter((one) => one.path === '/cgi-bin/token')).toHaveLength(2);
  });

  it('43101 本人拒收：不再发，也不再算同意', async () => {
    answers = [platform(() => 43101)];
    expect(await adapter().send(parcel('wechat-mini', 'todo', openid))).toMatchObject({ kind: 'refused', code: '43101', withdraws: true });
  });

  it('47003 变量不合：说清楚是模板的事', async () => {
    answers = [platform(() => 47003)];
    expect(await adapter().send(parcel('wechat-mini', 'todo', openid))).toMatchObject({
      kind: 'refused',
      code: '47003',
      cause: expect.stringContaining('模板'),
    });
  });

  it('凭证都取不到：肯定没发', async () => {
    answers = [() => ({ status: 500, body: {} })];
    expect(await adapter().send(parcel('wechat-mini', 'todo', openid))).toMatchObject({ kind: 'later' });
  });

  it('结果里没有密钥，也没有凭证', async () => {
    answers = [platform(() => 40013)];
    const told = JSON.stringify(await adapter().send(parcel('wechat-mini', 'todo', openid)));
    expect(told).not.toMatch(/very-secret|token-/);
  });
});

describe('政务钉钉', () => {
  const adapter = () =>
    govDingtalk({ url, path: '/message/workNotification', appKey: 'key', appSecret: 'secret', tenantId: '196729', ip: '10.0.0.9', mac: '00:11:22:33:44:55' });

  it('对方验过 X-Hmac-Auth 签名，收下', async () => {
    answers = [
      ({ body, headers, path }) => {
        const fields = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1));
        const { 'x-hmac-auth-timestamp': time, 'x-hmac-auth-nonce': nonce } = headers;
        const text = ['POST', time, nonce, path, fields.map(([name, value]) => `${name}=${value}`).join('&')].join('\n');
        const right = createHmac('sha256', 'secret').update(text).digest('base64');
        const fine =
          headers['x-hmac-auth-signature'] === right &&
          headers['apikey'] === 'key' &&
          headers['x-hmac-auth-version'] === '1.0' &&
          /^\d{17}$/.test(String(nonce)) &&
          /\+08:00$/.test(String(time)) &&
          headers['x-hmac-auth-ip'] === '10.0.0.9';
        return { body: fine ? { success: true, content: { success: true, data: { msgId: 'M1' } } } : { success: false, errorCode: 'sign' } };
      },
    ];
    expect(await adapter().send(parcel('gov-dingtalk', 'todo', 'user-7'))).toEqual({ kind: 'accepted', vendorId: 'M1' });
  });

  it('对方说不行：说明原因代码', async () => {
    answers = [() => ({ body: { success: true, content: { success: false, responseCode: 'OPF-B001-05' } } })];
    expect(await adapter().send(parcel('gov-dingtalk', 'todo', 'user-7'))).toMatchObject({ kind: 'refused', code: 'OPF-B001-05' });
  });
  misbehaves(adapter, parcel('gov-dingtalk', 'todo', 'user-7'));
});

describe('钉钉群机器人', () => {
  const adapter = () => dingtalkRobot({ groups: { 高唐监察: { webhook: `${url}/robot/send?access_token=abc`, secret: 'SEC1' } } });

  it('对方验过加签，收下', async () => {
    answers = [
      ({ query, body }) => {
        const time = query.get('timestamp') ?? '';
        const right = createHmac('sha256', 'SEC1').update(`${time}\nSEC1`).digest('base64');
        const fine = query.get('sign') === right && query.get('access_token') === 'abc' && JSON.parse(body).text.content.startsWith('您有2件待办事项');
        return { body: { errcode: fine ? 0 : 310000 } };
      },
    ];
    expect(await adapter().send(parcel('dingtalk-robot', 'todo', '高唐监察'))).toMatchObject({ kind: 'accepted' });
  });
  it('一分钟超过 20 条：过一分钟再发', async () => {
    answers = [() => ({ body: { errcode: 130101 } })];
    expect(await adapter().send(parcel('dingtalk-robot', 'todo', '高唐监察'))).toMatchObject({ kind: 'later', waitMs: 60_000 });
  });
  it('群不在配置里了：不发', async () => {
    expect(await adapter().send(parcel('dingtalk-robot', 'todo', '别的群'))).toMatchObject({ kind: 'refused' });
  });
  misbehaves(adapter, parcel('dingtalk-robot', 'todo', '高唐监察'));
});

describe('电子邮件', () => {
  let tcp: TcpServer;
  let port = 0;
  let letters: string[] = [];
  let at: 'fine' | 'refuses' | 'busy' | 'silent' = 'fine';
  beforeAll(async () => {
    // As much of RFC 5321 as a client needs.
    tcp = createTcp((socket) => {
      let body: string | null = null;
      const say = (line: string) => socket.write(`${line}\r\n`);
      socket.on('error', () => undefined);
      say('220 mail.test');
      socket.on('data', (part) => {
        const text = part.toString();
        if (body !== null) {
          body += text;
          if (!body.includes('\r\n.\r\n')) return;
          letters.push(body);
          body = null;
          if (at === 'silent') return socket.destroy();
          return say('250 taken');
        }
        for (const line of text.split('\r\n').filter(Boolean)) {
          const word = line.slice(0, 4).toUpperCase();
          if (word === 'EHLO') say('250 mail.test');
          else if (word === 'RCPT') say(at === 'refuses' ? '550 no such user' : at === 'busy' ? '451 later' : '250 ok');
          else if (word === 'DATA') {
            body = '';
            say('354 go on');
          } else say(word === 'QUIT' ? '221 bye' : '250 ok');
        }
      });
    });
    await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
    const address = tcp.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => {
    tcp.close();
  });
  const adapter = () => email({ host: '127.0.0.1', port, security: 'plain', user: '', password: '', from: '安薪 <no-reply@anxin.test>' });
  const sent = parcel('email', 'todo', 'wang@gaotang.test');

  it('收下；标题和正文都看不出是什么事', async () => {
    at = 'fine';
    letters = [];
    expect(await adapter().send(sent)).toEqual({ kind: 'accepted', vendorId: null });
    const [letter = ''] = letters;
    expect(letter).toContain('Message-ID: <out-1@anxin.invalid>');
    const text = Buffer.from(/\r\n\r\n([\s\S]*?)\r\n\.\r\n/.exec(letter)?.[1] ?? '', 'base64').toString();
    expect(text).toBe('您有2件待办事项，请登录安薪查看。编号K7M2QX');
  });
  it.each([
    ['refuses', 'refused', '550'],
    ['busy', 'later', '451'],
  ] as const)('对方 %s → %s', async (how, kind, code) => {
    at = how;
    expect(await adapter().send(sent)).toMatchObject({ kind, code });
  });
  it('信交出去以后断了：不知道收没收', async () => {
    at = 'silent';
    expect(await adapter().send(sent)).toMatchObject({ kind: 'unknown' });
  });
  it('连不上：肯定没发', async () => {
    expect(await email({ host: '127.0.0.1', port: 9, security: 'plain', user: '', password: '', from: 'a@b.test' }).send(sent)).toMatchObject({
      kind: 'later',
    });
  });
});

it('收下以后不答复：到时间就算不明，不再发', { timeout: 20_000 }, async () => {
  answers = [() => 'hang'];
  const adapter = dingtalkRobot({ groups: { 群: { webhook: `${url}/robot/send`, secret: 's' } } });
  expect(await adapter.send(parcel('dingtalk-robot', 'todo', '群'))).toMatchObject({ kind: 'unknown', cause: expect.stringContaining('TIMEOUT') });
  expect(asked).toHaveLength(1);
});
