import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';

export interface PasswordRefusal extends Refusal {
  readonly code: 'password-weak' | 'password-same';
}

export const SHORTEST_PASSWORD = 10;
/** Argon2 reads all of it; longer ones would only be work for the server. */
export const LONGEST_PASSWORD = 200;

/** The first tries of every guesser here. Compared without case. */
const COMMON = [
  '1234567890',
  '12345678910',
  '0123456789',
  'qwertyuiop',
  '1q2w3e4r5t',
  'password123',
  'passw0rd123',
  'admin12345',
  'a123456789',
  'aa12345678',
  'abcd123456',
  '5201314520',
  '1111111111',
  '0000000000',
  '8888888888',
  '6666666666',
  '9876543210',
  'woaini1314',
  'anxin12345',
];

/** Length over composition rules; nothing that the person's own login or habit gives away. */
export function checkPassword(next: string, current: string, login: string): Result<string, PasswordRefusal> {
  const text = next.normalize('NFC');
  const lower = text.toLowerCase();
  if (text === current.normalize('NFC')) return refuse({ code: 'password-same', says: '新密码不能和原密码相同。请换一个。' });
  if ([...text].length < SHORTEST_PASSWORD) return refuse(weak(`至少 ${SHORTEST_PASSWORD} 个字符，可以用一句话`));
  if (text.length > LONGEST_PASSWORD) return refuse(weak(`最多 ${LONGEST_PASSWORD} 个字符`));
  if (COMMON.includes(lower) || new Set(lower).size < 4) return refuse(weak('不能用人人都猜得到的密码'));
  if (login.length >= 4 && lower.includes(login.toLowerCase())) return refuse(weak('不能包含登录名'));
  return ok(text);
}

function weak(rule: string): PasswordRefusal {
  return { code: 'password-weak', says: `新密码${rule}。请重新设置。` };
}
