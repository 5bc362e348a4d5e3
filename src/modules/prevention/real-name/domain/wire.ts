import type { DeliveryState } from './delivery.ts';

/** 上级平台 as its keepers see it. */
export interface TargetView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly profile: string;
  readonly profileName: string;
  readonly appid: string;
  readonly disabledAt: string | null;
  readonly projects: readonly TargetProject[];
  /** Deliveries by state. */
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
  readonly lastDoneAt: string | null;
  /** Enterprises of its projects without a 统一社会信用代码: what is about them is not sent, since it would be refused. */
  readonly lacking: readonly { readonly enterpriseId: string; readonly name: string }[];
  readonly differences: number;
}

export interface TargetProject {
  readonly projectId: string;
  readonly name: string;
  /** The number the project has over there. */
  readonly theirCode: string;
}

/** 一条上报: one message on its way up, and its receipt. */
export interface DeliveryView {
  readonly id: string;
  readonly targetId: string;
  readonly targetName: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly method: string;
  /** Whose it is, where it is about one person. */
  readonly person: string | null;
  readonly state: DeliveryState;
  readonly stateName: string;
  readonly attempts: number;
  readonly serial: string | null;
  readonly code: string | null;
  readonly says: string | null;
  /** What the target gave for it: serial, result, moment. */
  readonly receipt: unknown;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly settledAt: string | null;
  readonly nextTryAt: string;
}

/** 差异: one thing the target answers otherwise than we hold it. Null: not there at all. */
export interface Difference {
  readonly kind: 'team' | 'worker' | 'stay' | 'training' | 'payroll';
  readonly key: string;
  /** Who or what, masked. */
  readonly shown: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export type DifferenceRow = Difference & { readonly projectId: string; readonly projectName: string; readonly seenAt: string };

export const DIFFERENCE_NAMES: Readonly<Record<Difference['kind'], string>> = {
  team: '班组',
  worker: '工人',
  stay: '进退场',
  training: '培训',
  payroll: '工资',
};

/** 平台 offered for a target: which variant of the protocol it speaks. */
export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  readonly paths: readonly string[];
}
