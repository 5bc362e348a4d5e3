import type { Page, Wire } from '../domain/index.ts';
import type { Deps, Order } from './order.ts';

/** What a query works with: its own scope's reading transaction, and the vault for what goes out enciphered. */
export interface Asking {
  readonly order: Order;
  readonly deps: Deps;
  readonly page: Page;
  /** Reads as the app: rows it may not see are not there. */
  read<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Identity numbers of persons already found, enciphered for the answer. */
  identities(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What records keep enciphered, by the record's id. */
  hidden(projectId: string, recordIds: readonly (string | null)[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>>;
  /** What enterprises said of themselves enciphered, by enterprise. */
  hiddenOfCorps(enterpriseIds: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>>;
  /** For the wire: under the secret of the request, nothing for nothing. */
  seal(text: string | null | undefined): string;
  /** The person of the call's idCardNumber: null when it names none, '0' when nobody has met the person. */
  person(): Promise<string | null>;
}

export interface Rows {
  readonly total: number;
  readonly rows: readonly Wire[];
}
