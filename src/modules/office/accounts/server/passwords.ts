import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, 19 MiB, two passes: some 25 ms here, and the same for whoever guesses. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords under a pepper that is not in the database, so that a copied table alone cannot be guessed at. */
export interface Passwords {
  hash(password: string): Promise<string>;
  matches(stored: string, password: string): Promise<boolean>;
  /** A hash nobody's password has: the work that an unknown login costs. */
  readonly decoy: Promise<string>;
}

export function passwords(pepper: Buffer): Passwords {
  const make = (password: string) => hash(password.normalize('NFC'), { ...COST, secret: pepper });
  return {
    hash: make,
    matches: (stored, password) => verify(stored, password.normalize('NFC'), { secret: pepper }),
    decoy: make(oneTimePassword()),
  };
}

/** Without the letters people mix up when they read it out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 16 letters of 31: 79 bits, to be used once. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
