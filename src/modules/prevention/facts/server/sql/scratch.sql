-- The scratch tables of one computation. They live in the session and empty themselves at commit, so that a past day is
-- computed without touching what is kept, and today's facts are compared before they are written.
create temp table if not exists fact_roster (
  project_id bigint not null, person_id bigint not null, stays integer not null,
  entered_ons date[] not null, left_ons date[] not null, signed_ons date[] not null,
  first_entered_on date not null, entered_on date not null, left_on date, signed_on date, contract_until date,
  born_on date, is_male boolean, has_card boolean not null, cards bytea[] not null, holder_differs boolean not null,
  pay_kind text, pay_rate_fen bigint, on_site boolean not null
) on commit delete rows;
create temp table if not exists fact_card (
  project_id bigint not null, person_id bigint not null, people integer not null, party_id bigint not null, card bytea not null
) on commit delete rows;
create temp table if not exists fact_refund (
  project_id bigint not null, refund_id bigint not null, payment_id bigint, person_id bigint, payee bytea,
  amount_fen bigint not null, refunded_on date not null, month date not null
) on commit delete rows;
create temp table if not exists fact_pay (
  project_id bigint not null, flow_id bigint not null, person_id bigint, credited_id bigint, payee bytea, month date not null, moved_month date not null,
  paid_on date not null, amount_fen bigint not null, explained_fen bigint not null
) on commit delete rows;
create temp table if not exists fact_two_places (
  project_id bigint not null, month date not null, person_id bigint not null, days integer not null
) on commit delete rows;
create temp table if not exists fact_worker (
  project_id bigint not null, month date not null, person_id bigint not null,
  days integer not null, attended_days smallint not null, half_days smallint not null, invalid_days smallint not null,
  punched_days smallint not null, manual_days smallint not null, mechanical_days smallint not null, longest_run smallint not null,
  last_on date, two_places_days smallint not null,
  on_payroll boolean not null, lines integer not null, payroll_days numeric(5,1), due_fen bigint not null, net_fen bigint not null, unsigned_lines smallint not null,
  signed boolean, made_on date, card_differs boolean not null, card_not_own boolean not null, below_minimum boolean not null,
  paid_fen bigint not null, refunded_fen bigint not null, first_paid_on date, last_paid_on date, settled_on date,
  open_refunds smallint not null, open_refund_fen bigint not null, oldest_open_refund_on date,
  on_roster boolean not null, entered_on date, left_on date, contract_signed_on date, off_roster_days smallint not null,
  no_contract boolean not null, days_differ boolean not null, shared_card boolean not null, token_paid boolean not null
) on commit delete rows;
create temp table if not exists fact_project_month (like prevention.project_month) on commit delete rows;
create temp table if not exists fact_project (like prevention.project_fact) on commit delete rows;
truncate fact_roster, fact_card, fact_refund, fact_pay, fact_two_places, fact_worker, fact_project_month, fact_project;
