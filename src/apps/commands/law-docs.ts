import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { civilDate } from '#kernel/civil-date.ts';
import { inShort, wordsOf } from '#law/citation.ts';
import { EVIDENCE_MEANS } from '#law/evidence.ts';
import { INSTRUMENTS } from '#law/instruments/index.ts';
import { PARAMETERS, type ParameterId, valueOn } from '#law/parameters/index.ts';
import { diagramOf, stepTable } from '#law/procedure-diagram.ts';
import type { Procedure } from '#law/procedure.ts';
import type { Profile } from '#law/profile.ts';
import type { AskableRule } from '#law/rule.ts';
import { chapterOf, CHAPTERS } from '#modules/governance/rulebook/domain/chapters.ts';
import { articlesOf, isInstrument } from '#modules/governance/rulebook/domain/coverage.ts';
import { ALL_RULES, CALCULATORS, PROCEDURES } from '#modules/governance/rulebook/domain/rulebook.ts';
import { PROFILES } from '#profiles/index.ts';

const FOLDER = 'docs/generated';
/** The pages say what is in force on a fixed day, so that they change with the law and not with the clock. */
const ON = civilDate('2026-11-22');
const MADE = '由 `anxin law-docs` 生成，不要手改。';

/** `anxin law-docs`: writes the pages of the law, or fails when one is out of date. */
export function lawDocsCommand(): Command {
  return new Command('law-docs')
    .description(`生成 ${FOLDER} 下的规则目录、条文覆盖和流程图`)
    .option('--check', '只核对，不写')
    .action(async ({ check }: { readonly check?: boolean }) => {
      const stale = await staleLawPages();
      if (check === true && stale.length > 0) throw new Error(`已过时：${stale.join('、')}。运行 anxin law-docs`);
      for (const [file, content] of lawPages()) {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    });
}

/** The generated pages that differ from what the law in the code says. */
export async function staleLawPages(): Promise<string[]> {
  const kept = await Promise.all([...lawPages()].map(async ([file, content]) => ((await readFile(file, 'utf8').catch(() => '')) === content ? [] : [file])));
  return kept.flat();
}

function lawPages(): ReadonlyMap<string, string> {
  return new Map([
    [`${FOLDER}/rules.md`, rulesPage()],
    [`${FOLDER}/law-coverage.md`, coveragePage()],
    ...PROCEDURES.map((one): [string, string] => [`${FOLDER}/procedures/${one.code}.md`, procedurePage(one)]),
  ]);
}

/** The rulebook as a page: each rule by chapter with its articles, evidence and parameters, then calculators, then each parameter by place. */
function rulesPage(): string {
  const swept = ALL_RULES.filter(({ subject }) => subject !== 'matter').length;
  const chapters = CHAPTERS.flatMap(({ name }) => {
    const rules = ALL_RULES.filter(({ code }) => chapterOf(code) === name);
    if (rules.length === 0) return [];
    return [
      `## ${name}（${rules.length} 条）`,
      '',
      row('编号', '规则', '依据', '核对程度', '参数', '说明'),
      row('---', '---', '---', '---', '---', '---'),
      ...rules.map(ruleRow),
      '',
    ];
  });
  const parameters = (Object.keys(PARAMETERS) as ParameterId[]).map((id) =>
    row(`\`${id}\``, PARAMETERS[id].means, ...PROFILES.map((place) => valueAt(id, place))),
  );
  return [
    '# 规则目录',
    '',
    `${MADE}共 ${ALL_RULES.length} 条规则，其中 ${swept} 条每天对台账、花名册、考勤、工资表和流水自动判断，${ALL_RULES.length - swept} 条按件填事实判断；${CALCULATORS.length} 个计算器，${PROCEDURES.length} 个办理流程。大意：只掌握条文的意思，未录原文。`,
    '',
    ...chapters,
    '## 计算器',
    '',
    row('编号', '计算器', '算什么', '依据', '核对程度', '说明'),
    row('---', '---', '---', '---', '---', '---'),
    ...CALCULATORS.map(({ code, title, about, basis, evidence, interpretation }) =>
      row(`\`${code}\``, title, about, basis.map(inShort).join('；'), EVIDENCE_MEANS[evidence], interpretation ?? ''),
    ),
    '',
    `# 参数（${ON}）`,
    '',
    row('参数', '含义', ...PROFILES.map(({ name }) => name)),
    row('---', '---', ...PROFILES.map(() => '---')),
    ...parameters,
    '',
  ].join('\n');
}

function ruleRow({ code, title, basis, evidence, needs, interpretation }: AskableRule): string {
  const articles = basis.map(wordsOf).map((words) => `${words.instrument}${words.article}${words.text === null ? '（大意）' : ''}`);
  return row(code, title, articles.join('；'), EVIDENCE_MEANS[evidence], needs.map((id) => `\`${id}\``).join(' '), interpretation ?? '');
}

function valueAt(id: ParameterId, place: Profile): string {
  const answer = valueOn(id, place, ON);
  if (!answer.ok) return '未设定';
  // Only what a place sets itself is repeated under it.
  const { words, setBy, basis } = answer.inForce;
  return place.above === null || setBy === place.name ? `${words}（${basis}）` : '同上级';
}

/** Article by article: which rules, calculators and procedures rest on it, or why none does; then the articles we do not hold. */
function coveragePage(): string {
  const sections = Object.keys(INSTRUMENTS)
    .filter(isInstrument)
    .flatMap((key) => {
      const { title, number, articleCount } = INSTRUMENTS[key];
      const articles = articlesOf(key);
      const notHeld = articleCount === null ? '' : `，全文 ${articleCount} 条`;
      return [
        `## ${title}`,
        '',
        `${number}。收录 ${articles.length} 条${notHeld}，其中 ${articles.filter(({ users }) => users.length > 0).length} 条有规则、计算器或流程。`,
        '',
        row('条', '由谁执行', '没有规则的原因'),
        row('---', '---', '---'),
        ...articles.map(({ article, users, why }) => row(article, users.map((user) => `${user.code}`).join(' '), why ?? '')),
        '',
      ];
    });
  const readings = [...ALL_RULES, ...CALCULATORS].flatMap(({ code, title, interpretation }) =>
    interpretation === undefined ? [] : [row(code, title, interpretation)],
  );
  return [
    '# 条文覆盖',
    '',
    MADE,
    '',
    ...sections,
    '# 怎么理解',
    '',
    '法律没有说定、由我们选定的地方。',
    '',
    row('编号', '名称', '理由'),
    row('---', '---', '---'),
    ...readings,
    '',
  ].join('\n');
}

function procedurePage(procedure: Procedure): string {
  const readings = procedure.steps.flatMap(({ title, interpretation }) => (interpretation === undefined ? [] : [`- ${title}：${interpretation}`]));
  return [
    `# ${procedure.title}`,
    '',
    MADE,
    '',
    diagramOf(procedure),
    '',
    stepTable(procedure),
    '',
    ...(readings.length > 0 ? ['## 怎么理解', '', ...readings, ''] : []),
  ].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
