import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { Command, InvalidArgumentError } from 'commander';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { deadline, months, nationalCalendar, naturalDays, type Period, unusualDays, workingDays } from '#law/calendars/index.ts';
import { EVIDENCE_MEANS } from '#law/evidence.ts';
import type { FactFault, FactField } from '#law/facts.ts';
import type { Profile } from '#law/profile.ts';
import { chapterOf, CHAPTERS } from '#modules/governance/rulebook/domain/chapters.ts';
import { readDraft } from '#modules/governance/rulebook/domain/draft.ts';
import type { ReplayedMatter } from '#modules/governance/rulebook/domain/replay.ts';
import { ALL_RULES, CALCULATORS, findRule, PROCEDURES } from '#modules/governance/rulebook/domain/rulebook.ts';
import { articleWire, consequenceWire, parametersAt, tellCalculator, tellRule } from '#modules/governance/rulebook/domain/telling.ts';
import { systemClock } from '#platform/clock.ts';
import { findProfile, national, PROFILES } from '#profiles/index.ts';
import { replayDraft } from '../replay.ts';
import { textTable } from '../table.ts';
import { withParts } from '../with-parts.ts';

interface At {
  readonly profile: Profile;
  readonly on: CivilDate;
}

/** `anxin law`: the law on the command line: what it says, what it answers, when a time limit ends, what a draft would change. */
export function lawCommand(): Command {
  const law = new Command('law').description('法规与规则：查条文、按事实试算、算期限、试行修改');
  law
    .command('list')
    .description('列出全部规则、计算器和流程')
    .option('--json', '输出 JSON')
    .action(({ json }: { json?: true }) => list(json === true));
  atPlace(law.command('show').description('一条规则的条文、参数和所需事实').argument('<code>', '规则编号，例如 DEP-01')).action((code: string, at: At) =>
    show(code, at),
  );
  atPlace(
    law
      .command('run')
      .description('把事实（JSON，从标准输入读）交给规则或计算器，输出答案和推算过程')
      .argument('<code>', '规则编号，例如 DEP-01；或者计算器，例如 deposit-due')
      .option('--schema', '只输出事实的 JSON Schema'),
  ).action((code: string, at: At & { readonly schema?: true }) => run(code, at));
  law
    .command('due')
    .description('从某日起算一个期限（起算日不计入）')
    .requiredOption('--from <day>', '起算日，例如 2026-02-06', day)
    .option('--working-days <n>', '几个工作日', whole)
    .option('--natural-days <n>', '几日', whole)
    .option('--months <n>', '几个月', whole)
    .action((options: DueOptions) => due(options));
  law
    .command('replay')
    .description('在已有数据上试行一个草案：会多出、减少、移动哪些发现。什么也不保存')
    .requiredOption('--from <day>', '第一天', day)
    .requiredOption('--to <day>', '最后一天', day)
    .requiredOption('--with <file>', '草案 JSON')
    .option('--every <days>', '每隔几天看一次', whole, 7)
    .option('--json', '输出 JSON')
    .action((options: ReplayOptions) => replay(options));
  return law;
}

function atPlace(command: Command): Command {
  return command
    .option('--profile <place>', `按哪个地区的参数：${PROFILES.map(({ id }) => id).join('、')}`, place, national)
    .option('--on <day>', '按哪一天', day, systemClock.today());
}

function list(asJson: boolean): void {
  const rules = CHAPTERS.flatMap(({ name }) => ALL_RULES.filter((rule) => chapterOf(rule.code) === name));
  if (asJson) {
    console.log(
      JSON.stringify(
        rules.map(({ code, title, subject, evidence }) => ({ code, title, chapter: chapterOf(code), subject, evidence })),
        null,
        1,
      ),
    );
    return;
  }
  console.log(
    textTable([['编号', '规则', '章', '依据核对'], ...rules.map(({ code, title, evidence }) => [code, title, chapterOf(code), EVIDENCE_MEANS[evidence]])]),
  );
  console.log(`\n共 ${rules.length} 条规则。\n`);
  console.log(textTable([['计算器', '', ''], ...CALCULATORS.map(({ code, title, about }) => [code, title, about])]));
  console.log('');
  console.log(textTable([['流程', '', ''], ...PROCEDURES.map(({ code, title, steps }) => [code, title, `${steps.length} 步`])]));
}

function show(code: string, { profile, on }: At): void {
  const rule = findRule(code);
  if (rule === null) return refused(`没有“${code}”这条规则。用 anxin law list 查编号。`);
  console.log(`${rule.code}　${rule.title}（第 ${rule.version} 版，${EVIDENCE_MEANS[rule.evidence]}）`);
  if (rule.needsLegalReview === true) console.log('条文还要法制人员核对，核对前只作提醒。');
  if (rule.interpretation !== undefined) console.log(`怎么理解：${rule.interpretation}`);
  console.log('\n依据');
  for (const { fullTitle, article, text, gist } of rule.basis.map(articleWire))
    console.log(`  《${fullTitle}》${article}${text === null ? '（大意）' : ''}：${text ?? gist ?? ''}`);
  for (const { says, before, basis } of (rule.consequences ?? []).map(consequenceWire)) console.log(`  可能的后果：${says}。此前必须：${before}（${basis}）`);
  console.log(`\n参数（${profile.name}，${on}）`);
  for (const { name, value, basis } of parametersAt(rule.needs, profile, on)) console.log(`  ${name}：${value ?? '未设定'}（${basis}）`);
  console.log('\n所需事实');
  for (const line of factLines(rule.facts.fields)) console.log(`  ${line}`);
}

