import { randomBytes } from 'node:crypto';
import { readIdentityNumber } from '#kernel/identifiers/index.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Integration } from '#modules/office/integration/server/index.ts';
import { markDirty } from '#modules/prevention/facts/server/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { findPersons } from '../../attendance/server/index.ts';
import type { Position } from '../domain/index.ts';
import { act, NO_PROJECT } from './acts.ts';
import { acceptCoded } from './deciding.ts';
import { pushHash } from './door.ts';

export interface NewDevice {
  readonly serialNo: string;
  readonly name: string;
  readonly position: Position | null;
  /** An app that speaks already and is no device yet; else it gets a new one with a key. */
  readonly appid?: string | undefined;
}

/** Who keeps a project's devices: its contractor or the office. */
export interface DeviceKeeper {
  /** The secret is null where an app with a key of its own was taken. */
  register(by: Sender, projectId: string, device: NewDevice): Promise<Result<{ readonly appid: string; readonly secret: string | null }>>;
  /** Ends the key at once; what it still sends is kept apart. */
  revoke(by: Sender, appid: string, why: string): Promise<Result<null>>;
  /** A new key; the present one holds for so many hours more. */
  renewKey(by: Sender, appid: string, endsOldAfterHours: number): Promise<Result<{ readonly secret: string }>>;
  /** Opens an address for a machine that knows no key, or closes it. The address is shown this once. */
  setPush(by: Sender, appid: string, open: boolean): Promise<Result<{ readonly path: string | null }>>;
  /** Says whom a machine means by its number, and takes the punches that waited for just that. */
  setCode(by: Sender, projectId: string, code: string, identity: string): Promise<Result<{ readonly taken: number }>>;
}

const NO_DEVICE: Refusal = { code: 'device-not-found', says: '没有找到这台设备，或不在您的管辖（参建）范围内。请刷新后重试。' };
/** Requests a minute: a gate sends one a second when it is busy, and its memory after days of silence. */
const PER_MINUTE = 600;

interface KeeperPorts {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly integration: Integration;
}

