import { createHmac } from 'node:crypto';
import { textOf } from '../../domain/index.ts';
import type { Adapter } from './adapter.ts';
import { call, failed, field } from './call.ts';

/** A group whose robot tells it that something waits. Addresses and secrets by the group's name. */
export interface DingtalkRobots {
  readonly groups: Readonly<Record<string, { readonly webhook: string; readonly secret: string }>>;
}

/** The platform takes 20 a minute from one robot. */
const SLOWER_MS = 60_000;

export function dingtalkRobot({ groups }: DingtalkRobots, now: () => number = Date.now): Adapter {
  return {
    name: 'dingtalk-robot',
    async send({ to, template, values }) {
      const group = groups[to];
      if (group === undefined) return { kind: 'refused', code: 'no-group', cause: '这个群的机器人已不在配置里' };
      const timestamp = String(now());
      const url = new URL(group.webhook);
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', robotSignature(timestamp, group.secret));
      const answer = await call(url.href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ msgtype: 'text', text: { content: textOf(template, values) } }),
      });
      const trouble = failed(answer);
      if (trouble !== null || answer.kind !== 'answer') return trouble ?? { kind: 'unknown', cause: '对方没有答复' };
      const code = field(answer.body, 'errcode');
      if (code === '0') return { kind: 'accepted', vendorId: null };
      if (code === '') return { kind: 'unknown', cause: '对方的答复看不懂' };
      if (code === '130101' || code === '410100') return { kind: 'later', code, cause: '群机器人发得太快', waitMs: SLOWER_MS };
      return { kind: 'refused', code, cause: `群机器人不受理（${code}）` };
    },
  };
}

/** base64(HMAC-SHA256(secret, timestamp ⏎ secret)); the query encodes it. */
export function robotSignature(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}
