-- Who attended here and on another project on the same day, for all projects. $1 as of, $2 null, $3 first month or null.
insert into fact_two_places
with masked as materialized (
  select project_id, month, person_id, days & prevention.days_between(month, $1, month) as days
  from prevention.attendance_month
  where month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3)
), often as (
  select month, person_id from masked group by 1, 2 having count(*) > 1
)
select a.project_id, a.month, a.person_id, bit_or(a.days & b.days)
from masked a join often o using (month, person_id) join masked b on b.month = a.month and b.person_id = a.person_id and b.project_id <> a.project_id
where a.days & b.days <> 0
group by 1, 2, 3
