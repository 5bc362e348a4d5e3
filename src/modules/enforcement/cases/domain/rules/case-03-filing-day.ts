import { addDays } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({ acceptedOn: event('受理投诉之日'), filedOn: event('立案之日') });

/**
 * 当日立案. 「并于受理之日立案查处」: filed on the very day of acceptance, neither later nor, by the papers, earlier. While the day of acceptance
 * runs there is nothing to say.
 */
export const filingDay = matterRule({
  code: 'CASE-03',
  version: 1,
  title: '受理当日立案',
  basis: [cite('监察若干规定', 18)],
  evidence: 'V2',
  facts: form,
  needs: ['case.file.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'acceptedOn', 'filedOn');
    if (!known.ok) return known.answer;
    const acceptedOn = happenedBy(known.facts.acceptedOn, setting.on);
    const filedOn = happenedBy(known.facts.filedOn, setting.on);
    if (acceptedOn === null) return NOTHING;
    const dueOn = addDays(acceptedOn, params['case.file.days']);
    const onTime = filedOn === null ? setting.on <= dueOn : filedOn >= acceptedOn && filedOn <= dueOn;
    if (onTime) return NOTHING;
    return finding({
      level: 1,
      says: `主管部门${shown(acceptedOn, setting.on)}受理投诉，应当在受理之日立案，${filedOn === null ? '至今未立案' : `立案日是${shown(filedOn, setting.on)}`}`,
      values: [
        { label: '受理之日', value: acceptedOn, unit: 'date' },
        { label: '立案之日', value: filedOn ?? '尚未立案', unit: filedOn === null ? 'text' : 'date', threshold: dueOn },
      ],
      dueOn,
      duty: 'authority',
      owedTo: 'worker',
      clears: '立案日与受理日一致，或者在案卷中说明原因',
      rows: [],
    });
  },
});
