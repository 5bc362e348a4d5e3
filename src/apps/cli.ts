import { Command } from 'commander';
import { accountCommand } from './commands/account.ts';
import { fsckCommand } from './commands/fsck.ts';
import { loadDemoCommand } from './commands/load-demo.ts';
import { simulateCommand } from './commands/simulate.ts';
import { migrateCommand } from './migrate.ts';

/** `anxin`: everything an operator does from a terminal. */
const program = new Command('anxin')
  .description('安薪：根治欠薪预警与处置平台')
  .version('0.1.0', '-v, --version', '显示版本')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [command]', '显示某条命令的帮助');
program
  .command('start')
  .description('启动：数据库、升级、演示数据（仅空库）、网站')
  .action(() => runProgram('start.ts'));
program
  .command('serve')
  .description('只启动网站，用 ANXIN_APP_URL 连接已升级好的数据库')
  .action(() => runProgram('serve.ts'));
program.addCommand(migrateCommand());
program.addCommand(accountCommand());
program.addCommand(fsckCommand());
program.addCommand(loadDemoCommand());
program.addCommand(simulateCommand());

await program.parseAsync();

/** The two that stay: they are programs of their own, so that each keeps only what it needs in memory. */
async function runProgram(name: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const child = spawn(process.execPath, [new URL(name, import.meta.url).pathname], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
}
