-- Why: gates speak all day and after days of silence: their punches come straight into the records, without a file to check
-- and confirm. What is derived from them is brought up later and together; what one machine brought on one day stands under
-- one import, so that it can be undone like a file.

-- Two directions in one second are two punches: what is kept must not hang on which of them arrived first.
alter table prevention.punch drop constraint punch_pkey;
alter table prevention.punch add primary key (project_id, month, person_id, happened_at, direction);

-- Project-months whose 考勤月汇总 is older than their punches. Rows are only added and taken away, so that a batch never waits
-- for the round that brings the summaries up.
create table prevention.attendance_waiting (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  month date not null,
  marked_at timestamptz not null default now()
);
create index attendance_waiting_project on prevention.attendance_waiting (project_id, month);
grant insert on prevention.attendance_waiting to app_ingest;
grant select, delete on prevention.attendance_waiting to app_job;

-- The import of a sender's day at a project.
create table exchange.day_import (
  account_id bigint not null,
  project_id bigint not null,
  day date not null,
  import_id bigint not null references exchange.import(id),
  primary key (account_id, project_id, day)
);
grant select, insert, update on exchange.day_import to app_ingest;
grant insert on exchange.import to app_ingest;
-- Whom another transaction has met for good.
grant select (recorded_at) on prevention.person to app_ingest;
