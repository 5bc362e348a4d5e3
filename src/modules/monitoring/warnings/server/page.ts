import { inShort, wordsOf } from '#law/citation.ts';
import { isParty, PARTIES } from '#law/parties.ts';
import type { RowsBehind } from '#law/rule.ts';
import { ROLES, isRole } from '#modules/office/accounts/domain/index.ts';
import { countableWorkers } from '#modules/prevention/projects/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { AnyRule, ParameterUsed } from '../domain/evaluate.ts';
import {
  CLOSE_REASON_NAMES,
  closeReasonsFor,
  type Happening,
  HAPPENING_NAMES,
  isOnesStep,
  labelFor,
  mayTake,
  needsEvidence,
  PERSON_STEPS,
  type Setting,
  type Warning,
} from '../domain/index.ts';
import type { CitedArticle, CloseReason, StepKind, WarningPage } from '../domain/wire.ts';
import type { Level } from '#law/rule.ts';
import type { PlaceOf } from './place.ts';
import { actorOf, JOINED_COLUMNS, LISTED_COLUMNS, LISTED_JOINS, type ListedRow, listed } from './rows.ts';
import { type KeptFinding, warningOf } from './store.ts';

/** The order in which the page offers and explains steps. */
const STEPS: readonly StepKind[] = ['acknowledge', 'handle', 'verify', 'return', 'close', 'reopen', 'assign', 'comment'];

export interface PageDeps {
  readonly placeOf: PlaceOf;
  readonly ruleOf: (code: string) => AnyRule | undefined;
}

