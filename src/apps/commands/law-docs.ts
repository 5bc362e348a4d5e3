import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { wordsOf } from '#law/citation.ts';
import { EVIDENCE_MEANS } from '#law/evidence.ts';
import { PARAMETERS, type ParameterId, valueOn } from '#law/parameters/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { gaotang, jiayuguan, national } from '#profiles/index.ts';
import type { Profile } from '#law/profile.ts';
import { civilDate } from '#kernel/civil-date.ts';

const PAGE = 'docs/generated/rules.md';
/** The page says what is in force on a fixed day, so that it changes with the law and not with the clock. */
const ON = civilDate('2026-11-22');

/** `anxin law-docs`: writes the page of rules, or fails when it is out of date. */
export function lawDocsCommand(): Command {
  return new Command('law-docs')
    .description('生成规则目录页 docs/generated/rules.md')
    .option('--check', '只核对，不写')
    .action(async ({ check }: { readonly check?: boolean }) => {
      if (check !== true) return writeFile(PAGE, rulesPage());
      if ((await readFile(PAGE, 'utf8').catch(() => '')) !== rulesPage()) throw new Error(`${PAGE} 已过时：运行 anxin law-docs`);
    });
}

/** The catalogue as a page: each rule with its articles, evidence and parameters, then each parameter by place. */
export function rulesPage(): string {
  const all = [...CATALOGUE.projects, ...CATALOGUE.months, ...CATALOGUE.feeds];
  const rules = all.map(({ code, title, warns, basis, evidence, needs, interpretation }) => {
    const articles = basis.map(wordsOf).map((words) => `${words.instrument}${words.article}${words.text === null ? '（大意）' : ''}`);
    return row(code, title, warns.join(' '), articles.join('；'), EVIDENCE_MEANS[evidence], needs.map((id) => `\`${id}\``).join(' '), interpretation ?? '');
  });
  const places = [national, gaotang, jiayuguan];
  const parameters = (Object.keys(PARAMETERS) as ParameterId[]).map((id) =>
    row(`\`${id}\``, PARAMETERS[id].means, ...places.map((place) => valueAt(id, place))),
  );
  return [
    '# 规则目录',
    '',
    `由 \`anxin law-docs\` 生成，不要手改。共 ${all.length} 条规则。大意：只掌握条文的意思，未录原文。`,
    '',
    row('编号', '规则', '预警目录', '依据', '核对程度', '参数', '说明'),
    row('---', '---', '---', '---', '---', '---', '---'),
    ...rules,
    '',
    `# 参数（${ON}）`,
    '',
    row('参数', '含义', ...places.map(({ name }) => name)),
    row('---', '---', ...places.map(() => '---')),
    ...parameters,
    '',
  ].join('\n');
}

function valueAt(id: ParameterId, place: Profile): string {
  const answer = valueOn(id, place, ON);
  return answer.ok ? `${answer.inForce.words}（${answer.inForce.setBy}，${answer.inForce.basis}）` : '未设定';
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
