import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts, yesNo } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const SUBJECTS = { attendance: '用工和考勤资料', payroll: '工资支付表和支付凭证', inspection: '现场检查' } as const;

const form = facts({
  subject: choice('总包单位要求配合的事项', SUBJECTS),
  askedOn: day('总包单位提出要求之日'),
  setDay: day('要求配合的期限届满之日'),
  isRefused: yesNo('分包单位是否明确拒绝'),
  done: event('分包单位予以配合之日'),
});

/**
 * 分包配合. 「分包单位应当予以配合」: refused in words it is a wrong at once, otherwise when the day set for it has passed; that day itself is in time. Who
 * cooperates later has cooperated.
 */
export const subcontractorCooperates = matterRule({
  code: 'DIS-07',
  version: 1,
  title: '分包单位不配合总包监督管理',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 56, '(三)')],
  evidence: 'VF',
  interpretation: '期限由总包单位的书面要求指定，不顺延。',
  consequences: [fineOfArticle56('(三)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'subject', 'askedOn', 'done');
    if (!known.ok) return known.answer;
    const { subject, askedOn, done } = known.facts;
    if (askedOn > setting.on || (done !== 'not-yet' && done <= setting.on)) return NOTHING;
    const { setDay } = given;
    const isOver = setDay !== null && moreThan(setting.on, setDay);
    if (given.isRefused !== true && !isOver) {
      const open = form.certain(given, 'setDay', 'isRefused');
      return open.ok ? NOTHING : open.answer;
    }
    const shown = (on: typeof askedOn) => inChineseDay(on, yearOf(setting.on));
    const how = given.isRefused === true || setDay === null ? '明确拒绝' : `${shown(setDay)}期满仍未配合`;
    return finding({
      level: 2,
      says: `施工总承包单位${shown(askedOn)}要求分包单位配合${SUBJECTS[subject]}，分包单位${how}`,
      values: setDay === null ? [] : [{ label: '要求的期限', value: setDay, unit: 'date' }],
      dueOn: setDay !== null && isOver ? setDay : askedOn,
      duty: 'subcontractor',
      owedTo: 'general-contractor',
      clears: '分包单位已经提供资料或者接受检查',
      rows: [{ kind: 'project' }],
    });
  },
});
