-- The same for a few projects: their people are looked up by index instead of joining the whole county. $1 as of, $2 projects, $3 first month or null.
insert into fact_two_places
with here as materialized (
  select project_id, month, person_id, days & prevention.days_between(month, $1, month) as days
  from prevention.attendance_month
  where month <= $1 and project_id = any ($2) and ($3::date is null or month >= $3)
), anywhere as materialized (
  select project_id, month, person_id, days
  from prevention.attendance_month
  where month <= $1 and person_id = any (array(select distinct person_id from here)) and ($3::date is null or month >= $3)
)
select a.project_id, a.month, a.person_id, bit_or(a.days & b.days)
from here a join anywhere b on b.month = a.month and b.person_id = a.person_id and b.project_id <> a.project_id
where a.days & b.days <> 0
group by 1, 2, 3