function factLines(fields: readonly FactField[]): string[] {
  return fields.flatMap(({ name, means, kind, unit, choices, fields: inner, required }) => [
    `${name}　${means}［${kind}${unit === undefined ? '' : `，${unit}`}${required ? '，必填' : ''}］${
      choices === undefined
        ? ''
        : Object.entries(choices)
            .map(([key, word]) => ` ${key}=${word}`)
            .join('')
    }`,
    ...factLines(inner ?? []).map((line) => `  ${line}`),
  ]);
}

async function run(code: string, { profile, on, schema }: At & { readonly schema?: true }): Promise<void> {
  const rule = findRule(code);
  const calculator = CALCULATORS.find((one) => one.code === code);
  const form = rule?.facts ?? calculator?.facts;
  if (form === undefined) return refused(`没有“${code}”这条规则或计算器。用 anxin law list 查编号。`);
  if (schema === true) {
    console.log(JSON.stringify(form.jsonSchema(), null, 1));
    return;
  }
  const facts = parsed(await readAll(process.stdin));
  if (facts === undefined) return refused('标准输入不是 JSON。用 anxin law run 编号 --schema 看格式。');
  const asking = { profile, on, calendar: nationalCalendar };
  const told = rule !== null ? tellRule(rule, asking, facts) : calculator !== undefined ? tellCalculator(calculator, asking, facts) : undefined;
  if (told?.ok === false) return refused(inLines(told.faults));
  console.log(JSON.stringify(told?.told, null, 1));
}

function inLines(faults: readonly FactFault[]): string {
  return ['事实有误：', ...faults.map(({ fact, says }) => `  ${fact}：${says}`)].join('\n');
}

interface DueOptions {
  readonly from: CivilDate;
  readonly workingDays?: number;
  readonly naturalDays?: number;
  readonly months?: number;
}

function due({ from, ...options }: DueOptions): void {
  const periods: Period[] = [];
  if (options.workingDays !== undefined) periods.push(workingDays(options.workingDays));
  if (options.naturalDays !== undefined) periods.push(naturalDays(options.naturalDays));
  if (options.months !== undefined) periods.push(months(options.months));
  const [period, ...others] = periods;
  if (period === undefined || others.length > 0) return refused('写一个期限：--working-days、--natural-days 或 --months。');
  const { due: last, trace, provisional } = deadline(from, period, nationalCalendar);
  console.log(last);
  const unusual = period.unit === 'working-days' ? unusualDays(from, last, nationalCalendar) : [];
  for (const line of [...trace, ...unusual]) console.log(`  ${line}`);
  if (provisional) console.log('  暂计：有的年份放假安排尚未公布。');
}

interface ReplayOptions {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly with: string;
  readonly every: number;
  readonly json?: true;
}

async function replay({ from, to, with: file, every, json }: ReplayOptions): Promise<void> {
  const content = parsed(await readFile(file, 'utf8').catch(() => ''));
  if (content === undefined) return refused(`${file} 读不到，或者不是 JSON。`);
  const known = { rules: ALL_RULES.map(({ code }) => code), places: PROFILES.map(({ id }) => id) };
  const draft = readDraft(content, known, from);
  if (!draft.ok) return refused(draft.refusal.says);
  if (to < from || every === 0) return refused('--to 不能早于 --from，--every 至少是 1。');
  await withParts(async ({ sweeping }) => {
    const report = await replayDraft(sweeping, draft.value, { from, to, every });
    if (json === true) {
      console.log(JSON.stringify(report, null, 1));
      return 0;
    }
    console.log(`${draft.value.title}：${from} 至 ${to}，每 ${every} 天看一次。什么也没有保存。`);
    console.log(`多出 ${report.added.length} 件，减少 ${report.dropped.length} 件，移动 ${report.moved.length} 件，不变 ${report.same} 件。`);
    for (const [title, matters] of [
      ['多出', report.added],
      ['减少', report.dropped],
      ['移动', report.moved],
    ] as const) {
      if (matters.length > 0) console.log(`\n${title}\n${textTable([['项目', '规则', '对象', '现行', '草案'], ...matters.map(matterRow)])}`);
    }
    return 0;
  });
}

function matterRow({ projectName, rule, subjectKey, now, draft }: ReplayedMatter): string[] {
  const words = (seen: ReplayedMatter['now']) => (seen === null ? '—' : `${seen.first} 起，${seen.level} 级`);
  return [projectName, rule, subjectKey, words(now), words(draft)];
}

function refused(says: string): void {
  console.error(says);
  process.exitCode = 1;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function day(text: string): CivilDate {
  const parsedDay = parseCivilDate(text);
  if (parsedDay === null) throw new InvalidArgumentError('日期写成 2026-10-31 的样子');
  return parsedDay;
}

function whole(text: string): number {
  if (!/^\d{1,4}$/u.test(text)) throw new InvalidArgumentError('写一个不大于 9999 的整数');
  return Number(text);
}

function place(id: string): Profile {
  // The short name of a place is enough when only one has it.
  const named = PROFILES.filter((profile) => profile.id.startsWith(`${id}-`));
  const profile = findProfile(id) ?? (named.length === 1 ? named[0] : undefined);
  if (profile === undefined) throw new InvalidArgumentError(`没有“${id}”。可用：${PROFILES.map((one) => one.id).join('、')}`);
  return profile;
}
