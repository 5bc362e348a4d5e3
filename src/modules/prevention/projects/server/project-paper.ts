import type { CivilDate } from '#kernel/civil-date.ts';
import { refuse, type Result } from '#kernel/result.ts';
import type { WorkingCalendar } from '#law/calendars/index.ts';
import type { PlaceParameters } from '#law/parameters/index.ts';
import type { FromRecords } from '#modules/office/documents/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { notFound } from '#platform/http/index.ts';

/** What the modules need that fill documents from their records. */
export interface PaperPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  placeOf(regionCode: string): PlaceParameters;
}

/** The ledger of a project as documents name it. */
export interface ProjectPaper {
  readonly id: string;
  readonly name: string;
  readonly region_code: string;
  readonly industry: string;
  readonly state: string;
  readonly owner_name: string | null;
  readonly gc_id: string;
  readonly gc_name: string;
  readonly gc_credit_code: string | null;
  readonly subcontractors: readonly string[];
  readonly contract_fen: string | null;
  readonly contract_signed_on: CivilDate | null;
  readonly permit_on: CivilDate | null;
  readonly finished_on: CivilDate | null;
  readonly pay_day: number | null;
  readonly wage_officer_name: string | null;
  readonly wage_officer_phone: string | null;
  readonly account_no: string | null;
  readonly account_name: string | null;
  readonly account_bank: string | null;
  readonly account_opened_on: CivilDate | null;
  readonly account_filed_on: CivilDate | null;
  readonly tripartite_on: CivilDate | null;
  readonly deposit_kind: string | null;
  readonly deposit_fen: string | null;
  readonly deposit_stored_on: CivilDate | null;
  readonly deposit_guarantee_until: CivilDate | null;
}

/** The project under the transaction's scope. */
export async function findProjectPaper(tx: Tx, projectId: string): Promise<ProjectPaper | undefined> {
  const [row] = await tx.query<ProjectPaper>(
    `select p.id, p.name, p.region_code, p.industry, p.state, o.name as owner_name, g.id as gc_id, g.name as gc_name, g.credit_code as gc_credit_code,
       array(select e.name from prevention.project_party y join prevention.enterprise e on e.id = y.enterprise_id
             where y.project_id = p.id and y.part = 'subcontractor' order by e.name) as subcontractors,
       p.contract_fen, p.contract_signed_on, p.permit_on, p.finished_on, p.pay_day, p.wage_officer_name, p.wage_officer_phone, p.account_no, p.account_name,
       p.account_bank, p.account_opened_on, p.account_filed_on, p.tripartite_on, p.deposit_kind, p.deposit_fen, p.deposit_stored_on, p.deposit_guarantee_until
     from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id left join prevention.enterprise o on o.id = p.owner_enterprise_id
     where p.id = $1`,
    [projectId],
  );
  return row;
}

export function noSuchProject(): Result<never> {
  return refuse(notFound('没有这个项目，或不在您的管辖范围内。'));
}

/** A document about a project, before any module has said more. */
export function aboutProject(project: ProjectPaper): FromRecords {
  return {
    regionCode: project.region_code,
    projectId: project.id,
    projectName: project.name,
    addresseeEnterpriseId: project.gc_id,
    month: null,
    months: [],
    team: null,
    teams: [],
    suggested: {},
    records: {},
    lists: {},
    rows: {},
    codes: {},
  };
}
