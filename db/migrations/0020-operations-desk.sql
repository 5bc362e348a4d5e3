-- Why: whoever runs the connections must see at once what may be tried again and which system fell silent, also when a million
-- messages are kept; and a contractor must see what became of its own project with the systems above, whoever set them up.

-- Whether a message can be put through its reading again hangs on its body, which people may not read here.
create function exchange.message_has_body(of_message bigint) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from exchange.message m where m.id = of_message and m.body_cipher is not null)
$$;
revoke all on function exchange.message_has_body(bigint) from public;
grant execute on function exchange.message_has_body(bigint) to app_official, app_auditor, app_enterprise, app_job;

-- 上报 of a project is seen by its general contractor also where the office keeps the target. The target itself stays the
-- office's: only its name is told.
create policy own_project on exchange.real_name_delivery to app_enterprise
  using (exists (select 1 from prevention.project p where p.id = project_id and p.gc_enterprise_id = nullif(current_setting('app.org', true), '')::bigint));
create function exchange.real_name_target_name(of_target bigint) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select t.name from exchange.real_name_target t where t.id = of_target
$$;
revoke all on function exchange.real_name_target_name(bigint) from public;
grant execute on function exchange.real_name_target_name(bigint) to app_official, app_auditor, app_enterprise, app_job;

-- The last thing an app brought that was taken: how long a connected system has been silent.
create index message_brought on exchange.message (appid, id desc) where direction = 'in' and outcome = 'ok' and records > 0;

-- A code that few messages have, and days long ago, must be found among a million without reading them. Numbers and moments rise
-- together but for transactions that overlap, so that a day is a range of numbers; whoever asks leaves an hour of room.
create index message_code on exchange.message (code, id desc);
drop index exchange.message_at;
create index message_at on exchange.message (at);
create function exchange.message_from(moment timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select m.id from exchange.message m where m.at >= moment order by m.at limit 1), 9223372036854775807)
$$;
revoke all on function exchange.message_from(timestamptz) from public;
grant execute on function exchange.message_from(timestamptz) to app_official, app_auditor, app_enterprise, app_job;
