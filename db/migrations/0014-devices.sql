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

-- 考勤设备: an app of the channel 'device', bound to one project and one machine. The row also keeps how far it has been heard.
create table prevention.device (
  appid text collate "C" primary key references exchange.app(appid),
  project_id bigint not null references prevention.project(id),
  serial_no text not null check (serial_no ~ '^[0-9A-Za-z._:-]{3,64}$'),
  name text not null,
  lat double precision check (lat between -90 and 90),
  lng double precision check (lng between -180 and 180),
  push_hash bytea unique,                    -- of the secret part of its address, for machines that know no key; null: closed
  received int8multirange not null default '{}',
  announced bigint not null default 0,       -- the highest counter heard of; what is missing below it is asked for
  punches bigint not null default 0,
  offsets integer[] not null default '{}',   -- seconds ahead of the server, the latest five
  heard_at timestamptz,
  registered_by bigint not null,
  registered_at timestamptz not null default now(),
  unique (project_id, serial_no)
);

-- 设备工号: whom a machine means by its own number.
create table prevention.device_person (
  project_id bigint not null references prevention.project(id),
  code text not null check (code ~ '^[0-9A-Za-z_-]{1,32}$'),
  person_id bigint not null,
  set_by bigint not null,
  set_at timestamptz not null default now(),
  primary key (project_id, code)
);

-- Where a phone's punch was made.
create table prevention.punch_position (
  project_id bigint not null,
  person_id bigint not null,
  happened_at timestamp not null,
  direction text not null,
  lat double precision not null,
  lng double precision not null,
  primary key (project_id, person_id, happened_at, direction)
);

-- 待核实的打卡: kept whole, counted nowhere until a person decides. Nothing leaves this table.
create table prevention.punch_quarantine (
  id bigint generated always as identity primary key,
  project_id bigint not null references prevention.project(id),
  appid text collate "C",                    -- null: entered by hand
  counter bigint,
  who text not null,                         -- the person's number, or code: and the machine's own number
  person_id bigint,
  person_code text,
  happened_at timestamp not null,
  direction text not null check (direction in ('in','out','unknown')),
  device text not null default '',
  source text not null check (source in ('gate','mobile','manual')),
  method text,
  lat double precision,
  lng double precision,
  photo_hash text,
  temperature numeric(4,1),
  reasons text[] not null,
  state text not null default 'waiting' check (state in ('waiting','accepted','rejected')),
  received_at timestamptz not null default now(),
  entered_by bigint,
  entered_name text,
  entered_why text,
  decided_by bigint,
  decided_name text,
  decided_at timestamptz,
  decision_reason text,
  import_id bigint,
  unique (project_id, who, happened_at, direction),
  check (state = 'waiting' or decision_reason is not null),
  check (entered_by is null or decided_by is distinct from entered_by)
);
create index quarantine_waiting on prevention.punch_quarantine (project_id, id) where state = 'waiting';

-- 标记: what is strange about punches that were taken, one row an instance with its reason. Evidence; nothing is deleted.
create table prevention.device_flag (
  id bigint generated always as identity primary key,
  project_id bigint not null references prevention.project(id),
  appid text collate "C" not null,
  kind text not null check (kind in ('late-upload','clock-skew','impossible-speed','burst','constant-position','lost')),
  day date not null,
  subject text not null default '',
  person_id bigint,
  punches integer not null,
  from_at timestamp not null,
  until_at timestamp not null,
  detail jsonb not null default '{}',
  flagged_at timestamptz not null default now(),
  unique (appid, kind, day, subject)
);
create index device_flag_project on prevention.device_flag (project_id, day desc);

-- Days of a project whose punches are to be looked over together.
create table prevention.device_look (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  day date not null
);
grant insert on prevention.device_look to app_ingest;
grant select, insert, delete on prevention.device_look to app_job;

do $$
declare t text;
begin
  foreach t in array array['device','device_person','punch_position','punch_quarantine','device_flag'] loop
    execute format('alter table prevention.%I enable row level security', t);
    execute format('create policy seen_with_project on prevention.%I to app_official, app_regulator, app_enterprise, app_auditor
      using (exists (select 1 from prevention.project p where p.id = project_id))', t);
    execute format('create policy ingest on prevention.%I to app_ingest
      using (project_id in (select unnest(nullif(current_setting(''app.projects'', true), '''')::bigint[])))', t);
    execute format('create policy job on prevention.%I to app_job using (true)', t);
    execute format('grant select on prevention.%I to app_official, app_regulator, app_enterprise, app_auditor, app_ingest, app_job', t);
    execute format('grant insert on prevention.%I to app_ingest', t);
  end loop;
end $$;
revoke select on prevention.device from app_official, app_regulator, app_enterprise, app_auditor;
grant select (appid, project_id, serial_no, name, lat, lng, received, announced, punches, offsets, heard_at, registered_by, registered_at) on prevention.device
  to app_official, app_regulator, app_enterprise, app_auditor;
grant update on prevention.device to app_ingest;
grant update on prevention.device_person to app_ingest;
grant update (state, decided_by, decided_name, decided_at, decision_reason, import_id, person_id, reasons, entered_name, entered_why) on prevention.punch_quarantine to app_ingest;
grant insert, update on prevention.device_flag to app_ingest, app_job;

-- Two facts about a device that whoever sees its project may know, without seeing the app or its address.
create function prevention.device_is_revoked(of_app text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from exchange.app a where a.appid = of_app and a.disabled_at is not null)
$$;
create function prevention.device_is_pushing(of_app text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from prevention.device d where d.appid = of_app and d.push_hash is not null)
$$;
revoke all on function prevention.device_is_revoked(text), prevention.device_is_pushing(text) from public;
grant execute on function prevention.device_is_revoked(text), prevention.device_is_pushing(text) to app_official, app_regulator, app_enterprise, app_auditor;

-- A device's message is written down in the transaction that takes its punches.
create policy ingest on exchange.message to app_ingest using (true);
grant insert, select (id) on exchange.message to app_ingest;
