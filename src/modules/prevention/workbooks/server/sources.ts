import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { WorkbookKind } from '../domain/index.ts';

/** The statement a form is filled from: one row a record, columns named as the form's; whatever is to be kept from view stands beside its mask. */
export interface Source {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface SourceOrder {
  readonly kind: WorkbookKind;
  readonly projectId: string;
  readonly month: CivilMonth | null;
  readonly isForm: boolean;
  readonly on: CivilDate;
}

export function sourceOf(order: SourceOrder): Source {
  const month = order.month === null ? null : `${order.month}-01`;
  switch (order.kind) {
    case 'roster':
      return { sql: ROSTER, values: [order.projectId] };
    case 'attendance':
      return { sql: order.isForm ? ON_SITE : ATTENDANCE, values: [order.projectId, month] };
    case 'payroll':
      return { sql: order.isForm ? ON_SITE : PAYROLL, values: [order.projectId, month] };
    case 'summary':
      return { sql: SUMMARY, values: [order.projectId, month] };
    case 'labour-cost':
      return { sql: LABOUR_COST, values: [order.projectId, order.on] };
    case 'accounts':
    case 'ledger':
      return { sql: LEDGER, values: [] };
    case 'leaving':
      return order.isForm ? { sql: STAYING, values: [order.projectId] } : { sql: LEAVING, values: [order.projectId, month] };
  }
}

const PERSONAL =
  'r.person_id, r.identity_mask, r.phone_mask, r.phone_cipher, r.phone_index, r.card_cipher, r.card_index, ' + "'**** ' || r.card_tail as card_mask";
const CONTRACT_KIND = "case r.contract_kind when 'labour-contract' then '劳动合同' when 'work-agreement' then '用工协议' end";
const PAY_KIND = "case r.pay_kind when 'month' then '包月' when 'day' then '计日' when 'hour' then '小时' when 'piece' then '计件' end";

const ROSTER = `
  select r.name, ${PERSONAL}, case when r.is_male then '男' when not r.is_male then '女' end as sex, r.born_on::text, r.job, r.team,
    case when r.is_leader then '是' else '否' end as leader, r.entered_on::text, r.left_on::text, r.contract_no, ${CONTRACT_KIND} as contract_kind, r.contract_signed_on::text,
    r.contract_from::text, r.contract_until::text, ${PAY_KIND} as pay_kind, r.pay_rate_fen::text, r.card_bank, r.card_holder_name as card_holder, r.trained_on::text, e.name as employer
  from prevention.roster_entry r left join prevention.enterprise e on e.id = r.employer_enterprise_id
  where r.project_id = $1 and r.superseded_at is null order by r.team nulls last, r.name, r.id`;

/** Who was on site in the month, once each, with what is known of the month already. */
const ON_SITE = `
  select * from (
    select distinct on (r.person_id) r.name, ${PERSONAL}, r.job, r.team, r.card_bank, e.name as employer, '工资' as item,
      case when r.pay_kind in ('day', 'hour') then r.pay_rate_fen::text end as day_rate_fen, coalesce(a.attended_days - 0.5 * bit_count(a.half_days::bit(31)), null)::text as work_days
    from prevention.roster_entry r
    left join prevention.enterprise e on e.id = r.employer_enterprise_id
    left join prevention.attendance_month a on a.project_id = r.project_id and a.person_id = r.person_id and a.month = $2::date
    where r.project_id = $1 and r.superseded_at is null and r.entered_on < $2::date + interval '1 month' and (r.left_on is null or r.left_on >= $2::date)
    order by r.person_id, r.entered_on desc) one
  order by team nulls last, name, person_id`;

/** The sheet as it came; where only gates spoke, what they saw. */
const ATTENDANCE = `
  select coalesce(k.name, l.name) as name, a.person_id, coalesce(k.identity_mask, l.identity_mask) as identity_mask, k.job, case when s.person_id is null then k.team else s.team end as team,
    coalesce(s.full_days, a.days & ~a.half_days)::text as full_days, coalesce(s.half_days, a.half_days)::text as half_days,
    case when s.person_id is null then (a.attended_days - 0.5 * bit_count(a.half_days::bit(31))) else s.claimed_days end::text as claimed_days,
    nullif(round(coalesce(s.overtime_minutes, a.overtime_minutes) / 60.0, 2), 0)::text as overtime_hours
  from prevention.attendance_month a
  left join prevention.attendance_sheet s on s.project_id = a.project_id and s.month = a.month and s.person_id = a.person_id and s.superseded_at is null
  left join lateral (select r.name, r.identity_mask, r.job, r.team from prevention.roster_entry r where r.project_id = a.project_id and r.person_id = a.person_id and r.superseded_at is null
    order by r.entered_on desc limit 1) k on true
  left join lateral (select p.name, p.identity_mask from prevention.payroll_line p where p.project_id = a.project_id and p.person_id = a.person_id and p.superseded_at is null limit 1) l on k.name is null
  where a.project_id = $1 and a.month = $2::date order by 5 nulls last, 1, a.person_id`;

const PAYROLL = `
  select l.name, l.person_id, l.identity_mask, k.phone_mask, k.phone_cipher, k.phone_index, c.card_cipher, l.card_index, '**** ' || l.card_tail as card_mask, l.job, l.team, l.work_days::text, l.day_rate_fen::text,
    greatest(l.due_fen - l.overtime_fen - l.bonus_fen, 0)::text as base_fen, l.overtime_fen::text, l.bonus_fen::text, l.due_fen::text, l.advance_fen::text, l.withheld_fen::text,
    l.other_deduction_fen::text, l.net_fen::text, l.card_bank, case when l.signed then '已签' when not l.signed then '未签' else '未记录' end as signed,
    case when l.item = 'wage' then '工资' else l.item end as item, e.name as employer, l.made_on::text, l.pay_date::text
  from prevention.payroll_line l
  left join prevention.enterprise e on e.id = l.employer_enterprise_id
  left join lateral (select r.phone_mask, r.phone_cipher, r.phone_index from prevention.roster_entry r where r.project_id = l.project_id and r.person_id = l.person_id and r.superseded_at is null
    order by r.entered_on desc limit 1) k on true
  left join lateral (select r.card_cipher from prevention.roster_entry r where r.project_id = l.project_id and r.card_index = l.card_index and r.superseded_at is null and r.card_cipher is not null limit 1) c on true
  where l.project_id = $1 and l.month = $2::date and l.superseded_at is null order by l.import_id, l.row_no, l.id`;

/** Owed is what the payroll says the worker is to get; what was paid fills the worker's teams in turn. */
const SUMMARY = `
  with line as (
    select l.person_id, e.name as employer, l.team, sum(l.net_fen) as net from prevention.payroll_line l left join prevention.enterprise e on e.id = l.employer_enterprise_id
    where l.project_id = $1 and l.month = $2::date and l.superseded_at is null group by 1, 2, 3),
  share as (
    select line.*, w.first_paid_on,
      least(net, greatest(0, coalesce(w.paid_fen - w.refunded_fen, 0) - (sum(net) over (partition by line.person_id order by employer nulls first, team) - net))) as paid
    from line left join prevention.worker_month w on w.project_id = $1 and w.month = $2::date and w.person_id = line.person_id)
  select employer, team, count(*)::text as due_people, count(*) filter (where paid >= net)::text as paid_people, sum(net)::text as due_fen, sum(paid)::text as paid_fen,
    count(*) filter (where paid < net)::text as unpaid_people, sum(net - paid)::text as unpaid_fen, min(first_paid_on)::text as paid_on
  from share group by employer, team order by employer nulls first, team`;

/** 条例 第24条: 「人工费用拨付周期不得超过1个月」. Late are the days after the month's end: of what came, until it came; of what is missing, until today. */
const LABOUR_COST = `
  with flow as (select month, happened_on, serial_no, amount_fen, id from prevention.account_flow where project_id = $1 and kind = 'inflow' and undone_at is null),
  span as (
    select month from flow union select distinct month from prevention.payroll_line where project_id = $1 and superseded_at is null),
  line as (
    select s.month, (s.month + interval '1 month')::date - 1 as ends, f.happened_on, f.serial_no, f.amount_fen, p.labour_monthly_fen as agreed,
      row_number() over (partition by s.month order by f.happened_on, f.id) as nth, count(f.amount_fen) over (partition by s.month) as times, sum(coalesce(f.amount_fen, 0)) over (partition by s.month) as came
    from span s join prevention.project p on p.id = $1 left join flow f on f.month = s.month)
  select to_char(month, 'YYYY-MM') as month, case when nth = 1 then agreed end::text as due_fen, amount_fen::text as paid_fen, happened_on::text as paid_on, serial_no,
    case when nth = greatest(times, 1) then agreed - came end::text as gap_fen,
    case when agreed is null then null when amount_fen is not null then greatest(happened_on - ends, 0) when came < agreed then greatest($2::date - ends, 0) end::text as late_days
  from line order by month, nth`;

const STATE = "case p.state when 'building' then '在建' when 'paused' then '停工' else '完工' end";
const DEPOSIT = "case p.deposit_kind when 'cash' then '现金' when 'guarantee' then '保函' when 'insurance' then '保险' when 'exempt' then '免缴' end";

/** Every project of the reader's own scope. */
const LEDGER = `
  select p.name, p.code, p.permit_no, p.region_code as region, p.industry, ${STATE} as state, o.name as owner, g.name as contractor,
    (select e.name from prevention.project_party y join prevention.enterprise e on e.id = y.enterprise_id where y.project_id = p.id and y.part = 'supervisor' order by 1 limit 1) as supervisor,
    (select string_agg(e.name, '、' order by e.name) from prevention.project_party y join prevention.enterprise e on e.id = y.enterprise_id where y.project_id = p.id and y.part = 'subcontractor') as subcontractors,
    p.contract_fen::text, p.started_on::text, p.finish_due_on::text, p.finished_on::text,
    (select count(distinct r.person_id)::text from prevention.roster_entry r where r.project_id = p.id and r.superseded_at is null and r.left_on is null) as people,
    p.account_no, p.account_bank, p.account_opened_on::text, p.account_filed_on::text, p.account_closed_on::text, ${DEPOSIT} as deposit_kind, p.deposit_fen::text, p.deposit_stored_on::text,
    p.deposit_guarantee_until::text, p.board_on::text, p.wage_officer_name, p.wage_officer_phone, p.town_specialist
  from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id left join prevention.enterprise o on o.id = p.owner_enterprise_id
  order by p.region_code, p.name, p.id`;

/** What all months say is owed to a worker of the project, and what all payments came to. */
const ACCOUNTED = `
  cross join lateral (select coalesce(sum(net_fen), 0) as due, coalesce(sum(paid_fen - refunded_fen), 0) as paid from prevention.worker_month w where w.project_id = r.project_id and w.person_id = r.person_id) w`;

/** Who has left, with what all months say is owed and what all payments came to. */
const LEAVING = `
  select r.name, r.person_id, r.identity_mask, r.team, r.entered_on::text, r.left_on::text, w.due::text as due_fen, w.paid::text as paid_fen, greatest(w.due - w.paid, 0)::text as settled_fen
  from prevention.roster_entry r ${ACCOUNTED}
  where r.project_id = $1 and r.superseded_at is null and r.left_on is not null and ($2::date is null or r.left_on >= $2::date and r.left_on < $2::date + interval '1 month')
  order by r.left_on, r.name, r.id`;

/** Who may leave next, to be filled in: the day they go and what they are settled with. */
const STAYING = `
  select r.name, r.person_id, r.identity_mask, r.team, r.entered_on::text, null as left_on, w.due::text as due_fen, w.paid::text as paid_fen
  from prevention.roster_entry r ${ACCOUNTED}
  where r.project_id = $1 and r.superseded_at is null and r.left_on is null
  order by r.team nulls last, r.name, r.id`;
