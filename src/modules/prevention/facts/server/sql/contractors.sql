-- The general contractors of these projects, by the ledger and by the facts last kept. $1 projects.
select gc_enterprise_id from prevention.project where id = any ($1)
union
select gc_enterprise_id from prevention.project_fact where project_id = any ($1)
