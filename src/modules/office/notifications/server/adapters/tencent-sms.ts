import { createHash, createHmac } from 'node:crypto';
import { valueOf } from '../../domain/index.ts';
import type { Adapter, Outcome } from './adapter.ts';
import { call, failed, field } from './call.ts';

export interface TencentSms {
  readonly url: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly sdkAppId: string;
  readonly signName: string;
  readonly region: string;
}

const LATER = /^(LimitExceeded|FailedOperation\.InsufficientBalanceInSmsPackage|InternalError|RequestLimitExceeded)/;

/** SMS in Tencent's style: `SendSms` 2021-01-11, signature TC3-HMAC-SHA256. */
export function tencentSms(settings: TencentSms, now: () => Date = () => new Date()): Adapter {
  return {
    name: 'tencent-sms',
    async send({ to, outId, template, values }) {
      const body = JSON.stringify({
        SmsSdkAppId: settings.sdkAppId,
        SignName: settings.signName,
        TemplateId: template.id,
        // Their variables have places and no names.
        TemplateParamSet: template.slots.map((slot) => valueOf(slot.value, values)),
        PhoneNumberSet: [`+86${to}`],
        SessionContext: outId,
      });
      const timestamp = Math.floor(now().getTime() / 1000);
      const { host } = new URL(settings.url);
      const answer = await call(settings.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-tc-action': 'SendSms',
          'x-tc-version': '2021-01-11',
          'x-tc-region': settings.region,
          'x-tc-timestamp': String(timestamp),
          authorization: tencentAuthorization({ host, body, timestamp, secretId: settings.secretId, secretKey: settings.secretKey }),
        },
        body,
      });
      return failed(answer) ?? outcomeOf(answer.kind === 'answer' ? answer.body : null);
    },
  };
}

function outcomeOf(body: unknown): Outcome {
  const code = field(body, 'Response.SendStatusSet.0.Code') || field(body, 'Response.Error.Code');
  if (code === 'Ok') return { kind: 'accepted', vendorId: field(body, 'Response.SendStatusSet.0.SerialNo') || null };
  if (code === '') return { kind: 'unknown', cause: '对方的答复看不懂' };
  return LATER.test(code) ? { kind: 'later', code, cause: `短信平台暂不受理（${code}）` } : { kind: 'refused', code, cause: `短信平台不受理（${code}）` };
}

interface Signed {
  readonly host: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly secretId: string;
  readonly secretKey: string;
}

export function tencentAuthorization({ host, body, timestamp, secretId, secretKey }: Signed): string {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const headers = `content-type:application/json; charset=utf-8\nhost:${host}\nx-tc-action:sendsms\n`;
  const request = `POST\n/\n\n${headers}\ncontent-type;host;x-tc-action\n${sha256(body)}`;
  const scope = `${date}/sms/tc3_request`;
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(request)}`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'sms'), 'tc3_request');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=content-type;host;x-tc-action, Signature=${createHmac('sha256', key).update(toSign).digest('hex')}`;
}
