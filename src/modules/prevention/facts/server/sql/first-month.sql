-- The first month any record of these projects speaks of. $1 projects.
select least(
  (select min(month) from prevention.attendance_month where project_id = any ($1)),
  (select min(month) from prevention.payroll_line where project_id = any ($1)),
  (select min(month) from prevention.account_flow where project_id = any ($1))) as month
