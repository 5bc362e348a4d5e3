import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { CHANNELS, type ContactChange, type ContactView, maskAddress, PERSONAL_CHANNELS, type PersonalChannel, WANTED_KINDS } from '../domain/index.ts';
import { contactPlace, type Notifications } from './service.ts';
import { findContact } from './store.ts';

export interface ContactDeps {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly notifications: Notifications;
}

const CODE_MS = 10 * 60_000;
const CODE_TRIES = 5;
/** Codes one person may ask for in a day, and one number may get, whoever asks. */
const CODES_A_DAY = 5;

/** How a person is reached: set, proved, withdrawn by the person alone. */
export interface Contacts {
  list(who: SignedIn): Promise<readonly ContactView[]>;
  change(who: SignedIn, channel: PersonalChannel, change: ContactChange): Promise<Result<null>>;
  verify(who: SignedIn, channel: PersonalChannel, code: string): Promise<Result<null>>;
  withdraw(who: SignedIn, channel: PersonalChannel): Promise<Result<null>>;
  /**
   * An address another platform vouches for, with the consent given there; `allowance` where each consent allows so many messages.
   * For the server of a mini program or official account, never for what a person typed.
   */
  vouchedFor(who: SignedIn, channel: PersonalChannel, address: string, allowance: number | null): Promise<Result<null>>;
}

