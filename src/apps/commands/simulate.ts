import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { type Cadence, worldOf, writeWorld } from '#apps/simulate/index.ts';

interface SimulateOptions {
  readonly seed: number;
  readonly profile: string;
  readonly projects: number;
  readonly months: number;
  readonly until: string;
  readonly out: string;
  readonly cadence: Cadence;
}

/** `anxin simulate`: an invented county as the files an office has, with the truth beside them. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('造一个县的模拟数据：台账、花名册、考勤、工资表、专户流水，以及事实真相 truth.json。人和企业都是虚构的')
    .option('--seed <number>', '随机种子，相同种子得到相同的县', wholeNumber, 7)
    .option('--profile <place>', '地区', 'gaotang-371526')
    .option('--projects <number>', '项目数', wholeNumber, 24)
    .option('--months <number>', '月数', wholeNumber, 8)
    .option('--until <day>', '最后一天，例如 2026-11-20', '2026-11-20')
    .option('--cadence <whole|weekly>', 'whole 最后一天的全部资料；weekly 按周陆续报来的资料', cadence, 'whole')
    .requiredOption('--out <folder>', '写到哪个文件夹')
    .action(async (options: SimulateOptions) => {
      const until = parseCivilDate(options.until);
      if (until === null) throw new InvalidArgumentError('--until 要写成 2026-11-20 这样的日期');
      const world = worldOf({ seed: options.seed, profile: options.profile, sites: options.projects, months: options.months, until });
      const folder = resolve(options.out);
      const written = await writeWorld(world, folder, options.cadence);
      const workers = world.sites.reduce((total, site) => total + site.workers.length, 0);
      console.log(
        `${world.countyName}（种子 ${world.seed}）：${world.sites.length} 个项目、${workers} 名工人、${written.files} 个文件、${(written.bytes / 1_048_576).toFixed(1)} MB，已写到 ${folder}`,
      );
      console.log(`其中有问题的项目 ${world.incidents.length} 个，见 truth.json；每个文件哪天报到见 files.json`);
    });
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/u.test(text)) throw new InvalidArgumentError('要写整数');
  return Number(text);
}

function cadence(text: string): Cadence {
  if (text !== 'whole' && text !== 'weekly') throw new InvalidArgumentError('只有 whole 和 weekly');
  return text;
}
