-- Why: what taking over and undoing a file needs beyond the first grants on the records. A flow learns whose it is when a
-- roster or payroll that names the card arrives later; a project filed by mistake leaves with the undoing of its file, as
-- long as nothing else speaks of it.
grant update (person_id) on prevention.account_flow to app_ingest;
grant delete on prevention.project, prevention.project_party to app_official;