export function contacts({ store, vault, clock, notifications }: ContactDeps): Contacts {
  const codeKey = vault.secret('contact code');
  const own = (who: SignedIn) => ({ role: 'app_person', accountId: who.accountId }) as const;
  const codeHash = (who: SignedIn, channel: string, code: string) => createHmac('sha256', codeKey).update(`${who.accountId} ${channel} ${code}`).digest();

  /** Puts a code on its way and says so; refuses when too many were asked for. */
  async function askForProof(tx: Tx, who: SignedIn, channel: PersonalChannel): Promise<string> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const until = new Date(clock.now().getTime() + CODE_MS);
    await tx.query('update office.contact set code_hash = $2, code_until = $3, code_tries = 0 where channel = $1', [
      channel,
      codeHash(who, channel, code),
      until,
    ]);
    return code;
  }

  async function tooManyCodes(who: SignedIn, channel: PersonalChannel, addressIndex: Buffer): Promise<boolean> {
    const since = new Date(clock.now().getTime() - 24 * 3_600_000);
    const [row] = await store.within({ role: 'app_job' }, (tx) =>
      tx.query<{ codes: number }>(
        `select count(*)::integer as codes from office.message where kind = 'code' and channel = $1 and created_at > $4 and (account_id = $2 or address_index = $3)`,
        [channel, who.accountId, addressIndex, since],
      ),
    );
    return (row?.codes ?? 0) >= CODES_A_DAY;
  }

  return {
    list: (who) =>
      store.within(own(who), async (tx) => {
        const views: ContactView[] = [];
        for (const channel of PERSONAL_CHANNELS) {
          const row = await findContact(tx, who.accountId, channel);
          views.push({
            channel,
            name: CHANNELS[channel].name,
            isConnected: notifications.channels.adapters.has(channel),
            addressMask: row?.address_mask ?? null,
            isVerified: row?.verified_at != null,
            isOn: row !== undefined && row.consented_at !== null && row.withdrawn_at === null,
            wants: row?.wants ?? WANTED_KINDS,
            allowance: row?.allowance ?? null,
          });
        }
        return views;
      }),

    async change(who, channel, change) {
      const policy = CHANNELS[channel];
      const address = change.address?.trim();
      if (address !== undefined && policy.proof === 'platform') {
        return refuse({ code: 'contact-invalid', says: `${policy.name}的标识不能手填。请在${policy.name}里打开「安薪」同意接收。` });
      }
      const known = await store.within(own(who), (tx) => findContact(tx, who.accountId, channel));
      if (address === undefined && known === undefined)
        return refuse({ code: 'contact-invalid', says: `还没有写${policy.address?.label ?? '地址'}。填上再保存。` });
      if (address !== undefined && policy.address?.pattern.test(address) !== true) {
        return refuse({ code: 'contact-invalid', says: `${policy.address?.says ?? '地址不对'}。请改正。` });
      }
      const addressIndex = address === undefined ? undefined : notifications.addressIndex(channel, address);
      const moved = addressIndex !== undefined && known?.address_index.equals(addressIndex) !== true;
      const needsCode = policy.proof === 'code' && (moved || known?.verified_at == null);
      if (needsCode && (await tooManyCodes(who, channel, addressIndex ?? known?.address_index ?? Buffer.alloc(0)))) {
        return refuse({ code: 'too-many-requests', says: `一天最多发 ${CODES_A_DAY} 次验证码。明天再试，或换一种接收方式。` });
      }
      const now = clock.now();
      const code = await store.within(own(who), async (tx) => {
        if (address !== undefined && addressIndex !== undefined) {
          await tx.query(
            `insert into office.contact (account_id, channel, address_cipher, address_index, address_mask, key_version, wants, consented_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (account_id, channel) do update set address_cipher = excluded.address_cipher, address_index = excluded.address_index, address_mask = excluded.address_mask,
               key_version = excluded.key_version, verified_at = case when contact.address_index = excluded.address_index then contact.verified_at end`,
            [
              who.accountId,
              channel,
              vault.encrypt(address, contactPlace(who.accountId, channel)),
              addressIndex,
              maskAddress(address),
              vault.keyVersion,
              change.wants,
              now,
            ],
          );
        }
        await tx.query(`update office.contact set wants = $2, consented_at = $3, withdrawn_at = null where channel = $1`, [channel, change.wants, now]);
        await record(tx, {
          by: who,
          action: 'contact.changed',
          object: `account:${who.accountId}`,
          region: who.regionCode,
          detail: { channel, moved, wants: [...change.wants] },
        });
        return needsCode ? askForProof(tx, who, channel) : null;
      });
      if (code !== null) await store.within({ role: 'app_job' }, (tx) => notifications.sendCode(tx, who.accountId, channel, code));
      return ok(null);
    },

    async vouchedFor(who, channel, address, allowance) {
      const policy = CHANNELS[channel];
      if (policy.proof !== 'platform' || policy.address?.pattern.test(address) !== true) {
        return refuse({ code: 'contact-invalid', says: `${policy.address?.says ?? '地址不对'}。` });
      }
      const now = clock.now();
      await store.within(own(who), async (tx) => {
        await tx.query(
          `insert into office.contact (account_id, channel, address_cipher, address_index, address_mask, key_version, wants, consented_at, verified_at, allowance)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
           on conflict (account_id, channel) do update set address_cipher = excluded.address_cipher, address_index = excluded.address_index, address_mask = excluded.address_mask,
             key_version = excluded.key_version, consented_at = excluded.consented_at, verified_at = excluded.verified_at, withdrawn_at = null,
             allowance = contact.allowance + excluded.allowance`,
          [
            who.accountId,
            channel,
            vault.encrypt(address, contactPlace(who.accountId, channel)),
            notifications.addressIndex(channel, address),
            maskAddress(address),
            vault.keyVersion,
            WANTED_KINDS,
            now,
            allowance,
          ],
        );
        await record(tx, { by: who, action: 'contact.verified', object: `account:${who.accountId}`, region: who.regionCode, detail: { channel } });
      });
      return ok(null);
    },

    async verify(who, channel, code) {
      const now = clock.now();
      const right = await store.within(own(who), async (tx) => {
        // Counted before it is looked at: many guesses at once get five looks.
        const [row] = await tx.query<{ code_hash: Buffer | null }>(
          `update office.contact set code_tries = code_tries + 1 where channel = $1 and code_hash is not null and code_until > $2 and code_tries < ${CODE_TRIES} returning code_hash`,
          [channel, now],
        );
        if (row?.code_hash == null) return null;
        if (!timingSafeEqual(row.code_hash, codeHash(who, channel, code.trim()))) return false;
        await tx.query('update office.contact set verified_at = $2, code_hash = null, code_until = null where channel = $1', [channel, now]);
        await record(tx, { by: who, action: 'contact.verified', object: `account:${who.accountId}`, region: who.regionCode, detail: { channel } });
        return true;
      });
      if (right === null) return refuse({ code: 'code-gone', says: '验证码已过期，或错了太多次。点「重新发验证码」再来。' });
      return right ? ok(null) : refuse({ code: 'code-invalid', says: '验证码不对。核对后再填。' });
    },

    async withdraw(who, channel) {
      await store.within(own(who), async (tx) => {
        await tx.query('delete from office.contact where channel = $1', [channel]);
        await record(tx, { by: who, action: 'contact.withdrawn', object: `account:${who.accountId}`, region: who.regionCode, detail: { channel } });
      });
      return ok(null);
    },
  };
}
