-- Why: other systems read and write through /open, and are told of what happened. A write may be sent again without harm;
-- an event is told at least once, by us, to addresses that people wrote down, until the receiver has said it has it.

-- Who sends the same key again within 90 days gets the same answer.
create table exchange.idempotency (
  appid text collate "C" not null,
  key text collate "C" not null check (length(key) between 8 and 100),
  digest bytea not null,                     -- of method, address and body
  status smallint,                           -- null while the first is being worked on
  answer jsonb,
  begun_at timestamptz not null default now(),
  primary key (appid, key)
);
create index idempotency_begun on exchange.idempotency (begun_at);
grant select, insert, update, delete on exchange.idempotency to app_job;

-- 事件推送: where events go, by app. The secret signs; the address passed the check when it was written and passes it again at each call.
create table exchange.webhook (
  id bigint generated always as identity primary key,
  appid text collate "C" not null references exchange.app(appid),
  url text not null check (length(url) <= 2000),
  kinds text[] not null check (cardinality(kinds) between 1 and 40),  -- 'warning.raised' or 'warning.*'
  cipher bytea not null,
  hint text not null,
  algorithm text not null default 'hmac-sha256' check (algorithm in ('hmac-sha256','hmac-sm3')),
  region_code text collate "C" not null,
  enterprise_id bigint,
  created_by bigint not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz                       -- null: active
);
create index webhook_app on exchange.webhook (appid);

create table exchange.delivery (
  id bigint generated always as identity primary key,
  webhook_id bigint not null references exchange.webhook(id),
  event_id bigint not null,
  kind text not null,
  subject text not null,
  body text not null,                        -- as signed and sent, the same at each try
  state text not null default 'waiting' check (state in ('waiting','delivered','parked')),
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  first_try_at timestamptz,
  last_try_at timestamptz,
  last_status integer,
  cause text,                                -- Chinese
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  region_code text collate "C" not null,
  enterprise_id bigint,
  unique (webhook_id, event_id)
);
create index delivery_due on exchange.delivery (next_try_at) where state = 'waiting';
create index delivery_region on exchange.delivery (region_code, id desc);
create index delivery_enterprise on exchange.delivery (enterprise_id, id desc);

alter table exchange.webhook enable row level security;
create policy job on exchange.webhook to app_job using (true);
create policy official on exchange.webhook to app_official, app_auditor
  using (region_code >= nullif(current_setting('app.region', true), '') and region_code < nullif(current_setting('app.region', true), '') || '~');
create policy enterprise on exchange.webhook to app_enterprise using (enterprise_id = nullif(current_setting('app.org', true), '')::bigint);
grant select, insert, update on exchange.webhook to app_job;
grant select (id, appid, url, kinds, hint, algorithm, region_code, enterprise_id, created_at, ended_at) on exchange.webhook to app_official, app_auditor, app_enterprise;

alter table exchange.delivery enable row level security;
create policy job on exchange.delivery to app_job using (true);
create policy official on exchange.delivery to app_official, app_auditor
  using (region_code >= nullif(current_setting('app.region', true), '') and region_code < nullif(current_setting('app.region', true), '') || '~');
create policy enterprise on exchange.delivery to app_enterprise using (enterprise_id = nullif(current_setting('app.org', true), '')::bigint);
grant select, insert, update on exchange.delivery to app_job;
grant select on exchange.delivery to app_official, app_auditor, app_enterprise;

-- Lists of the operations desk among millions of messages: by app and outcome, by channel, by number; each newest first.
create index message_app_failed on exchange.message (appid, id desc) where outcome <> 'ok';
create index message_channel on exchange.message (channel, id desc);
create index message_method on exchange.message (method, id desc);
create index message_import on exchange.message (import_id) where import_id is not null;
create index message_replay on exchange.message (replay_of) where replay_of is not null;
create index message_at on exchange.message using brin (at);

-- The secrets of an app, for its keeper: which are in force, never what they are.
create policy job on exchange.app_secret to app_job using (true);
create policy with_app on exchange.app_secret to app_official, app_auditor, app_enterprise
  using (exists (select from exchange.app a where a.appid = app_secret.appid));
alter table exchange.app_secret enable row level security;
grant select (id, appid, hint, created_at, used_at, ends_at) on exchange.app_secret to app_official, app_auditor, app_enterprise;
