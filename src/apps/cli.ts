import { Command } from 'commander';
import { bankSimulatorCommand } from './commands/bank-simulator.ts';
import { accountCommand } from './commands/account.ts';
import { detectReportCommand } from './commands/detect-report.ts';
import { exportCommand } from './commands/export.ts';
import { deviceSimulatorCommand } from './commands/device-simulator.ts';
import { fsckCommand } from './commands/fsck.ts';
import { importCommand } from './commands/import.ts';
import { lawCommand } from './commands/law.ts';
import { lawDocsCommand } from './commands/law-docs.ts';
import { loadDemoCommand } from './commands/load-demo.ts';
import { realNameCommand } from './commands/real-name.ts';
import { simulateCommand } from './commands/simulate.ts';
import { sweepCommand } from './commands/sweep.ts';
import { migrateCommand } from './migrate.ts';

/** `anxin`: everything an operator does from a terminal. */
const program = new Command('anxin').description('安薪：根治欠薪预警与处置平台').version('0.1.0', '-v, --version', '显示版本');
program
  .command('start')
  .description('启动：数据库、升级、演示数据（仅空库）、网站')
  .action(() => runProgram('start.ts'));
program
  .command('serve')
  .description('只启动网站，用 ANXIN_APP_URL 连接已升级好的数据库')
  .action(() => runProgram('serve.ts'));
for (const command of [
  migrateCommand(),
  accountCommand(),
  importCommand(),
  exportCommand(),
  sweepCommand(),
  simulateCommand(),
  bankSimulatorCommand(),
  detectReportCommand(),
  deviceSimulatorCommand(),
  fsckCommand(),
  loadDemoCommand(),
  lawCommand(),
  lawDocsCommand(),
  realNameCommand(),
]) {
  program.addCommand(command);
}
inChinese(program);

await program.parseAsync();

/** The two that stay: they are programs of their own, so that each keeps only what it needs in memory. */
async function runProgram(name: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const child = spawn(process.execPath, [new URL(name, import.meta.url).pathname], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
}

/** commander's own words, which would stand in English beside ours. */
function inChinese(command: Command): void {
  const titles: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' };
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (one) => one.name(),
      commandUsage: (one) =>
        `${one.parent === null ? '' : `${one.parent.name()} `}${one.name()} ${one.usage().replace('[options]', '[选项]').replace('[command]', '[命令]')}`,
    })
    .configureOutput({ outputError: (text, write) => write(faultInChinese(text)) });
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某条命令的帮助');
  for (const inner of command.commands) inChinese(inner);
}

function faultInChinese(text: string): string {
  return text
    .replace(/^error: required option '(.+)' not specified/, '缺少必填的选项 $1')
    .replace(/^error: unknown option '(.+)'/, '没有 $1 这个选项')
    .replace(/^error: unknown command '(.+)'/, '没有 $1 这条命令')
    .replace(/^error: option '(.+)' argument missing/, '选项 $1 后面要写内容')
    .replace(/^error: missing required argument '(.+)'/, '缺少参数 $1')
    .replace(/^error: option '(.+)' argument '(.*)' is invalid\./, '选项 $1 的内容“$2”不对：')
    .replace(/Allowed choices are (.+)\./, '只能是 $1。')
    .replace(/\(Did you mean (.+)\?\)/, '（是不是 $1？）')
    .replace(/^error: /, '');
}
