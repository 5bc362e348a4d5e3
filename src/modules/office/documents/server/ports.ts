import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import type { DocumentFactory } from '#platform/documents/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { Given } from '../domain/index.ts';

/** Which stored thing a document is about. */
export interface About {
  readonly projectId: string;
  readonly month: CivilMonth | null;
  readonly team: string | null;
  /** Whole identity numbers are wanted; whoever fills them checks the right and writes the look down. */
  readonly unmask: boolean;
  /** The document is being shown or made: rows and pictures are wanted, not only the form. */
  readonly isWhole: boolean;
  /** Where the product is reached: `https://…`. */
  readonly origin: string;
}

/** What the records say for a document. */
export interface FromRecords {
  readonly regionCode: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly addresseeEnterpriseId: string | null;
  readonly month: CivilMonth | null;
  readonly months: readonly CivilMonth[];
  readonly team: string | null;
  readonly teams: readonly string[];
  /** Suggestions for what a person fills, as people write: amounts in yuan. */
  readonly suggested: Given;
  /** What nobody changes by hand: days `YYYY-MM-DD`, amounts in fen. */
  readonly records: Given;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly rows: Readonly<Record<string, number>>;
  /** Texts to print as QR codes, by the picture's field. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Fills a kind from the records; given by the modules that keep them. Refuses what is outside the reader's scope. */
export type FieldSource = (who: SignedIn, about: About) => Promise<Result<FromRecords>>;

export interface DocumentServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt'>;
  readonly factory: DocumentFactory;
  /** By kind. */
  readonly sources: Readonly<Record<string, FieldSource>>;
}
