import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { signedText } from '../domain/index.ts';

/** SHA-256 over the parameters as the protocol joins them. */
export function signatureOf(parameters: ReadonlyMap<string, string>, secret: string, lower?: 'all' | 'ascii'): string {
  return createHash('sha256')
    .update(signedText(parameters, secret, lower), 'utf8')
    .digest('hex');
}

/** Compares in constant time, large and small hexadecimal alike; made lower as either of the two families of clients does it. */
export function isSignedWith(parameters: ReadonlyMap<string, string>, secret: string): boolean {
  const given = Buffer.from((parameters.get('sign') ?? '').trim().toLowerCase());
  return (['all', 'ascii'] as const).some((lower) => {
    const right = Buffer.from(signatureOf(parameters, secret, lower));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

/**
 * AES-CBC with PKCS#7 as the national demo has it: the key is the secret as text (32 characters: AES-256), the first 16
 * bytes of it the starting vector, Base64 outside. The vector being fixed is a weakness of the protocol: equal texts look equal.
 */
export function encipher(text: string, secret: string): string {
  const { name, key, iv } = keyOf(secret);
  const cipher = createCipheriv(name, key, iv);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** Null when it does not open, whatever the cause. White space of the old Java encoder is taken out first. */
export function decipher(base64: string, secret: string): string | null {
  const plain = base64.replace(/\s+/g, '');
  if (plain.length === 0 || plain.length > 4_096 || plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return null;
  const bytes = Buffer.from(plain, 'base64');
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const { name, key, iv } = keyOf(secret);
  try {
    const decoder = createDecipheriv(name, key, iv);
    const text = Buffer.concat([decoder.update(bytes), decoder.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return null;
  }
}

const ALGORITHMS: Readonly<Record<number, string>> = { 16: 'aes-128-cbc', 24: 'aes-192-cbc', 32: 'aes-256-cbc' };

function keyOf(secret: string): { readonly name: string; readonly key: Buffer; readonly iv: Buffer } {
  const key = Buffer.from(secret, 'utf8');
  const name = ALGORITHMS[key.length];
  if (name === undefined) throw new Error('a secret of this protocol has 16, 24 or 32 characters');
  return { name, key, iv: key.subarray(0, 16) };
}

/** Whether a secret can be a key of this protocol. */
export function isUsableSecret(secret: string): boolean {
  return ALGORITHMS[Buffer.byteLength(secret)] !== undefined;
}
