import { Command } from 'commander';
import type { Keeper } from '#modules/office/integration/server/index.ts';
import { compareTarget, setCorpSecret } from '#modules/prevention/real-name/server/index.ts';
import { textTable } from '../table.ts';
import type { Parts } from '../wiring.ts';
import { withParts } from '../with-parts.ts';

interface Acting {
  readonly as: string;
}

/** `anxin real-name`: the systems above us, for an operator. Acts for an account, within its scope. */
export function realNameCommand(run: (work: (parts: Parts) => Promise<number>) => Promise<void> = withParts): Command {
  const asKeeper = (options: Acting, work: (parts: Parts, by: Keeper) => Promise<number>): Promise<void> => run((parts) => actFor(parts, options, work));
  const command = new Command('real-name').description('实名制接口：上级平台的登记、上报和差异');
  const acting = (name: string, says: string) => command.command(name).description(says).requiredOption('--as <login>', '以哪个账号的名义和管辖范围办理');
  acting('targets', '列出上级平台和上报情况').action((options: Acting) => asKeeper(options, listTargets));
  acting('target-create', '登记一个上级平台；密钥从环境变量 ANXIN_TARGET_SECRET 读，企业密钥（对方发了才有）从 ANXIN_TARGET_CORP_SECRET 读')
    .requiredOption('--name <name>', '平台名称')
    .requiredOption('--url <url>', '接口地址，以 /open.api 结尾')
    .requiredOption('--appid <appid>', '对方发的 appid')
    .option('--profile <profile>', '方言：national、hangzhou、jinhua 或 fujian', 'national')
    .action((options: Acting & { readonly name: string; readonly url: string; readonly appid: string; readonly profile: string }) =>
      asKeeper(options, async (parts, by) => {
        // On the command line it would stand in the shell's history and in the list of processes.
        const secret = process.env['ANXIN_TARGET_SECRET'] ?? '';
        const made = await parts.upward.targets.create(by, { ...options, secret, corpSecret: process.env['ANXIN_TARGET_CORP_SECRET'] });
        if (!made.ok) return refused(made.refusal.says);
        console.log(`已登记，编号 ${made.value.id}。下一步：anxin real-name target-project 指定要上报的项目。`);
        return 0;
      }),
    );
  acting('target-project', '指定一个要上报的项目')
    .requiredOption('--target <id>', '上级平台的编号')
    .requiredOption('--project <code>', '本系统的项目代码')
    .requiredOption('--their-code <code>', '对方平台的项目编码 projectCode')
    .action((options: Acting & { readonly target: string; readonly project: string; readonly theirCode: string }) =>
      asKeeper(options, async (parts, by) => {
        const [project] = await parts.store.within(by.scope, (tx) =>
          tx.query<{ id: string }>('select id from prevention.project where code = $1', [options.project]),
        );
        if (project === undefined) return refused(`在该账号的管辖范围内没有代码为“${options.project}”的项目。`);
        const added = await parts.upward.targets.addProject(by, options.target, project.id, options.theirCode);
        if (!added.ok) return refused(added.refusal.says);
        console.log('已指定。服务运行时每分钟核对一次并上报；也可以执行 anxin real-name push 立即上报。');
        return 0;
      }),
    );
  acting('corp-secret', '填或清除一个实名制应用的企业密钥（企业系统带 corpsign 时用）；密钥从环境变量 ANXIN_CORP_SECRET 读')
    .requiredOption('--app <appid>', '应用编号')
    .option('--clear', '清除，不再核对 corpsign')
    .action((options: Acting & { readonly app: string; readonly clear?: true }) =>
      asKeeper(options, async ({ upward }, by) => {
        const secret = options.clear === true ? null : (process.env['ANXIN_CORP_SECRET'] ?? '');
        const done = await setCorpSecret(upward, by, options.app, secret);
        if (!done.ok) return refused(done.refusal.says);
        console.log(secret === null ? '已清除，不再核对 corpsign。' : '已保存。以后看不到，只能重新填或清除。');
        return 0;
      }),
    );
  acting('push', '立即把没有上报过的内容送出去')
    .requiredOption('--target <id>', '上级平台的编号')
    .action((options: Acting & { readonly target: string }) =>
      asKeeper(options, async (parts, by) => {
        if (!(await parts.upward.targets.list(by)).some((target) => target.id === options.target)) return refused('没有找到这个上级平台，或不归该账号管理。');
        console.log(`新排队 ${await parts.upward.deliveries.plan(options.target)} 条。`);
        while (await parts.upward.deliveries.deliver());
        return listTargets(parts, by);
      }),
    );
  acting('differences', '向对方查询，列出两边不一致的内容')
    .requiredOption('--target <id>', '上级平台的编号')
    .action((options: Acting & { readonly target: string }) =>
      asKeeper(options, async (parts, by) => {
        const found = await compareTarget(parts.upward, by, options.target);
        if (!found.ok) return refused(found.refusal.says);
        if (found.value.length === 0) console.log('两边一致。');
        else
          console.log(
            textTable([
              ['种类', '对象', '本系统', '对方'],
              ...found.value.map((one) => [KINDS[one.kind], one.shown, one.ours ?? '没有', one.theirs ?? '没有']),
            ]),
          );
        return 0;
      }),
    );
  return command;
}

const KINDS = { team: '班组', worker: '工人', stay: '进退场', training: '培训', payroll: '工资' } as const;

async function listTargets({ upward }: Parts, by: Keeper): Promise<number> {
  const targets = await upward.targets.list(by);
  if (targets.length === 0) console.log('还没有登记上级平台。');
  else {
    const count = (counts: Readonly<Record<string, number>>, ...states: readonly string[]) =>
      String(states.reduce((sum, state) => sum + (counts[state] ?? 0), 0));
    console.log(
      textTable([
        ['编号', '名称', '项目', '已送达', '在途', '未送达', '差异'],
        ...targets.map((one) => [
          one.id,
          one.disabledAt === null ? one.name : `${one.name}（停用）`,
          String(one.projects.length),
          count(one.counts, 'done'),
          count(one.counts, 'queued', 'sent', 'waiting', 'asking'),
          count(one.counts, 'failed'),
          String(one.differences),
        ]),
      ]),
    );
  }
  return 0;
}

async function actFor(parts: Parts, { as }: Acting, work: (parts: Parts, by: Keeper) => Promise<number>): Promise<number> {
  const [account] = await parts.store.within({ role: 'app_signin' }, (tx) =>
    tx.query<{ id: string }>('select id from office.account where login = $1', [as.toLowerCase()]),
  );
  const who = account === undefined ? undefined : await parts.accounts.whoIs(account.id);
  if (who === undefined) return refused(`没有可用的账号“${as}”。请核对登录名。`);
  return work(parts, who);
}

function refused(says: string): number {
  console.error(says);
  return 1;
}
