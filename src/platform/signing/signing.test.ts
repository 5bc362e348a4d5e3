import { describe, expect, it } from 'vitest';
import { readSignature, sign, signatureHeaders, verify } from './index.ts';

const REQUEST = { method: 'POST', path: '/open/v1/payments?dry=1', body: '{"Amount":"100"}' };
const AT = new Date('2026-11-27T02:00:00Z');
const key = (algorithm: 'hmac-sha256' | 'hmac-sm3') => ({ app: 'bank-102', secret: '0123456789abcdef0123456789abcdef', algorithm });
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

describe('第二种签名：正文和大小写都受保护', () => {
  it.each([
    // Computed apart from this code: printf of the joined lines into `openssl dgst -hmac`.
    { algorithm: 'hmac-sha256' as const, expected: 'afe5dd3199cb4c9859b90a28e2d4699f5e9e435ff755302e68ca22548920dfac' },
    { algorithm: 'hmac-sm3' as const, expected: '0d293e0a80afcfbad19b29fdcfa0fd7c8317d9cb4aa76c1897391caa95c83257' },
  ])('$algorithm 与独立算出的一致', ({ algorithm, expected }) => {
    expect(sign(REQUEST, key(algorithm), { at: AT, nonce: 'nonce-0001' }).signature).toBe(`${algorithm}=${expected}`);
  });

  it.each([
    { what: '没有改动', change: {}, good: true },
    { what: '正文一个字母换成小写', change: { body: '{"amount":"100"}' }, good: false },
    { what: '金额', change: { body: '{"Amount":"900"}' }, good: false },
    { what: '地址的查询部分', change: { path: '/open/v1/payments?dry=0' }, good: false },
    { what: '方法', change: { method: 'PUT' }, good: false },
  ])('$what', ({ change, good }) => {
    for (const algorithm of ['hmac-sha256', 'hmac-sm3'] as const) {
      const signature = sign(REQUEST, key(algorithm), { at: AT });
      expect(verify({ ...REQUEST, ...change }, signature, ['another', key(algorithm).secret], AT)).toMatchObject(
        good ? { ok: true, value: { secret: 1 } } : { ok: false, refusal: { code: 'signature-wrong' } },
      );
    }
  });

  it.each([
    { seconds: 300, good: true },
    { seconds: -300, good: true },
    { seconds: 301, good: false },
    { seconds: -301, good: false },
  ])('时钟相差 $seconds 秒', ({ seconds, good }) => {
    const signature = sign(REQUEST, key('hmac-sha256'), { at: AT });
    expect(verify(REQUEST, signature, [key('hmac-sha256').secret], later(seconds)).ok).toBe(good);
  });

  it.each([
    { header: 'x-anxin-app', value: '', code: 'signature-missing' },
    { header: 'x-anxin-nonce', value: 'short', code: 'signature-invalid' },
    { header: 'x-anxin-timestamp', value: '2026-11-27', code: 'signature-invalid' },
    { header: 'x-anxin-signature', value: 'md5=00', code: 'signature-invalid' },
  ])('$header 写成「$value」', ({ header, value, code }) => {
    const headers = { ...signatureHeaders(sign(REQUEST, key('hmac-sha256'), { at: AT })), [header]: value };
    expect(readSignature(headers)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('写出的请求头读得回来', () => {
    const signature = sign(REQUEST, key('hmac-sm3'), { at: AT });
    expect(readSignature(signatureHeaders(signature))).toEqual({ ok: true, value: signature });
  });
});
