import { createHmac, randomInt } from 'node:crypto';
import { textOf } from '../../domain/index.ts';
import type { Adapter } from './adapter.ts';
import { call, failed, field } from './call.ts';

export interface GovDingtalk {
  /** Of the place: 浙政钉, 渝快政 and others have their own. */
  readonly url: string;
  readonly path: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly tenantId: string;
  /** What the caller says about itself; the platforms ask for both. */
  readonly ip: string;
  readonly mac: string;
}

/** 专有钉钉 work notices, signed by `X-Hmac-Auth-*`. */
export function govDingtalk(settings: GovDingtalk, now: () => Date = () => new Date()): Adapter {
  return {
    name: 'gov-dingtalk',
    async send({ to, outId, template, values }) {
      const parameters: Record<string, string> = {
        receiverIds: to,
        tenantId: settings.tenantId,
        bizMsgId: outId,
        msg: JSON.stringify({ msgtype: 'text', text: { content: textOf(template, values) } }),
      };
      const moment = now();
      const timestamp = chinaTime(moment);
      const nonce = `${moment.getTime()}${randomInt(1000, 10_000)}`;
      const answer = await call(`${settings.url}${settings.path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-hmac-auth-timestamp': timestamp,
          'x-hmac-auth-version': '1.0',
          'x-hmac-auth-nonce': nonce,
          apikey: settings.appKey,
          'x-hmac-auth-signature': dingtalkSignature({ method: 'POST', timestamp, nonce, path: settings.path, parameters, secret: settings.appSecret }),
          'x-hmac-auth-ip': settings.ip,
          'x-hmac-auth-mac': settings.mac,
        },
        body: new URLSearchParams(parameters).toString(),
      });
      const trouble = failed(answer);
      if (trouble !== null || answer.kind !== 'answer') return trouble ?? { kind: 'unknown', cause: '对方没有答复' };
      const { body } = answer;
      if (field(body, 'success') === 'true' && field(body, 'content.success') !== 'false') {
        return { kind: 'accepted', vendorId: field(body, 'content.data.msgId') || field(body, 'content.data') || null };
      }
      const code = field(body, 'content.responseCode') || field(body, 'errorCode') || field(body, 'code');
      if (code === '') return { kind: 'unknown', cause: '对方的答复看不懂' };
      return { kind: 'refused', code, cause: `政务钉钉不受理（${code}）` };
    },
  };
}

/** `2026-11-27T09:30:00.000+08:00` */
function chinaTime(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

interface Signed {
  readonly method: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly secret: string;
}

/** base64(HMAC-SHA256(secret, METHOD ⏎ timestamp ⏎ nonce ⏎ uri [⏎ sorted parameters])). */
export function dingtalkSignature({ method, timestamp, nonce, path, parameters, secret }: Signed): string {
  const sorted = Object.keys(parameters)
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&');
  const lines = [method, timestamp, nonce, path, ...(sorted === '' ? [] : [sorted])];
  return createHmac('sha256', secret).update(lines.join('\n')).digest('base64');
}
