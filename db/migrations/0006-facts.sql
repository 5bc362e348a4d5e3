-- Why: the law reads facts, not records. One row a project-month and one a project, computed by set-based statements from
-- the records of 0005, kept so that a changed payroll costs one project and not the county. Columns are the fields of
-- modules/prevention/facts/domain/types.ts in snake case; what the ledger alone states is not copied here but joined.

-- Day arithmetic on month bitmasks -----------------------------------------------------------------------------------

-- Bits of the days of `month` from `from_on` to `until_on`, both included: bit d-1 = day d.
create function prevention.days_between(from_on date, until_on date, month date) returns integer
language sql immutable parallel safe as $$
  select greatest(
    (1::bigint << least(greatest(until_on - month + 1, 0), 31)) - (1::bigint << least(greatest(from_on - month, 0), 31)),
    0)::integer
$$;

-- Days from the first to the last set bit that follow each other without a gap: the longest such run.
create function prevention.longest_run(days integer) returns smallint
language plpgsql immutable strict parallel safe as $$
declare run smallint := 0; left_over integer := days;
begin
  -- Each round shortens every run by one day; the rounds until nothing is left are the longest run.
  while left_over <> 0 loop
    left_over := left_over & (left_over >> 1);
    run := run + 1;
  end loop;
  return run;
end $$;

-- The last set day of a month bitmask; null when none is set.
create function prevention.last_day(days integer, month date) returns date
language sql immutable parallel safe as $$
  select month + nullif(length(ltrim(days::bit(31)::text, '0')), 0) - 1
$$;

-- The sum of amounts in fen as bigint, 0 over nothing. The built-in sum of bigint is numeric, which costs the windows and
-- groups over millions of payments more than everything else; a sum beyond bigint fails loudly.
create aggregate prevention.sum_fen(bigint) (
  sfunc = int8pl, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe,
  msfunc = int8pl, minvfunc = int8mi, mstype = bigint, minitcond = '0');

alter table prevention.attendance_month
  add column longest_run smallint not null default 0,
  add column arrived_at timestamptz not null default now();  -- when the newest punch or sheet behind the row was recorded

-- Who else does this person work for in that month: for 同时在两处.
create index attendance_month_person on prevention.attendance_month (person_id, month);

-- Worker-months: what the project's pages filter by, beside what the law reads. -----------------------------------------
alter table prevention.worker_month
  add column entered_on date,
  add column left_on date,
  add column on_payroll boolean not null default false,
  add column unsigned_lines smallint not null default 0,
  add column off_roster_days smallint not null default 0,
  add column last_paid_on date,
  add column open_refunds smallint not null default 0;

create table prevention.project_month (
  project_id bigint not null,
  month date not null,
  attended_heads integer not null,
  attendance_days smallint not null,
  attended_person_days integer not null,
  invalid_person_days integer not null,
  punched_person_days integer not null,
  manual_person_days integer not null,
  mechanical_heads integer not null,
  never_resting_heads integer not null,
  last_attendance_on date,
  off_roster_heads integer not null,
  no_contract_heads integer not null,
  two_places_heads integer not null,
  payroll_heads integer not null,
  payroll_made_on date,
  payroll_due_fen bigint not null,
  payroll_net_fen bigint not null,
  unsigned_lines integer not null,
  present_not_on_payroll_heads integer not null,
  on_payroll_absent_heads integer not null,
  on_payroll_absent_net_fen bigint not null,
  days_differ_heads integer not null,
  below_minimum_heads integer not null,
  highest_net_fen bigint not null,
  card_not_own_heads integer not null,
  card_differs_heads integer not null,
  paid_heads integer not null,
  paid_in_full_heads integer not null,
  paid_fen bigint not null,
  first_paid_on date,
  last_paid_on date,
  settled_on date,
  unpaid_heads integer not null,
  short_heads integer not null,
  owed_fen bigint not null,
  overpaid_fen bigint not null,
  paid_absent_heads integer not null,
  paid_absent_fen bigint not null,
  paid_off_roster_heads integer not null,
  open_refunds integer not null,
  open_refund_fen bigint not null,
  oldest_open_refund_on date,
  token_paid_heads integer not null,
  casual_unpaid_heads integer not null,
  inflow_fen bigint not null,
  inflow_count integer not null,
  first_inflow_on date,
  other_out_fen bigint not null,
  other_out_count integer not null,
  cash_out_fen bigint not null,
  suspect_memo_count integer not null,
  duplicate_payments integer not null,
  frequent_payees integer not null,
  freeze_count integer not null,
  unexplained_wage_fen bigint not null,
  closing_balance_fen bigint,
  lowest_balance_fen bigint,
  balance_gap_fen bigint,
  median_attended_heads numeric(9,1),
  previous_arrears_months integer not null,
  previous_no_inflow_months integer not null,
  facts_at timestamptz not null default now(),
  primary key (project_id, month)
);

create table prevention.project_fact (
  project_id bigint primary key,
  gc_enterprise_id bigint not null,          -- as of the computation: whose peers to count again when it changes
  contractor_projects integer not null,
  on_site integer not null,
  on_site_without_contract integer not null,
  on_site_without_card integer not null,
  contracts_ending_within30_days integer not null,
  under_age integer not null,
  over_retirement integer not null,
  left_unpaid integer not null,
  left_unpaid_fen bigint not null,
  left_unpaid_since date,
  silent_not_exited integer not null,
  most_workers_on_one_card integer not null,
  workers_on_shared_cards integer not null,
  most_workers_on_one_phone integer not null,
  workers_on_shared_phones integer not null,
  never_paid integer not null,
  never_paid_since date,
  first_attendance_on date,
  last_attendance_on date,
  last_inflow_on date,
  last_wage_paid_on date,
  account_balance_fen bigint,
  pending_payroll_fen bigint not null,
  pending_payroll_month date,
  arrears_fen bigint not null,
  arrears_people integer not null,
  arrears_since date,
  months_without_inflow integer not null,
  months_with_arrears integer not null,
  roster_through date,
  attendance_through date,
  payroll_through date,                      -- first day of the month
  flows_through date,
  roster_arrived_on date,
  attendance_arrived_on date,
  payroll_arrived_on date,
  flows_arrived_on date,
  facts_at timestamptz not null default now()
);

do $$
declare t text;
begin
  foreach t in array array['project_month','project_fact'] loop
    execute format('alter table prevention.%I enable row level security', t);
    execute format('create policy seen_with_project on prevention.%I to app_official, app_regulator, app_enterprise, app_auditor
      using (exists (select 1 from prevention.project p where p.id = project_id))', t);
    execute format('create policy job on prevention.%I to app_job using (true)', t);
    execute format('grant select on prevention.%I to app_official, app_regulator, app_enterprise, app_auditor, app_job', t);
    execute format('grant insert, update, delete on prevention.%I to app_job', t);
  end loop;
end $$;

-- Whose double attendance goes away when one of the two projects corrects its sheet.
create index worker_month_two_places on prevention.worker_month (person_id, month) where two_places_days > 0;

-- 查人: workers are searched by their whole name.
create index roster_name on prevention.roster_entry (name) where superseded_at is null;

-- Facts are computed into scratch tables of the session; some servers take this right from everybody.
do $$ begin
  execute format('grant temporary on database %I to app_job', current_database());
end $$;
