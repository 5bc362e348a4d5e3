-- Why: what a bank says of an account, a card or a deposit moves the facts that rules read, and is compared day by day with
-- what we hold. A day is compared again whenever something about it was heard, also after hours of standing still.

-- A name or branch the bank changed after it opened the account.
alter table prevention.bank_account add column changed_on date;
-- A notice of camt.054 tells the movement and not the balance after it; a statement of the same movement brings it.
alter table prevention.bank_transaction alter column balance_fen drop not null;
grant update (balance_fen) on prevention.bank_transaction to app_job;
-- The same thing may happen to a card twice on one day: the latest counts.
grant update (said_at) on prevention.card_event to app_job;

-- One account, one day: when it was compared, and the import that says its movements are all there.
create table prevention.bank_day (
  project_id bigint not null,
  account_no text not null,
  on_day date not null,
  compared_at timestamptz not null,
  differences integer not null,
  covered_import bigint,
  primary key (account_no, on_day)
);
alter table prevention.bank_day enable row level security;
create policy job on prevention.bank_day to app_job using (true);
create policy seen_with_project on prevention.bank_day to app_official, app_regulator, app_enterprise, app_auditor
  using (exists (select 1 from prevention.project p where p.id = project_id));
grant select on prevention.bank_day to app_official, app_regulator, app_enterprise, app_auditor;
grant select, insert, update on prevention.bank_day to app_job;
create index bank_transaction_recorded on prevention.bank_transaction (recorded_at);
create index bank_balance_recorded on prevention.bank_balance (recorded_at);
create index pay_evidence_recorded on prevention.pay_evidence (recorded_at);

-- 工资保证金 as banks tell it. A certificate is opened once; the same event of one day and amount is one event.
alter table prevention.deposit_event add column said_at timestamptz not null default now();
alter table prevention.deposit_event drop constraint deposit_event_pkey;
alter table prevention.deposit_event add check (event in ('opened','topped-up','released','guarantee-issued','guarantee-expiring','guarantee-claimed'));
create unique index deposit_event_once on prevention.deposit_event (appid, certificate_no, event, on_day, coalesce(amount_fen, -1), coalesce(until_on, 'infinity'));
create index deposit_event_project on prevention.deposit_event (project_id);

-- What is held for a project on a day, where a bank has said anything: every event up to that day, whatever order they came in.
-- A certificate the bank has not told the beginning of goes on from what the ledger states. Released whole it is gone; a
-- guarantee that was claimed stands with what is left of it.
create function prevention.deposits_held(as_of date, wanted bigint[])
returns table (project_id bigint, deposit_kind text, deposit_fen bigint, deposit_stored_on date, deposit_guarantee_until date)
language sql stable as $$
  with told as (
    select e.project_id, e.certificate_no,
      bool_or(e.event in ('opened','guarantee-issued')) as is_opened,
      coalesce(max(e.amount_fen) filter (where e.event in ('opened','guarantee-issued')), 0) as opened_fen,
      max(e.on_day) filter (where e.event in ('opened','guarantee-issued')) as stored_on,
      bool_or(e.event like 'guarantee-%') as is_guarantee,
      coalesce(sum(e.amount_fen) filter (where e.event = 'topped-up'), 0) - coalesce(sum(e.amount_fen) filter (where e.event in ('released','guarantee-claimed')), 0) as moved_fen,
      bool_or(e.event = 'released') as is_released,
      bool_or(e.event = 'released' and e.amount_fen is null) as is_gone,
      (array_agg(e.until_on order by e.on_day desc, e.said_at desc) filter (where e.until_on is not null))[1] as until_on
    from prevention.deposit_event e
    where e.on_day <= as_of and (wanted is null or e.project_id = any (wanted)) group by e.project_id, e.appid, e.certificate_no
  ), whole as (
    select t.project_id, sum(case when is_gone then 0 else opened_fen + moved_fen end) as fen from told t where is_opened group by 1
  ), newest as (
    select distinct on (t.project_id) t.project_id, is_guarantee, stored_on, until_on from told t
    where is_opened and not is_gone and (opened_fen + moved_fen > 0 or not is_released) order by t.project_id, stored_on desc, certificate_no desc
  ), rest as (
    select t.project_id, sum(moved_fen) as moved_fen, bool_or(is_released) as is_released, bool_or(is_gone) as is_gone, bool_or(is_guarantee) as is_guarantee, max(until_on) as until_on
    from told t where not is_opened group by 1
  ), kept as (
    select r.project_id, coalesce(p.deposit_kind, case when r.is_guarantee then 'guarantee' else 'cash' end) as kind, p.deposit_fen + r.moved_fen as fen,
      p.deposit_stored_on as stored_on, coalesce(r.until_on, p.deposit_guarantee_until) as until_on
    from rest r join prevention.project p on p.id = r.project_id
    where not r.is_gone and not (r.is_released and p.deposit_fen + r.moved_fen <= 0)
  )
  select t.project_id,
    case when n.project_id is not null then case when n.is_guarantee then 'guarantee' else 'cash' end else k.kind end,
    case when n.project_id is not null or k.project_id is not null
      then greatest(case when k.project_id is null then 0 when n.project_id is null then k.fen else coalesce(k.fen, 0) end + coalesce(w.fen, 0), 0) end::bigint,
    case when n.project_id is not null then n.stored_on else k.stored_on end,
    case when n.project_id is not null then n.until_on else k.until_on end
  from (select distinct told.project_id from told) t
  left join whole w on w.project_id = t.project_id left join newest n on n.project_id = t.project_id left join kept k on k.project_id = t.project_id
$$;

-- A name, branch, day of closing or of its notice that a bank told stands in the ledger; the ledger's history keeps each change.
grant update (closing_notice_on) on prevention.project to app_job;
grant insert on prevention.project_version to app_job;
