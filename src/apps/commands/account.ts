import { Command } from 'commander';
import { isRole, type NewAccount, ROLES } from '#modules/office/accounts/domain/index.ts';
import { record, SYSTEM } from '#platform/audit/index.ts';
import type { Store } from '#platform/db/index.ts';
import { withParts } from '../with-parts.ts';

interface CreateOptions {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly region?: string;
  readonly enterprise?: string;
  readonly industry?: string;
}

/** `anxin account`: the first account of an installation, and what the operator needs when nobody can sign in. */
export function accountCommand(): Command {
  const account = new Command('account').description('账号：新建、重置密码、停用演示账号');
  account
    .command('create')
    .description('新建账号，显示一次性密码；第一次登录必须改密码')
    .requiredOption('--login <login>', '登录名')
    .requiredOption('--name <name>', '姓名')
    .requiredOption(
      '--role <role>',
      `岗位：${Object.entries(ROLES)
        .map(([role, { name }]) => `${role}（${name}）`)
        .join(' ')}`,
    )
    .requiredOption('--organisation <organisation>', '单位')
    .option('--region <code>', '管辖地区的行政区划代码，例如 371526')
    .option('--enterprise <name>', '所属企业全称（企业岗位必填，须先在台账中）')
    .option('--industry <industry>', '主管行业（行业主管部门必填），例如 住建')
    .action((options: CreateOptions) =>
      withParts(async ({ accounts, store }) => {
        if (!isRole(options.role)) return refused(`没有“${options.role}”这个岗位。可用：${Object.keys(ROLES).join(' ')}。`);
        const enterpriseId = options.enterprise === undefined ? null : await enterpriseNamed(store, options.enterprise);
        if (enterpriseId === undefined) return refused(`台账里没有“${options.enterprise}”。请先导入项目台账，或核对企业全称。`);
        const person: NewAccount = {
          login: options.login,
          name: options.name,
          role: options.role,
          organisation: options.organisation,
          regionCode: options.region ?? null,
          industry: options.industry ?? null,
          enterpriseId,
        };
        const made = await accounts.create(SYSTEM, person);
        if (!made.ok) return refused(made.refusal.says);
        console.log(`已建账号 ${made.value.login}，一次性密码：${made.value.password}\n请当面交给本人；第一次登录必须改掉。`);
        return 0;
      }),
    );
  account
    .command('reset')
    .description('重置密码并解除锁定')
    .requiredOption('--login <login>', '登录名')
    .action(({ login }: { login: string }) =>
      withParts(async ({ accounts, store }) => {
        const id = await accountNamed(store, login);
        const made = id === undefined ? undefined : await accounts.reset(SYSTEM, id);
        if (made?.ok !== true) return refused(`没有登录名为“${login}”的账号。`);
        console.log(`${login} 的新一次性密码：${made.value.password}`);
        return 0;
      }),
    );
  account
    .command('disable-demo')
    .description('停用全部演示账号')
    .action(() =>
      withParts(async ({ store }) => {
        const count = await store.within({ role: 'app_admin' }, async (tx) => {
          const rows = await tx.query('update office.account set disabled_at = now() where is_demo and disabled_at is null returning id');
          await record(tx, { by: SYSTEM, action: 'account.disabled', object: 'account:demo', detail: { count: rows.length } });
          return rows.length;
        });
        console.log(`已停用 ${count} 个演示账号。`);
        return 0;
      }),
    );
  return account;
}

function refused(says: string): number {
  console.error(says);
  return 1;
}

async function enterpriseNamed(store: Store, name: string): Promise<string | undefined> {
  return (await store.within({ role: 'app_job' }, (tx) => tx.query<{ id: string }>('select id from prevention.enterprise where name = $1', [name])))[0]?.id;
}

async function accountNamed(store: Store, login: string): Promise<string | undefined> {
  return (await store.within({ role: 'app_admin' }, (tx) => tx.query<{ id: string }>('select id from office.account where login = lower($1)', [login])))[0]?.id;
}
