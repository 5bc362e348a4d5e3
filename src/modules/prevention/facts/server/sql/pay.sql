-- For which work month each wage payment counts, after refunds. $1 as of, $2 projects, $3 first month.
-- Interpretation: a payment that names its work month counts for it. One that does not fills the person's oldest unpaid
-- payroll month first, never a month after the one in which the money moved; what then is left over counts for the month
-- before the payment, the month a payment on that day is normally for. `explained_fen` is the part a payroll line asked for.
-- A payee is named only where no person is known. Whoever shares a card stands here as the party of that card, until
-- pay-by-card says whose pay it was; `credited_id` is whom the bank named.
insert into fact_pay
with kept as materialized (
  select f.project_id, f.id, coalesce(c.party_id, f.person_id, k.party_id) as person_id, f.person_id as credited_id,
    case when f.person_id is null and k.party_id is null then coalesce(f.counterparty_index, convert_to(f.counterparty_name, 'UTF8')) end as payee,
    f.month as moved_month, f.happened_on, f.pay_month, greatest(f.amount_fen - coalesce(r.back_fen, 0), 0) as kept_fen
  from prevention.account_flow f
  left join fact_card c on c.project_id = f.project_id and c.person_id = f.person_id
  left join (select distinct project_id, card, party_id from fact_card) k on k.project_id = f.project_id and k.card = f.counterparty_index and f.person_id is null
  left join (select project_id, payment_id, prevention.sum_fen(amount_fen) as back_fen from fact_refund where payment_id is not null group by 1, 2) r
    on r.project_id = f.project_id and r.payment_id = f.id
  where f.kind = 'wage' and f.undone_at is null and f.happened_on <= $1 and f.month <= $1
    and ($2::bigint[] is null or f.project_id = any ($2)) and ($3::date is null or f.month >= $3)
), net as materialized (
  select l.project_id, l.month, coalesce(c.party_id, l.person_id) as person_id, prevention.sum_fen(l.net_fen) as net_fen
  from prevention.payroll_line l
  left join fact_card c on c.project_id = l.project_id and c.person_id = l.person_id
  where l.superseded_at is null and l.made_on <= $1 and l.month <= $1 and ($2::bigint[] is null or l.project_id = any ($2)) and ($3::date is null or l.month >= $3)
  group by 1, 2, 3
), named as materialized (
  select k.*, coalesce(n.net_fen, 0) as net_fen, prevention.sum_fen(k.kept_fen) over w as so_far_fen
  from kept k left join net n on n.project_id = k.project_id and n.month = k.pay_month and n.person_id = k.person_id
  where k.pay_month is not null and k.person_id is not null
  window w as (partition by k.person_id, k.pay_month, k.project_id order by k.happened_on, k.id rows unbounded preceding)
), loose as materialized (
  select * from kept where pay_month is null and person_id is not null
), need as (
  select project_id, person_id, month, prevention.sum_fen(fen) as need_fen
  from (
    select n.project_id, n.person_id, n.month, n.net_fen as fen from net n
    union all
    select d.project_id, d.person_id, d.pay_month, -d.kept_fen from named d
  ) both_sides
  where (project_id, person_id) in (select project_id, person_id from loose)
  group by 1, 2, 3 having prevention.sum_fen(fen) > 0
), stream as (
  select project_id, person_id, null::bigint as credited_id, month, 0 as kind, null::date as happened_on, null::bigint as id, need_fen, 0::bigint as kept_fen from need
  union all
  select project_id, person_id, credited_id, moved_month, 1, happened_on, id, 0, kept_fen from loose
), run as (
  select *, prevention.sum_fen(need_fen) over w as needed_fen, prevention.sum_fen(kept_fen) over w as paid_fen
  from stream window w as (partition by person_id, project_id order by month, kind, happened_on, id rows unbounded preceding)
), filled as materialized (
  -- Filled up to payment k: F(k) = min(F(k-1) + paid(k), needed(k)) = P(k) - max(0, max over j <= k of (P(j) - N(j))).
  select *,
    paid_fen - greatest(0, coalesce(max(paid_fen - needed_fen) filter (where kind = 1) over w, 0)) as filled_fen,
    paid_fen - kept_fen - greatest(0, coalesce(max(paid_fen - needed_fen) filter (where kind = 1) over before, 0)) as filled_before_fen
  from run
  window w as (partition by person_id, project_id order by month, kind, happened_on, id rows unbounded preceding),
    before as (partition by person_id, project_id order by month, kind, happened_on, id rows between unbounded preceding and 1 preceding)
), allotted as (
  select f.project_id, f.id, f.person_id, f.credited_id, n.month, f.month as moved_month, f.happened_on,
    least(n.needed_fen, f.filled_fen) - greatest(n.needed_fen - n.need_fen, f.filled_before_fen) as amount_fen
  from filled f join filled n on n.project_id = f.project_id and n.person_id = f.person_id and n.kind = 0
  where f.kind = 1 and f.filled_fen > n.needed_fen - n.need_fen and f.filled_before_fen < n.needed_fen
    -- A payment wholly taken back keeps a row of 0 fen, so that its refund knows its month.
    and (f.filled_fen > f.filled_before_fen or f.kept_fen = 0) and n.month <= f.month
)
select project_id, id, person_id, credited_id, null::bytea, pay_month, moved_month, happened_on, kept_fen,
  least(so_far_fen, net_fen) - least(so_far_fen - kept_fen, net_fen)
from named
union all
select project_id, id, person_id, credited_id, null, month, moved_month, happened_on, greatest(amount_fen, 0), greatest(amount_fen, 0) from allotted
union all
select f.project_id, f.id, f.person_id, f.credited_id, null, (f.month - interval '1 month')::date, f.month, f.happened_on, f.kept_fen - (f.filled_fen - f.filled_before_fen), 0
from filled f
where f.kind = 1 and (f.kept_fen > f.filled_fen - f.filled_before_fen
  or (f.kept_fen = 0 and not exists (select from allotted a where a.project_id = f.project_id and a.id = f.id)))
union all
select project_id, id, null, null, payee, coalesce(pay_month, (moved_month - interval '1 month')::date), moved_month, happened_on, kept_fen, 0
from kept where person_id is null
