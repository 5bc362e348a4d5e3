-- Whose pay it was that came to a card several persons use. $1 as of, $2 projects, $3 first month.
-- The bank writes the holder's name on all of it, so the name says nothing about for whom it was. Interpretation: what the card
-- received for a month is held against what its persons were due for that month together; a payment of exactly one person's due
-- is his, what is then left fills the others one after the other. What nobody was due stays with whom the bank named. A sum
-- that came back is of him who was due just that and got nothing.
with party as materialized (
  select distinct project_id, party_id from fact_card
), paid as materialized (
  delete from fact_pay p using party where p.project_id = party.project_id and p.person_id = party.party_id returning p.*
), due as materialized (
  select *, row_number() over (partition by project_id, party_id, month, due_fen order by person_id) as nth
  from (
    select c.project_id, c.party_id, l.month, c.person_id, prevention.sum_fen(l.net_fen) as due_fen
    from fact_card c join prevention.payroll_line l on l.project_id = c.project_id and l.person_id = c.person_id
    where l.superseded_at is null and l.made_on <= $1 and l.month <= $1 and ($2::bigint[] is null or l.project_id = any ($2)) and ($3::date is null or l.month >= $3)
    group by 1, 2, 3, 4 having prevention.sum_fen(l.net_fen) > 0
  ) one
), asked as materialized (
  select *, row_number() over (partition by project_id, person_id, month, explained_fen order by paid_on, flow_id) as nth from paid where explained_fen > 0
), exact as materialized (
  select a.*, d.person_id as owner_id
  from asked a join due d on d.project_id = a.project_id and d.party_id = a.person_id and d.month = a.month and d.due_fen = a.explained_fen and d.nth = a.nth
), waits as (
  select *, prevention.sum_fen(due_fen) over (partition by project_id, party_id, month order by person_id rows unbounded preceding) as upto_fen
  from due d
  where not exists (select from exact e where e.project_id = d.project_id and e.person_id = d.party_id and e.month = d.month and e.owner_id = d.person_id)
), rest as (
  select *, prevention.sum_fen(explained_fen) over (partition by project_id, person_id, month order by paid_on, flow_id rows unbounded preceding) as upto_fen
  from asked a
  where not exists (select from exact e where e.project_id = a.project_id and e.flow_id = a.flow_id and e.month = a.month)
), shares as (
  select project_id, flow_id, owner_id, credited_id, month, moved_month, paid_on, explained_fen as fen from exact
  union all
  select r.project_id, r.flow_id, w.person_id, r.credited_id, r.month, r.moved_month, r.paid_on,
    least(r.upto_fen, w.upto_fen) - greatest(r.upto_fen - r.explained_fen, w.upto_fen - w.due_fen)
  from rest r join waits w on w.project_id = r.project_id and w.party_id = r.person_id and w.month = r.month
    and r.upto_fen > w.upto_fen - w.due_fen and r.upto_fen - r.explained_fen < w.upto_fen
), returned as (
  select r.project_id, r.refund_id, p.person_id as party_id, p.month, r.amount_fen,
    row_number() over (partition by r.project_id, p.person_id, p.month, r.amount_fen order by r.refunded_on desc, r.refund_id desc) as nth
  from fact_refund r join paid p on p.project_id = r.project_id and p.flow_id = r.payment_id
), without as (
  select d.project_id, d.party_id, d.month, d.due_fen, d.person_id,
    row_number() over (partition by d.project_id, d.party_id, d.month, d.due_fen order by d.person_id) as nth
  from due d where not exists (select from shares s where s.project_id = d.project_id and s.owner_id = d.person_id and s.month = d.month)
), told as (
  update fact_refund f set person_id = w.person_id
  from returned r
  join without w on w.project_id = r.project_id and w.party_id = r.party_id and w.month = r.month and w.due_fen = r.amount_fen and w.nth = r.nth
  where f.project_id = r.project_id and f.refund_id = r.refund_id
)
insert into fact_pay
select project_id, flow_id, owner_id, credited_id, null::bytea, month, moved_month, paid_on, fen, fen from shares
union all
select project_id, flow_id, coalesce(credited_id, person_id), credited_id, null, month, moved_month, paid_on, amount_fen - explained_fen, 0
from paid where amount_fen > explained_fen or amount_fen = 0