export function deviceKeeper({ store, vault, clock, integration }: KeeperPorts): DeviceKeeper {
  async function own(by: Sender, appid: string): Promise<{ readonly project_id: string; readonly region_code: string } | undefined> {
    return (
      await store.within(by.scope, (tx) =>
        tx.query<{ project_id: string; region_code: string }>(
          'select d.project_id, p.region_code from prevention.device d join prevention.project p on p.id = d.project_id where d.appid = $1',
          [appid],
        ),
      )
    )[0];
  }

  /** The office keeps every device of its place, also one a contractor registered: the app's keeper is whoever sees it. */
  async function asKeeper(by: Sender, appid: string): Promise<{ readonly project_id: string; readonly region_code: string } | undefined> {
    const device = await own(by, appid);
    if (device === undefined) return undefined;
    const [app] = await store.within(by.scope, (tx) => tx.query('select from exchange.app where appid = $1', [appid]));
    return app === undefined ? undefined : device;
  }

  function createApp(by: Sender, projectId: string, regionCode: string, name: string) {
    return integration.createApp(by, {
      channel: 'device',
      name,
      regionCode: by.regionCode ?? regionCode,
      enterpriseId: by.enterpriseId,
      projectId,
      settings: {},
      ipList: [],
      perMinute: PER_MINUTE,
      scopes: [],
    });
  }

  /** An app of the channel that somebody opened in 对接管理, and that is no machine yet. */
  async function adopt(by: Sender, projectId: string, appid: string): Promise<Result<{ readonly appid: string; readonly secret: null }>> {
    const [app] = await store.within(by.scope, (tx) =>
      tx.query<{ channel: string; taken: boolean }>(
        'select channel, exists (select from prevention.device d where d.appid = a.appid) as taken from exchange.app a where appid = $1 and disabled_at is null',
        [appid],
      ),
    );
    if (app?.channel !== 'device') return refuse({ code: 'app-not-found', says: '没有找到这个考勤设备应用，或不归您管理。请核对应用编号，或留空发新的。' });
    if (app.taken) return refuse({ code: 'device-taken', says: '这个应用编号已经登记了设备。请核对应用编号，或留空发新的。' });
    const bound = await integration.bind(by, appid, projectId);
    return bound.ok ? ok({ appid, secret: null }) : bound;
  }

  return {
    async register(by, projectId, device) {
      const [project] = await store.within(by.scope, (tx) =>
        tx.query<{ region_code: string; taken: boolean }>(
          'select region_code, exists (select from prevention.device d where d.project_id = p.id and d.serial_no = $2) as taken from prevention.project p where id = $1',
          [projectId, device.serialNo],
        ),
      );
      if (project === undefined) return refuse(NO_PROJECT);
      if (project.taken) {
        return refuse({ code: 'device-taken', says: `序列号 ${device.serialNo} 在这个项目里已经登记。换密钥请在设备列表里操作；换机请登记新机的序列号。` });
      }
      const made = await (device.appid === undefined ? createApp(by, projectId, project.region_code, device.name) : adopt(by, projectId, device.appid));
      if (!made.ok) return made;
      await store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
        await tx.query(
          'insert into prevention.device (appid, project_id, serial_no, name, lat, lng, registered_by, registered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
          [made.value.appid, projectId, device.serialNo, device.name, device.position?.lat ?? null, device.position?.lng ?? null, by.accountId, clock.now()],
        );
        await markDirty(tx, [{ projectId, month: null }], 'device');
        await act(tx, by, 'device.registered', made.value.appid, project.region_code, { serialNo: device.serialNo, projectId });
      });
      return made;
    },

    async revoke(by, appid, why) {
      const device = await asKeeper(by, appid);
      if (device === undefined) return refuse(NO_DEVICE);
      const ended = await integration.setDisabled(by, appid, true, why);
      if (ended.ok) {
        await store.within({ role: 'app_ingest', projectIds: [device.project_id] }, (tx) =>
          markDirty(tx, [{ projectId: device.project_id, month: null }], 'device'),
        );
      }
      return ended;
    },

    async renewKey(by, appid, endsOldAfterHours) {
      if ((await asKeeper(by, appid)) === undefined) return refuse(NO_DEVICE);
      return integration.rotate(by, appid, endsOldAfterHours);
    },

    async setPush(by, appid, open) {
      const device = await asKeeper(by, appid);
      if (device === undefined) return refuse(NO_DEVICE);
      const secret = open ? randomBytes(24).toString('base64url') : null;
      await store.within({ role: 'app_ingest', projectIds: [device.project_id] }, async (tx) => {
        await tx.query('update prevention.device set push_hash = $2 where appid = $1', [appid, secret === null ? null : pushHash(secret)]);
        await act(tx, by, open ? 'device.push-opened' : 'device.push-closed', appid, device.region_code, {});
      });
      return ok({ path: secret === null ? null : `/iclock/${secret}` });
    },

    async setCode(by, projectId, code, identity) {
      const read = readIdentityNumber(identity);
      if (!read.ok) return refuse({ code: 'identity-invalid', says: '身份证号不对（长度、出生日期或校验码不符）。请核对后重填。' });
      const [project] = await store.within(by.scope, (tx) =>
        tx.query<{ region_code: string }>('select region_code from prevention.project where id = $1', [projectId]),
      );
      if (project === undefined) return refuse(NO_PROJECT);
      return store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
        const personId = (await findPersons(tx, vault, new Map(), [read.number])).get(read.number) ?? '';
        await tx.query(
          `insert into prevention.device_person (project_id, code, person_id, set_by) values ($1, $2, $3, $4)
           on conflict (project_id, code) do update set person_id = excluded.person_id, set_by = excluded.set_by, set_at = now()`,
          [projectId, code, personId, by.accountId],
        );
        const taken = await acceptCoded(tx, vault, by, { id: projectId, now: clock.now() }, code, personId);
        await act(tx, by, 'device.code-set', code, project.region_code, { projectId, taken });
        return ok({ taken });
      });
    },
  };
}
