import type { Happened } from '#modules/office/notifications/server/index.ts';
import type { SpreadEvent } from '#platform/outbox/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { NoticeEvent } from '#modules/office/notifications/domain/index.ts';
import type { Level } from '#law/rule.ts';
import type { Happening } from '../domain/index.ts';
import type { WarningState } from '../domain/wire.ts';
import { deskOf } from './announced.ts';

/** Steps that put a matter on somebody's desk, and what the person is told. */
const TELLS: Partial<Readonly<Record<Happening, { readonly event: NoticeEvent; readonly says: string }>>> = {
  raised: { event: 'warning.raised', says: '新预警' },
  reopened: { event: 'warning.raised', says: '预警重新打开' },
  'stands-again': { event: 'warning.raised', says: '预警又出现' },
  assigned: { event: 'warning.assigned', says: '指派给您' },
  escalated: { event: 'warning.escalated', says: '超期升级到您这里' },
  handled: { event: 'warning.turn', says: '已回复，等您核实' },
  returned: { event: 'warning.turn', says: '核实没通过，退回来了' },
  verified: { event: 'warning.turn', says: '已核实，等您销号' },
};

interface DeskRow {
  readonly id: string;
  readonly title: string;
  readonly project_name: string;
  readonly month: string | null;
  readonly level: Level;
  readonly state: WarningState;
  readonly region_code: string;
  readonly act_until: string;
  readonly desk: string[];
  readonly before: string[];
}

/** Red, by the legal colours: told at night too. */
const RED: Level = 4;

/**
 * Tells whoever now has the matter on the desk. Of several steps of one warning the last one counts, and only while the
 * warning still stands where that step left it: a history that is loaded wakes nobody.
 */
export async function warningNotices(tx: Tx, events: readonly SpreadEvent[]): Promise<readonly Happened[]> {
  const last = new Map<string, SpreadEvent>();
  for (const event of events) {
    const [kind, id] = event.subject.split(':');
    if (kind === 'warning' && id !== undefined && tellsOf(event.kind) !== undefined) last.set(id, event);
  }
  if (last.size === 0) return [];
  const rows = await tx.query<DeskRow>(DESKS, [
    JSON.stringify(
      [...last].map(([id, { body }]) => ({ id, state: body['state'], fromRole: body['fromRole'] ?? null, fromAccount: body['fromAccount'] ?? null })),
    ),
  ]);
  return rows.flatMap((row): Happened[] => {
    const event = last.get(row.id);
    const tells = event === undefined ? undefined : tellsOf(event.kind);
    if (event === undefined || tells === undefined) return [];
    const at = typeof event.body['at'] === 'string' ? new Date(event.body['at']) : event.at;
    const where = `${row.project_name}${row.month === null ? '' : ` ${row.month.slice(0, 7)}`}`;
    const base = { link: `/warnings/${row.id}`, at, kind: row.level === RED ? ('urgent' as const) : ('todo' as const), regionCode: row.region_code };
    const until = `${Number(row.act_until.slice(5, 7))}月${Number(row.act_until.slice(8, 10))}日 ${row.act_until.slice(11, 16)} 前办`;
    const turn: Happened = {
      ...base,
      key: `${event.kind}:${event.id}`,
      event: tells.event,
      title: `${tells.says}：${row.title}`,
      says: `${where}，${until}`,
      accountIds: row.desk,
    };
    if (event.kind !== deskOf('escalated')) return [turn];
    // Who let the limit pass is told as well: that it went up is no way to get rid of it.
    const late = row.before.filter((id) => !row.desk.includes(id));
    return [
      turn,
      {
        ...base,
        key: `warning.overdue:${event.id}`,
        event: 'warning.overdue',
        title: `逾期没办，已升级：${row.title}`,
        says: where,
        accountIds: late,
        regionCode: null,
      },
    ];
  });
}

function tellsOf(kind: string): { readonly event: NoticeEvent; readonly says: string } | undefined {
  return Object.entries(TELLS).find(([happening]) => kind === `desk.${happening}`)?.[1];
}

/** Accounts with this desk: the named one, or everybody of the role whose place covers the warning; the enterprise answers while it may. */
const HOLDS = (role: string, account: string) => `a.disabled_at is null and (
  a.id = ${account}
  or ${account} is null and a.role = ${role} and a.region_code is not null and starts_with(w.region_code, a.region_code) and (a.role <> 'industry-regulator' or a.industry = w.industry))`;

const DESKS = `with r as (select * from json_to_recordset($1::json) as r(id bigint, state text, "fromRole" text, "fromAccount" bigint))
  select w.id, w.title, w.project_name, w.month, w.level, w.state, w.region_code, w.act_until,
    array(select a.id::text from office.account a where ${HOLDS('w.owner_role', 'w.owner_account_id')}
      or a.disabled_at is null and a.enterprise_id = w.gc_enterprise_id and a.role in ('wage-officer', 'enterprise-manager') and w.state in ('raised', 'acknowledged')
      or a.disabled_at is null and w.level = 4 and a.role = 'leader' and a.region_code is not null and starts_with(w.region_code, a.region_code) order by a.id) as desk,
    array(select a.id::text from office.account a where r."fromRole" is not null and ${HOLDS('r."fromRole"', 'r."fromAccount"')} order by a.id) as before
  from r join monitoring.warning w on w.id = r.id and w.state = r.state and w.state <> 'closed'`;
