import { Command, InvalidArgumentError } from 'commander';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { formatYuan } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { inShort } from '#law/citation.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { isFinding, type Outcome } from '#modules/monitoring/warnings/domain/evaluate.ts';
import { findingsAsOf, type PlaceOf, placesOf, sweep } from '#modules/monitoring/warnings/server/index.ts';
import { findProfile, PROFILES } from '#profiles/index.ts';
import { textTable } from '../table.ts';
import { withParts } from '../with-parts.ts';
import type { Parts } from '../wiring.ts';

interface Options {
  readonly asOf?: CivilDate;
  readonly profile?: PlaceOf;
  readonly dry?: true;
  readonly json?: true;
}

type Named = Outcome & { readonly projectName: string };

/** `anxin sweep`: asks the rules about everything. With a day or a place of one's own it only shows what they would say. */
export function sweepCommand(): Command {
  return new Command('sweep')
    .description('按规则检查全部项目，预警随之发出、变化或消除；加 --as-of、--profile 或 --dry 时只试算，什么也不保存')
    .option('--as-of <day>', '按哪一天算，例如 2026-10-31', day)
    .option('--profile <place>', `按哪个地区的参数算：${PROFILES.map((profile) => profile.id).join('、')}`, place)
    .option('--dry', '只试算')
    .option('--json', '输出 JSON')
    .action((options: Options) => withParts((parts) => (isTrial(options) ? tryOut(parts, options) : carryOut(parts, options))));
}

/** What is stored is always of today and by the place's own numbers. */
function isTrial({ asOf, profile, dry }: Options): boolean {
  return dry === true || asOf !== undefined || profile !== undefined;
}

async function carryOut({ sweeping }: Parts, { json }: Options): Promise<number> {
  const report = await sweep(sweeping, { projects: 'all' });
  if (json === true) {
    console.log(JSON.stringify(report, null, 1));
    return 0;
  }
  console.log(
    `${report.on}：查了 ${report.projects} 个项目、${report.projectMonths} 个项目月。新发预警 ${report.raised} 条，变化 ${report.changed} 条，消除 ${report.cleared} 条。`,
  );
  for (const { rule, missing, count } of report.undetermined) console.log(`  ${rule} 不能判断（${count} 处）：${missing}`);
  return 0;
}

async function tryOut({ sweeping }: Parts, { asOf, profile, json }: Options): Promise<number> {
  const on = asOf ?? sweeping.clock.today();
  const outcomes = await findingsAsOf(sweeping, on, profile);
  if (json === true) {
    console.log(JSON.stringify(outcomes.map(told), null, 1));
    return 0;
  }
  const findings = outcomes.filter(isFinding).sort((a, b) => b.answer.level - a.answer.level);
  const rows = findings.map(({ answer, projectName, rule, subjectKey }) => [
    String(answer.level),
    projectName,
    rule.code,
    subjectKey,
    answer.amountFen > 0n ? formatYuan(answer.amountFen) : '',
    answer.dueOn,
    answer.says,
  ]);
  console.log(textTable([['级别', '项目', '规则', '对象', '金额（元）', '应当在', '情况'], ...rows]));
  console.log(`\n${on} 试算：${findings.length} 条发现，${outcomes.length - findings.length} 处不能判断或要人判断。什么也没有保存。`);
  return 0;
}

/** One outcome for programs; money is a decimal string of fen. */
function told({ projectId, projectName, rule, subjectKey, answer, parameters }: Named): Record<string, unknown> {
  const basis = rule.basis.map(inShort);
  const values =
    answer.answer === 'finding'
      ? answer.values.map(({ value, threshold, ...rest }) => ({ ...rest, value: String(value), threshold: threshold === undefined ? null : String(threshold) }))
      : [];
  const { rows: _, ...said } = answer.answer === 'finding' ? { ...answer, amountFen: String(answer.amountFen), values } : { ...answer, rows: [] };
  return { projectId, projectName, rule: rule.code, title: rule.title, subjectKey, basis, parameters, ...said };
}

function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new InvalidArgumentError('日期写成 2026-10-31 的样子');
  return parsed;
}

/** The numbers of one place for every project, wherever it lies. */
function place(id: string): PlaceOf {
  const profile = findProfile(id);
  if (profile === null) throw new InvalidArgumentError(`没有“${id}”。可用：${PROFILES.map((one) => one.id).join('、')}`);
  return placesOf(CATALOGUE, nationalCalendar, () => profile, profile);
}
