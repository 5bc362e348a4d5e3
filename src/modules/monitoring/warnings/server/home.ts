import { addDays, addMonths, type CivilDate, firstOfMonth, monthOf } from '#kernel/civil-date.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { Home } from '../domain/wire.ts';
import type { Brief } from './brief.ts';
import { scopeKey } from './list.ts';
import type { PlaceOf } from './place.ts';
import { actorOf, JOINED_COLUMNS, LISTED_COLUMNS, LISTED_JOINS, type ListedRow, listed, turnOf } from './rows.ts';

/** Lines of each group; the rest is behind the number. */
const LINES = 20;

type Group = 'overdue' | 'today' | 'week';

/** What needs this person today, and how the place stands. */
export async function homeOf(
  deps: { readonly store: Store; readonly placeOf: PlaceOf; readonly brief: Brief },
  who: SignedIn,
  today: CivilDate,
): Promise<Home> {
  return deps.store.reading(who.scope, async (tx) => {
    const actor = actorOf(who);
    const lines = await duty(tx, who, today);
    const key = `home|${scopeKey(who.scope)}|${today}`;
    const around = await deps.brief.of(key, async () => ({
      figures: await figures(tx, today),
      trend: await trend(tx, today),
      places: await places(tx, who.regionCode),
    }));
    const of = (group: Group) => lines.filter((row) => row.in_group === group);
    const shown = (group: Group) => of(group).map((row) => listed(row, actor, today, deps.placeOf));
    const counted = (group: Group) => of(group)[0]?.in_all ?? 0;
    const { open, ...rest } = around.figures;
    return {
      today,
      overdue: shown('overdue'),
      dueToday: shown('today'),
      sevenDays: shown('week'),
      counts: { overdue: counted('overdue'), dueToday: counted('today'), sevenDays: counted('week'), open },
      figures: rest,
      trend: around.trend,
      places: around.places,
    };
  });
}

function duty(tx: Tx, who: SignedIn, today: CivilDate): Promise<(ListedRow & { in_group: Group; in_all: number })[]> {
  const { role } = actorOf(who);
  // Every parameter is named in every statement, also where a role's turn does not ask for it.
  const turn = `${turnOf(
    role,
    () => '$3',
    () => '$4::bigint',
  )} and ($3::text is not null or $4::bigint is not null)`;
  return tx.prepared(
    `home-duty-${role}`,
    `with mine as (
       select w.id, w.act_by, w.level, case when w.act_by < $1 then 'overdue' when w.act_by = $1 then 'today' else 'week' end as in_group
       from monitoring.warning w where w.act_by <= $2 and ${turn}
     ), placed as (
       select id, in_group, row_number() over (partition by in_group order by act_by, level desc, id) as place, (count(*) over (partition by in_group))::integer as in_all from mine
     )
     select ${LISTED_COLUMNS}, placed.in_group, placed.in_all, ${JOINED_COLUMNS}
     from placed join monitoring.warning w on w.id = placed.id ${LISTED_JOINS} where placed.place <= ${LINES} order by placed.place`,
    [today, addDays(today, 7), role, who.accountId],
  );
}

async function figures(tx: Tx, today: CivilDate): Promise<Home['figures'] & { readonly open: number }> {
  const first = firstOfMonth(monthOf(today));
  const [row] = await tx.query<{
    projects: number;
    not_paid: number;
    government: number;
    owed: string;
    people: number;
    paid: string;
    closed: number;
    open: number;
  }>(
    `select p.projects, p.not_paid, p.government, p.owed, p.people, f.paid, w.closed, w.open from
       (select count(*)::integer as projects, (count(*) filter (where x.arrears_fen > 0))::integer as not_paid,
          (count(*) filter (where x.arrears_fen > 0 and p.is_government))::integer as government,
          coalesce(sum(x.arrears_fen), 0)::text as owed, coalesce(sum(x.arrears_people), 0)::integer as people
        from prevention.project p left join prevention.project_fact x on x.project_id = p.id) p,
       (select coalesce(sum(case when kind = 'wage' then amount_fen else -amount_fen end), 0)::text as paid from prevention.account_flow
        where month = $1 and undone_at is null and kind in ('wage', 'refund')) f,
       (select (count(*) filter (where closed_on >= $1))::integer as closed, (count(*) filter (where state <> 'closed'))::integer as open from monitoring.warning) w`,
    [first],
  );
  return {
    projects: row?.projects ?? 0,
    projectsNotPaid: row?.not_paid ?? 0,
    governmentNotPaid: row?.government ?? 0,
    owedFen: row?.owed ?? '0',
    owedPeople: row?.people ?? 0,
    paidThisMonthFen: row?.paid ?? '0',
    closedThisMonth: row?.closed ?? 0,
    open: row?.open ?? 0,
  };
}

function trend(tx: Tx, today: CivilDate): Promise<Home['trend'][number][]> {
  const first = addMonths(firstOfMonth(monthOf(today)), -11);
  return tx.query(
    `select to_char(m, 'YYYY-MM') as month, coalesce(r.n, 0)::integer as raised, coalesce(c.n, 0)::integer as closed
     from generate_series($1::date::timestamp, $1::date + interval '11 months', interval '1 month') m
     left join (select date_trunc('month', raised_on::timestamp) as m, count(*) as n from monitoring.warning where raised_on >= $1 group by 1) r using (m)
     left join (select date_trunc('month', closed_on::timestamp) as m, count(*) as n from monitoring.warning where closed_on >= $1 group by 1) c using (m)
     order by m`,
    [first],
  );
}

/** One level below the reader's own place. */
async function places(tx: Tx, region: string | null): Promise<Home['places'][number][]> {
  if (region === null) return [];
  return tx.query(
    `select c.code, c.name, coalesce(w.open, 0)::integer as open, coalesce(w.red, 0)::integer as red, coalesce(p.owed, 0)::text as "owedFen"
     from office.region c
     left join lateral (select count(*) as open, count(*) filter (where level = 4) as red from monitoring.warning
       where region_code >= c.code and region_code < c.code || '~' and state <> 'closed') w on true
     left join lateral (select sum(x.arrears_fen) as owed from prevention.project p join prevention.project_fact x on x.project_id = p.id
       where p.region_code >= c.code and p.region_code < c.code || '~') p on true
     where c.parent = $1 and c.valid_until is null order by c.code`,
    [region],
  );
}
