import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';
import { integration } from '#modules/office/integration/server/index.ts';
import { openStore, startEmbedded } from '#platform/db/index.ts';
import { freshKeys, openVault, writeKeys } from '#platform/vault/index.ts';
import { type Product, startProduct } from '../support/product.ts';
import { cardOf, clientOf, identityOf, LABOUR, layOutCounty, OFFICIAL, payLine, PROJECT, register } from '../support/real-name.ts';

const keys = freshKeys();
let product: Product;

beforeAll(async () => {
  product = await startProduct({ ANXIN_LOG: 'trace', ANXIN_KEYS: writeKeys(keys) });
}, 180_000);
afterAll(() => product.stop());

/** The product as an operator runs it, at its most talkative: what it prints and what it keeps in the clear is read through. */
it('密钥、签名、身份证号、卡号、电话：日志里没有，库里没有明文', { timeout: 180_000 }, async () => {
  const server = await startEmbedded({ dataFolder: product.folder });
  if (!server.ok) throw new Error(server.refusal.says);
  const owner = new pg.Pool({ connectionString: server.value.ownerUrl, max: 2 });
  const store = openStore(server.value.ownerUrl, { max: 2 });
  try {
    const query = async <Row extends object>(sql: string, values: readonly unknown[] = []) => (await owner.query<Row>(sql, [...values])).rows;
    await layOutCounty({ owner: query });
    const made = await integration({ store, vault: openVault(keys) }).createApp(OFFICIAL, {
      appid: PROJECT,
      channel: 'real-name',
      name: '门禁系统',
      regionCode: '371526',
      enterpriseId: '1',
      projectId: '1',
      settings: {},
      ipList: [],
      perMinute: 10_000,
      scopes: [],
    });
    if (!made.ok) throw new Error(made.refusal.says);
    const usual = {
      get timestamp() {
        return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '');
      },
    };
    const client = clientOf(product.url, made.value, usual);
    const team = await register(client, 2);
    const pay = { projectCode: PROJECT, ...LABOUR, teamSysNo: team, payMonth: '2026-10', detailList: [payLine(client, 0)] };
    expect(await client.settle('Payroll.Add', pay)).toMatchObject({ status: 20 });
    expect(await client.settle('Payroll.Add', { ...pay, detailList: [payLine(client, 9)] })).toMatchObject({ status: 10 });
    // What goes wrong, too: secrets sent by mistake, wrong keys, what is not a form.
    expect(await client.call('Team.Query', { projectCode: PROJECT }, { extra: { appsecret: made.value.secret } })).toMatchObject({ code: '0' });
    expect(await clientOf(product.url, { ...made.value, secret: 'f'.repeat(32) }, usual).call('Team.Query', {})).toMatchObject({ code: '-2' });
    for (const body of [`appsecret=${made.value.secret}&data=${identityOf(0)}`, `{"idCardNumber":"${identityOf(0)}"}`, '%']) {
      expect(
        (
          await fetch(`${product.url}/open.api?appsecret=${made.value.secret}`, {
            method: 'POST',
            headers: { 'content-type': 'text/plain', 'content-encoding': 'UTF-8' },
            body,
          })
        ).status,
      ).toBe(200);
    }
    const secret = [made.value.secret, identityOf(0), identityOf(1), identityOf(9), cardOf(0), '13810000000', '15001234567890', client.aes(identityOf(0))];
    const log = readFileSync(join(product.folder, 'serve.log'), 'utf8');
    expect(log).toContain('/open.api');
    for (const one of secret) expect(log + product.printed()).not.toContain(one);
    const tables = await query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('exchange','prevention','audit','office','monitoring') and tablename !~ '_\\d{6}$'",
    );
    for (const { name } of tables) {
      for (const one of secret)
        expect({ name, rows: (await query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [one])).length }).toEqual({ name, rows: 0 });
    }
  } finally {
    await store.close();
    await owner.end();
    await server.value.stop();
  }
});
