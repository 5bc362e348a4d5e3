import { createCipheriv, createDecipheriv, createSecretKey, hash, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';
import { plainDigits, plainIdentity, plainPhone } from './mask.ts';

/**
 * Keeps what may identify a person: ciphers bound to their place, and blind indexes to find a person without reading one.
 * Every index has its own key, so that an identity number and a card with the same digits have nothing in common.
 */
export interface Vault {
  /** The version new ciphers are written under; kept beside the cipher so that old ones can be found and renewed. */
  readonly keyVersion: number;
  identityIndex(identityNumber: string): Buffer;
  cardIndex(cardNumber: string): Buffer;
  phoneIndex(phone: string): Buffer;
  /** The same three in hexadecimal, as COPY takes them: a file of 100,000 rows would make a buffer for each otherwise. */
  readonly hex: Readonly<Record<'identity' | 'card' | 'phone', (text: string) => string>>;
  /** `aad` names the place the cipher belongs to (`person.identity:<index>`): moved elsewhere it does not open. */
  encrypt(text: string, aad: string): Buffer;
  /** Throws when the cipher was changed, moved, or belongs to a key that is not here. */
  decrypt(cipher: Buffer, aad: string): string;
  /** A secret for another purpose (cookies), derived so that it cannot be turned back into a key. */
  secret(purpose: string): Buffer;
  /** Tells two key sets apart without telling anything about them. */
  readonly fingerprint: Buffer;
}

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 3;

export function openVault(keys: Keys): Vault {
  const index = (field: string) => hmac(derive(keys.index, `index ${field}`));
  const [identityHash, cardHash, phoneHash] = [index('identity'), index('card'), index('phone')];
  const hex = {
    identity: (text: string) => identityHash(plainIdentity(text)),
    card: (text: string) => cardHash(plainDigits(text)),
    phone: (text: string) => phoneHash(plainPhone(text)),
  };
  const ciphers = new Map([...keys.encrypt].map(([version, key]) => [version, createSecretKey(derive(key, 'cipher'))]));
  const current = get(ciphers, keys.current);

  return {
    keyVersion: keys.current,
    identityIndex: (text) => Buffer.from(hex.identity(text), 'hex'),
    cardIndex: (text) => Buffer.from(hex.card(text), 'hex'),
    phoneIndex: (text) => Buffer.from(hex.phone(text), 'hex'),
    hex,
    encrypt: (text, aad) => seal(current, keys.current, text, aad),
    decrypt: (cipher, aad) => open(get(ciphers, cipher.readUInt16BE(1)), cipher, aad),
    secret: (purpose) => derive(keys.index, `secret ${purpose}`),
    fingerprint: derive(keys.index, 'fingerprint').subarray(0, 16),
  };
}

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;

/**
 * HMAC-SHA-256 (RFC 2104) in hexadecimal under one key, by two one-shot hashes over prepared blocks: twenty times as quick as
 * a keyed object for each value, which is what an import of a hundred thousand rows waits for. Between the two the digest is a
 * text of one character a byte, because a buffer costs more than the hash.
 */
export function hmac(key: Buffer): (text: string) => string {
  const padded = (byte: number) => Buffer.from(Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => (key[at] ?? 0) ^ byte));
  const inner = Buffer.concat([padded(0x36), Buffer.alloc(BLOCK_BYTES)]);
  const innerPad = inner.subarray(0, BLOCK_BYTES);
  const innerOf = Array.from({ length: BLOCK_BYTES + 1 }, (_, length) => inner.subarray(0, BLOCK_BYTES + length));
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(DIGEST_BYTES)]);
  return (text) => {
    const short = text.length * 3 > BLOCK_BYTES ? undefined : innerOf[inner.write(text, BLOCK_BYTES, 'utf8')];
    outer.write(hash('sha256', short ?? Buffer.concat([innerPad, Buffer.from(text)]), 'binary'), BLOCK_BYTES, 'binary');
    return hash('sha256', outer, 'hex');
  };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `anxin ${purpose}`, 32));
}

function get(ciphers: ReadonlyMap<number, KeyObject>, version: number): KeyObject {
  const key = ciphers.get(version);
  if (key === undefined) throw new Error(`no encryption key of version ${version}`);
  return key;
}

/** Layout: format, key version, random iv, tag, cipher text. AES-256-GCM. */
function seal(key: KeyObject, version: number, text: string, aad: string): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt16BE(version, 1);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
}

function open(key: KeyObject, sealed: Buffer, aad: string): string {
  if (sealed.length < HEAD_BYTES + IV_BYTES + TAG_BYTES || sealed[0] !== FORMAT) throw new Error('not a cipher of this vault');
  const iv = sealed.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES);
  const tag = sealed.subarray(HEAD_BYTES + IV_BYTES, HEAD_BYTES + IV_BYTES + TAG_BYTES);
  const cipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad));
  cipher.setAuthTag(tag);
  return cipher.update(sealed.subarray(HEAD_BYTES + IV_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
}
