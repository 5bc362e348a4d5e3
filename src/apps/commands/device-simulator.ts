import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { simulateDevice } from '#apps/simulate/device.ts';
import { inventor } from '#apps/simulate/invent.ts';
import { chanceOf } from '#apps/simulate/random.ts';
import { wholeNumber } from './simulate.ts';

interface Options {
  readonly url: string;
  readonly appid: string;
  readonly secret: string;
  readonly people: number;
  readonly peopleFile?: string;
  readonly batch: number;
  readonly first: number;
  readonly offlineDays: number;
  readonly times: number;
  readonly shuffled?: true;
  readonly skewMinutes: number;
  readonly forged: number;
  readonly gaps: number;
  readonly seed: number;
}

/** `anxin device-simulator`: a gate that can misbehave, for demonstrations and for integrators who have none yet. */
export function deviceSimulatorCommand(): Command {
  return new Command('device-simulator')
    .description('模拟一台考勤设备，按设备接口签名上报打卡；可以断网多日、重复、乱序、时钟不准、伪造签名、缺序号')
    .option('--url <address>', '安薪的地址', 'http://127.0.0.1:8080')
    .requiredOption('--appid <appid>', '设备的应用编号（在项目的“考勤设备”里登记得到）')
    .requiredOption('--secret <secret>', '设备的密钥')
    .option('--people <number>', '虚构多少人进出', wholeNumber, 30)
    .option('--people-file <file>', '改用文件里的身份证号，一行一个')
    .option('--batch <number>', '一条消息多少次打卡', wholeNumber, 20)
    .option('--first <number>', '从哪个序号开始', wholeNumber, 1)
    .option('--offline-days <number>', '断网多少天后一起补传', wholeNumber, 0)
    .option('--times <number>', '每条消息发几遍', wholeNumber, 1)
    .option('--shuffled', '打乱消息的次序')
    .option('--skew-minutes <number>', '设备时钟快多少分钟，负数为慢', signedNumber, 0)
    .option('--forged <number>', '另发多少条伪造签名的消息', wholeNumber, 0)
    .option('--gaps <number>', '多少个序号始终不发', wholeNumber, 0)
    .option('--seed <number>', '随机种子', wholeNumber, 7)
    .action(async (options: Options) => {
      const chance = chanceOf(`device ${options.seed}`);
      const invented = inventor();
      const people =
        options.peopleFile === undefined
          ? Array.from({ length: options.people }, () => invented.person(chance).identity)
          : readFileSync(options.peopleFile, 'utf8')
              .split(/\r?\n/)
              .map((line) => line.trim())
              .filter((line) => line !== '');
      const { offlineDays, times, skewMinutes, forged, gaps } = options;
      const report = await simulateDevice({
        url: options.url,
        appid: options.appid,
        secret: options.secret,
        people,
        punchesAMessage: Math.max(1, options.batch),
        firstCounter: Math.max(1, options.first),
        misbehaviour: { offlineDays, times: Math.max(1, times), isShuffled: options.shuffled === true, skewMinutes, forged, gaps },
        chance,
      });
      console.log(
        `发了 ${report.messages} 条消息、${report.punches} 次打卡：收下 ${report.accepted}，重复 ${report.repeated}，待核实 ${report.quarantined}，不收 ${report.refused}`,
      );
      if (forged > 0) console.log(`伪造签名 ${forged} 条，拒绝 ${report.forgedRefused} 条`);
      console.log(`服务器还缺 ${report.missing} 个序号；下次从序号 ${report.nextCounter} 开始（--first ${report.nextCounter}）`);
    });
}

function signedNumber(text: string): number {
  if (!/^-?\d{1,6}$/u.test(text)) throw new InvalidArgumentError('要写整数');
  return Number(text);
}
