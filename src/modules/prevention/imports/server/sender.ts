import type { Scope } from '#platform/db/index.ts';

/** Who sends, confirms or undoes a file: what a signed-in request knows of its person. */
export interface Sender {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly scope: Scope;
  readonly permissions: readonly string[];
}
