-- Why: every later table leans on the database roles that enforce who sees what, and on the tree of places.
-- The application logs in as anxin_app, which owns nothing, inherits nothing and can only become one of the app_ roles
-- for the length of one transaction (SET LOCAL ROLE). Each app_ role has exactly one policy per table.
-- Settings read by policies go through nullif(..., ''): a pooled connection resets a setting to '' and not to NULL,
-- and a range over '' would show every row.

create schema office;
create schema audit;
create schema exchange;
create schema prevention;
create schema monitoring;

do $$
declare r text;
begin
  foreach r in array array['app_signin','app_admin','app_official','app_regulator','app_enterprise','app_auditor','app_ingest','app_job','app_sealer','app_vault'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin noinherit', r);
    end if;
  end loop;
end $$;

grant usage on schema office, audit, exchange, prevention, monitoring
  to app_signin, app_admin, app_official, app_regulator, app_enterprise, app_auditor, app_ingest, app_job, app_sealer, app_vault;

-- GB/T 2260 and the towns and villages below it. The code is a prefix: 37, 3715, 371526, 371526001, 371526001203.
create table office.region (
  code text collate "C" primary key check (code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
  name text not null,
  level text not null check (level in ('province','prefecture','county','town','village')),
  parent text collate "C" references office.region(code),
  valid_from date not null default '1949-10-01',
  valid_until date,
  replaced_by text collate "C"
);
grant select on office.region to app_signin, app_admin, app_official, app_regulator, app_enterprise, app_auditor, app_ingest, app_job;
