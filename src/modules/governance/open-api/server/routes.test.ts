import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ALL_SCOPES, type Answer, type Key, type OpenWorld, openWorld } from '../../../../../test/support/open-world.ts';
import { LI, WU } from '../../../../../test/support/people.ts';

let world: OpenWorld;
let key: Key;

beforeAll(async () => {
  world = await openWorld();
  key = await world.key();
}, 180_000);
afterAll(() => world?.close());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Record<string, readonly string[]>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string; readonly schema: unknown }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> };
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, { readonly schema: unknown }> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

async function document(): Promise<Document> {
  return (await world.app.inject({ url: '/open/v1/openapi.json' })).json<Document>();
}

function operations(doc: Document): readonly (Operation & { readonly method: string; readonly path: string })[] {
  return Object.entries(doc.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })));
}

/** A form of the document with what it points to put in its place, so that it can be held against an answer. */
function resolved(doc: Document, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => resolved(doc, one));
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema && typeof schema.$ref === 'string') return resolved(doc, doc.components.schemas[schema.$ref.split('/').at(-1) ?? '']);
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, resolved(doc, value)]));
}

function faultsOf(doc: Document, path: string, method: string, answer: Answer): readonly string[] {
  const told = doc.paths[path]?.[method]?.responses[String(answer.status)];
  if (told === undefined) return [`${method} ${path} answers ${answer.status}, which the document does not know: ${answer.text}`];
  const schema = z.fromJSONSchema(resolved(doc, told.content?.['application/json']?.schema) as Parameters<typeof z.fromJSONSchema>[0]);
  const held = schema.safeParse(answer.json());
  return held.success ? [] : held.error.issues.map((issue) => `${method} ${path} ${answer.status} ${issue.path.join('.')}: ${issue.message}`);
}

const ROSTER = { rows: [{ identity: LI, name: '李一', enteredOn: '2026-09-01', contractSignedOn: '2026-08-30', team: '木工班', payRateFen: '30000' }] };
const SENT: Readonly<Record<string, unknown>> = {
  sendRoster: ROSTER,
  sendSheets: { rows: [{ identity: LI, name: '李一', month: '2026-09', fullDays: [1, 2, 3], halfDays: [4] }] },
  sendPunches: { rows: [{ identity: LI, at: '2026-10-15 07:02:31', direction: 'in', device: 'G1' }] },
  sendPayroll: {
    rows: [{ identity: LI, name: '李一', month: '2026-09', team: '木工班', dueFen: '500000', advanceFen: '50000', netFen: '450000', signed: true }],
  },
  sendFlows: { rows: [{ happenedOn: '2026-10-15', serialNo: 'A-1', direction: 'in', amountFen: '20000000', counterpartyName: '某投资公司', memo: '人工费' }] },
};
const at = (path: string, ids: { project?: string; warning?: string } = {}) =>
  path.replace('{projectId}', ids.project ?? '1').replace('{warningId}', ids.warning ?? '1') + (path.endsWith('/payments') ? '?month=2026-08' : '');

function ask(operation: { readonly method: string; readonly path: string; readonly operationId: string }, by: Key, ids = {}): Promise<Answer> {
  const url = at(operation.path, ids);
  return operation.method === 'get' ? world.get(url, by) : world.send(url, by, SENT[operation.operationId]);
}

