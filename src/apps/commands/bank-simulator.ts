import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { BEHAVIOURS, type Behaviour, isBehaviour } from '#apps/bank-simulator/behaviours.ts';
import { startBankSimulator } from '#apps/bank-simulator/index.ts';
import { wholeNumber } from './simulate.ts';

interface Options {
  readonly port: number;
  readonly seed: string;
  readonly behaviour: Behaviour | 'mix';
  readonly data: string;
  readonly app: string;
  readonly secret: string;
  readonly anxin?: string;
  readonly folder?: string;
  readonly encoding: 'gb18030' | 'utf-8';
  readonly every: number;
  readonly process: number;
  readonly slow: number;
}

/** `anxin bank-simulator`: a bank to try payments against, which misbehaves as told. */
export function bankSimulatorCommand(): Command {
  return new Command('bank-simulator')
    .description('模拟一家银行（单独的进程）：按对接约定收代发指令、回盘、退票，也可以按指定的方式出错。钱是假的')
    .option('--port <number>', '端口，0 为任意', wholeNumber, 8102)
    .option('--seed <text>', '随机种子，相同种子行为相同', '7')
    .option('--behaviour <name>', '怎样表现，见下；mix 为按种子混合', behaviour, 'honest')
    .option('--data <folder>', '银行自己的账放在哪个文件夹，重启后接着用', '.anxin-bank')
    .requiredOption('--app <appid>', '安薪给这家银行的应用编号')
    .requiredOption('--secret <text>', '安薪给这家银行的密钥')
    .option('--anxin <url>', '安薪的地址，银行消息发到那里')
    .option('--folder <folder>', '改用文件交换：交换文件夹')
    .option('--encoding <name>', '交换文件的编码：utf-8 或 gb18030', encoding, 'utf-8')
    .option('--every <ms>', '每隔多少毫秒看一次有没有要发的', wholeNumber, 500)
    .option('--process <ms>', '收到指令后多少毫秒出结果', wholeNumber, 2_000)
    .option('--slow <ms>', 'slow 时多少毫秒后才答复', wholeNumber, 30_000)
    .addHelpText(
      'after',
      `\n行为（--behaviour）：\n${Object.entries(BEHAVIOURS)
        .map(([name, says]) => `  ${name.padEnd(24)}${says}`)
        .join('\n')}\n  ${'mix'.padEnd(24)}按种子从以上混合\n\n控制：POST /simulator/move {"hours":24} 拨快时间；GET /simulator/books 看账。`,
    )
    .action(async (options: Options) => {
      const { anxin, folder, data, every, process: processMs, slow, ...rest } = options;
      const running = await startBankSimulator({
        ...rest,
        data: resolve(data),
        anxin: anxin?.replace(/\/$/, '') ?? null,
        folder: folder === undefined ? null : resolve(folder),
        everyMs: every,
        processMs,
        slowMs: slow,
      });
      console.log(`模拟银行已启动：${running.address}（${options.behaviour}）`);
      const stop = (): void => void running.stop().then(() => process.exit(0));
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
    });
}

function behaviour(text: string): Behaviour | 'mix' {
  if (text === 'mix' || isBehaviour(text)) return text;
  throw new InvalidArgumentError('没有这种行为，看 anxin bank-simulator --help');
}

function encoding(text: string): 'gb18030' | 'utf-8' {
  if (text === 'gb18030' || text === 'utf-8') return text;
  throw new InvalidArgumentError('只有 utf-8 和 gb18030');
}
