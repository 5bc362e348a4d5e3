-- Rebuilds attendance_month of the touched project-months from punches and sheets. $1 project ids, $2 months (pairwise).
-- A day counts as attended when there is any punch or the sheet marks it full or half; what makes a punched day invalid
-- (fewer than 2 punches, under 4 hours apart) is kept in its own mask.
-- Interpretation: "the same minute as most others'" needs others: at least 5 workers punched that day and more than half
-- of them first in one minute.
with touched as (
  select distinct k.project_id, k.month from unnest($1::bigint[], $2::date[]) as k(project_id, month)
), person_day as (
  select p.project_id, p.month, p.person_id, extract(day from p.happened_at)::int - 1 as day,
    date_trunc('minute', min(p.happened_at)) as first_minute,
    count(*) < 2 or max(p.happened_at) - min(p.happened_at) < interval '4 hours' as invalid,
    bool_or(p.source = 'manual') as manual,
    max(p.recorded_at) as arrived_at
  from touched t join prevention.punch p on p.project_id = t.project_id and p.month = t.month
  where p.month = any ($2::date[])
  group by 1, 2, 3, 4
), minute_count as (
  select project_id, month, day, first_minute, count(*) as together, sum(count(*)) over (partition by project_id, month, day) as everybody
  from person_day group by 1, 2, 3, 4
), punched as (
  select d.project_id, d.month, d.person_id,
    bit_or(1 << d.day) as days,
    coalesce(bit_or(1 << d.day) filter (where d.invalid), 0) as invalid_days,
    coalesce(bit_or(1 << d.day) filter (where d.manual), 0) as manual_days,
    coalesce(bit_or(1 << d.day) filter (where m.everybody >= 5 and m.together * 2 > m.everybody), 0) as mechanical_days,
    max(d.arrived_at) as arrived_at
  from person_day d join minute_count m using (project_id, month, day, first_minute)
  group by 1, 2, 3
), both_forms as (
  select project_id, month, person_id, days, 0 as half_days, days as punched_days, invalid_days, manual_days, mechanical_days,
    0 as overtime_minutes, arrived_at
  from punched
  union all
  select s.project_id, s.month, s.person_id, s.full_days | s.half_days, s.half_days & ~s.full_days, 0, 0, 0, 0, s.overtime_minutes, s.recorded_at
  from touched t join prevention.attendance_sheet s on s.project_id = t.project_id and s.month = t.month
  where s.superseded_at is null and s.month = any ($2::date[]) and (s.full_days | s.half_days) <> 0
), rows_now as (
  select project_id, month, person_id, bit_or(days) as days,
    bit_or(half_days) & ~bit_or(punched_days) as half_days,
    bit_or(punched_days) as punched_days, bit_or(invalid_days) as invalid_days, bit_or(manual_days) as manual_days,
    bit_or(mechanical_days) as mechanical_days, sum(overtime_minutes)::int as overtime_minutes, max(arrived_at) as arrived_at
  from both_forms group by 1, 2, 3
), gone as (
  delete from prevention.attendance_month a using touched t
  where a.project_id = t.project_id and a.month = t.month and a.month = any ($2::date[])
    and not exists (select from rows_now n where n.project_id = a.project_id and n.month = a.month and n.person_id = a.person_id)
)
insert into prevention.attendance_month as held (project_id, month, person_id, days, half_days, punched_days, invalid_days, manual_days,
  mechanical_days, attended_days, overtime_minutes, first_on, last_on, longest_run, arrived_at)
select project_id, month, person_id, days, half_days, punched_days, invalid_days, manual_days, mechanical_days,
  bit_count(days::bit(31)), overtime_minutes,
  month + bit_count(((days & -days) - 1)::bit(31))::int, prevention.last_day(days, month), prevention.longest_run(days), arrived_at
from rows_now
on conflict (project_id, month, person_id) do update set
  days = excluded.days, half_days = excluded.half_days, punched_days = excluded.punched_days, invalid_days = excluded.invalid_days,
  manual_days = excluded.manual_days, mechanical_days = excluded.mechanical_days, attended_days = excluded.attended_days,
  overtime_minutes = excluded.overtime_minutes, first_on = excluded.first_on, last_on = excluded.last_on,
  longest_run = excluded.longest_run, arrived_at = excluded.arrived_at
