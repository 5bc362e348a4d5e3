-- Other projects on which somebody of these projects attends on the same day, by the records or by the facts last kept.
-- $1 projects, $2 first month or null.
with here as materialized (
  select project_id, month, person_id, days from prevention.attendance_month where project_id = any ($1) and ($2::date is null or month >= $2)
), anywhere as materialized (
  select project_id, month, person_id, days from prevention.attendance_month
  where person_id = any (array(select distinct person_id from here)) and ($2::date is null or month >= $2)
), twice as materialized (
  select month, person_id from prevention.worker_month where project_id = any ($1) and two_places_days > 0 and ($2::date is null or month >= $2)
)
select b.project_id from here a join anywhere b on b.month = a.month and b.person_id = a.person_id and b.project_id <> a.project_id where a.days & b.days <> 0
union
select b.project_id
from prevention.worker_month b join twice t on t.person_id = b.person_id and t.month = b.month
where b.two_places_days > 0 and b.person_id = any (array(select distinct person_id from twice)) and ($2::date is null or b.month >= $2)
