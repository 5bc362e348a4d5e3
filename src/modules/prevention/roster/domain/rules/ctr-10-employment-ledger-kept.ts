import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  completedOn: event('工程完工之日'),
  clearedOn: event('工资全部结清之日'),
  deletedOn: event('用工管理台账销毁、删除或者遗失之日'),
});

/**
 * 用工管理台账. 「保存至工程完工且工资全部结清后至少3年」: three years after the later of the two; while either is not reached it may not go at all. Gone on the corresponding
 * day or after it is in time.
 */
export const employmentLedgerKept = matterRule({
  code: 'CTR-10',
  version: 1,
  title: '用工管理台账保存期限不足',
  basis: [cite('工资条例', 28, 3), cite('专户办法', 21)],
  evidence: 'VF',
  interpretation: '期限末日遇休息日不顺延。',
  facts: form,
  needs: ['roster.ledger.keep-months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'deletedOn');
    if (!known.ok) return known.answer;
    const { deletedOn } = known.facts;
    if (deletedOn === 'not-yet' || deletedOn > setting.on) return NOTHING;
    const certain = form.certain(given, 'completedOn', 'clearedOn');
    if (!certain.ok) return certain.answer;
    const { completedOn, clearedOn } = certain.facts;
    const year = yearOf(setting.on);
    const wrong = (why: string, dueOn: typeof deletedOn) =>
      finding({
        level: 2,
        says: `用工管理台账${inChineseDay(deletedOn, year)}已经没有，${why}`,
        values: [{ label: '不再保存之日', value: deletedOn, unit: 'date', threshold: dueOn }],
        dueOn,
        duty: 'general-contractor',
        clears: '台账已经恢复，或者由原始记录补齐并存档',
        rows: [{ kind: 'roster' }],
      });
    if (completedOn === 'not-yet' || deletedOn < completedOn) return wrong('工程还没有完工', deletedOn);
    if (clearedOn === 'not-yet' || deletedOn < clearedOn) return wrong('工资还没有全部结清', deletedOn);
    const later = completedOn > clearedOn ? completedOn : clearedOn;
    const { due } = deadline(later, months(params['roster.ledger.keep-months'], 'none'), setting.calendar);
    return lessThan(deletedOn, due) ? wrong(`应当保存到${inChineseDay(due, year)}`, due) : NOTHING;
  },
});
