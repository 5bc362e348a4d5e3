import { moreThan } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, type Happened, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  completedOn: event('工程完工之日'),
  committedOn: event('总包单位作出不拖欠书面承诺之日'),
  boardOn: event('在施工现场告示牌开始公示之日'),
  websiteOn: event('在人力资源社会保障部门门户网站开始公示之日'),
  hasArrears: yesNo('是否有拖欠农民工工资或者公示期内属实的异议'),
});

/**
 * 返还条件具备. 「在施工现场维权信息告示牌及……门户网站公示30日后，可以申请返还工资保证金或银行保函正本」: the thirty days run from the
 * later of the two places, and are over the day after the last; a term that runs out is not rolled.
 */
export const returnConditions = matterRule({
  code: 'DEP-17',
  version: 1,
  title: '具备返还保证金条件',
  basis: [cite('保证金规定', 22, 1)],
  evidence: 'V1',
  interpretation: '两处公示从较晚的一处起算；公示期届满即可申请，最后一日是休息日的不顺延（与专用账户撤销公示相同）。',
  facts: form,
  needs: ['deposit.publicity-days'],
  prepare: (setting, params) => (given) => {
    // One condition that is known to be missing settles it.
    if (given.hasArrears === true || [given.completedOn, given.committedOn, given.boardOn, given.websiteOn].includes('not-yet')) return NOTHING;
    const known = form.certain(given, 'completedOn', 'committedOn', 'boardOn', 'websiteOn', 'hasArrears');
    if (!known.ok) return known.answer;
    const start = later(known.facts.boardOn, known.facts.websiteOn);
    if (start === null) return NOTHING;
    const counted = deadline(start, naturalDays(params['deposit.publicity-days'], 'none'), setting.calendar);
    if (!moreThan(setting.on, counted.due)) return NOTHING;
    return finding({
      level: 0,
      says: `工程已完工，书面承诺和公示期（${start} 至 ${counted.due}）都已具备，总包单位可以申请返还工资保证金`,
      values: [{ label: '公示期满', value: counted.due, unit: 'date' }],
      dueOn: setting.on,
      provisional: counted.provisional,
      duty: 'general-contractor',
      clears: '登记返还申请',
      rows: [],
    });
  },
});

function later(a: Happened, b: Happened): CivilDate | null {
  if (a === 'not-yet' || b === 'not-yet') return null;
  return a > b ? a : b;
}
