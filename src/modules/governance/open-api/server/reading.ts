import { civilMonth } from '#kernel/civil-date.ts';
import { openWarnings, type OpenWarning } from '#modules/monitoring/warnings/server/index.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { readFacts } from '#modules/prevention/facts/server/index.ts';
import {
  type OpenPayment,
  openPayments,
  openPayrolls,
  type OpenProject,
  openProjects,
  openRoster,
  projectPage,
  seesProject,
} from '#modules/prevention/projects/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { notFound, RequestRefused } from '#platform/http/index.ts';
import type { Caller } from './caller.ts';
import { afterOf, callerOf, pageOf, refusals, told } from './operation.ts';
import type { OpenApiDeps, OpenServer } from './ports.ts';
import * as forms from './schemas.ts';

const READ = refusals(400, 401, 403, 404, 409, 422, 429, 500);

/** Everything other systems may read. */
export function readingRoutes(app: OpenServer, deps: OpenApiDeps): void {
  const { store } = deps;
  /** Reads under the app's own eyes; another's project, or one outside the app's own, is not there. */
  const seeing = <T>({ app: caller }: Caller, projectId: string | null, work: (tx: Tx) => Promise<T>): Promise<T> =>
    store.reading(caller.sender.scope, async (tx) => {
      const isForeign = projectId !== null && caller.projectId !== null && caller.projectId !== projectId;
      if (isForeign || (projectId !== null && !(await seesProject(tx, projectId))))
        throw new RequestRefused(notFound('没有这个项目，或不在本应用的范围内。请核对项目编号。'));
      return work(tx);
    });

  app.get(
    '/open/v1/self',
    {
      config: { openScope: null },
      schema: {
        ...told('readSelf', '本应用', '读本应用', '用来试密钥和签名是否可用，并看到有哪些权限。', null),
        querystring: forms.noQuery,
        response: { 200: forms.self, ...READ },
      },
    },
    async (request) => {
      const { appid, name, regionCode, enterpriseId, projectId, scopes, perMinute } = callerOf(request).app;
      return { appid, name, regionCode, enterpriseId, projectId, scopes: [...scopes], perMinute };
    },
  );

  app.get(
    '/open/v1/projects',
    {
      config: { openScope: 'projects:read' },
      schema: {
        ...told('listProjects', '项目', '列项目', '本应用范围内的项目，按编号排列。', 'projects:read'),
        querystring: forms.projectsQuery,
        response: { 200: forms.projectList, ...READ },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { region = null, state = null, cursor, limit } = request.query;
      const rows = await seeing(caller, null, (tx) =>
        openProjects(tx, { after: afterOf(cursor), limit: limit + 1, projectId: caller.app.projectId, region, state }),
      );
      return pageOf(rows, limit, (row) => row.id, toProject);
    },
  );

  app.get(
    '/open/v1/projects/:projectId',
    {
      config: { openScope: 'projects:read' },
      schema: {
        ...told('readProject', '项目', '读一个项目', '台账要素和当前的欠薪情况。', 'projects:read'),
        params: forms.projectParams,
        querystring: forms.noQuery,
        response: { 200: forms.project, ...READ },
      },
    },
    async (request) => {
      const { projectId } = request.params;
      const [row] = await seeing(callerOf(request), projectId, (tx) => openProjects(tx, { after: '0', limit: 1, projectId, region: null, state: null }));
      if (row === undefined) throw new RequestRefused(notFound());
      return toProject(row);
    },
  );

  app.get(
    '/open/v1/projects/:projectId/months',
    {
      config: { openScope: 'projects:read' },
      schema: {
        ...told('listMonths', '项目', '读项目月事实', '每个工作月的考勤、工资表、支付和专户资金，新的在后。', 'projects:read'),
        params: forms.projectParams,
        querystring: forms.monthsQuery,
        response: { 200: forms.projectMonths, ...READ },
      },
    },
    async (request) => {
      const { projectId } = request.params;
      const { from, until } = request.query;
      const months = await seeing(callerOf(request), projectId, (tx) => monthsOf(tx, projectId, deps));
      const items = months.filter(({ month }) => (from === undefined || month >= from) && (until === undefined || month <= until)).map(toMonth);
      return { items };
    },
  );

  app.get(
    '/open/v1/projects/:projectId/wage-chain',
    {
      config: { openScope: 'projects:read' },
      schema: {
        ...told('readWageChain', '项目', '读工资链条', '是不是都发了、钱停在哪一步、由谁欠谁，以及各类数据截至哪天。', 'projects:read'),
        params: forms.projectParams,
        querystring: forms.noQuery,
        response: { 200: forms.wageChain, ...READ },
      },
    },
    async (request) => {
      const page = await seeing(callerOf(request), request.params.projectId, (tx) => projectPage(tx, request.params.projectId, deps.projects));
      if (page === undefined) throw new RequestRefused(notFound());
      return {
        ...page.answer,
        owner: page.chain.owner,
        generalContractor: page.chain.generalContractor,
        subcontractors: page.chain.subcontractors.map((firm) => ({ ...firm, teams: [...firm.teams] })),
        months: [...page.months],
        freshness: [...page.freshness],
      };
    },
  );

  app.get(
    '/open/v1/warnings',
    {
      config: { openScope: 'warnings:read' },
      schema: {
        ...told('listWarnings', '预警', '列预警', '本应用范围内的预警，按编号排列。要及时得知，请在对接管理中订阅事件推送。', 'warnings:read'),
        querystring: forms.warningsQuery,
        response: { 200: forms.warningList, ...READ },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { project = null, region = null, open, level = null, cursor, limit } = request.query;
      const projectId = narrowed(caller, project);
      const rows = await seeing(caller, null, (tx) =>
        openWarnings(tx, { after: afterOf(cursor), limit: limit + 1, id: null, projectId, region, open: flag(open), level }),
      );
      return pageOf(rows, limit, (row) => row.id, toWarning);
    },
  );

  app.get(
    '/open/v1/warnings/:warningId',
    {
      config: { openScope: 'warnings:read' },
      schema: {
        ...told('readWarning', '预警', '读一条预警', '当前的级别、状态和期限。', 'warnings:read'),
        params: forms.warningParams,
        querystring: forms.noQuery,
        response: { 200: forms.warning, ...READ },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const asked = { after: '0', limit: 1, id: request.params.warningId, projectId: caller.app.projectId, region: null, open: null, level: null };
      const [row] = await seeing(caller, null, (tx) => openWarnings(tx, asked));
      if (row === undefined) throw new RequestRefused(notFound('没有这条预警，或不在本应用的范围内。请核对预警编号。'));
      return toWarning(row);
    },
  );

  app.get(
    '/open/v1/projects/:projectId/roster',
    {
      config: { openScope: 'rosters:read' },
      schema: {
        ...told('listRoster', '花名册与工资', '读花名册', '身份证号、电话、卡号只给掩码。', 'rosters:read'),
        params: forms.projectParams,
        querystring: forms.rosterQuery,
        response: { 200: forms.rosterList, ...READ },
      },
    },
    async (request) => {
      const { onSite, cursor, limit } = request.query;
      const { projectId } = request.params;
      const rows = await seeing(callerOf(request), projectId, (tx) =>
        openRoster(tx, projectId, { after: afterOf(cursor), limit: limit + 1 }, flag(onSite) === true),
      );
      return pageOf(
        rows,
        limit,
        (row) => row.id,
        (row) => ({
          id: row.id,
          personId: row.person_id,
          name: row.name,
          identityMask: row.identity_mask,
          phoneMask: row.phone_mask,
          employer: row.employer,
          team: row.team,
          job: row.job,
          enteredOn: row.entered_on,
          leftOn: row.left_on,
          contractSignedOn: row.contract_signed_on,
          contractUntil: row.contract_until,
          cardTail: row.card_tail,
          cardBank: row.card_bank,
        }),
      );
    },
  );

  app.get(
    '/open/v1/projects/:projectId/payrolls',
    {
      config: { openScope: 'payrolls:read' },
      schema: {
        ...told('listPayrolls', '花名册与工资', '读工资表汇总', '按月、班组汇总，不含个人；新的月在前，最多 1000 组。', 'payrolls:read'),
        params: forms.projectParams,
        querystring: forms.payrollsQuery,
        response: { 200: forms.payrollList, ...READ },
      },
    },
    async (request) => {
      const { projectId } = request.params;
      const month = request.query.month === undefined ? null : civilMonth(request.query.month);
      const rows = await seeing(callerOf(request), projectId, (tx) => openPayrolls(tx, projectId, month));
      return {
        items: rows.map((row) => ({
          month: row.month,
          team: row.team,
          people: row.people,
          lines: row.lines,
          dueFen: row.due_fen,
          deductedFen: row.deducted_fen,
          netFen: row.net_fen,
          signedLines: row.signed_lines,
          madeOn: row.made_on,
          recordedAt: row.recorded_at.toISOString(),
        })),
      };
    },
  );

  app.get(
    '/open/v1/projects/:projectId/payments',
    {
      config: { openScope: 'payments:read' },
      schema: {
        ...told('listPayments', '花名册与工资', '读支付情况', '一个工作月里每个工人应发、已付、退票，以专户流水为准。', 'payments:read'),
        params: forms.projectParams,
        querystring: forms.paymentsQuery,
        response: { 200: forms.paymentList, ...READ },
      },
    },
    async (request) => {
      const { month, cursor, limit } = request.query;
      const { projectId } = request.params;
      const rows = await seeing(callerOf(request), projectId, (tx) =>
        openPayments(tx, projectId, civilMonth(month), { after: afterOf(cursor), limit: limit + 1 }),
      );
      return pageOf(rows, limit, (row) => row.person_id, toPayment);
    },
  );
}

/** An app of one project sees no other, whatever it asks for: then nothing matches. */
function narrowed({ app }: Caller, asked: string | null): string | null {
  if (app.projectId === null) return asked;
  return asked === null || asked === app.projectId ? app.projectId : '0';
}

function flag(text: 'true' | 'false' | undefined): boolean | null {
  return text === undefined ? null : text === 'true';
}

async function monthsOf(tx: Tx, projectId: string, deps: OpenApiDeps): Promise<readonly ProjectMonthFacts[]> {
  const reading = await readFacts(tx, { asOf: deps.clock.today(), projectIds: [projectId], from: 'kept' });
  const months: ProjectMonthFacts[] = [];
  for await (const batch of reading.projectMonths()) months.push(...batch);
  return months;
}

function toProject(row: OpenProject) {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    regionCode: row.region_code,
    industry: row.industry,
    state: row.state,
    isGovernment: row.is_government,
    generalContractor: { name: row.gc_name, creditCode: row.gc_credit_code },
    ownerName: row.owner_name,
    startedOn: row.started_on,
    finishDueOn: row.finish_due_on,
    payDay: row.pay_day,
    onSite: row.on_site,
    arrearsFen: row.arrears_fen,
    arrearsPeople: row.arrears_people,
  };
}

function toMonth(row: ProjectMonthFacts) {
  return {
    month: row.month,
    attendedHeads: row.attendedHeads,
    attendedPersonDays: row.attendedPersonDays,
    offRosterHeads: row.offRosterHeads,
    noContractHeads: row.noContractHeads,
    payrollHeads: row.payrollHeads,
    payrollMadeOn: row.payrollMadeOn,
    payrollDueFen: String(row.payrollDueFen),
    payrollNetFen: String(row.payrollNetFen),
    unsignedLines: row.unsignedLines,
    paidHeads: row.paidHeads,
    paidFen: String(row.paidFen),
    owedFen: String(row.owedFen),
    settledOn: row.settledOn,
    openRefunds: row.openRefunds,
    inflowFen: String(row.inflowFen),
    otherOutFen: String(row.otherOutFen),
    closingBalanceFen: row.closingBalanceFen === null ? null : String(row.closingBalanceFen),
  };
}

function toWarning(row: OpenWarning) {
  return {
    id: row.id,
    projectId: row.project_id,
    projectName: row.project_name,
    regionCode: row.region_code,
    ruleCode: row.rule_code,
    title: row.title,
    says: row.says,
    month: row.month,
    isData: row.is_data,
    level: row.level,
    state: row.state,
    standing: row.standing,
    amountFen: row.amount_fen,
    people: row.people,
    dueOn: row.due_on,
    actBy: row.act_by,
    raisedOn: row.raised_on,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    changedAt: row.changed_at.toISOString(),
  };
}

/** What came back and was not sent again outweighs what arrived. */
function toPayment(row: OpenPayment) {
  const [net, paid] = [BigInt(row.net_fen), BigInt(row.paid_fen)];
  const settled = paid > 0n ? 'short' : 'unpaid';
  const state: 'returned' | 'paid' | 'short' | 'unpaid' = row.open_refunds > 0 ? 'returned' : paid >= net ? 'paid' : settled;
  return {
    personId: row.person_id,
    name: row.name,
    identityMask: row.identity_mask,
    team: row.team,
    state,
    netFen: row.net_fen,
    paidFen: row.paid_fen,
    returnedFen: row.refunded_fen,
    firstPaidOn: row.first_paid_on,
    settledOn: row.settled_on,
  };
}
