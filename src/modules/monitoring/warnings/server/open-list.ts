import { isParty, PARTIES } from '#law/parties.ts';
import type { Tx } from '#platform/db/index.ts';
import type { CloseReason, WarningState } from '../domain/wire.ts';

/** A warning as other systems read it. */
export interface OpenWarning {
  readonly id: string;
  readonly project_id: string;
  readonly project_name: string;
  readonly region_code: string;
  readonly rule_code: string;
  readonly title: string;
  readonly says: string;
  readonly month: string | null;
  readonly is_data: boolean;
  readonly level: number;
  readonly state: WarningState;
  readonly standing: boolean;
  readonly amount_fen: string;
  readonly people: number;
  readonly due_on: string;
  readonly act_by: string;
  readonly raised_on: string;
  readonly closed_on: string | null;
  readonly close_reason: CloseReason | null;
  readonly changed_at: Date;
}

export interface OpenWarningFilter {
  readonly after: string;
  readonly limit: number;
  readonly id: string | null;
  readonly projectId: string | null;
  readonly region: string | null;
  readonly open: boolean | null;
  readonly level: number | null;
}

/** Warnings of the caller's scope in the order of their numbers. */
export function openWarnings(tx: Tx, filter: OpenWarningFilter): Promise<OpenWarning[]> {
  return tx.query<OpenWarning>(
    `select id, project_id, project_name, region_code, rule_code, title, says, to_char(month, 'YYYY-MM') as month, is_data, level, state, standing, amount_fen, people,
       due_on, act_by, raised_on, closed_on, close_reason, changed_at
     from monitoring.warning
     where id > $1 and ($2::bigint is null or id = $2) and ($3::bigint is null or project_id = $3) and ($4::text is null or region_code >= $4 and region_code < $4 || '~')
       and ($5::boolean is null or (state <> 'closed') = $5) and ($6::int is null or level = $6)
     order by id limit $7`,
    [filter.after, filter.id, filter.projectId, filter.region, filter.open, filter.level, filter.limit],
  );
}

/** Open warnings of one rule by project and subject: which stopped feed was warned of. */
export async function openOfRules(
  tx: Tx,
  ruleCodes: readonly string[],
  projectIds: readonly string[],
): Promise<readonly { readonly id: string; readonly projectId: string; readonly ruleCode: string; readonly subjectKey: string; readonly dutyName: string }[]> {
  const rows = await tx.query<{ id: string; projectId: string; ruleCode: string; subjectKey: string; duty: string }>(
    `select id, project_id as "projectId", rule_code as "ruleCode", subject_key as "subjectKey", duty from monitoring.warning
     where rule_code = any($1) and project_id = any($2::bigint[]) and state <> 'closed' order by id desc`,
    [ruleCodes, projectIds],
  );
  return rows.map(({ duty, ...row }) => ({ ...row, dutyName: isParty(duty) ? PARTIES[duty] : duty }));
}
