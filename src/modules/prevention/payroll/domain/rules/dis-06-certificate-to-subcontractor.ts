import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  paidOn: event('代发工资之日'),
  givenOn: event('向分包单位提供代发工资凭证之日'),
});

/**
 * 代发凭证. 「并向分包单位提供代发工资凭证」: with the payment; the working days allowed for it are ours, so a certificate that came later has come and only
 * a missing one is shown.
 */
export const certificateToSubcontractor = matterRule({
  code: 'DIS-06',
  version: 1,
  title: '未向分包单位提供代发凭证',
  basis: [cite('工资条例', 31, 3), cite('专户办法', 18)],
  evidence: 'VF',
  interpretation: '条例没有规定几日内提供，按参数的工作日掌握；迟到的凭证不再提示。',
  facts: form,
  needs: ['pay-on-behalf.certificate.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'paidOn');
    if (!known.ok) return known.answer;
    const { paidOn } = known.facts;
    if (paidOn === 'not-yet') return NOTHING;
    const { due, provisional, trace } = deadline(paidOn, workingDays(params['pay-on-behalf.certificate.days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    const certain = form.certain(given, 'givenOn');
    if (!certain.ok) return certain.answer;
    const { givenOn } = certain.facts;
    if (givenOn !== 'not-yet' && givenOn <= setting.on) return NOTHING;
    const shown = (on: typeof due) => inChineseDay(on, yearOf(setting.on));
    return finding({
      level: 1,
      says: `施工总承包单位${shown(paidOn)}代发工资，应当在${shown(due)}前（含当日）向分包单位提供代发工资凭证，至今未提供`,
      values: [{ label: '代发工资', value: paidOn, unit: 'date' }],
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      owedTo: 'subcontractor',
      steps: [{ label: '提供凭证的最后一日', value: due, unit: 'date', reckoned: trace.join('；'), basis: cite('工资条例', 31, 3) }],
      clears: '代发工资凭证已经交给分包单位',
      rows: [{ kind: 'payroll' }, { kind: 'flows', which: 'wages' }],
    });
  },
});
