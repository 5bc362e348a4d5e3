-- Why: what intake noticed about gates and their punches must reach the law: a gate that fell silent, a clock that is wrong,
-- punches that never came or wait for somebody, and what a month's flags add up to.

-- Since when counters below the highest one heard of are missing; null while none is. A gap that the next message fills is none.
alter table prevention.device add column missing_since timestamptz;
grant select (missing_since) on prevention.device to app_official, app_regulator, app_enterprise, app_auditor;

-- 考勤设备 and 待核实的打卡 as of the computation, and 标记 of the month: lists with the fields of facts/domain/gates.ts.
alter table prevention.project_fact
  add column gates jsonb not null default '[]',
  add column waiting_punches jsonb not null default '[]',
  add column waiting_heads integer not null default 0;
alter table prevention.project_month add column gate_flags jsonb not null default '[]';
create index device_flag_facts on prevention.device_flag (project_id, kind, day);
create index device_project on prevention.device (project_id);
-- A punch set aside waits from that day on.
grant update (received_at) on prevention.punch_quarantine to app_ingest;
