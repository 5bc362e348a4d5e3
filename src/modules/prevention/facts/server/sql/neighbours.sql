-- Other projects on which somebody of these projects attends on the same day, by the records or by the facts last kept. $1 projects.
select b.project_id
from prevention.attendance_month a
join prevention.attendance_month b on b.person_id = a.person_id and b.month = a.month and b.project_id <> a.project_id and a.days & b.days <> 0
where a.project_id = any ($1)
union
select b.project_id
from prevention.worker_month a
join prevention.worker_month b on b.person_id = a.person_id and b.month = a.month and b.project_id <> a.project_id and b.two_places_days > 0
where a.project_id = any ($1) and a.two_places_days > 0
