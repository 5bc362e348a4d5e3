import type { Integration } from '#modules/office/integration/server/index.ts';
import { settleAttendance } from '#modules/prevention/facts/server/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { DeviceLimits, DevicesPage } from '../domain/index.ts';
import { type Deciding, deciding } from './deciding.ts';
import { type Door, door } from './door.ts';
import { type DeviceKeeper, deviceKeeper } from './keeper.ts';
import { lookOver } from './look.ts';
import { devicesPage } from './page.ts';

/** 考勤设备: the doors machines come in by, and what people do about them. */
export interface Devices {
  readonly door: Door;
  readonly keeper: DeviceKeeper;
  readonly deciding: Deciding;
  page(by: Sender, projectId: string): Promise<DevicesPage | undefined>;
  /** Brings summaries up to the punches, then looks over their days. */
  round(): Promise<void>;
  /** The product's time. */
  now(): Date;
}

export interface DevicesOptions {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly integration: Integration;
  /** The limits in force now at a place. */
  readonly limitsOf: (regionCode: string) => DeviceLimits;
  /** The real time, for signatures. */
  readonly signedAt?: () => Date;
}

export function devices(options: DevicesOptions): Devices {
  const { store, clock, limitsOf } = options;
  return {
    door: door({ ...options, signedAt: options.signedAt ?? (() => new Date()) }),
    keeper: deviceKeeper(options),
    deciding: deciding(options),
    page: (by, projectId) => store.within(by.scope, (tx) => devicesPage(tx, by, projectId, limitsOf, clock.now())),
    async round() {
      await settleAttendance(store);
      await lookOver(store, limitsOf);
    },
    now: () => clock.now(),
  };
}
