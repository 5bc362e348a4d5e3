import { describe, expect, it } from 'vitest';
import { checkPassword } from './index.ts';

describe('新密码', () => {
  it.each([
    { next: 'abcdefghi', code: 'password-weak', why: '9 个字符，少一个' },
    { next: 'abcdefghij', code: undefined, why: '正好 10 个' },
    { next: '春眠不觉晓处处闻啼鸟', code: undefined, why: '十个汉字' },
    { next: '春眠不觉晓处处闻啼', code: 'password-weak', why: '九个汉字' },
    { next: 'Password123', code: 'password-weak', why: '人人猜得到' },
    { next: 'aaabbbccca', code: 'password-weak', why: '只有三种字符' },
    { next: 'aaabbbcccd', code: undefined, why: '四种字符' },
    { next: 'my-ZHANGSAN-2026', code: 'password-weak', why: '含登录名' },
    { next: 'the old password', code: 'password-same', why: '和原来一样' },
    { next: `${'a1b2c3d4e5'.repeat(20)}`, code: undefined, why: '正好 200 个' },
    { next: `${'a1b2c3d4e5'.repeat(20)}f`, code: 'password-weak', why: '多一个' },
  ])('$why', ({ next, code }) => {
    const answer = checkPassword(next, 'the old password', 'zhangsan');
    expect(answer.ok ? undefined : answer.refusal.code).toBe(code);
  });
});
