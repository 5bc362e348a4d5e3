import type { CivilDate } from '#kernel/civil-date.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import type { FlowRow } from '#modules/prevention/imports/domain/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Outbound } from '#platform/outbound/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

/** A bank we have a line to: an app of the channel `bank`, with what its operator set. */
export interface BankLink {
  readonly appid: string;
  readonly name: string;
  readonly transport: 'https' | 'folder';
  /** Where the bank listens, for `https`. */
  readonly url: string | null;
  /** The drop box, for `folder`. */
  readonly folder: string | null;
  readonly encoding: 'gb18030' | 'utf-8';
  /** What our files in the drop box are written as: our own CSV, or ISO 20022. Its files are read as either, by their name. */
  readonly format: 'csv' | 'xml';
  /** Whether its messages about payments are believed only after it was asked. */
  readonly asks: boolean;
  readonly secret: string;
  readonly algorithm: 'hmac-sha256' | 'hmac-sm3';
  readonly by: Sender;
}

export interface BankPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Vault;
  findLink(appid: string): Promise<BankLink | undefined>;
  /** Movements into the records of the wage chain. */
  takeFlows(by: Sender, name: string, projectId: string, rows: readonly FlowRow[]): Promise<Result<{ readonly faults: readonly string[] }, Refusal>>;
  /** Keeps that all movements of an account from one day to another are held; answers the import that says so, null where the days are not over. */
  coverFlows(by: Sender, of: CoveredDays): Promise<string | null>;
  /** Takes such a word back. */
  uncoverFlows(by: Sender, importId: string, projectId: string): Promise<void>;
  /** 撤户公示的天数 in force at a place. */
  noticeDays(regionCode: string): number;
  /** One line in the log of messages for each question and each sending. */
  log(entry: SentEntry): Promise<void>;
  /** The way out to banks' addresses, which people write down. */
  readonly outbound: Outbound;
  /** How long a bank may take to answer. */
  readonly answerWithinMs: number;
  readonly onProblem: (what: string, problem: unknown) => void;
}

export interface CoveredDays {
  readonly projectId: string;
  readonly accountNo: string;
  readonly from: CivilDate;
  readonly through: CivilDate;
}

export interface SentEntry {
  readonly appid: string;
  readonly method: string;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'unknown';
  readonly code: string;
  readonly cause?: string;
  readonly cure?: string;
  /** Kept to be taken once more when the cause is mended. */
  readonly body?: string;
  readonly projectId: string;
  readonly records: number;
  readonly tookMs: number;
}
