import { figuresOf, quantile, type Score } from './score.ts';
import type { Behaviour } from './types.ts';

const NAMES: Readonly<Record<Behaviour, string>> = {
  honest: '守法',
  late: '迟付',
  short: '少付一成到两成',
  token: '只发生活费',
  'owner-not-funding': '建设单位断供',
  skipping: '跳月不发',
  'ghost-workers': '虚列工人',
  'kick-back': '收卡回流',
  unregistered: '未实名进场',
  'no-contract': '未签合同',
  diverting: '挪用专户',
  'deposit-missing': '未存保证金',
  'deposit-expired': '保函过期',
  'account-late': '迟开专户',
  'account-none': '不开专户',
  absconding: '逃匿',
  'fake-attendance': '代打卡',
  'two-places': '一班两用',
  'refund-ignored': '退票不补',
  outage: '数据断流',
};

/** The figures as a person reads them: the whole, then each behaviour, then the rules that were wrong most often. */
export function reportText(score: Score, control: readonly Score[]): string {
  const figures = figuresOf(score);
  const lines = [
    `项目 ${score.sites} 个（守法 ${score.honestSites} 个），工人月 ${score.workerMonths}（守法 ${score.honestWorkerMonths}）`,
    '',
    '| 指标 | 数值 | 目标 |',
    '| --- | --- | --- |',
    `| 检出率 | ${percent(figures.recall)}（${figures.detected}/${figures.incidents}） | ≥ 95% |`,
    `| 查准率（一级以上工资预警） | ${percent(figures.precision)}（${score.right}/${score.right + score.wrong}） | |`,
    `| 属实但轻微（迟签一两日、漏签字、离场等到发薪日） | ${score.minor} 条 | |`,
    `| 早于首次投诉 | ${figures.beforeComplaint}/${figures.complaints} | |`,
    `| 提前天数：中位数、第10百分位 | ${shown(figures.medianLeadDays)} 天、${shown(figures.p10LeadDays)} 天 | 中位数 ≥ 15 天 |`,
    `| 误报：每千守法工人月（一级以上） | ${figures.falseAlarmsPerThousand.toFixed(2)} | ≤ 1 |`,
    `| 误报：每千守法工人月（黄以上） | ${figures.falseAlarmsPerThousandFromYellow.toFixed(2)} | |`,
    `| 数据预警：每千守法工人月 | ${figures.dataAlarmsPerThousand.toFixed(2)} | |`,
    '',
    '| 行为 | 起数 | 检出 | 有投诉 | 早于投诉 | 提前天数中位数 | 第10百分位 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...score.behaviours.map(
      (row) =>
        `| ${NAMES[row.behaviour]} | ${row.incidents} | ${row.detected} | ${row.complaints} | ${row.beforeComplaint} | ${shown(quantile(row.leads, 0.5))} | ${shown(quantile(row.leads, 0.1))} |`,
    ),
    '',
    '| 规则 | 对症 | 小过错 | 不对症 | 其中在守法项目 |',
    '| --- | --- | --- | --- | --- |',
    ...[...score.rules]
      .sort((a, b) => b.onHonest - a.onHonest || b.wrong - a.wrong)
      .map((row) => `| ${row.rule} | ${row.right} | ${row.minor} | ${row.wrong} | ${row.onHonest} |`),
  ];
  if (control.length > 0) lines.push('', controlText(score, control));
  return `${lines.join('\n')}\n`;
}

function controlText(score: Score, control: readonly Score[]): string {
  const mean = (of: (each: Score) => number) => control.reduce((total, each) => total + of(each), 0) / control.length;
  return `对照（同样的预警，把真相抽签换到别的项目，共 ${control.length} 次）：检出率由 ${percent(figuresOf(score).recall)} 落到 ${percent(mean((each) => figuresOf(each).recall))}，查准率由 ${percent(figuresOf(score).precision)} 落到 ${percent(mean((each) => figuresOf(each).precision))}。`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function shown(value: number | null): string {
  return value === null ? '—' : String(value);
}
