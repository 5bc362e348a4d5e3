-- The first month before $1 (or at all, when null) of which any project holds records: the first monthly partition that is not
-- empty, so that the ones before need not be planned. Where partitions are not plain tables it finds none, and nothing is left out.
with part as materialized (
  select c.oid, right(c.relname, 6) as named
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent in ('prevention.attendance_month'::regclass, 'prevention.payroll_line'::regclass, 'prevention.account_flow'::regclass)
)
select min(to_date(named, 'YYYYMM')) as month from part
where case when named ~ '^\d{6}$' and ($1::date is null or named < to_char($1::date, 'YYYYMM')) then pg_relation_size(oid) > 0 else false end
