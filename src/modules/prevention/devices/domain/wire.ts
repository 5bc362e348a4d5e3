import type { Trouble } from './standing.ts';

/** One device as the project's page shows it. */
export interface DeviceView {
  readonly appid: string;
  readonly serialNo: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly heardAt: string | null;
  /** Seconds the device's clock is ahead of ours; null while unknown. */
  readonly offsetSeconds: number | null;
  /** What is wrong with it and what to do, the gravest first. */
  readonly troubles: readonly Trouble[];
  readonly punches: number;
  readonly topCounter: number;
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  readonly missingCount: number;
  readonly waiting: number;
  readonly isRevoked: boolean;
  /** The address for machines that know no key is open. */
  readonly isPushOpen: boolean;
}

export interface QuarantineView {
  readonly id: string;
  readonly device: string;
  readonly who: string;
  /** Tells persons apart, also those nobody knows by name. */
  readonly person: string;
  readonly at: string;
  readonly direction: 'in' | 'out' | 'unknown';
  readonly reasons: readonly { readonly reason: string; readonly name: string; readonly says: string }[];
  readonly personCode: string | null;
  readonly receivedAt: string;
  readonly enteredBy: string | null;
  readonly enteredWhy: string | null;
  readonly mayDecide: boolean;
  readonly whyNot: string;
}

export interface FlagView {
  readonly id: string;
  readonly device: string;
  readonly kind: string;
  readonly name: string;
  readonly says: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly punches: number;
  readonly who: string | null;
  readonly words: string;
}

/** 考勤设备 of one project. */
export interface DevicesPage {
  readonly projectName: string;
  readonly devices: readonly DeviceView[];
  readonly quarantine: readonly QuarantineView[];
  readonly waiting: number;
  readonly flags: readonly FlagView[];
  /** Of the punches of this month: how many a hand entered. */
  readonly manual: { readonly punches: number; readonly ofAll: number };
  readonly mayRegister: boolean;
}