describe('文档就是接口', () => {
  it('每条路由都在文档里，每个操作都说明了用途、权限、字段和错误', async () => {
    const doc = await document();
    expect(doc.openapi).toBe('3.1.0');
    const all = operations(doc);
    expect(all.map(({ operationId }) => operationId).sort()).toEqual(
      [
        'listMonths',
        'listPayments',
        'listPayrolls',
        'listProjects',
        'listRoster',
        'listWarnings',
        'readProject',
        'readSelf',
        'readWageChain',
        'readWarning',
        ...Object.keys(SENT),
      ].sort(),
    );
    expect(all.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(world.routes.filter((route) => !route.endsWith('openapi.json')).sort());
    for (const operation of all) {
      expect(operation.summary.length, operation.operationId).toBeGreaterThan(2);
      expect(operation.tags).toHaveLength(1);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '401', '403', '422', '429']));
      if (operation.operationId !== 'readSelf') expect(operation.description).toMatch(/需要权限：/);
      if (operation.method === 'post') expect(operation.security).toEqual([{ signature: ['records:write'] }]);
      for (const parameter of operation.parameters ?? []) expect(parameter.description ?? '', `${operation.operationId} ${parameter.name}`).not.toBe('');
    }
  });

  it('真实的答复符合文档，成功的和拒绝的都是', async () => {
    const doc = await document();
    const faults: string[] = [];
    for (const operation of operations(doc)) {
      const good = await ask(operation, key);
      expect(good.status, `${operation.operationId}: ${good.text}`).toBe(200);
      faults.push(...faultsOf(doc, operation.path, operation.method, good));
      const bare = await world.app.inject({ method: operation.method === 'get' ? 'GET' : 'POST', url: at(operation.path), payload: {} });
      const others = [
        { status: bare.statusCode, headers: bare.headers, text: bare.body, json: <T>() => bare.json<T>() },
        await ask(operation, await world.key({ scopes: [] })),
        await (operation.method === 'get'
          ? world.get(`${operation.path.replaceAll(/\{\w+\}/g, 'x')}?nonsense=1`, key)
          : world.send(at(operation.path), key, { rows: 7 })),
      ];
      for (const other of others) {
        if (operation.operationId !== 'readSelf') expect(other.status, operation.operationId).toBeGreaterThanOrEqual(400);
        faults.push(...faultsOf(doc, operation.path, operation.method, other));
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('谁能做什么', () => {
  const NEEDS: readonly (readonly [string, string | null])[] = [
    ['readSelf', null],
    ['listProjects', 'projects:read'],
    ['readProject', 'projects:read'],
    ['listMonths', 'projects:read'],
    ['readWageChain', 'projects:read'],
    ['listWarnings', 'warnings:read'],
    ['readWarning', 'warnings:read'],
    ['listRoster', 'rosters:read'],
    ['listPayrolls', 'payrolls:read'],
    ['listPayments', 'payments:read'],
    ['sendRoster', 'records:write'],
    ['sendSheets', 'records:write'],
    ['sendPunches', 'records:write'],
    ['sendPayroll', 'records:write'],
    ['sendFlows', 'records:write'],
  ];

  it('权限 × 操作：有这一项就行，别的都有也不行', async () => {
    const all = operations(await document());
    expect(NEEDS.map(([id]) => id).sort()).toEqual(all.map(({ operationId }) => operationId).sort());
    for (const [operationId, scope] of NEEDS) {
      const operation = all.find((one) => one.operationId === operationId);
      if (operation === undefined) throw new Error(operationId);
      const only = await ask(operation, await world.key({ scopes: scope === null ? [] : [scope] }));
      expect(only.status, `${operationId} ${only.text}`).toBe(200);
      const but = await ask(operation, await world.key({ scopes: ALL_SCOPES.filter((one) => one !== scope) }));
      expect(but.status, operationId).toBe(scope === null ? 200 : 403);
    }
  });

  it('外地的、别家的、别的项目的都不存在', async () => {
    const all = operations(await document()).filter(({ path }) => path.includes('{'));
    const sees = { county: ['1', '2'], 'enterprise 1': ['1'], 'project 2': ['2'] };
    const keys = { county: key, 'enterprise 1': await world.key({ enterpriseId: '1' }), 'project 2': await world.key({ projectId: '2' }) };
    for (const who of ['county', 'enterprise 1', 'project 2'] as const) {
      for (const operation of all) {
        for (const id of ['1', '2', '3', '999']) {
          const answer = await ask(operation, keys[who], { project: id, warning: id });
          expect(answer.status, `${who} ${operation.operationId} ${id}: ${answer.text}`).toBe(sees[who].includes(id) ? 200 : 404);
        }
      }
      for (const url of ['/open/v1/projects', '/open/v1/warnings']) {
        const { items } = (await world.get(url, keys[who])).json<{ items: { id: string }[] }>();
        expect(
          items.map((one) => one.id),
          `${who} ${url}`,
        ).toEqual(sees[who]);
      }
    }
    expect((await world.get('/open/v1/warnings?project=1', keys['project 2'])).json<{ items: [] }>().items).toEqual([]);
  });

  it.each([
    { what: '没有密钥', headers: {}, status: 401, code: 'signature-missing' },
    { what: '密钥写错', headers: { authorization: 'Bearer abcd.0123456789012345678901234567890123456789' }, status: 401, code: 'key-wrong' },
    { what: '写法不对', headers: { authorization: 'Basic abcd' }, status: 401, code: 'key-wrong' },
  ])('$what', async ({ headers, status, code }) => {
    const reply = await world.app.inject({ url: '/open/v1/projects', headers });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('写入不认只带密钥的；签名的正文改一个字、过期、重放、换算法都有说法', async () => {
    const url = '/open/v1/projects/1/roster';
    const bearer = await world.app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${key.appid}.${key.secret}`, 'idempotency-key': 'bearer-001' },
      payload: ROSTER,
    });
    expect([bearer.statusCode, bearer.json<{ code: string }>().code]).toEqual([401, 'signature-required']);
    expect((await world.send(url, { ...key, secret: `${key.secret.slice(1)}x` }, ROSTER)).json()).toMatchObject({ code: 'signature-wrong' });
    expect((await world.send(url, key, ROSTER, { at: new Date(Date.now() - 400_000) })).json()).toMatchObject({ code: 'signature-stale' });
    expect((await world.send(url, key, ROSTER, { algorithm: 'hmac-sm3' })).status).toBe(200);
    const nonce = 'the-same-nonce-1';
    expect((await world.send('/open/v1/self', key, undefined, { method: 'GET', nonce })).status).toBe(200);
    const again = await world.send('/open/v1/self', key, undefined, { method: 'GET', nonce });
    expect([again.status, again.json<{ code: string }>().code]).toEqual([409, 'nonce-used']);
  });

  it('停用的应用、名单外的地址、别的通道的应用', async () => {
    const gone = await world.key();
    await world.apps.setDisabled(world.chief, gone.appid, true, '停用');
    expect((await world.get('/open/v1/self', gone)).status).toBe(401);
    expect((await world.get('/open/v1/self', await world.key({ ipList: ['10.0.0.0/8'] }))).json()).toMatchObject({ code: 'ip-not-allowed' });
    expect((await world.get('/open/v1/self', await world.key({ channel: 'device' }))).status).toBe(401);
  });
});

describe('报送', () => {
  const count = async (sql: string) => Number((await world.database.owner<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n);

  it('花名册、考勤、工资表、流水进到同样的记录里', async () => {
    const mine = await world.key({ projectId: '2' });
    for (const [operationId, path] of [
      ['sendRoster', 'roster'],
      ['sendSheets', 'attendance-sheets'],
      ['sendPunches', 'punches'],
      ['sendPayroll', 'payrolls'],
      ['sendFlows', 'account-flows'],
    ] as const) {
      const answer = await world.send(`/open/v1/projects/2/${path}`, mine, SENT[operationId]);
      expect(answer.status, answer.text).toBe(200);
    }
    expect(
      await world.database.owner(
        "select name, team, pay_rate_fen from prevention.roster_entry where project_id = 2 and name = '李一' and superseded_at is null",
      ),
    ).toEqual([{ name: '李一', team: '木工班', pay_rate_fen: '30000' }]);
    expect(await world.database.owner("select full_days, half_days from prevention.attendance_sheet where project_id = 2 and month = '2026-09-01'")).toEqual([
      { full_days: 0b111, half_days: 0b1000 },
    ]);
    expect(await world.database.owner('select happened_at::text, direction, device, source from prevention.punch where project_id = 2')).toMatchObject([
      { direction: 'in', device: 'G1', source: 'gate' },
    ]);
    expect(
      await world.database.owner(
        "select due_fen, advance_fen, net_fen, signed from prevention.payroll_line where project_id = 2 and month = '2026-09-01' and superseded_at is null",
      ),
    ).toEqual([{ due_fen: '500000', advance_fen: '50000', net_fen: '450000', signed: true }]);
    expect(await world.database.owner("select direction, amount_fen from prevention.account_flow where project_id = 2 and serial_no = 'A-1'")).toEqual([
      { direction: 'in', amount_fen: '20000000' },
    ]);
    const [message] = await world.database.owner<{ import_id: string; records: number }>(
      "select import_id, records, method, outcome from exchange.message where appid = $1 and method = 'sendRoster'",
      [mine.appid],
    );
    expect(message).toMatchObject({ records: 1, outcome: 'ok' });
    expect(await world.database.owner('select channel, state from exchange.import where id = $1', [message?.import_id])).toEqual([
      { channel: 'open-api', state: 'done' },
    ]);
  });

  it('同键重发得到原来的答复，只做一次；同键异文 422；同时到的只有一个做', async () => {
    const url = '/open/v1/projects/1/payrolls';
    const body = { rows: [{ identity: WU, name: '吴二', month: '2026-09', dueFen: '100', netFen: '100' }] };
    const first = await world.send(url, key, body, { idempotencyKey: 'payroll-sept-1' });
    expect(first.json()).toMatchObject({ added: 1 });
    const imports = await count('exchange.import');
    const again = await world.send(url, key, body, { idempotencyKey: 'payroll-sept-1' });
    expect(again.text).toBe(first.text);
    expect(await count('exchange.import')).toBe(imports);
    const other = await world.send(url, key, { rows: [{ ...body.rows[0], netFen: '99', dueFen: '99' }] }, { idempotencyKey: 'payroll-sept-1' });
    expect([other.status, other.json<{ code: string }>().code]).toEqual([422, 'idempotency-key-reused']);

    const fresh = { rows: [{ identity: WU, name: '吴二', month: '2026-08', dueFen: '100', netFen: '100' }] };
    const many = await Promise.all(Array.from({ length: 8 }, () => world.send(url, key, fresh, { idempotencyKey: 'payroll-aug-1' })));
    expect(new Set(many.map(({ status }) => status)).has(200)).toBe(true);
    for (const { status, text } of many) expect([200, 409], text).toContain(status);
    expect(await count("prevention.payroll_line where project_id = 1 and month = '2026-08-01' and name = '吴二'")).toBe(1);
  });

  it('被拒的请求什么也没做，改正后同一个键可以再来', async () => {
    const url = '/open/v1/projects/1/payrolls';
    const bad = { rows: [{ identity: '371526199001011236', name: '李一', month: '2026-09', dueFen: '100', netFen: '100' }] };
    const refused = await world.send(url, key, bad, { idempotencyKey: 'fix-and-resend' });
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({ code: 'rows-refused', fields: [{ path: 'rows.0.identity' }] });
    expect(refused.text).not.toContain('371526199001011236');
    const good = await world.send(url, key, { rows: [{ ...bad.rows[0], identity: LI }] }, { idempotencyKey: 'fix-and-resend' });
    expect(good.status, good.text).toBe(200);
  });

  it('allOrNothing 为 false 时错的行留下，其余照收', async () => {
    const rows = [
      { identity: LI, name: '李一', month: '2026-07', dueFen: '100', netFen: '100' },
      { identity: LI, name: '李一', month: '2026-07', team: '二班', dueFen: '100', netFen: '90' },
    ];
    const answer = await world.send('/open/v1/projects/1/payrolls', key, { allOrNothing: false, rows: [rows[0], { ...rows[1], netFen: '90000' }] });
    expect(answer.json()).toMatchObject({
      added: 1,
      refusedRows: 1,
      faults: expect.arrayContaining([expect.objectContaining({ row: 2, field: 'netFen', severity: 'error' })]),
    });
  });

  it.each([
    { what: '不认识的字段', body: { rows: [{ ...ROSTER.rows[0], isAdmin: true }] }, status: 422 },
    { what: '没有这一天', body: { rows: [{ ...ROSTER.rows[0], enteredOn: '2026-02-30' }] }, status: 422 },
    { what: '一行也没有', body: { rows: [] }, status: 422 },
    { what: '控制字符', body: { rows: [{ ...ROSTER.rows[0], name: '李\u0000一' }] }, status: 422 },
    { what: '不是 JSON', body: '{"rows":', status: 400 },
    { what: '原型污染', body: '{"__proto__":{"isAdmin":true},"rows":[]}', status: 400 },
  ])('$what', async ({ body, status }) => {
    expect((await world.send('/open/v1/projects/1/roster', key, body)).status).toBe(status);
  });

  it('缺幂等键、类型不对', async () => {
    expect((await world.send('/open/v1/projects/1/roster', key, ROSTER, { idempotencyKey: null })).json()).toMatchObject({
      code: 'bad-fields',
      fields: [{ path: 'idempotency-key' }],
    });
    // A program shows who it is by its signature; that it is no page of ours is no reason to refuse it.
    const asText = await world.send('/open/v1/projects/1/roster', key, ROSTER, { headers: { 'content-type': 'text/plain' } });
    expect([asText.status, asText.json<{ code: string }>().code]).toEqual([415, 'unsupported-media']);
    expect((await world.send('/open/v1/projects/1/roster', key, 'null')).json()).toMatchObject({ code: 'bad-fields', fields: [{ path: '正文' }] });
  });
});

describe('读取', () => {
  it('分页：一页一页读到头，不重不漏', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const list = (await world.get(`/open/v1/projects/1/roster?limit=2${cursor}`, key)).json<{ items: { id: string }[]; next: string | null }>();
      seen.push(...list.items.map(({ id }) => id));
      if (list.next === null) break;
      expect(list.items).toHaveLength(2);
      cursor = `&cursor=${list.next}`;
    }
    const [all] = await world.database.owner<{ n: string }>('select count(*) as n from prevention.roster_entry where project_id = 1 and superseded_at is null');
    expect(seen).toHaveLength(Number(all?.n));
    expect(new Set(seen).size).toBe(seen.length);
    expect((await world.get('/open/v1/projects?cursor=abc', key)).json()).toMatchObject({ code: 'cursor-invalid' });
  });

  it('身份证号只有掩码；到账状态照流水说', async () => {
    const roster = await world.get('/open/v1/projects/2/roster', key);
    expect(roster.text).not.toContain(LI);
    const { items } = (await world.get('/open/v1/projects/2/payments?month=2026-08', key)).json<{
      items: { state: string; netFen: string; paidFen: string }[];
    }>();
    expect(items.map(({ state, netFen, paidFen }) => [state, netFen, paidFen])).toEqual([
      ['unpaid', '500100', '0'],
      ['paid', '500200', '500200'],
      ['short', '500300', '100000'],
    ]);
    const months = (await world.get('/open/v1/projects/2/months?from=2026-08&until=2026-08', key)).json<{ items: unknown[] }>();
    expect(months.items).toMatchObject([{ month: '2026-08', payrollHeads: 3, attendedHeads: 3, owedFen: '900400' }]);
    const chain = (await world.get('/open/v1/projects/2/wage-chain', key)).json<{ paid: boolean; subcontractors: unknown[] }>();
    expect(chain).toMatchObject({ paid: false });
  });

  it('没有变化答 304', async () => {
    const first = await world.get('/open/v1/projects/1', key);
    const tag = String(first.headers['etag']);
    const second = await world.get('/open/v1/projects/1', key, { 'if-none-match': tag });
    expect([second.status, second.text]).toEqual([304, '']);
    await world.database.owner("update prevention.project set name = '改了名' where id = 1");
    expect((await world.get('/open/v1/projects/1', key, { 'if-none-match': tag })).status).toBe(200);
  });

  it('超过每分钟上限答 429，说几秒后再来', async () => {
    const slow = await world.key({ perMinute: 3 });
    const answers = [];
    for (let times = 0; times < 8; times += 1) answers.push(await world.get('/open/v1/self', slow));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[0]?.headers['ratelimit-limit']).toBe('3');
    expect(answers[0]?.headers['ratelimit-remaining']).toBe('2');
  });

  it('每次读取都留下一条消息', async () => {
    const reader = await world.key();
    await world.get('/open/v1/projects/1', reader);
    await world.get('/open/v1/projects/3', reader);
    await expect
      .poll(() => world.database.owner('select method, outcome, code from exchange.message where appid = $1 order by id', [reader.appid]))
      .toEqual([
        { method: 'readProject', outcome: 'ok', code: '200' },
        { method: 'readProject', outcome: 'refused', code: 'not-found' },
      ]);
  });
});
