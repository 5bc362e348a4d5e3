import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import type { RecordForm } from '#modules/prevention/imports/domain/index.ts';
import { notFound, RequestRefused } from '#platform/http/index.ts';
import { idempotency } from './idempotency.ts';
import { callerOf, refusals, told } from './operation.ts';
import { type BodyOf, misreadRows, type Outcome, takeRecords } from './records.ts';
import type { OpenApiDeps, OpenServer } from './ports.ts';
import * as forms from './schemas.ts';

const WRITE = refusals(400, 401, 403, 404, 409, 413, 415, 422, 429, 500);
const SCOPE = 'records:write';
const headers = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,100}$/, '8 至 100 位可见的 ASCII 字符')
    .meta({ description: '幂等键，8 至 100 位；同一批数据重发用同一个键', examples: ['roster-2026-10-15-001'] }),
});

/** What other systems send: into the same records, through the same checks as files. */
export function writingRoutes(app: OpenServer, deps: OpenApiDeps): void {
  const keys = idempotency(deps.store);

  async function take<Form extends RecordForm>(
    request: FastifyRequest,
    operationId: string,
    projectId: string,
    key: string,
    order: { readonly form: Form; readonly body: BodyOf<Form> } & Parameters<typeof takeRecords>[3],
  ): Promise<Outcome> {
    const { app: caller, digest, beganAt } = callerOf(request);
    const sees = caller.projectId === null || caller.projectId === projectId;
    const [project] = sees
      ? await deps.store.reading(caller.sender.scope, (tx) => tx.query<{ id: string }>('select id from prevention.project where id = $1', [projectId]))
      : [];
    if (project === undefined) throw new RequestRefused(notFound('没有这个项目，或不在本应用的范围内。请核对项目编号。'));
    const misread = misreadRows(deps.clock, order);
    if (misread !== undefined) throw new RequestRefused(misread);
    const beginning = await keys.begin(caller.appid, key, digest);
    if (beginning.is === 'another') {
      throw new RequestRefused({ code: 'idempotency-key-reused', says: '这个 Idempotency-Key 90 天内用于别的内容。请换一个键。' });
    }
    if (beginning.is === 'in-flight') {
      throw new RequestRefused({ code: 'idempotency-in-flight', says: '同键的前一次请求还在处理。请几秒后用同一个键重发。' });
    }
    if (beginning.is === 'answered') return forms.outcome.parse(beginning.kept.answer);
    try {
      const done = await takeRecords(deps, caller, projectId, order, async (tx, importId) => {
        await deps.integration.log(
          {
            appid: caller.appid,
            channel: 'open-api',
            direction: 'in',
            method: operationId,
            outcome: 'ok',
            code: '200',
            summary: { rows: order.body.rows.length, idempotencyKey: key },
            tookMs: performance.now() - beganAt,
            records: order.body.rows.length,
            importId,
            projectId,
            regionCode: caller.regionCode,
            enterpriseId: caller.enterpriseId,
          },
          tx,
        );
        request.isLogged = true;
      });
      if (!done.ok) throw new RequestRefused(done.refusal);
      await keys.keep(caller.appid, key, { status: 200, answer: done.value });
      return done.value;
    } catch (problem) {
      // Nothing came of it: what is put right may come under the same key.
      await keys.release(caller.appid, key);
      throw problem;
    }
  }

  const says = '与导入文件走同样的检查：逐行给出原因和改法；重复报送不会重复计算。';
  const route = { params: forms.projectParams, headers, querystring: forms.noQuery };
  const response = { 200: forms.outcome, ...WRITE };

  app.post(
    '/open/v1/projects/:projectId/roster',
    {
      config: { openScope: SCOPE, machine: true },
      schema: { ...told('sendRoster', '报送', '报花名册', says, SCOPE, true), ...route, body: forms.rosterBody, response },
    },
    (request) => take(request, 'sendRoster', request.params.projectId, request.headers['idempotency-key'], { form: 'roster', body: request.body }),
  );
  app.post(
    '/open/v1/projects/:projectId/attendance-sheets',
    {
      config: { openScope: SCOPE, machine: true },
      schema: { ...told('sendSheets', '报送', '报考勤月表', says, SCOPE, true), ...route, body: forms.sheetsBody, response },
    },
    (request) => take(request, 'sendSheets', request.params.projectId, request.headers['idempotency-key'], { form: 'sheet', body: request.body }),
  );
  app.post(
    '/open/v1/projects/:projectId/punches',
    {
      config: { openScope: SCOPE, machine: true },
      schema: { ...told('sendPunches', '报送', '报打卡记录', says, SCOPE, true), ...route, body: forms.punchesBody, response },
    },
    (request) => take(request, 'sendPunches', request.params.projectId, request.headers['idempotency-key'], { form: 'punch', body: request.body }),
  );
  app.post(
    '/open/v1/projects/:projectId/payrolls',
    {
      config: { openScope: SCOPE, machine: true },
      schema: { ...told('sendPayroll', '报送', '报工资支付表', says, SCOPE, true), ...route, body: forms.payrollBody, response },
    },
    (request) => take(request, 'sendPayroll', request.params.projectId, request.headers['idempotency-key'], { form: 'payroll', body: request.body }),
  );
  app.post(
    '/open/v1/projects/:projectId/account-flows',
    {
      config: { openScope: SCOPE, machine: true },
      schema: { ...told('sendFlows', '报送', '报专户流水', says, SCOPE, true), ...route, body: forms.flowsBody, response },
    },
    (request) => take(request, 'sendFlows', request.params.projectId, request.headers['idempotency-key'], { form: 'flows', body: request.body }),
  );
}
