import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  completed: event('工程完工之日'),
  cleared: event('工资全部结清之日'),
  deletedOn: event('专用账户资料销毁、删除或者遗失之日'),
});

/**
 * 专户资料保存. 「至少保存至工程完工且工资全部结清后3年」: from the later of the two; while one of them is still open nothing may go. Gone on the corresponding
 * day three years later is in time, the day before is not; the end is not rolled.
 */
export const papersKept = matterRule({
  code: 'ACC-12',
  version: 1,
  title: '专用账户资料保存不足三年',
  basis: [cite('专户办法', 21), cite('工资条例', 26, 2)],
  evidence: 'V1',
  interpretation: '完工和结清以较晚的为准。',
  facts: form,
  needs: ['account.papers.keep-months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'deletedOn');
    if (!known.ok) return known.answer;
    const { deletedOn } = known.facts;
    if (deletedOn === 'not-yet' || deletedOn > setting.on) return NOTHING;
    const year = yearOf(setting.on);
    const gone = `${inChineseDay(deletedOn, year)}已经没有`;
    const wrong = {
      level: 2,
      duty: 'general-contractor',
      clears: '专用账户资料已经从银行或者备份补齐并存档',
      rows: [{ kind: 'project' }],
    } as const;
    const value = { label: '不再保存之日', value: deletedOn, unit: 'date' } as const;
    const isOpen = (happened: typeof given.completed) => happened === 'not-yet' || (happened !== null && happened >= deletedOn);
    if (isOpen(given.completed) || isOpen(given.cleared)) {
      const says = `施工总承包单位的工资专用账户资料应当保存到工程完工并且工资全部结清后三年，${gone}`;
      return finding({ ...wrong, says, values: [value], dueOn: deletedOn });
    }
    const certain = form.certain(given, 'completed', 'cleared');
    if (!certain.ok) return certain.answer;
    const { completed, cleared } = certain.facts;
    if (completed === 'not-yet' || cleared === 'not-yet') return NOTHING;
    const { due, trace } = deadline(completed > cleared ? completed : cleared, months(params['account.papers.keep-months'], 'none'), setting.calendar);
    if (!lessThan(deletedOn, due)) return NOTHING;
    return finding({
      ...wrong,
      says: `施工总承包单位的工资专用账户资料应当保存到${inChineseDay(due, year)}，${gone}`,
      values: [{ ...value, threshold: due }],
      dueOn: due,
      steps: [{ label: '保存到', value: due, unit: 'date', reckoned: trace.join('；'), basis: cite('专户办法', 21) }],
    });
  },
});
