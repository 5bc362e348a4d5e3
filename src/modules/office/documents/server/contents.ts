import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

export function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Where the cipher of a file belongs: its own hash. */
function placeOf(hash: Buffer): string {
  return `document.content:${hash.toString('hex')}`;
}

/** Keeps a file once, encrypted, in the transaction of what refers to it. */
export async function keepContent(tx: Tx, vault: Pick<Vault, 'encrypt'>, content: Buffer): Promise<Buffer> {
  const hash = sha256(content);
  await tx.query('insert into documents.content (sha256, size, cipher) values ($1, $2, $3) on conflict do nothing', [
    hash,
    content.length,
    vault.encrypt(content.toString('base64'), placeOf(hash)),
  ]);
  return hash;
}

/** Opens a kept file. Whoever calls has found its hash under the reader's own scope. */
export async function openContent(store: Store, vault: Pick<Vault, 'decrypt'>, hash: Buffer): Promise<Buffer> {
  const [kept] = await store.within({ role: 'app_job' }, (tx) =>
    tx.query<{ cipher: Buffer }>('select cipher from documents.content where sha256 = $1', [hash]),
  );
  if (kept === undefined) throw new Error('a document without its file');
  const content = Buffer.from(vault.decrypt(kept.cipher, placeOf(hash)), 'base64');
  if (!sha256(content).equals(hash)) throw new Error('a file is not what its hash says');
  return content;
}

const own = new Map<string, Buffer>();

/** The template the product brings for a kind. */
export function ownTemplate(kind: string): Buffer {
  const known = own.get(kind);
  if (known !== undefined) return known;
  const content = readFileSync(new URL(`./templates/${kind}.docx`, import.meta.url));
  own.set(kind, content);
  return content;
}
