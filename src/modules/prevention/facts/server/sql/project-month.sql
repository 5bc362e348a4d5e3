-- 项目月事实. $1 as of, $2 projects or null, $3 first month or null, $4 memo patterns that raise suspicion.
-- A row stands for every month from the project's first record to its last, also the empty ones in between.
-- Interpretations: the 60-day median of heads is the median over the three months before, those since registered as left taken
-- off; a duplicate is a further payment
-- of the same amount to the same payee in one month (and for one month, when named) that no payroll line asked for; a payee
-- is frequent in the month in which the third payment within 30 days falls, wages of persons on the project's roster or
-- payrolls left out: a month's pay, a returned payment sent again and a settlement come close together; a wage payment to a card nobody on the roster
-- or a payroll holds counts as a payment off the roster.
insert into fact_project_month
with workers as (
  select project_id, month,
    count(*) filter (where attended_days > 0) as attended_heads, bit_count(bit_or(days)::bit(31)) as attendance_days, sum(attended_days) as attended_person_days,
    sum(invalid_days) as invalid_person_days, sum(punched_days) as punched_person_days, sum(manual_days) as manual_person_days,
    count(*) filter (where mechanical_days >= 10) as mechanical_heads, count(*) filter (where longest_run >= 28) as never_resting_heads,
    max(last_on) as last_attendance_on, count(*) filter (where off_roster_days > 0) as off_roster_heads,
    count(*) filter (where no_contract) as no_contract_heads, count(*) filter (where two_places_days > 0) as two_places_heads,
    count(*) filter (where on_payroll) as payroll_heads, max(made_on) as payroll_made_on, prevention.sum_fen(due_fen) as payroll_due_fen, prevention.sum_fen(net_fen) as payroll_net_fen,
    sum(unsigned_lines) as unsigned_lines, count(*) filter (where attended_days > 0 and not on_payroll) as present_not_on_payroll_heads,
    count(*) filter (where on_payroll and attended_days = 0) as on_payroll_absent_heads,
    prevention.sum_fen(net_fen) filter (where attended_days = 0) as on_payroll_absent_net_fen,
    count(*) filter (where days_differ) as days_differ_heads, count(*) filter (where below_minimum) as below_minimum_heads, max(net_fen) as highest_net_fen,
    count(*) filter (where card_not_own) as card_not_own_heads, count(*) filter (where card_differs) as card_differs_heads,
    count(*) filter (where paid_fen > 0) as paid_heads, count(*) filter (where on_payroll and paid_fen >= net_fen) as paid_in_full_heads, prevention.sum_fen(paid_fen) as paid_fen,
    min(first_paid_on) as first_paid_on, max(last_paid_on) as last_paid_on, max(settled_on) as settled_on,
    count(*) filter (where net_fen > 0 and paid_fen = 0) as unpaid_heads, count(*) filter (where paid_fen > 0 and paid_fen < net_fen) as short_heads,
    prevention.sum_fen(greatest(net_fen - paid_fen, 0)) as owed_fen, prevention.sum_fen(greatest(paid_fen - net_fen, 0)) filter (where on_payroll) as overpaid_fen,
    count(*) filter (where paid_fen > 0 and attended_days = 0) as paid_absent_heads, prevention.sum_fen(paid_fen) filter (where attended_days = 0) as paid_absent_fen,
    count(*) filter (where paid_fen > 0 and not on_roster) as paid_off_roster_heads,
    sum(open_refunds) as open_refunds, prevention.sum_fen(open_refund_fen) as open_refund_fen, min(oldest_open_refund_on) as oldest_open_refund_on,
    count(*) filter (where token_paid) as token_paid_heads,
    count(*) filter (where attended_days between 1 and 14 and not on_payroll and paid_fen = 0) as casual_unpaid_heads
  from fact_worker group by 1, 2
), flow as materialized (
  select project_id, month, id, account_no, happened_on, happened_at, kind, amount_fen, balance_fen, memo, direction, row_no, import_id, pay_month, person_id,
    coalesce(person_id, hashtextextended(coalesce(encode(counterparty_index, 'hex'), counterparty_name), 0)) as payee
  from prevention.account_flow
  where undone_at is null and happened_on <= $1 and month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3)
), moved as (
  select project_id, month, coalesce(prevention.sum_fen(amount_fen) filter (where kind = 'inflow'), 0) as inflow_fen, count(*) filter (where kind = 'inflow') as inflow_count,
    min(happened_on) filter (where kind = 'inflow') as first_inflow_on,
    coalesce(prevention.sum_fen(amount_fen) filter (where kind = 'other-out'), 0) as other_out_fen, count(*) filter (where kind = 'other-out') as other_out_count,
    coalesce(prevention.sum_fen(amount_fen) filter (where kind = 'cash'), 0) as cash_out_fen,
    count(*) filter (where direction = 'out' and kind <> 'freeze' and memo like any ($4::text[])) as suspect_memo_count,
    count(*) filter (where kind = 'freeze') as freeze_count
  from flow group by 1, 2
), wage as (
  select project_id, flow_id as id, prevention.sum_fen(amount_fen) as kept_fen, prevention.sum_fen(explained_fen) as explained_fen from fact_pay group by 1, 2
), outgoing as materialized (
  select f.project_id, f.month, f.id, f.kind, f.person_id, f.payee, f.amount_fen, f.pay_month, f.happened_on, coalesce(w.explained_fen >= f.amount_fen, false) as explained
  from flow f left join wage w on w.project_id = f.project_id and w.id = f.id
  where f.kind in ('wage', 'other-out') and f.payee is not null and coalesce(w.kept_fen, f.amount_fen) > 0
), twice as (
  select project_id, month, sum(more) as duplicate_payments
  from (
    select project_id, month, least(count(*) - 1, count(*) filter (where not explained)) as more
    from outgoing group by project_id, month, payee, amount_fen, pay_month having count(*) > 1
  ) same group by 1, 2
), often as (
  select project_id, month, count(distinct payee) as frequent_payees
  from (
    select project_id, month, payee, happened_on - lag(happened_on, 2) over (partition by payee, project_id order by happened_on) as within
    from outgoing
    where kind = 'other-out' or person_id is null
      or (project_id, person_id) not in (select project_id, person_id from fact_roster union all select project_id, person_id from fact_worker where on_payroll)
  ) third where within <= 30 group by 1, 2
), unexplained as (
  select project_id, moved_month as month, prevention.sum_fen(amount_fen - explained_fen) as unexplained_wage_fen from fact_pay group by 1, 2
), unknown as (
  select project_id, month, count(distinct coalesce(payee, int8send(flow_id))) as heads from fact_pay where person_id is null and amount_fen > 0 group by 1, 2
), lost_refund as (
  select r.project_id, r.month, count(*) as open_refunds, prevention.sum_fen(r.amount_fen) as open_refund_fen, min(r.refunded_on) as oldest_open_refund_on
  from fact_refund r
  where r.person_id is null and not exists (
    select from fact_pay p where p.project_id = r.project_id and p.payee = r.payee and p.paid_on >= r.refunded_on and p.amount_fen >= r.amount_fen)
  group by 1, 2
), file_order as (
  -- Statements run from old to new or from new to old; within a day without times the row number follows the file.
  select project_id, import_id, case when covar_pop(row_no, happened_on - date '2000-01-01') < 0 then -1 else 1 end as way,
    bool_or(balance_fen is not null) as has_balances
  from flow group by 1, 2
), balance as (
  select project_id, month, account_no,
    (array_agg(balance_fen order by happened_on desc, happened_at desc nulls first, row_no * way desc, id desc) filter (where balance_fen is not null))[1] as closing_fen,
    (array_agg(balance_fen - signed_fen order by happened_on, happened_at nulls last, row_no * way, id))[1] as before_first_fen,
    min(balance_fen) as lowest_fen, prevention.sum_fen(signed_fen) as moved_fen, bool_and(balance_fen is not null) as complete
  from (
    select *, case when kind = 'freeze' then 0 when direction = 'in' then amount_fen else -amount_fen end as signed_fen
    from flow join file_order using (project_id, import_id) where has_balances
  ) f group by 1, 2, 3
), balances as (
  select project_id, month, sum(closing_fen) as closing_balance_fen, min(lowest_fen) as lowest_balance_fen,
    case when bool_and(complete) then sum(closing_fen - opening_fen - moved_fen) end as balance_gap_fen
  from (
    select *, coalesce(lag(closing_fen) over (partition by project_id, account_no order by month), before_first_fen) as opening_fen from balance
  ) b group by 1, 2
), seen as (
  -- 标记 and punches kept apart, by device. What was flagged later counts as seen on the day it speaks of; what the office has
  -- accepted lay outside the fence for a reason; what it accepted although too old was entered late.
  select f.project_id, date_trunc('month', f.day)::date as month, f.kind, coalesce(d.name, f.appid) as gate, sum(f.punches) as punches,
    greatest(count(distinct f.person_id), coalesce(max((f.detail ->> 'people')::int), 0)) as people, count(distinct f.day) as days, count(distinct (f.person_id, f.day)) filter (where f.person_id is not null) as person_days
  from prevention.device_flag f left join prevention.device d on d.appid = f.appid
  where f.kind in ('impossible-speed', 'burst', 'constant-position') and f.day <= $1 and ($2::bigint[] is null or f.project_id = any ($2))
  group by 1, 2, 3, 4
  union all
  select q.project_id, date_trunc('month', q.happened_at)::date, k.kind, coalesce(d.name, q.device), count(*), count(distinct q.who), count(distinct q.happened_at::date), count(distinct (q.who, q.happened_at::date))
  from prevention.punch_quarantine q left join prevention.device d on d.appid = q.appid cross join lateral (
    select 'outside-fence' as kind where 'outside-fence' = any (q.reasons) and (q.state <> 'accepted' or (q.decided_at at time zone 'Asia/Shanghai')::date > $1)
    union all select 'too-old' where 'too-old' = any (q.reasons) and q.state = 'accepted' and (q.decided_at at time zone 'Asia/Shanghai')::date <= $1) k
  where q.happened_at < $1::date + 1 and (q.received_at at time zone 'Asia/Shanghai')::date <= $1 and ($2::bigint[] is null or q.project_id = any ($2))
  group by 1, 2, 3, 4
), flagged as (
  select project_id, month, jsonb_agg(jsonb_build_object('kind', kind, 'gate', gate, 'punches', punches, 'people', people, 'days', days, 'personDays', person_days) order by kind, gate) as gate_flags
  from seen group by 1, 2
), span as (
  select project_id, min(month) as from_month, max(month) as until_month
  from (
    select project_id, month from workers union all select project_id, month from moved
    union all select project_id, month from unknown union all select project_id, month from lost_refund
    union all select project_id, month from flagged
  ) any_record group by 1
), months as (
  select project_id, m::date as month from span, generate_series(from_month::timestamp, until_month::timestamp, interval '1 month') as m
), joined as (
  select m.project_id, m.month,
    coalesce(attended_heads, 0) as attended_heads, coalesce(attendance_days, 0) as attendance_days, coalesce(attended_person_days, 0) as attended_person_days,
    coalesce(invalid_person_days, 0) as invalid_person_days, coalesce(punched_person_days, 0) as punched_person_days, coalesce(manual_person_days, 0) as manual_person_days,
    coalesce(mechanical_heads, 0) as mechanical_heads, coalesce(never_resting_heads, 0) as never_resting_heads, last_attendance_on,
    coalesce(off_roster_heads, 0) as off_roster_heads, coalesce(no_contract_heads, 0) as no_contract_heads, coalesce(two_places_heads, 0) as two_places_heads,
    coalesce(payroll_heads, 0) as payroll_heads, payroll_made_on, coalesce(payroll_due_fen, 0) as payroll_due_fen, coalesce(payroll_net_fen, 0) as payroll_net_fen,
    coalesce(unsigned_lines, 0) as unsigned_lines, coalesce(present_not_on_payroll_heads, 0) as present_not_on_payroll_heads,
    coalesce(on_payroll_absent_heads, 0) as on_payroll_absent_heads, coalesce(on_payroll_absent_net_fen, 0) as on_payroll_absent_net_fen,
    coalesce(days_differ_heads, 0) as days_differ_heads, coalesce(below_minimum_heads, 0) as below_minimum_heads, coalesce(highest_net_fen, 0) as highest_net_fen,
    coalesce(card_not_own_heads, 0) as card_not_own_heads, coalesce(card_differs_heads, 0) as card_differs_heads,
    coalesce(paid_heads, 0) as paid_heads, coalesce(paid_in_full_heads, 0) as paid_in_full_heads, coalesce(paid_fen, 0) as paid_fen, first_paid_on, last_paid_on,
    case when payroll_heads > 0 and owed_fen = 0 then coalesce(settled_on, payroll_made_on) end as settled_on,
    coalesce(unpaid_heads, 0) as unpaid_heads, coalesce(short_heads, 0) as short_heads, coalesce(owed_fen, 0) as owed_fen, coalesce(overpaid_fen, 0) as overpaid_fen,
    coalesce(paid_absent_heads, 0) as paid_absent_heads, coalesce(paid_absent_fen, 0) as paid_absent_fen,
    coalesce(paid_off_roster_heads, 0) + coalesce(unknown.heads, 0) as paid_off_roster_heads,
    coalesce(w.open_refunds, 0) + coalesce(l.open_refunds, 0) as open_refunds, coalesce(w.open_refund_fen, 0) + coalesce(l.open_refund_fen, 0) as open_refund_fen,
    least(w.oldest_open_refund_on, l.oldest_open_refund_on) as oldest_open_refund_on,
    coalesce(token_paid_heads, 0) as token_paid_heads, coalesce(casual_unpaid_heads, 0) as casual_unpaid_heads,
    coalesce(inflow_fen, 0) as inflow_fen, coalesce(inflow_count, 0) as inflow_count, first_inflow_on, coalesce(other_out_fen, 0) as other_out_fen,
    coalesce(other_out_count, 0) as other_out_count, coalesce(cash_out_fen, 0) as cash_out_fen, coalesce(suspect_memo_count, 0) as suspect_memo_count,
    coalesce(duplicate_payments, 0) as duplicate_payments, coalesce(frequent_payees, 0) as frequent_payees, coalesce(freeze_count, 0) as freeze_count,
    coalesce(unexplained_wage_fen, 0) as unexplained_wage_fen, closing_balance_fen, lowest_balance_fen, balance_gap_fen
  from months m
  left join workers w on w.project_id = m.project_id and w.month = m.month
  left join moved on moved.project_id = m.project_id and moved.month = m.month
  left join twice on twice.project_id = m.project_id and twice.month = m.month
  left join often on often.project_id = m.project_id and often.month = m.month
  left join unexplained on unexplained.project_id = m.project_id and unexplained.month = m.month
  left join unknown on unknown.project_id = m.project_id and unknown.month = m.month
  left join lost_refund l on l.project_id = m.project_id and l.month = m.month
  left join balances on balances.project_id = m.project_id and balances.month = m.month
), gone as (
  select project_id, date_trunc('month', left_on)::date as month, count(*) as heads from fact_roster where left_on is not null group by 1, 2
), leaving as (
  select j.*, coalesce(sum(g.heads) over (partition by j.project_id order by j.month rows between unbounded preceding and 1 preceding), 0)::int as left_before
  from joined j left join gone g on g.project_id = j.project_id and g.month = j.month
), counted as (
  select *, row_number() over w as nth, count(*) filter (where owed_fen > 0) over w as in_arrears_so_far,
    array_agg(attended_heads + left_before) filter (where attended_heads > 0) over (partition by project_id order by month rows between 3 preceding and 1 preceding) as heads_before
  from leaving window w as (partition by project_id order by month rows unbounded preceding)
)
select project_id, month, attended_heads, attendance_days, attended_person_days, invalid_person_days, punched_person_days, manual_person_days,
  mechanical_heads, never_resting_heads, last_attendance_on, off_roster_heads, no_contract_heads, two_places_heads,
  payroll_heads, payroll_made_on, payroll_due_fen, payroll_net_fen, unsigned_lines, present_not_on_payroll_heads, on_payroll_absent_heads,
  on_payroll_absent_net_fen, days_differ_heads, below_minimum_heads, highest_net_fen, card_not_own_heads, card_differs_heads,
  paid_heads, paid_in_full_heads, paid_fen, first_paid_on, last_paid_on, settled_on, unpaid_heads, short_heads, owed_fen, overpaid_fen,
  paid_absent_heads, paid_absent_fen, paid_off_roster_heads, open_refunds, open_refund_fen, oldest_open_refund_on, token_paid_heads, casual_unpaid_heads,
  inflow_fen, inflow_count, first_inflow_on, other_out_fen, other_out_count, cash_out_fen, suspect_memo_count, duplicate_payments, frequent_payees,
  freeze_count, unexplained_wage_fen, closing_balance_fen, lowest_balance_fen, balance_gap_fen,
  case when heads_before is not null then (select greatest(percentile_cont(0.5) within group (order by heads) - left_before, 0) from unnest(heads_before) as heads) end,
  -- Months in a row before this one: a month whose payroll is paid breaks the row of arrears, one without a payroll does not.
  coalesce(lag(in_arrears_so_far) over before, 0) - coalesce(max(in_arrears_so_far) filter (where payroll_heads > 0 and owed_fen = 0) over earlier, 0),
  nth - 1 - coalesce(max(nth) filter (where attended_heads = 0 or inflow_fen > 0) over earlier, 0),
  now(), coalesce(gate_flags, '[]')
from counted left join flagged using (project_id, month)
window before as (partition by project_id order by month),
  earlier as (partition by project_id order by month rows between unbounded preceding and 1 preceding)
