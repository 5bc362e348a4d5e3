import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  filedOn: day('立案之日'),
  decidedOn: event('作出行政处罚决定之日'),
  specialLimit: yesNo('是否适用另外规定的办案期限（劳动保障监察案件为调查60+30个工作日、处理15个工作日）'),
});

/**
 * 处罚决定的一般期限. 「应当自行政处罚案件立案之日起九十日内作出行政处罚决定。法律、法规、规章另有规定的，从其规定」: natural days, the ninetieth
 * in time. Where the inspection chain applies it prevails; then the passed ninety days are only a hint beside it (level 0), because a court may
 * see it otherwise.
 */
export const fallbackLimit = matterRule({
  code: 'CASE-13',
  version: 1,
  title: '处罚决定一般期限',
  basis: [cite('行政处罚法', 60), cite('监察条例', 17)],
  evidence: 'VF',
  interpretation: '监察条例的60+30个工作日与若干规定的15个工作日是“另有规定”；两个期限并列显示，以较早的提醒',
  facts: form,
  needs: ['penalty.decide.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'filedOn', 'decidedOn');
    if (!known.ok) return known.answer;
    const { filedOn, decidedOn } = known.facts;
    const late = lateness(
      {
        by: 'authority',
        start: filedOn,
        after: '立案',
        period: naturalDays(params['penalty.decide.days']),
        act: '作出处罚决定',
        done: decidedOn,
        basis: cite('行政处罚法', 60),
      },
      setting,
    );
    if (late === null) return NOTHING;
    const special = form.certain(given, 'specialLimit');
    if (!special.ok) return special.answer;
    const clears = '作出处罚决定，或者在案卷中写明适用的另行规定';
    if (!special.facts.specialLimit) return lateFinding([late], { level: 2, owedTo: 'party-concerned', clears });
    return lateFinding([late], { level: 0, owedTo: 'party-concerned', clears, adding: '适用监察条例等另外规定的期限的，以该期限为准' });
  },
});
