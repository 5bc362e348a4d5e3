-- The ledger's row as it stood on the as-of day ($1).
-- Interpretation: what fulfils a duty and lies after that day had not happened yet and is left out; what starts a duty or
-- plans ahead (contract, permit, start, due dates, end of a pause or a guarantee) stands as stated.
select p.id as project_id, p.name as project_name, g.name as general_contractor_name, o.name as owner_name,
  case
    when p.finished_on <= $1 or (p.state = 'finished' and p.finished_on is null) then 'finished'
    when p.paused_from <= $1 and (p.paused_until >= $1 or (p.paused_until is null and p.state = 'paused')) then 'paused'
    when p.state = 'paused' and p.paused_from is null then 'paused'
    else 'building' end as state,
  p.is_government,
  -- As the import writes the regulator in charge.
  case p.industry when '住建' then 'building' when '交通' then 'transport' when '水利' then 'water' else 'other' end as industry,
  p.contract_fen, p.labour_share_bp, p.labour_monthly_fen, p.contract_signed_on, p.permit_on, p.started_on, p.finish_due_on,
  case when p.finished_on <= $1 then p.finished_on end as finished_on,
  case when p.paused_from <= $1 then p.paused_from end as paused_from,
  case when p.paused_from <= $1 then p.paused_until end as paused_until,
  p.pay_day,
  case when p.payment_guarantee_on > $1 then null else p.payment_guarantee_on end as payment_guarantee_on,
  case when p.payment_guarantee_on > $1 then null else p.payment_guarantee_until end as payment_guarantee_until,
  case when p.funds_proven_on <= $1 then p.funds_proven_on end as funds_proven_on,
  p.wage_officer_name, p.wage_officer_phone,
  case when p.board_on <= $1 then p.board_on end as board_on,
  case when p.commitment_on <= $1 then p.commitment_on end as commitment_on,
  case when p.account_opened_on > $1 then null else p.account_no end as account_no,
  case when p.account_opened_on > $1 then null else p.account_name end as account_name,
  case when p.account_opened_on <= $1 then p.account_opened_on end as account_opened_on,
  case when p.account_filed_on <= $1 then p.account_filed_on end as account_filed_on,
  case when p.tripartite_on <= $1 then p.tripartite_on end as tripartite_on,
  case when p.account_closed_on <= $1 then p.account_closed_on end as account_closed_on,
  case when p.closing_notice_on <= $1 then p.closing_notice_on end as closing_notice_on,
  -- What a bank says of the deposit up to that day goes before what the office stated.
  case when d.project_id is not null then d.deposit_kind when p.deposit_stored_on > $1 then null else p.deposit_kind end as deposit_kind,
  case when d.project_id is not null then d.deposit_fen when p.deposit_stored_on > $1 then null else p.deposit_fen end as deposit_fen,
  case when d.project_id is not null then d.deposit_stored_on when p.deposit_stored_on <= $1 then p.deposit_stored_on end as deposit_stored_on,
  case when d.project_id is not null then d.deposit_guarantee_until when p.deposit_stored_on > $1 then null else p.deposit_guarantee_until end as deposit_guarantee_until,
  case when d.project_id is null then p.stated else p.stated || array['deposit_kind','deposit_fen','deposit_stored_on','deposit_guarantee_until'] end as stated
from prevention.project p
join prevention.enterprise g on g.id = p.gc_enterprise_id
left join prevention.enterprise o on o.id = p.owner_enterprise_id
left join prevention.deposits_held($1, $2) d on d.project_id = p.id
where $2::bigint[] is null or p.id = any ($2)
