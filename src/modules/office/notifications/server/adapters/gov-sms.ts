import { createHash } from 'node:crypto';
import { textOf } from '../../domain/index.ts';
import type { Adapter } from './adapter.ts';
import { call, failed, field } from './call.ts';

/**
 * 政务短信平台: no two are alike, so what they call things is configuration. The digest is over account, password, time and
 * number, joined in the order written down, as the platforms in use do it.
 */
export interface GovSms {
  readonly url: string;
  readonly account: string;
  readonly password: string;
  readonly extension: string;
  readonly digest: 'md5' | 'sha256' | 'sm3';
  /** Names joined for the digest: account, password, timestamp, mobile. */
  readonly digestOf: readonly ('account' | 'password' | 'timestamp' | 'mobile')[];
  readonly format: 'json' | 'form';
  /** What the platform calls the fields. */
  readonly names: Readonly<Record<'account' | 'digest' | 'timestamp' | 'mobile' | 'content' | 'extension' | 'outId', string>>;
  readonly codePath: string;
  readonly idPath: string;
  readonly okCodes: readonly string[];
  readonly laterCodes: readonly string[];
}

export function govSms(settings: GovSms, now: () => Date = () => new Date()): Adapter {
  const { names } = settings;
  return {
    name: 'gov-sms',
    async send({ to, outId, template, values }) {
      const timestamp = now().toISOString().replace(/[-:T]/g, '').slice(0, 14);
      const parts = { account: settings.account, password: settings.password, timestamp, mobile: to };
      const digest = createHash(settings.digest)
        .update(settings.digestOf.map((name) => parts[name]).join(''))
        .digest('hex');
      const fields: Record<string, string> = {
        [names.account]: settings.account,
        [names.digest]: digest,
        [names.timestamp]: timestamp,
        [names.mobile]: to,
        [names.content]: textOf(template, values),
        [names.extension]: settings.extension,
        [names.outId]: outId,
      };
      const answer = await call(settings.url, {
        method: 'POST',
        headers: { 'content-type': settings.format === 'json' ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded' },
        body: settings.format === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      });
      const trouble = failed(answer);
      if (trouble !== null || answer.kind !== 'answer') return trouble ?? { kind: 'unknown', cause: '对方没有答复' };
      const code = field(answer.body, settings.codePath);
      if (settings.okCodes.includes(code)) return { kind: 'accepted', vendorId: field(answer.body, settings.idPath) || null };
      if (code === '') return { kind: 'unknown', cause: '对方的答复看不懂' };
      return settings.laterCodes.includes(code)
        ? { kind: 'later', code, cause: `短信平台暂不受理（${code}）` }
        : { kind: 'refused', code, cause: `短信平台不受理（${code}）` };
    },
  };
}
