import { type BasisPoints, formatBp, shareBp } from '#kernel/basis-points.ts';
import { atLeast, moreThan } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, money, type Read } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import type { ParameterId } from '#law/parameters/index.ts';
import { cannotDetermine, type Setting, type Shown } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';

const form = facts({
  casesClosed: count('已结案件', '件'),
  casesTotal: count('应结案件', '件'),
  recovered: money('已追回工资'),
  found: money('查实欠薪'),
  contracts: count('已签劳动合同的在场农民工', '人'),
  onSite: count('在场农民工', '人'),
  governmentPaid: count('按月足额支付的政府投资项目', '个'),
  government: count('政府投资项目', '个'),
  modelProjects: count('已认定的“薪安项目”', '个'),
  underWay: count('在建项目', '个'),
  oldestNewArrears: day('尚未解决的新增欠薪中最早的发生日'),
});

type Facts = Read<typeof form>;
type ShareTarget = 'target.case-closing' | 'target.recovery' | 'contract.sign.target' | 'wage.full-rate.government' | 'target.model-share';

/** Part and whole of each share that a place may have set a target for. */
const SHARES: readonly {
  readonly id: ShareTarget;
  readonly label: string;
  readonly of: (given: Facts) => readonly [number | bigint | null, number | bigint | null];
}[] = [
  { id: 'target.case-closing', label: '结案率', of: (given) => [given.casesClosed, given.casesTotal] },
  { id: 'target.recovery', label: '清欠率', of: (given) => [given.recovered, given.found] },
  { id: 'contract.sign.target', label: '劳动合同签订率', of: (given) => [given.contracts, given.onSite] },
  { id: 'wage.full-rate.government', label: '政府投资项目按月足额支付率', of: (given) => [given.governmentPaid, given.government] },
  { id: 'target.model-share', label: '“薪安项目”占比', of: (given) => [given.modelProjects, given.underWay] },
];

const LOOKS_UP = [
  'target.case-closing',
  'target.recovery',
  'contract.sign.target',
  'wage.full-rate.government',
  'target.model-share',
  'target.model-projects',
  'target.new-arrears.months',
] as const satisfies readonly ParameterId[];

/**
 * 目标完成情况: the targets a place has set, held against its figures. 「健全保障农民工工资支付工作目标责任制」. 「达到……以上」 includes the
 * number. Only what the place has set is held; only what is stated is reckoned; a whole of nothing has no share.
 */
export const targetProgress = calculator({
  code: 'target-progress',
  title: '目标完成情况',
  about: '把结案率、清欠率、合同签订率等数字和本地目标对照，看哪些达到、还差多少。',
  basis: [cite('工资条例', 4, 1)],
  evidence: 'VF',
  interpretation: '条例只要求建立目标责任制，目标是多少由各地文件定；没有设目标的不比，没有填数的不算。',
  facts: form,
  needs: [],
  looksUp: LOOKS_UP,
  prepare: (setting) => (given) => {
    const sheet = new Sheet();
    const results = [
      ...SHARES.flatMap(({ id, label, of }) => shareResult(sheet, setting, id, label, of(given))),
      ...modelProjects(sheet, setting, given.modelProjects),
      ...newArrears(sheet, setting, given.oldestNewArrears),
    ];
    const [first, ...rest] = results;
    return first === undefined ? cannotDetermine('至少一组已设目标的数字（分子和分母）') : sheet.done(first, ...rest);
  },
});

function shareResult(
  sheet: Sheet,
  setting: Setting,
  id: ShareTarget,
  label: string,
  [part, whole]: readonly [number | bigint | null, number | bigint | null],
): Shown[] {
  const target = lookUp(id, setting, setting.on);
  if (part === null || whole === null || !target.ok) return [];
  const reached = shareBp(part, whole);
  if (reached === null) return [];
  sheet.step(label, reached, 'basis-points', { reckoned: `${part} ÷ ${whole}` });
  sheet.step(`${label}目标`, target.inForce.value, 'basis-points', {
    reckoned: `${target.inForce.setBy}：${target.inForce.basis}`,
    basis: cite('工资条例', 4, 1),
  });
  return [{ label, value: verdictOfShare(reached, target.inForce.value), unit: 'text' }];
}

function verdictOfShare(reached: BasisPoints, target: BasisPoints): string {
  return atLeast<number>(reached, target) ? `达到（${formatBp(reached)}）` : `未达到（${formatBp(reached)}，目标 ${formatBp(target)}）`;
}

function modelProjects(sheet: Sheet, setting: Setting, made: number | null): Shown[] {
  const target = lookUp('target.model-projects', setting, setting.on);
  if (made === null || !target.ok) return [];
  const wanted = sheet.step('“薪安项目”个数目标', target.inForce.value, 'count', { reckoned: `${target.inForce.setBy}：${target.inForce.basis}` });
  return [
    {
      label: '“薪安项目”个数',
      value: atLeast(made, wanted) ? `达到（${made} 个）` : `还差 ${wanted - made} 个（${made} 个，目标 ${wanted} 个）`,
      unit: 'text',
    },
  ];
}

function newArrears(sheet: Sheet, setting: Setting, oldest: CivilDate | null): Shown[] {
  const target = lookUp('target.new-arrears.months', setting, setting.on);
  if (oldest === null || !target.ok) return [];
  const due = sheet.day('最早一笔新增欠薪应当解决的最后一天', deadline(oldest, months(target.inForce.value), setting.calendar));
  return [{ label: '新增欠薪', value: moreThan(setting.on, due) ? `超过期限（最迟 ${due} 解决）` : `在期限内（最迟 ${due} 解决）`, unit: 'text' }];
}
