-- How many projects a general contractor has in the deposit area. $1 general contractors of changed projects, before and after; $2 as of.
with counted as (
  select id as project_id,
    greatest(1, count(*) filter (where (state <> 'finished' or finished_on > $2)
      and (coalesce(started_on, contract_signed_on) is null or coalesce(started_on, contract_signed_on) <= $2))
      over (partition by gc_enterprise_id, left(region_code, 4)))::int as projects
  from prevention.project where gc_enterprise_id = any ($1)
)
update prevention.project_fact f set contractor_projects = c.projects, facts_at = now()
from counted c where f.project_id = c.project_id and f.contractor_projects <> c.projects