/** Everything the page of one warning says, or null when this person cannot see it. */
export async function readPage(tx: Tx, deps: PageDeps, who: SignedIn, id: string, today: CivilDate, setting: Setting): Promise<WarningPage | null> {
  const [row] = await tx.prepared<ListedRow & { duty: string; gc_enterprise_id: string }>(
    'warning-page',
    `select ${LISTED_COLUMNS}, w.duty, w.gc_enterprise_id, ${JOINED_COLUMNS} from monitoring.warning w ${LISTED_JOINS} where w.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const finding = await latestFinding(tx, id);
  const warning = warningOf(row);
  const actor = actorOf(who);
  const rule = deps.ruleOf(row.rule_code);
  const mine = STEPS.filter((step) => isOnesStep(step, actor));
  const answers = mine.map((step) => ({ step, may: mayTake(step, warning, actor) }));
  return {
    warning: listed(row, actor, today, deps.placeOf),
    title: row.title,
    says: row.says,
    values: finding?.finding.values ?? [],
    clears: finding?.finding.clears ?? '',
    articles: rule === undefined ? [] : articlesOf(rule),
    consequences: (rule?.consequences ?? []).map(({ says, before, basis }) => ({
      says,
      before,
      basis: basis.map(inShort).join('、'),
    })),
    interpretation: rule?.interpretation ?? null,
    needsLegalReview: rule?.needsLegalReview === true,
    provisional: finding?.finding.provisional ?? false,
    parameters: finding?.parameters ?? [],
    ruleTitle: rule?.title ?? row.title,
    dutyName: isParty(row.duty) ? PARTIES[row.duty] : row.duty,
    rows: await rowsBehind(tx, row, finding?.finding ?? null),
    steps: await stepsOf(tx, row, deps.placeOf(row.region_code).levelName),
    open: answers.flatMap(({ step, may }) =>
      may.ok
        ? [
            {
              step,
              label: labelFor(step, actor.role),
              needsNote: PERSON_STEPS[step].needsNote,
              needsEvidence: needsEvidence(step, warning, actor.role, setting),
              basis: PERSON_STEPS[step].basis,
            },
          ]
        : [],
    ),
    shut: answers.flatMap(({ step, may }) =>
      may.ok || !isWorthSaying(step, may.refusal.code, warning) ? [] : [{ step, label: labelFor(step, actor.role), why: may.refusal.says }],
    ),
    closeReasons: closeReasonsFor(warning).map((reason) => ({ reason, name: CLOSE_REASON_NAMES[reason] })),
    relatedOpen: await relatedOpen(tx, row),
    assignees: mayTake('assign', warning, actor).ok ? await assignees(tx, row.region_code) : [],
  };
}

/** A step that is past is not explained; one that is still to come is. */
function isWorthSaying(step: StepKind, code: string, warning: Warning): boolean {
  return code !== 'step-not-now' || (warning.state !== 'closed' && (step === 'verify' || step === 'close'));
}

/** The articles of a rule in the words we hold; where we hold none, what they say in ours, which the page marks 大意. */
export function articlesOf(rule: AnyRule): CitedArticle[] {
  return rule.basis.map((citation) => {
    const { instrument, fullTitle, article, text, gist, evidence } = wordsOf(citation);
    return { instrument, fullTitle, article, text, gist, evidence };
  });
}

async function latestFinding(tx: Tx, id: string): Promise<{ finding: KeptFinding; parameters: readonly ParameterUsed[] } | null> {
  const [row] = await tx.prepared<{ finding: KeptFinding; parameters: readonly ParameterUsed[] }>(
    'warning-finding',
    'select finding, parameters from monitoring.finding where warning_id = $1 order by id desc limit 1',
    [id],
  );
  return row ?? null;
}

async function relatedOpen(tx: Tx, row: ListedRow): Promise<number> {
  const [others] = await tx.prepared<{ n: number }>(
    'warning-related',
    "select count(*)::integer as n from monitoring.warning where project_id = $1 and state <> 'closed' and id <> $2",
    [row.project_id, row.id],
  );
  return others?.n ?? 0;
}

/** Those in office who see the place and may handle. */
async function assignees(tx: Tx, region: string): Promise<WarningPage['assignees'][number][]> {
  const handlers = Object.entries(ROLES).flatMap(([role, policy]) => (policy.face === 'desk' && policy.may.includes('warning.handle') ? [role] : []));
  const rows = await tx.query<{ id: string; name: string; role: string }>(
    `select id, name, role from office.account where disabled_at is null and role = any($1) and $2 like region_code || '%' order by region_code desc, name limit 50`,
    [handlers, region],
  );
  return rows.map(({ id, name, role }) => ({ accountId: id, name, roleName: isRole(role) ? ROLES[role].name : role }));
}

interface StepRow {
  id: string;
  step: Happening;
  by_name: string | null;
  by_role: string | null;
  happened_at: Date;
  note: string | null;
  reason: CloseReason | null;
  level_from: Level | null;
  level_to: Level | null;
  evidence: { id: string; fileName: string; size: number }[] | null;
}

async function stepsOf(tx: Tx, row: ListedRow, levelName: (level: Level) => string): Promise<WarningPage['steps'][number][]> {
  const rows = await tx.prepared<StepRow>(
    'warning-steps',
    `select s.id, s.step, s.by_name, s.by_role, s.happened_at, s.note, s.reason, s.level_from, s.level_to,
       (select json_agg(json_build_object('id', e.id::text, 'fileName', e.file_name, 'size', e.size) order by e.id) from monitoring.evidence e where e.warning_id = s.warning_id and e.step_id = s.id) as evidence
     from monitoring.step s where s.warning_id = $1 order by s.id`,
    [row.id],
  );
  const steps = rows.map((step) => ({
    id: step.id,
    step: step.step,
    title: HAPPENING_NAMES[step.step] + (step.reason === null ? '' : `：${CLOSE_REASON_NAMES[step.reason]}`),
    byName: step.by_name,
    byRoleName: step.by_role !== null && isRole(step.by_role) ? ROLES[step.by_role].name : null,
    happenedAt: step.happened_at.toISOString(),
    note: [moved(step, levelName), step.note].filter(Boolean).join('') || null,
    evidence: step.evidence ?? [],
  }));
  if (row.stale_since === null) return steps;
  const stale = {
    id: 'stale',
    step: 'stale',
    title: '数据断流，暂停判断',
    byName: null,
    byRoleName: null,
    happenedAt: `${row.stale_since}T00:00:00+08:00`,
    note: '恢复报送后重新判断，办理时限照常计算。',
    evidence: [],
  };
  return [...steps, { ...stale, happenedAt: new Date(stale.happenedAt).toISOString() }];
}

function moved({ level_from: from, level_to: to }: StepRow, levelName: (level: Level) => string): string {
  if (from === null || to === null || from === to) return '';
  return `从${levelName(from)}${to > from ? '升' : '降'}为${levelName(to)}。`;
}

const WORKERS: Readonly<Record<Extract<RowsBehind, { kind: 'workers' }>['which'], string>> = {
  unpaid: '没有发到工资的人',
  short: '没有发足的人',
  'absent-but-paid': '没出勤却发了工资的人',
  'present-not-on-payroll': '出勤了却不在工资表上的人',
  'off-roster': '不在花名册上的人',
  'no-contract': '没有签合同的人',
  unsigned: '工资表上没有签字的人',
  'shared-card': '几个人用一张卡的人',
  'days-differ': '出勤天数和工资表对不上的人',
  refunded: '发放被退回的人',
  'below-minimum': '低于最低工资标准的人',
  late: '晚发的人',
  'back-flow': '工资可能回流的人',
  all: '当月全部工人',
};

const FLOWS: Readonly<Record<Extract<RowsBehind, { kind: 'flows' }>['which'], string>> = {
  in: '专户入账',
  out: '专户支出',
  wages: '专户发放工资',
  refunds: '专户退回',
  'other-out': '专户其他支出',
  all: '专户流水',
};

/** The same rows as the list behind the link shows. */
const FLOW_ROWS: Readonly<Record<Extract<RowsBehind, { kind: 'flows' }>['which'], string>> = {
  all: '',
  in: " and direction = 'in'",
  out: " and direction = 'out'",
  wages: " and kind = 'wage'",
  refunds: " and kind = 'refund'",
  'other-out': " and kind in ('other-out', 'cash', 'freeze')",
};

/** The rows that made the rule speak: a heading, how many, where the API has them and where the screen shows them. */
async function rowsBehind(tx: Tx, row: ListedRow, finding: KeptFinding | null): Promise<WarningPage['rows'][number][]> {
  if (finding === null) return [];
  const behind: WarningPage['rows'][number][] = [];
  for (const one of finding.rows) {
    const month = row.month ?? (one.kind === 'attendance' || one.kind === 'workers' ? await lastMonth(tx, row.project_id) : null);
    behind.push({
      ...linkOf(one, row.project_id, month === null ? null : month.slice(0, 7)),
      count: await countOf(tx, one, row.project_id, month, finding.people),
    });
  }
  return behind;
}

/** Attendance and workers are listed a month at a time: a finding about the whole project shows the latest. */
async function lastMonth(tx: Tx, projectId: string): Promise<string | null> {
  const [last] = await tx.query<{ month: string | null }>('select max(month) as month from prevention.worker_month where project_id = $1', [projectId]);
  return last?.month ?? null;
}

function linkOf(behind: RowsBehind, projectId: string, month: string | null): { title: string; href: string; screen: string } {
  const at = (path: string, values: Readonly<Record<string, string | null>>) => {
    const pairs = Object.entries(values).flatMap(([key, value]) => (value === null || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`]));
    return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
  };
  const api = `/api/projects/${projectId}`;
  const project = `/projects/${projectId}`;
  const screen = (tab: string, which: string | null = null) => at(month === null ? project : `${project}/months/${month}`, { tab, which });
  switch (behind.kind) {
    case 'project':
      return { title: '项目台账', href: api, screen: project };
    case 'roster':
      return { title: '花名册', href: `${api}/roster`, screen: at(project, { tab: 'roster' }) };
    case 'attendance':
      return { title: '考勤', href: at(`${api}/attendance`, { month }), screen: screen('attendance') };
    case 'devices':
      return { title: '考勤设备', href: `${api}/devices`, screen: `${project}/devices` };
    case 'payroll':
      return { title: '工资支付表', href: at(`${api}/payroll`, { month }), screen: screen('payroll') };
    case 'flows': {
      const which = behind.which === 'all' ? null : behind.which;
      return { title: FLOWS[behind.which], href: at(`${api}/flows`, { month, which }), screen: screen('flows', which) };
    }
    case 'workers': {
      const which = behind.which === 'all' ? null : behind.which;
      const place = month === null ? at(project, { tab: 'roster', which }) : at(`${project}/months/${month}`, { which });
      return { title: WORKERS[behind.which], href: at(`${api}/workers`, { month, which }), screen: place };
    }
  }
}

