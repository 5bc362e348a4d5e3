import { type CivilMonth, civilMonth, dayInMonth, nextMonth } from '#kernel/civil-date.ts';
import { fen, formatYuan } from '#kernel/fen.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { FieldSource } from '#modules/office/documents/server/index.ts';
import {
  aboutProject,
  findProjectPaper,
  lookAtIdentities,
  noSuchProject,
  type PaperPorts,
  type ProjectPaper,
} from '#modules/prevention/projects/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

interface Line {
  readonly person_id: string;
  readonly name: string;
  readonly identity_mask: string;
  readonly phone_mask: string | null;
  readonly employer: string | null;
  readonly job: string | null;
  readonly work_days: string | null;
  readonly due_fen: string;
  readonly net_fen: string;
  readonly card_bank: string | null;
  readonly card_tail: string | null;
}

/** 农民工工资支付表（签字版） from the payroll in force: one row a line, of a month and, when chosen, one team. */
export function payrollSheetFields(ports: PaperPorts & { readonly vault: Pick<Vault, 'identityIndex' | 'decrypt'> }): FieldSource {
  return async (who, about) => {
    const read = await ports.store.within(who.scope, async (tx) => {
      const project = await findProjectPaper(tx, about.projectId);
      if (project === undefined) return undefined;
      const months = await monthsOf(tx, about.projectId);
      const month = about.month ?? months[0] ?? null;
      const lines = month === null ? [] : await linesOf(tx, about.projectId, month, about.team);
      const teams = month === null ? [] : await teamsOf(tx, about.projectId, month);
      return { project, months, month, lines, teams };
    });
    if (read === undefined) return noSuchProject();
    const { project, months, month, lines, teams } = read;
    if (month === null || lines.length === 0) {
      return refuse({
        code: 'payroll-missing',
        says:
          month === null
            ? '这个项目还没有工资表。请先导入工资表，再打印签字版。'
            : `${month} 没有${about.team === null ? '' : `「${about.team}」的`}工资表。请换个月份或班组。`,
      });
    }
    const { region_code: regionCode, id: projectId } = project;
    const whole = about.isWhole && about.unmask;
    const persons = [...new Set(lines.map((line) => line.person_id))];
    const identities = whole ? await lookAtIdentities(ports, who, persons, { projectId, regionCode, why: '打印工资支付表' }) : new Map<string, string>();
    return ok({
      ...aboutProject(project),
      addresseeEnterpriseId: null,
      month,
      months,
      team: about.team,
      teams,
      suggested: suggestedFor(project, month),
      records: recordsOf(project, month, about.team, lines),
      lists: { 人员: lines.map((line, index) => rowOf(line, index, identities.get(line.person_id) ?? line.identity_mask)) },
      rows: { 人员: lines.length },
    });
  };
}

async function monthsOf(tx: Tx, projectId: string): Promise<CivilMonth[]> {
  const rows = await tx.query<{ month: string }>(
    "select distinct to_char(month, 'YYYY-MM') as month from prevention.payroll_line where project_id = $1 and superseded_at is null order by 1 desc limit 60",
    [projectId],
  );
  return rows.map(({ month }) => civilMonth(month));
}

async function teamsOf(tx: Tx, projectId: string, month: CivilMonth): Promise<string[]> {
  const rows = await tx.query<{ team: string }>(
    "select distinct team from prevention.payroll_line where project_id = $1 and month = $2 and superseded_at is null and team <> '' order by 1",
    [projectId, `${month}-01`],
  );
  return rows.map(({ team }) => team);
}

async function linesOf(tx: Tx, projectId: string, month: CivilMonth, team: string | null): Promise<Line[]> {
  return tx.query<Line>(
    `select l.person_id, l.name, l.identity_mask, r.phone_mask, e.name as employer, l.job, l.work_days, l.due_fen, l.net_fen, l.card_bank, l.card_tail
     from prevention.payroll_line l left join prevention.enterprise e on e.id = l.employer_enterprise_id
     left join lateral (
       select phone_mask from prevention.roster_entry r where r.project_id = l.project_id and r.person_id = l.person_id and r.superseded_at is null
       order by r.entered_on desc limit 1
     ) r on true
     where l.project_id = $1 and l.month = $2 and l.superseded_at is null and ($3::text is null or l.team = $3)
     order by l.team, l.row_no, l.id`,
    [projectId, `${month}-01`, team],
  );
}

function suggestedFor(project: ProjectPaper, month: CivilMonth): Record<string, string> {
  return {
    发薪日期: project.pay_day === null ? '' : dayInMonth(nextMonth(month), project.pay_day),
    审核人: project.wage_officer_name ?? '',
  };
}

function recordsOf(project: ProjectPaper, month: CivilMonth, team: string | null, lines: readonly Line[]): Record<string, string> {
  const due = lines.reduce((sum, line) => sum + BigInt(line.due_fen), 0n);
  const net = lines.reduce((sum, line) => sum + BigInt(line.net_fen), 0n);
  return {
    项目名称: project.name,
    施工总承包单位: project.gc_name,
    用工单位: [...new Set(lines.map((line) => line.employer ?? project.gc_name))].join('、'),
    班组: team ?? '全部班组',
    工资月份: month,
    人数: String(new Set(lines.map((line) => line.person_id)).size),
    应发合计: String(due),
    // What is due and what is paid differ by advances, withholdings and deductions, whatever a file called them.
    扣减合计: String(due > net ? due - net : 0n),
    实发合计: String(net),
  };
}

function rowOf(line: Line, index: number, identity: string): Record<string, string> {
  const [due, net] = [BigInt(line.due_fen), BigInt(line.net_fen)];
  return {
    序号: String(index + 1),
    姓名: line.name,
    身份证号: identity,
    联系电话: line.phone_mask ?? '',
    工种: line.job ?? '',
    出勤天数: line.work_days === null ? '' : String(Number(line.work_days)),
    应发工资: formatYuan(fen(due)),
    扣减: due > net ? formatYuan(fen(due - net)) : '',
    实发工资: formatYuan(fen(net)),
    银行卡: [line.card_bank ?? '', line.card_tail ?? ''].filter((word) => word !== '').join(' '),
    签字: '',
  };
}
