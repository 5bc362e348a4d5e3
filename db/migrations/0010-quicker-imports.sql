-- Why: what an import of 100,000 rows waited for. Whether a person is known is asked once of the whole file after its blind
-- indexes are staged, so that ciphers have a table of their own; the planner needs no more than a sample of the rows that have
-- just arrived; and the records of one payroll file are found by its projects, without an index of their own to be kept.

create unlogged table exchange.staged_cipher (
  import_id bigint not null,
  ref integer not null,
  identity_cipher bytea not null,            -- of a person nobody had met when the file was read
  key_version smallint not null,
  primary key (import_id, ref)
);
grant select, insert, update, delete on exchange.staged_cipher to app_ingest;
insert into exchange.staged_cipher (import_id, ref, identity_cipher, key_version)
  select import_id, ref, identity_cipher, key_version from exchange.staged_person where identity_cipher is not null;
alter table exchange.staged_person drop column identity_cipher, drop column key_version;

alter function exchange.count_staged(text) set default_statistics_target = '10';

drop index prevention.payroll_import;