/** Wages and refunds belong to the month they were for as well as to the one they moved in, as in the list. */
function flowsOfMonth(which: keyof typeof FLOW_ROWS, month: string | null): string {
  if (month === null) return '';
  return which === 'wages' || which === 'refunds' ? ' and (month = $2 or pay_month = $2)' : ' and month = $2';
}

async function countOf(tx: Tx, behind: RowsBehind, projectId: string, month: string | null, people: number): Promise<number> {
  const count = async (sql: string, values: readonly unknown[]) =>
    (await tx.query<{ n: number }>(`select count(*)::integer as n from ${sql}`, values))[0]?.n ?? 0;
  const ofMonth = month === null ? '' : ' and month = $2';
  const values = month === null ? [projectId] : [projectId, month];
  switch (behind.kind) {
    case 'project':
      return 1;
    case 'roster':
      return count('prevention.roster_entry where project_id = $1 and superseded_at is null', [projectId]);
    case 'attendance':
      return count(`prevention.attendance_month where project_id = $1${ofMonth}`, values);
    case 'devices':
      return count('prevention.device where project_id = $1', [projectId]);
    case 'payroll':
      return count(`prevention.payroll_line where project_id = $1 and superseded_at is null${ofMonth}`, values);
    case 'flows':
      return count(`prevention.account_flow where project_id = $1 and undone_at is null${flowsOfMonth(behind.which, month)}${FLOW_ROWS[behind.which]}`, values);
    case 'workers': {
      const predicate = countableWorkers(behind.which);
      return predicate === null ? people : count(`prevention.worker_month w where project_id = $1${ofMonth} and ${predicate}`, values);
    }
  }
}
