-- The first month of which any project holds records: the first monthly partition that is not empty, so that the ones
-- before need not be planned. Null where partitions are not plain tables, and then nothing is left out.
select min(to_date(right(c.relname, 6), 'YYYYMM')) as month
from pg_inherits i join pg_class c on c.oid = i.inhrelid
where i.inhparent in ('prevention.attendance_month'::regclass, 'prevention.payroll_line'::regclass, 'prevention.account_flow'::regclass)
  and c.relname ~ '_\d{6}$' and pg_relation_size(c.oid) > 0
