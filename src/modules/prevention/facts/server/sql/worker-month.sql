-- 工人月事实. $1 as of, $2 projects or null, $3 first month or null, $4 local monthly minimum wage in fen or null.
-- Attendance is cut to the days up to the as-of day; payrolls count from the day they were made.
-- Interpretations: pay below the minimum is judged without overtime pay and in proportion to the days worked out of 21.75;
-- what came back counts as sent again when that much was paid afterwards and less is owed than came back;
-- payroll days are compared with attended days (a half day is half) only once the month is over; agreed pay is the
-- roster's rate by its kind (an hour-wage day has 8 hours), for piece work and where no rate is stated the payroll's due.
insert into fact_worker
with attended as (
  select project_id, month, person_id, mask, half_days, punched_days, invalid_days, manual_days, mechanical_days, longest_run, last_on, days
  from (
    select *, case when last_on <= $1 then -1 else prevention.days_between(month, $1, month) end as mask
    from prevention.attendance_month
    where month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3)
  ) a
  where days & mask <> 0
), card_owner as (
  select project_id, card_index, array_agg(person_id) as persons from fact_roster, unnest(cards) as card_index group by 1, 2
), refunded as (
  select project_id, month, person_id, prevention.sum_fen(amount_fen) as fen, min(refunded_on) as first_on,
    count(*) filter (where not repaid) as not_repaid, prevention.sum_fen(amount_fen) filter (where not repaid) as not_repaid_fen
  from (
    select r.project_id, r.refund_id, r.month, r.person_id, r.amount_fen, r.refunded_on,
      prevention.sum_fen(p.amount_fen) filter (where p.paid_on >= r.refunded_on and p.flow_id <> coalesce(r.payment_id, 0)) >= r.amount_fen as repaid
    from fact_refund r
    left join fact_pay p on p.project_id = r.project_id and p.month = r.month and p.person_id = r.person_id
    where r.person_id is not null
    group by 1, 2, 3, 4, 5, 6
  ) one group by 1, 2, 3
), records as (
  select project_id, month, person_id, days & mask as days, half_days & mask as half_days, punched_days & mask as punched_days,
    invalid_days & mask as invalid_days, manual_days & mask as manual_days, mechanical_days & mask as mechanical_days,
    case when mask = -1 and longest_run > 0 then longest_run else prevention.longest_run(days & mask) end as longest_run,
    case when mask = -1 then last_on else prevention.last_day(days & mask, month) end as last_on, 0 as both_days,
    0 as lines, null::numeric as work_days, 0::bigint as due_fen, 0::bigint as net_fen, 0::bigint as overtime_fen, 0 as unsigned_lines, null::boolean as signed, null::date as made_on,
    false as card_differs, false as card_not_own,
    0::bigint as paid_fen, 0::bigint as explained_fen, null::date as paid_on, null::date as explained_on,
    0::bigint as refunded_fen, null::date as refunded_on, 0::bigint as not_repaid, 0::bigint as not_repaid_fen
  from attended
  union all
  select project_id, month, person_id, 0, 0, 0, 0, 0, 0, 0, null, days, 0, null, 0, 0, 0, 0, null, null, false, false, 0, 0, null, null, 0, null, 0, 0
  from fact_two_places
  union all
  select l.project_id, l.month, l.person_id, 0, 0, 0, 0, 0, 0, 0, null, 0,
    1, l.work_days, l.due_fen, l.net_fen, l.overtime_fen, case when l.signed then 0 when not l.signed then 1 else 0 end, l.signed, l.made_on,
    coalesce(cardinality(r.cards) > 0 and not l.card_index = any (r.cards), false),
    coalesce(not l.person_id = any (o.persons), false) or coalesce(r.holder_differs, false),
    0, 0, null, null, 0, null, 0, 0
  from prevention.payroll_line l
  left join fact_roster r on r.project_id = l.project_id and r.person_id = l.person_id
  left join card_owner o on o.project_id = l.project_id and o.card_index = l.card_index
  where l.superseded_at is null and l.made_on <= $1 and l.month <= $1
    and ($2::bigint[] is null or l.project_id = any ($2)) and ($3::date is null or l.month >= $3)
  union all
  select project_id, month, person_id, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, null, 0, 0, 0, 0, null, null, false, false,
    amount_fen, explained_fen, case when amount_fen > 0 then paid_on end, case when explained_fen > 0 then paid_on end, 0, null, 0, 0
  from fact_pay where person_id is not null
  union all
  select project_id, month, person_id, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, null, 0, 0, 0, 0, null, null, false, false, 0, 0, null, null,
    fen, first_on, not_repaid, not_repaid_fen
  from refunded
), summed as (
  select project_id, month, person_id, bit_or(days) as days, bit_or(half_days) as half_days, bit_or(punched_days) as punched_days,
    bit_or(invalid_days) as invalid_days, bit_or(manual_days) as manual_days, bit_or(mechanical_days) as mechanical_days,
    max(longest_run) as longest_run, max(last_on) as last_on, bit_or(both_days) as both_days,
    sum(lines) as lines, sum(work_days) as work_days, prevention.sum_fen(due_fen) as due_fen, prevention.sum_fen(net_fen) as net_fen,
    prevention.sum_fen(overtime_fen) as overtime_fen, sum(unsigned_lines) as unsigned_lines, bool_and(signed) as signed, max(made_on) as made_on,
    bool_or(card_differs) as card_differs, bool_or(card_not_own) as card_not_own,
    prevention.sum_fen(paid_fen) as paid_fen, prevention.sum_fen(explained_fen) as explained_fen, min(paid_on) as first_paid_on, max(paid_on) as last_paid_on,
    max(explained_on) as explained_on, prevention.sum_fen(refunded_fen) as refunded_fen, min(refunded_on) as refunded_on,
    sum(not_repaid)::int as not_repaid, prevention.sum_fen(not_repaid_fen) as not_repaid_fen
  from records group by 1, 2, 3
), with_roster as (
  select s.*, r.stays, r.pay_kind, r.pay_rate_fen, r.signed_on, bit_count(s.days::bit(31))::int as attended_days, case when s.half_days = 0 then 0 else bit_count((s.half_days & s.days)::bit(31))::int end as halves,
    case when r.stays is null then 0
      when r.stays = 1 then prevention.days_between(r.entered_on, coalesce(r.left_on, $1), s.month)
      else (select bit_or(prevention.days_between(e, coalesce(l, $1), s.month)) from unnest(r.entered_ons, r.left_ons) as stay(e, l)) end as roster_days,
    case when r.stays is null or (r.stays = 1 and r.signed_on is null) then 0
      when r.stays = 1 then prevention.days_between(r.signed_on, $1, s.month)
      else (select coalesce(bit_or(prevention.days_between(c, coalesce(l, $1), s.month)), 0) from unnest(r.left_ons, r.signed_ons) as stay(l, c) where c is not null) end as contract_days,
    case when r.stays > 1 then coalesce((select max(e) from unnest(r.entered_ons) as e where e < s.month + interval '1 month'), r.first_entered_on) else r.entered_on end as entered_on,
    case when r.stays > 1 then (select l from unnest(r.entered_ons, r.left_ons) as stay(e, l) order by e < s.month + interval '1 month' desc, case when e < s.month + interval '1 month' then e - s.month else s.month - e end desc limit 1) else r.left_on end as left_on,
    c.people, s.not_repaid = 0 and s.net_fen - s.paid_fen < s.refunded_fen as sent_again
  from summed s
  left join fact_roster r on r.project_id = s.project_id and r.person_id = s.person_id
  left join fact_card c on c.project_id = s.project_id and c.person_id = s.person_id
)
select project_id, month, person_id, days, attended_days, halves,
  case when invalid_days = 0 then 0 else bit_count(invalid_days::bit(31)) end,
  case when punched_days = 0 then 0 else bit_count(punched_days::bit(31)) end,
  case when manual_days = 0 then 0 else bit_count(manual_days::bit(31)) end,
  case when mechanical_days = 0 then 0 else bit_count(mechanical_days::bit(31)) end, longest_run,
  last_on, case when both_days = 0 then 0 else bit_count(both_days::bit(31)) end,
  lines > 0, lines, work_days, due_fen, net_fen, unsigned_lines, signed, made_on, card_differs, card_not_own,
  coalesce($4::bigint is not null and lines > 0 and coalesce(work_days, attended_days - halves * 0.5) > 0
    and (due_fen - overtime_fen) * 21.75 < $4::bigint * least(coalesce(work_days, attended_days - halves * 0.5), 21.75), false),
  paid_fen, refunded_fen, first_paid_on, last_paid_on,
  case when net_fen > 0 and explained_fen >= net_fen then explained_on end,
  case when net_fen = 0 then not_repaid when paid_fen >= net_fen or refunded_fen = 0 or sent_again then 0 else greatest(not_repaid, 1) end,
  case when net_fen = 0 then not_repaid_fen when paid_fen >= net_fen or sent_again then 0 else least(refunded_fen, net_fen - paid_fen) end,
  case when (net_fen = 0 and not_repaid > 0) or (paid_fen < net_fen and refunded_fen > 0 and not sent_again) then refunded_on end,
  roster_days <> 0, entered_on, left_on, signed_on, case when days & ~roster_days = 0 then 0 else bit_count((days & ~roster_days)::bit(31)) end,
  days & roster_days & ~contract_days <> 0 and bit_count((days & roster_days & ~contract_days)::bit(31)) > 3,
  coalesce(attended_days > 0 and (month + interval '1 month')::date - 1 <= $1 and abs(work_days - (attended_days - halves * 0.5)) > 3, false),
  people is not null,
  coalesce(attended_days >= 20 and paid_fen > 0 and paid_fen * 100 < 30 * coalesce(
    case pay_kind when 'month' then pay_rate_fen when 'day' then pay_rate_fen * attended_days when 'hour' then pay_rate_fen * 8 * attended_days end, due_fen), false)
from with_roster
