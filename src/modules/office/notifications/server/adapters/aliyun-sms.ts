import { createHmac, randomUUID } from 'node:crypto';
import { valueOf } from '../../domain/index.ts';
import type { Adapter, Outcome } from './adapter.ts';
import { call, failed, field } from './call.ts';

export interface AliyunSms {
  readonly url: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly signName: string;
  readonly regionId: string;
}

/** Answers after which the same message may pass later. */
const LATER = new Set([
  'isv.BUSINESS_LIMIT_CONTROL',
  'isp.SYSTEM_ERROR',
  'isp.GATEWAY_ERROR',
  'isv.OUT_OF_SERVICE',
  'isv.AMOUNT_NOT_ENOUGH',
  'Throttling',
  'Throttling.User',
  'ServiceUnavailable',
]);

/** SMS in Aliyun's style: `SendSms`, RPC signature version 1.0 (HMAC-SHA1 over the sorted parameters). */
export function aliyunSms(settings: AliyunSms, now: () => Date = () => new Date()): Adapter {
  return {
    name: 'aliyun-sms',
    async send({ to, outId, template, values }) {
      const parameters: Record<string, string> = {
        Action: 'SendSms',
        Version: '2017-05-25',
        Format: 'JSON',
        RegionId: settings.regionId,
        AccessKeyId: settings.accessKeyId,
        SignatureMethod: 'HMAC-SHA1',
        SignatureVersion: '1.0',
        SignatureNonce: randomUUID(),
        Timestamp: now()
          .toISOString()
          .replace(/\.\d+Z$/, 'Z'),
        PhoneNumbers: to,
        SignName: settings.signName,
        TemplateCode: template.id,
        TemplateParam: JSON.stringify(Object.fromEntries(template.slots.map((slot) => [slot.name, valueOf(slot.value, values)]))),
        OutId: outId,
      };
      const query = canonical(parameters);
      const answer = await call(settings.url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `Signature=${percent(aliyunSignature('POST', query, settings.accessKeySecret))}&${query}`,
      });
      return failed(answer) ?? outcomeOf(answer.kind === 'answer' ? answer.body : null);
    },
  };
}

function outcomeOf(body: unknown): Outcome {
  const code = field(body, 'Code');
  if (code === 'OK') return { kind: 'accepted', vendorId: field(body, 'BizId') || null };
  if (code === '') return { kind: 'unknown', cause: '对方的答复看不懂' };
  return LATER.has(code) ? { kind: 'later', code, cause: `短信平台暂不受理（${code}）` } : { kind: 'refused', code, cause: `短信平台不受理（${code}）` };
}

function canonical(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort()
    .map((name) => `${percent(name)}=${percent(parameters[name] ?? '')}`)
    .join('&');
}

/** RFC 3986, as their signature wants it. */
function percent(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function aliyunSignature(method: string, query: string, secret: string): string {
  return createHmac('sha1', `${secret}&`)
    .update(`${method}&${percent('/')}&${percent(query)}`)
    .digest('base64');
}
