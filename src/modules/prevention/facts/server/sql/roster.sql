-- One row a person and project: all stays as arrays, and what the latest stay says. $1 as of, $2 projects or null.
-- Interpretation: a contract whose signing day the roster leaves out counts as signed on its first day, and one of which
-- only the number is given as signed on the day of entry; the kind of contract alone proves nothing.
insert into fact_roster
select project_id, person_id, count(*),
  array_agg(entered_on order by entered_on),
  array_agg(left_on order by entered_on),
  array_agg(signed_on order by entered_on),
  min(entered_on), max(entered_on),
  case when bool_or(left_on is null) then null else max(left_on) end,
  (array_agg(signed_on order by entered_on desc))[1],
  (array_agg(contract_until order by entered_on desc))[1],
  (array_agg(born_on order by entered_on desc))[1],
  (array_agg(is_male order by entered_on desc))[1],
  bool_or(card_index is not null or card_tail is not null),
  coalesce(array_agg(distinct card_index) filter (where card_index is not null), '{}'),
  coalesce(bool_or(translate(card_holder_name, ' 　', '') <> translate(name, ' 　', '')), false),
  (array_agg(pay_kind order by entered_on desc))[1],
  (array_agg(pay_rate_fen order by entered_on desc))[1],
  bool_or(left_on is null)
from (
  select project_id, person_id, name, entered_on, contract_until, born_on, is_male, card_index, card_tail, card_holder_name, pay_kind, pay_rate_fen,
    case when left_on <= $1 then left_on end as left_on,
    case when coalesce(contract_signed_on, contract_from, case when contract_no is not null then entered_on end) <= $1
      then coalesce(contract_signed_on, contract_from, entered_on) end as signed_on
  from prevention.roster_entry
  where superseded_at is null and entered_on <= $1 and ($2::bigint[] is null or project_id = any ($2))
) stay
group by project_id, person_id
