-- Why: what came by the real-name interface is taken back like a file. Each of its rows says which import brought it and which
-- one put it out of force, so that undoing leaves what stood before.

alter table prevention.real_name_record add column superseded_by_import bigint;
create index real_name_record_import on prevention.real_name_record (project_id, import_id);
create index real_name_record_replaced on prevention.real_name_record (project_id, superseded_by_import) where superseded_by_import is not null;
alter table prevention.real_name_file add column import_id bigint;
alter table prevention.real_name_project add column import_id bigint;
alter table prevention.team add column import_id bigint;
-- An import that follows from another (stays implied by punches) goes with it.
alter table exchange.import add column part_of bigint;
create index import_part_of on exchange.import (part_of) where part_of is not null;

grant select (superseded_by_import) on prevention.real_name_record to app_official, app_regulator, app_enterprise, app_auditor, app_job;
grant update (superseded_by_import) on prevention.real_name_record to app_ingest, app_official;
grant select (import_id) on prevention.real_name_file to app_official, app_ingest;
grant delete on prevention.real_name_file to app_ingest, app_official;
grant delete on prevention.team to app_ingest;
grant delete on prevention.project_party to app_ingest;
-- A project that was filed and taken back again takes its own rows with it.
grant delete on prevention.real_name_record, prevention.real_name_project to app_official;

-- What was said, then said otherwise, then said as at first is news each time: whether the last word was the same is asked
-- where messages are queued, one planner a target.
drop index exchange.real_name_delivery_once;
create index real_name_delivery_about on exchange.real_name_delivery (target_id, project_id, key, id);

-- A team that took another name is still meant by rows that have its former one.
create view prevention.team_called with (security_invoker = true) as
  select distinct on (project_id, name) project_id, name, no from (
    select project_id, name, no, 0 as former, 0::bigint as said from prevention.team
    union all
    select r.project_id, r.record ->> 'teamName', t.no, 1, r.id from prevention.real_name_record r join prevention.team t on t.project_id = r.project_id and t.no = r.team_no
    where r.kind = 'team' and r.record ? 'teamName') x
  order by project_id, name, former, said desc;
grant select on prevention.team_called to app_official, app_regulator, app_enterprise, app_auditor, app_ingest, app_job;
