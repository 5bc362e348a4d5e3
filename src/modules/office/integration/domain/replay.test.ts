import { describe, expect, it } from 'vitest';
import { type HeardMessage, whyNoReplay } from './index.ts';

const REFUSED: HeardMessage = {
  direction: 'in',
  outcome: 'refused',
  code: 'account-not-found',
  appid: 'bank-1',
  hasBody: true,
  replayOf: null,
  replayedAs: null,
};

describe('哪些消息不能重放，为什么', () => {
  it.each<{ what: string; change: Partial<HeardMessage>; says: RegExp | null }>([
    { what: '被拒、有正文', change: {}, says: null },
    { what: '失败、有正文', change: { outcome: 'failed' }, says: null },
    { what: '太快被拒，有正文', change: { code: 'too-many-requests' }, says: null },
    { what: '发出的', change: { direction: 'out' }, says: /推送与上报/ },
    { what: '已收下', change: { outcome: 'ok' }, says: /已经收下/ },
    { what: '自己就是重放', change: { replayOf: '7' }, says: /消息 7 的重放/ },
    { what: '已重放成功', change: { replayedAs: '9' }, says: /消息 9 重放成功/ },
    { what: '签名不对', change: { code: 'signature-wrong' }, says: /签名没有通过/ },
    { what: '实名制签名不对', change: { code: '-2' }, says: /签名没有通过/ },
    { what: '随机数用过', change: { code: 'nonce-used' }, says: /签名没有通过/ },
    { what: '地址不在名单', change: { code: 'ip-not-allowed' }, says: /名单外的地址/ },
    { what: '实名制地址不在名单', change: { code: '-4' }, says: /名单外的地址/ },
    { what: '不知道是谁', change: { appid: null }, says: /哪个应用/ },
    { what: '没有正文', change: { hasBody: false }, says: /没有保存正文/ },
  ])('$what', ({ change, says }) => {
    const why = whyNoReplay({ ...REFUSED, ...change });
    if (says === null) expect(why).toBeNull();
    else expect(why).toMatch(says);
  });
});
