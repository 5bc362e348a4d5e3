import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export const APP_ROLE = 'anxin_app';
const ROLES = [
  'app_signin',
  'app_admin',
  'app_official',
  'app_regulator',
  'app_enterprise',
  'app_auditor',
  'app_ingest',
  'app_job',
  'app_sealer',
  'app_vault',
  'app_person',
];
/** Roles belong to the whole server: two starts can meet on them, and then one tries again. */
const MET_ON_ROLES = new Set(['42710', '23505', 'XX000']);

/**
 * Makes the login the product serves under, and answers its connection. It owns nothing and inherits nothing: it can
 * only become one of the app_ roles for the length of a transaction.
 */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'anxin-roles' });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement(password));
        break;
      } catch (problem) {
        if (!(problem instanceof pg.DatabaseError) || attempt >= 8 || !MET_ON_ROLES.has(problem.code ?? '')) throw problem;
      }
    }
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

/** The password of the app's login, made once and kept beside the keys. */
export function appPassword(dataFolder: string): string {
  const path = join(dataFolder, 'database-app.password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

function statement(password: string): string {
  const secret = pg.escapeLiteral(password);
  return `do $do$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
      execute format('create role ${APP_ROLE} login noinherit nocreatedb nocreaterole password %L', ${secret});
    else
      execute format('alter role ${APP_ROLE} with login password %L', ${secret});
    end if;
    ${ROLES.map((role) => `if not pg_has_role('${APP_ROLE}', '${role}', 'member') then grant ${role} to ${APP_ROLE}; end if;`).join('\n    ')}
  end $do$`;
}
