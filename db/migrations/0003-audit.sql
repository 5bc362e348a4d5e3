-- Why: every change and every look at personal data leaves a row in its own transaction, and the rows are sealed in
-- batches so that tampering shows. Application roles can add a row and do nothing else to it.

create table audit.entry (
  -- Defaults are worked out in the order of the columns: the transaction has its id before it takes a number. So when
  -- every transaction older than a moment has ended, no number given out before that moment can still appear.
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id bigint not null,
  actor_name text not null,
  actor_role text not null,
  action text not null,
  object text not null,
  region text collate "C",
  detail jsonb not null,
  canonical text not null                    -- what is sealed; fsck holds it against the columns
);
create index entry_object on audit.entry (object, seq desc);
create index entry_actor on audit.entry (actor_id, seq desc);
create index entry_at on audit.entry using brin (at);

-- head = sha256(head before ‖ root ‖ from ‖ upto ‖ count). Numbers of rolled-back transactions are the holes in seqs.
create table audit.seal (
  n bigint primary key,
  from_seq bigint not null,
  upto_seq bigint not null,
  count integer not null,
  seqs int8multirange not null,
  leaves bytea not null,                     -- the first eight bytes of each leaf, to name the row when the root differs
  root bytea not null,
  head bytea not null,
  sealed_at timestamptz not null default now()
);
create unique index seal_upto on audit.seal (upto_seq);

alter table audit.entry enable row level security;
create policy added on audit.entry for insert to app_signin, app_admin, app_official, app_regulator, app_enterprise, app_auditor, app_ingest, app_job, app_vault with check (true);
create policy read on audit.entry for select to app_auditor
  using (region is null or region >= nullif(current_setting('app.region', true), '') and region < nullif(current_setting('app.region', true), '') || '~');
create policy sealed on audit.entry for select to app_sealer using (true);

grant insert (at, actor_id, actor_name, actor_role, action, object, region, detail, canonical)
  on audit.entry to app_signin, app_admin, app_official, app_regulator, app_enterprise, app_auditor, app_ingest, app_job, app_vault;
grant select on audit.entry to app_auditor, app_sealer;
grant select on audit.seal to app_auditor, app_sealer;
grant insert on audit.seal to app_sealer;

-- Which key set this database was filled under: a start with other keys is refused before it can write under them.
create table office.key_check (
  single boolean primary key default true check (single),
  fingerprint bytea not null
);
grant select on office.key_check to app_signin;
