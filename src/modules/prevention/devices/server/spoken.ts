import type { PunchDirection, PunchMoment } from '../../attendance/domain/index.ts';
import type { CounterRange, Position } from '../domain/index.ts';

/** One punch as it comes from a device, whichever language the device speaks. */
export interface DevicePunch {
  /** Null where the machine's protocol has none: then the punch itself says whether it is a repeat. */
  readonly counter: number | null;
  readonly identity: string | null;
  readonly code: string | null;
  readonly at: PunchMoment | null;
  readonly direction: PunchDirection;
  readonly method: string | null;
  readonly photoHash: string | null;
  readonly position: Position | null;
  readonly temperature: number | null;
}

export interface DeviceMessage {
  /** By the device's clock; null when it does not say. */
  readonly deviceTime: PunchMoment | null;
  readonly counterFrom: number | null;
  readonly lost: readonly CounterRange[];
  readonly punches: readonly DevicePunch[];
  readonly isKeyRevoked: boolean;
}

export interface Told {
  readonly counter: number | null;
  readonly is: 'quarantined' | 'refused' | 'noted';
  readonly code: string;
  readonly says: string;
}

/** What the device is answered. Punches simply taken or held already are counted; each other one is named. */
export interface DeviceAnswer {
  readonly serverTime: string;
  readonly clockOffsetSeconds: number | null;
  readonly accepted: number;
  readonly repeated: number;
  readonly quarantined: number;
  readonly refused: number;
  readonly punches: readonly Told[];
  /** To be sent again, the lowest first. */
  readonly missing: readonly CounterRange[];
  readonly missingCount: number;
  readonly highest: number;
}
