-- How many persons use the card a person uses, by roster or payroll; only cards of two and more. $1 as of, $2 projects, $3 first month.
-- `party_id` names those whose pay is reconciled together (pay-by-card): the first of the persons on the card. Interpretation:
-- who shares several cards is reckoned with the one that most persons use.
insert into fact_card
with used as (
  select distinct project_id, person_id, card_index from prevention.roster_entry
  where superseded_at is null and card_index is not null and entered_on <= $1 and ($2::bigint[] is null or project_id = any ($2))
  union
  select project_id, person_id, card_index from prevention.payroll_line
  where superseded_at is null and card_index is not null and made_on <= $1 and month <= $1 and ($2::bigint[] is null or project_id = any ($2)) and ($3::date is null or month >= $3)
), shared as (
  select project_id, card_index, count(*)::int as people, min(person_id) as party_id from used group by 1, 2 having count(*) > 1
)
select distinct on (u.project_id, u.person_id) u.project_id, u.person_id, s.people, s.party_id, s.card_index
from used u join shared s using (project_id, card_index)
order by u.project_id, u.person_id, s.people desc, s.card_index
