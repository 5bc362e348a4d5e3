import { cite } from '#law/citation.ts';
import { choice, facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { gradeOf, GRADES, RECORD } from '../grade-of.ts';

const form = facts({ ...RECORD, grade: choice('已评的等级', GRADES) });

/**
 * 等级与记录相符. C for any of the six items, three punishments among them; A for none at all; B between. A grade that the record does not bear is
 * said with the reason, whichever way it errs.
 */
export const gradeFunction = matterRule({
  code: 'RATE-02',
  version: 1,
  title: '等级应当与记录相符',
  basis: [cite('诚信等级办法', 7), cite('诚信等级办法', 8)],
  evidence: 'V2',
  facts: form,
  needs: ['grade.c.times'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'grade');
    if (!known.ok) return known.answer;
    const { grade } = known.facts;
    const due = gradeOf(given, params['grade.c.times']);
    if (due.grade === null) return cannotDetermine(...due.missing);
    if (due.grade === grade) return NOTHING;
    return finding({
      level: 2,
      says: `企业被评为${GRADES[grade]}，按年度记录应当为${GRADES[due.grade]}：${due.reasons.join('；')}`,
      values: [{ label: '已评等级', value: GRADES[grade], unit: 'text', threshold: GRADES[due.grade] }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'employer',
      clears: '更正等级并告知企业',
      rows: [],
    });
  },
});
