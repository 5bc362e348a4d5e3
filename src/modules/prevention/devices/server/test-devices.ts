import { checkCharacter } from '#kernel/identifiers/index.ts';
import { type Integration, integration } from '#modules/office/integration/server/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { freshKeys, openVault, type Vault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import type { DeviceLimits, Position } from '../domain/index.ts';
import { type Devices, devices } from './service.ts';
import type { DeviceAnswer } from './spoken.ts';

export const TODAY = '2026-11-22';
export const LIMITS: DeviceLimits = {
  storeDays: 7,
  skewMinutes: 5,
  speedKmh: 120,
  burstPerMinute: 60,
  fenceMetres: 1000,
  samePosition: 10,
  silentDays: 1,
  longSilentDays: 3,
};
export const SITE: Position = { lat: 36.86, lng: 116.23 };
/** A hundred kilometres to the north. */
export const FAR: Position = { lat: 37.76, lng: 116.23 };

export const OFFICIAL: Sender = {
  accountId: '1',
  name: '李监察',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
  permissions: ['import.records', 'import.undo'],
};
export const CONTRACTOR: Sender = {
  accountId: '3',
  name: '赵专管',
  role: 'wage-officer',
  regionCode: null,
  enterpriseId: '1',
  scope: { role: 'app_enterprise', enterpriseId: '1', accountId: '3' },
  permissions: ['import.records'],
};

/** A valid number that is nobody's. */
export function identityOf(order: number): string {
  const seventeen = `371526${1960 + (order % 40)}${String(1 + (order % 12)).padStart(2, '0')}${String(1 + (order % 28)).padStart(2, '0')}${String(Math.floor(order / 7) % 1000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

export interface Gate {
  readonly appid: string;
  readonly secret: string;
  readonly project: string;
  readonly serialNo: string;
}

export interface Yard {
  readonly db: FreshDatabase;
  readonly vault: Vault;
  readonly apps: Integration;
  readonly devices: Devices;
  project(id: number, name: string): Promise<string>;
  gate(project: string, serialNo: string, position?: Position | null, by?: Sender): Promise<Gate>;
  /** Sends as the gate would, under a signature of now. */
  send(gate: Gate, batch: object): Promise<DeviceAnswer>;
  close(): Promise<void>;
}

export async function yard(): Promise<Yard> {
  const db = await freshDatabase();
  const vault = openVault(freshKeys());
  const apps = integration({ store: db.store, vault });
  const service = devices({ store: db.store, vault, clock: fixedClock(TODAY, '20:00'), integration: apps, limitsOf: () => LIMITS });
  await db.owner(`insert into office.region (code, name, level, parent) values ('37', '山东省', 'province', null), ('3715', '聊城市', 'prefecture', '37'), ('371526', '高唐县', 'county', '3715'),
    ('371526001', '鱼邱湖街道', 'town', '371526')`);
  await db.owner("insert into prevention.enterprise (id, name) values (1, '山东甲建设有限公司')");
  return {
    db,
    vault,
    apps,
    devices: service,
    async project(id, name) {
      await db.owner(
        "insert into prevention.project (id, region_code, code, name, gc_enterprise_id, started_on, pay_day, recorded_at) values ($1::bigint, '371526001', 'P' || $1::bigint, $2, 1, '2026-01-01', 15, '2026-01-01')",
        [id, name],
      );
      await db.owner("insert into prevention.project_party (project_id, enterprise_id, part) values ($1, 1, 'general-contractor')", [id]);
      return String(id);
    },
    async gate(project, serialNo, position = SITE, by = OFFICIAL) {
      const made = await service.keeper.register(by, project, { serialNo, name: `闸机${serialNo}`, position });
      if (!made.ok) throw new Error(made.refusal.says);
      if (made.value.secret === null) throw new Error('a new gate has a key of its own');
      await db.owner('update exchange.app set per_minute = 100000 where appid = $1', [made.value.appid]);
      return { appid: made.value.appid, secret: made.value.secret, project, serialNo };
    },
    async send(gate, batch) {
      const done = await service.door.punches(signed(gate, batch));
      if (!done.ok) throw new Error(`${done.refusal.code} ${done.refusal.says}`);
      return done.value;
    },
    close: () => db.drop(),
  };
}

export function signed(gate: { readonly appid: string; readonly secret: string }, batch: object, change: { readonly at?: Date; readonly nonce?: string } = {}) {
  const request = { method: 'POST', path: '/device/v1/punches', body: Buffer.from(JSON.stringify(batch)) };
  return { ...request, headers: signatureHeaders(sign(request, { app: gate.appid, secret: gate.secret }, change)), ip: '10.0.0.8' };
}
