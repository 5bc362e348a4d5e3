-- Which payment each refund (退票) takes back. $1 as of, $2 projects, $3 first month.
-- Interpretation: where the bank names no original, a refund belongs to the nearest earlier payment of the same amount to
-- the same payee that no later refund took back already; the two pair up like brackets, level by level.
insert into fact_refund
with refund as materialized (
  select project_id, id, account_no, refund_of_serial, happened_on, happened_at, amount_fen, person_id,
    coalesce(int8send(person_id), counterparty_index) as payee,
    coalesce(pay_month, (month - interval '1 month')::date) as month
  from prevention.account_flow
  where kind = 'refund' and undone_at is null and happened_on <= $1 and month <= $1
    and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3)
), named as (
  select r.project_id, r.id, min(w.id) as payment_id, min(w.person_id) as person_id
  from refund r join prevention.account_flow w on w.project_id = r.project_id and w.account_no = r.account_no and w.serial_no = r.refund_of_serial
  where w.kind = 'wage' and w.undone_at is null and w.happened_on <= r.happened_on and w.month <= $1
    and ($2::bigint[] is null or w.project_id = any ($2)) and ($3::date is null or w.month >= $3)
  group by 1, 2
), unnamed as (
  select r.* from refund r where r.payee is not null and not exists (select from named n where n.project_id = r.project_id and n.id = r.id)
), event as (
  select w.project_id, w.id, coalesce(int8send(w.person_id), w.counterparty_index) as payee, w.amount_fen, w.happened_on, w.happened_at, 1 as step
  from prevention.account_flow w
  where w.kind = 'wage' and w.undone_at is null and w.happened_on <= $1 and w.month <= $1
    and ($2::bigint[] is null or w.project_id = any ($2)) and ($3::date is null or w.month >= $3)
    and (w.project_id, w.amount_fen, coalesce(int8send(w.person_id), w.counterparty_index)) in (select project_id, amount_fen, payee from unnamed)
    and not exists (select from named n where n.project_id = w.project_id and n.payment_id = w.id)
  union all
  select project_id, id, payee, amount_fen, happened_on, happened_at, -1 from unnamed
), levelled as (
  select *, sum(step) over w - case when step = 1 then 1 else 0 end as level
  from event window w as (partition by project_id, payee, amount_fen order by happened_on, happened_at, step desc, id rows unbounded preceding)
), paired as (
  select project_id, id, step, lag(id) over w as before_id, lag(step) over w as before_step
  from levelled window w as (partition by project_id, payee, amount_fen, level order by happened_on, happened_at, step desc, id)
)
select r.project_id, r.id, coalesce(n.payment_id, p.before_id), coalesce(n.person_id, r.person_id), r.payee, r.amount_fen, r.happened_on, r.month
from refund r
left join named n on n.project_id = r.project_id and n.id = r.id
left join paired p on p.project_id = r.project_id and p.id = r.id and p.step = -1 and p.before_step = 1
