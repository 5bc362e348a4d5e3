import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/db/index.ts';

/** Letters and digits nobody mixes up, as in 0 and O, 1 and I. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 26 of 31 signs are 128 bits: nobody finds another project's page by trying. */
const LENGTH = 26;

/** The address of a project's page for workers, the same for every board of it. Random: it tells nothing about the project. */
export async function boardAddress(tx: Tx, projectId: string): Promise<string> {
  const known = await findAddress(tx, projectId);
  if (known !== undefined) return known;
  // Two boards made at one moment: the later one takes what the earlier left.
  await tx.query('insert into prevention.board_address (project_id, address) values ($1, $2) on conflict do nothing', [projectId, randomAddress()]);
  const made = await findAddress(tx, projectId);
  if (made === undefined) throw new Error('a board without an address');
  return made;
}

async function findAddress(tx: Tx, projectId: string): Promise<string | undefined> {
  return (await tx.query<{ address: string }>('select address from prevention.board_address where project_id = $1', [projectId]))[0]?.address;
}

function randomAddress(): string {
  let address = '';
  // 248 = 8 × 31: bytes above it would make some signs likelier.
  while (address.length < LENGTH) for (const byte of randomBytes(LENGTH)) if (byte < 248 && address.length < LENGTH) address += ALPHABET.charAt(byte % 31);
  return address;
}
