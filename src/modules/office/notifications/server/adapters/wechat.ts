import { valueOf } from '../../domain/index.ts';
import type { Adapter, Outcome, Parcel } from './adapter.ts';
import { call, failed, field } from './call.ts';

export interface Wechat {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  /** `mini`: 小程序订阅消息; `official`: 公众号模板消息. */
  readonly account: 'mini' | 'official';
  /** The page a tap opens, inside the mini program. */
  readonly page: string;
  readonly miniprogramState: 'developer' | 'trial' | 'formal';
}

/** A token is fetched anew this long before it ends. */
const SPARE_MS = 300_000;
const TOKEN_ENDED = new Set(['40001', '40014', '42001']);
const LATER = new Set(['-1', '45009', '45011']);

/** WeChat messages. The access token is kept in memory; when the other side says it ended, it is fetched again once. */
export function wechat(settings: Wechat, now: () => number = Date.now): Adapter {
  let token: { readonly text: string; readonly until: number } | undefined;
  const path = settings.account === 'mini' ? '/cgi-bin/message/subscribe/send' : '/cgi-bin/message/template/send';

  async function accessToken(): Promise<{ readonly token: string } | { readonly trouble: Outcome }> {
    if (token !== undefined && token.until > now()) return { token: token.text };
    const query = new URLSearchParams({ grant_type: 'client_credential', appid: settings.appId, secret: settings.appSecret });
    const answer = await call(`${settings.url}/cgi-bin/token?${query.toString()}`, { method: 'GET' });
    const body = answer.kind === 'answer' ? answer.body : null;
    const text = field(body, 'access_token');
    // Nothing was sent yet, whatever became of the question for a token.
    if (text === '') return { trouble: { kind: 'later', code: field(body, 'errcode') || 'no-token', cause: '取不到微信接口凭证' } };
    token = { text, until: now() + Number(field(body, 'expires_in') || 7200) * 1000 - SPARE_MS };
    return { token: text };
  }

  async function once({ to, template, values }: Parcel, accessToken: string): Promise<Outcome> {
    const data = Object.fromEntries(template.slots.map((slot) => [slot.name, { value: valueOf(slot.value, values) }]));
    const body =
      settings.account === 'mini'
        ? { touser: to, template_id: template.id, page: settings.page, miniprogram_state: settings.miniprogramState, lang: 'zh_CN', data }
        : { touser: to, template_id: template.id, data };
    const answer = await call(`${settings.url}${path}?access_token=${encodeURIComponent(accessToken)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return failed(answer) ?? outcomeOf(answer.kind === 'answer' ? answer.body : null);
  }

  return {
    name: `wechat-${settings.account}`,
    async send(parcel) {
      const first = await accessToken();
      if ('trouble' in first) return first.trouble;
      const outcome = await once(parcel, first.token);
      if (outcome.kind !== 'later' || !TOKEN_ENDED.has(outcome.code)) return outcome;
      token = undefined;
      const second = await accessToken();
      return 'trouble' in second ? second.trouble : once(parcel, second.token);
    },
  };
}

function outcomeOf(body: unknown): Outcome {
  const code = field(body, 'errcode');
  if (code === '0') return { kind: 'accepted', vendorId: field(body, 'msgid') || null };
  if (code === '') return { kind: 'unknown', cause: '对方的答复看不懂' };
  if (code === '43101' || code === '43004') return { kind: 'refused', code, cause: '本人没有订阅或已拒收', withdraws: true };
  if (code === '47003') return { kind: 'refused', code, cause: '模板参数不合要求，请核对模板的变量' };
  if (TOKEN_ENDED.has(code)) return { kind: 'later', code, cause: '微信接口凭证失效' };
  return LATER.has(code) ? { kind: 'later', code, cause: `微信暂不受理（${code}）` } : { kind: 'refused', code, cause: `微信不受理（${code}）` };
}
