-- 项目事实, what the ledger does not state itself. $1 as of, $2 projects or null, $3 first month or null.
-- Interpretations: who has a leaving day up to the as-of day has left; a leaver is unpaid when a payroll still owes or when a
-- month he attended has neither payroll line nor payment; the deposit area is the prefecture (65号规定: the managing
-- authority's area), and only projects not finished count in it. Retirement follows the gradual scale in force from 2025-01-01:
-- men 60 years plus a month for every 4 months born after 1964-12 (at most 36), women 50 plus a month for every 2 months
-- born after 1974-12 (at most 60), the rule for women workers.
-- Who was never paid is asked from the first day of attendance on: entered at a month's end or during a pause, one has earned
-- nothing yet that the first pay day could bring.
-- A person whose whole pay was sent and came back is an open refund (DIS-08, then PAY-03), not one who was never paid.
-- What was recorded only after the as-of day (a replay) counts as having arrived on the day it speaks of.
insert into fact_project
with project as (
  select id as project_id, gc_enterprise_id, region_code from prevention.project where $2::bigint[] is null or id = any ($2)
), peers as (
  select gc_enterprise_id, left(region_code, 4) as area, count(*) as projects
  from prevention.project
  where gc_enterprise_id in (select gc_enterprise_id from project) and (state <> 'finished' or finished_on > $1)
    and (coalesce(started_on, contract_signed_on) is null or coalesce(started_on, contract_signed_on) <= $1)
  group by 1, 2
), person as (
  select project_id, person_id, prevention.sum_fen(greatest(net_fen - paid_fen, 0)) as owed_fen, prevention.sum_fen(paid_fen) as paid_fen, prevention.sum_fen(open_refund_fen) as returned_fen, max(last_on) as last_on,
    min(month + round(ln((days & -days)::float8) / ln(2))::int) filter (where days <> 0) as worked_since,
    bool_or(attended_days > 0 and not on_payroll and paid_fen = 0) as unsettled
  from fact_worker group by 1, 2
), attendance as (
  select project_id, min(first_on) as first_attendance_on, max(arrived_on) as arrived_on
  from (
    select project_id, first_on, case when (arrived_at at time zone 'Asia/Shanghai')::date <= $1 then (arrived_at at time zone 'Asia/Shanghai')::date else least(last_on, $1) end as arrived_on
    from prevention.attendance_month
    where first_on <= $1 and month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3)
  ) a group by 1
), roster as (
  select r.project_id,
    count(*) filter (where on_site) as on_site,
    count(*) filter (where on_site and signed_on is null) as on_site_without_contract,
    count(*) filter (where on_site and not has_card) as on_site_without_card,
    count(*) filter (where on_site and contract_until between $1 and $1::date + 30) as contracts_ending,
    count(*) filter (where on_site and born_on + interval '16 years' > $1) as under_age,
    count(*) filter (where on_site and case when is_male
      then born_on + make_interval(years => 60, months => least(greatest((extract(year from born_on)::int - 1965) * 12 + extract(month from born_on)::int + 3, 0) / 4, 36)) <= $1
      else born_on + make_interval(years => 50, months => least(greatest((extract(year from born_on)::int - 1975) * 12 + extract(month from born_on)::int + 1, 0) / 2, 60)) <= $1 end
      and is_male is not null) as over_retirement,
    count(*) filter (where not on_site and (owed_fen > 0 or unsettled)) as left_unpaid,
    prevention.sum_fen(owed_fen) filter (where not on_site) as left_unpaid_fen,
    min(left_on) filter (where not on_site and (owed_fen > 0 or unsettled)) as left_unpaid_since,
    count(*) filter (where on_site and entered_on <= $1::date - 30 and coalesce(last_on, entered_on) <= $1::date - 30) as silent,
    count(*) filter (where worked_since < $1::date - 30 and paid_fen = 0 and (returned_fen = 0 or owed_fen > returned_fen)) as never_paid,
    min(worked_since) filter (where worked_since < $1::date - 30 and paid_fen = 0 and (returned_fen = 0 or owed_fen > returned_fen)) as never_paid_since
  from fact_roster r left join person p on p.project_id = r.project_id and p.person_id = r.person_id
  group by 1
), roster_feed as (
  select project_id, max(greatest(entered_on, case when left_on <= $1 then left_on end, case when contract_signed_on <= $1 then contract_signed_on end)) as through,
    max(case when (recorded_at at time zone 'Asia/Shanghai')::date <= $1 then (recorded_at at time zone 'Asia/Shanghai')::date else entered_on end) as arrived_on
  from prevention.roster_entry
  where superseded_at is null and entered_on <= $1 and ($2::bigint[] is null or project_id = any ($2)) group by 1
), phone as (
  select project_id, max(people) as most, sum(people) filter (where people > 1) as shared
  from (
    select project_id, phone_index, count(distinct person_id) as people from prevention.roster_entry
    where superseded_at is null and entered_on <= $1 and phone_index is not null and ($2::bigint[] is null or project_id = any ($2)) group by 1, 2
  ) p group by 1
), card as (
  select project_id, max(people) as most, count(*) as shared from fact_card group by 1
), carded as (
  select project_id, bool_or(has_card) as any_card from fact_roster group by 1
), payroll_feed as (
  select project_id, max(month) as through,
    max(case when (recorded_at at time zone 'Asia/Shanghai')::date <= $1 then (recorded_at at time zone 'Asia/Shanghai')::date else made_on end) as arrived_on
  from prevention.payroll_line
  where superseded_at is null and made_on <= $1 and month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3) group by 1
), flow_feed as (
  select project_id, max(happened_on) as through, max(happened_on) filter (where kind = 'inflow') as last_inflow_on, max(happened_on) filter (where kind = 'wage') as last_wage_paid_on,
    max(case when (recorded_at at time zone 'Asia/Shanghai')::date <= $1 then (recorded_at at time zone 'Asia/Shanghai')::date else happened_on end) as arrived_on
  from prevention.account_flow
  where undone_at is null and happened_on <= $1 and month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3) group by 1
), covered as (
  -- A file that speaks for days beyond the as-of day speaks for the days up to it.
  select project_id, max(least(through_on, $1)) filter (where feed = 'attendance') as attendance_through, max(least(through_on, $1)) filter (where feed = 'flows') as flows_through,
    max(arrived_on) filter (where feed = 'attendance') as attendance_arrived_on, max(arrived_on) filter (where feed = 'flows') as flows_arrived_on
  from (
    select project_id, feed, through_on,
      case when (recorded_at at time zone 'Asia/Shanghai')::date <= $1 then (recorded_at at time zone 'Asia/Shanghai')::date else least(through_on, $1) end as arrived_on
    from prevention.coverage
    where undone_at is null and from_on <= $1 and ($2::bigint[] is null or project_id = any ($2))
  ) c group by 1
), numbered as (
  select project_id, month, attended_heads, inflow_fen, owed_fen, payroll_heads, closing_balance_fen, last_attendance_on,
    month = (date_trunc('month', $1::timestamp + interval '1 day') - interval '1 month')::date as is_last_complete,
    row_number() over w as nth, count(*) filter (where owed_fen > 0) over w as in_arrears_so_far,
    max(month) filter (where owed_fen > 0) over (partition by project_id) as pending_month
  from fact_project_month window w as (partition by project_id order by month rows unbounded preceding)
), history as (
  select project_id, max(last_attendance_on) as last_attendance_on, prevention.sum_fen(owed_fen) as arrears_fen, min(month) filter (where owed_fen > 0) as arrears_since,
    max(pending_month) as pending_payroll_month, prevention.sum_fen(owed_fen) filter (where month = pending_month) as pending_payroll_fen,
    (array_agg(closing_balance_fen order by month desc) filter (where closing_balance_fen is not null))[1] as account_balance_fen,
    coalesce(max(nth) filter (where is_last_complete), 0) as last_complete_nth
  from numbered group by 1
), runs as (
  select n.project_id,
    case when h.last_complete_nth = 0 then 0 else h.last_complete_nth - coalesce(max(nth) filter (where nth <= h.last_complete_nth and (attended_heads = 0 or inflow_fen > 0)), 0) end as without_inflow,
    max(in_arrears_so_far) - coalesce(max(in_arrears_so_far) filter (where payroll_heads > 0 and n.owed_fen = 0), 0) as with_arrears
  from numbered n join history h on h.project_id = n.project_id
  where n.month <= (date_trunc('month', $1::timestamp + interval '1 day') - interval '1 month')::date
  group by n.project_id, h.last_complete_nth
), spare as (
  -- The last inflow of the month before the run without any, where that month had one on another day too.
  select r.project_id, max(f.happened_on) as on_day
  from runs r join prevention.account_flow f on f.project_id = r.project_id
    and f.month = (date_trunc('month', $1::timestamp + interval '1 day') - make_interval(months => r.without_inflow::int + 1))::date
  where r.without_inflow > 0 and f.kind = 'inflow' and f.undone_at is null and f.happened_on <= $1 and f.month <= $1 and ($3::date is null or f.month >= $3)
  group by 1 having count(distinct f.happened_on) > 1
), gate as (
  -- State that only a later message brought (a replay) is not known yet; that the gate lives since, is: nobody calls it silent.
  select d.project_id, d.name, (d.registered_at at time zone 'Asia/Shanghai')::date as since_on,
    case when d.heard_at is not null then least((d.heard_at at time zone 'Asia/Shanghai')::date, $1::date) end as heard_on,
    case when k.is_known then coalesce((select percentile_disc(0.5) within group (order by o) from unnest(d.offsets) o), 0) else 0 end as ahead,
    case when k.is_known then greatest(d.announced, 1) - 1
      - coalesce((select sum(upper(r) - lower(r)) from unnest(d.received * int8multirange(int8range(1, greatest(d.announced, 1)))) r), 0)::bigint else 0 end as missing,
    (d.missing_since at time zone 'Asia/Shanghai')::date as missing_since,
    coalesce((select sum(f.punches) from prevention.device_flag f where f.appid = d.appid and f.kind = 'lost' and f.day > $1::date - 30 and f.day <= $1), 0) as lost
  from prevention.device d cross join lateral (select (d.heard_at at time zone 'Asia/Shanghai')::date <= $1 as is_known) k
  where ($2::bigint[] is null or d.project_id = any ($2)) and (d.registered_at at time zone 'Asia/Shanghai')::date <= $1
    and not exists (select from exchange.app a where a.appid = d.appid and a.disabled_at is not null)
), gates as (
  select project_id, jsonb_agg(jsonb_build_object('name', name, 'heardOn', heard_on, 'sinceOn', since_on, 'fastSeconds', greatest(ahead, 0), 'slowSeconds', greatest(-ahead, 0),
    'missing', missing, 'missingSince', case when missing > 0 then missing_since end, 'lost', lost) order by name) as gates
  from gate group by 1
), waiting as (
  select q.project_id, coalesce(d.name, '手工补录') as gate, count(*) as punches, min((q.received_at at time zone 'Asia/Shanghai')::date) as since_on, array_agg(distinct q.who) as people
  from prevention.punch_quarantine q left join prevention.device d on d.appid = q.appid
  where ($2::bigint[] is null or q.project_id = any ($2)) and (q.received_at at time zone 'Asia/Shanghai')::date <= $1
    and (q.state = 'waiting' or (q.decided_at at time zone 'Asia/Shanghai')::date > $1) group by 1, 2
), waits as (
  select project_id, jsonb_agg(jsonb_build_object('gate', gate, 'punches', punches, 'sinceOn', since_on) order by since_on, gate) as by_gate,
    (select count(distinct one) from waiting w, unnest(w.people) one where w.project_id = v.project_id) as heads
  from waiting v group by 1
), people_owed as (
  select project_id, count(*) as people from person where owed_fen > 0 group by 1
)
select p.project_id, p.gc_enterprise_id, greatest(coalesce(peers.projects, 0), 1),
  coalesce(r.on_site, 0), coalesce(r.on_site_without_contract, 0), coalesce(r.on_site_without_card, 0), coalesce(r.contracts_ending, 0),
  coalesce(r.under_age, 0), coalesce(r.over_retirement, 0), coalesce(r.left_unpaid, 0), coalesce(r.left_unpaid_fen, 0), r.left_unpaid_since,
  case when h.last_attendance_on > $1::date - 30 then coalesce(r.silent, 0) else 0 end,
  coalesce(c.most, case when k.any_card then 1 else 0 end), coalesce(c.shared, 0), coalesce(ph.most, 0), coalesce(ph.shared, 0),
  coalesce(r.never_paid, 0), r.never_paid_since,
  a.first_attendance_on, h.last_attendance_on, f.last_inflow_on, f.last_wage_paid_on, h.account_balance_fen,
  coalesce(h.pending_payroll_fen, 0), h.pending_payroll_month, coalesce(h.arrears_fen, 0), coalesce(o.people, 0), h.arrears_since,
  coalesce(runs.without_inflow, 0), coalesce(runs.with_arrears, 0),
  rf.through, greatest(h.last_attendance_on, co.attendance_through), pf.through, greatest(f.through, co.flows_through),
  rf.arrived_on, greatest(a.arrived_on, co.attendance_arrived_on), pf.arrived_on, greatest(f.arrived_on, co.flows_arrived_on), now(), spare.on_day,
  coalesce(g.gates, '[]'), coalesce(wt.by_gate, '[]'), coalesce(wt.heads, 0)
from project p
left join peers on peers.gc_enterprise_id = p.gc_enterprise_id and peers.area = left(p.region_code, 4)
left join roster r on r.project_id = p.project_id
left join roster_feed rf on rf.project_id = p.project_id
left join card c on c.project_id = p.project_id
left join carded k on k.project_id = p.project_id
left join phone ph on ph.project_id = p.project_id
left join attendance a on a.project_id = p.project_id
left join history h on h.project_id = p.project_id
left join runs on runs.project_id = p.project_id
left join spare on spare.project_id = p.project_id
left join payroll_feed pf on pf.project_id = p.project_id
left join flow_feed f on f.project_id = p.project_id
left join covered co on co.project_id = p.project_id
left join gates g on g.project_id = p.project_id
left join waits wt on wt.project_id = p.project_id
left join people_owed o on o.project_id = p.project_id
