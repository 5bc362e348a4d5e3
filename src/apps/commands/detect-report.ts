import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { placesOf } from '#modules/monitoring/warnings/server/place.ts';
import { national, profileOf } from '#profiles/index.ts';
import { detect } from '../simulate/detect.ts';
import { reportText } from '../simulate/detection-report.ts';
import { worldOf } from '../simulate/index.ts';
import { figuresOf, type Score, scoreOf, shuffledScoreOf, summed } from '../simulate/score.ts';
import { openScratch, type Scratch } from '../simulate/scratch.ts';
import { wholeNumber } from './simulate.ts';

interface Options {
  readonly seed: number;
  readonly seeds?: readonly number[];
  readonly profile: string;
  readonly projects: number;
  readonly months: number;
  readonly until: CivilDate;
  readonly every: number;
  readonly lag: number;
  readonly json?: string;
}

/** Shuffles of the truth for the positive control. */
const SHUFFLES = 20;

/** `anxin detect-report`: how much the rules find, how early, and at what price in false alarms. */
export function detectReportCommand(): Command {
  return new Command('detect-report')
    .description('在模拟的县上逐日运行规则，报告检出率、查准率、提前天数和误报。用一次性的数据库，不碰现有数据')
    .option('--seed <number>', '随机种子', wholeNumber, 7)
    .option('--seeds <range>', '多个种子，例如 1..5', seedRange)
    .option('--profile <place>', '地区', 'gaotang-371526')
    .option('--projects <number>', '每个县的项目数', wholeNumber, 24)
    .option('--months <number>', '月数', wholeNumber, 8)
    .option('--until <day>', '最后一天', day, '2026-11-20' as CivilDate)
    .option('--every <days>', '每隔几天看一次', wholeNumber, 1)
    .option('--lag <days>', '资料比事情晚几天报到', wholeNumber, 0)
    .option('--json <file>', '把数字另存为 JSON')
    .action(async (options: Options) => {
      const scratch = await openScratch();
      // Stopped in the middle, the throw-away server still goes.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void scratch.stop().finally(() => process.exit(1)));
      try {
        const seeds = options.seeds ?? [options.seed];
        const runs: Run[] = [];
        for (const seed of seeds) runs.push(await runOf(scratch, seed, options));
        const score = summed(runs.map((run) => run.score));
        const control = Array.from({ length: SHUFFLES }, (_, shuffle) => summed(runs.map((run) => run.shuffled(shuffle))));
        console.log(reportText(score, control));
        if (options.json !== undefined)
          await writeFile(
            options.json,
            `${JSON.stringify({ options: { ...options, seeds }, figures: figuresOf(score), score, control: control.map(figuresOf) }, null, 1)}\n`,
          );
      } finally {
        await scratch.stop();
      }
    });
}

interface Run {
  readonly score: Score;
  shuffled(shuffle: number): Score;
}

async function runOf(scratch: Scratch, seed: number, options: Options): Promise<Run> {
  const world = worldOf({ seed, profile: options.profile, sites: options.projects, months: options.months, until: options.until });
  const started = Date.now();
  const { store, loaded, close } = await scratch.load(world);
  for (const { path, says } of loaded.troubles) console.error(`  没有全部导入：${path}　${says}`);
  const between = Date.now();
  const alarms = await detect({
    store,
    placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
    world,
    everyDays: Math.max(1, options.every),
    lagDays: options.lag,
  });
  await close();
  console.error(
    `种子 ${seed}：${loaded.files} 个文件 ${loaded.rows} 行导入 ${seconds(between - started)}，逐日核对 ${seconds(Date.now() - between)}，预警 ${alarms.length} 条`,
  );
  return { score: scoreOf(world, alarms), shuffled: (shuffle) => shuffledScoreOf(world, alarms, shuffle) };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(0)} 秒`;
}

function seedRange(text: string): number[] {
  const [, from, to] = /^(\d{1,6})\.\.(\d{1,6})$/u.exec(text) ?? [];
  if (from === undefined || to === undefined || Number(to) < Number(from) || Number(to) - Number(from) > 99) throw new InvalidArgumentError('要写成 1..5 这样');
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at);
}

function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new InvalidArgumentError('要写成 2026-11-20 这样的日期');
  return parsed;
}
