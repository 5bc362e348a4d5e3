import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const PERSONS = {
  employer: yesNo('是否列明用人单位'),
  head: yesNo('是否列明法定代表人或者主要负责人'),
  managers: yesNo('是否核查并认定直接负责的主管人员'),
  others: yesNo('是否核查并认定其他直接责任人员'),
} as const;

const form = facts({ decided: event('作出列入决定之日'), ...PERSONS });

/**
 * 责任人员. 「将该用人单位及其法定代表人或者主要负责人、直接负责的主管人员和其他直接责任人员…列入」: the employer and its head by name; who is directly
 * responsible must have been looked into, and there may be nobody.
 */
export const personsListed = matterRule({
  code: 'BLK-05',
  version: 1,
  title: '列入责任人员应当核查',
  basis: [cite('失信名单办法', 5), cite('工资条例', 48, 1)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.decided === 'not-yet') return NOTHING;
    const known = form.certain(given, 'decided');
    if (!known.ok) return known.answer;
    const { decided } = known.facts;
    if (decided === 'not-yet' || decided > setting.on) return NOTHING;
    const answers = [
      [PERSONS.employer, given.employer, '没有列明用人单位'],
      [PERSONS.head, given.head, '没有列明法定代表人或者主要负责人'],
      [PERSONS.managers, given.managers, '没有核查直接负责的主管人员'],
      [PERSONS.others, given.others, '没有核查其他直接责任人员'],
    ] as const;
    const faults = answers.flatMap(([, answer, fault]) => (answer === false ? [fault] : []));
    const unknown = answers.flatMap(([{ field }, answer]) => (answer === null ? [field.means] : []));
    if (faults.length === 0) return unknown.length === 0 ? NOTHING : cannotDetermine(...unknown);
    return finding({
      level: 2,
      says: `列入失信联合惩戒名单的决定${faults.join('、')}`,
      values: [{ label: '没有核查的对象', value: faults.length, unit: 'count', threshold: 0 }],
      dueOn: decided,
      duty: 'authority',
      clears: '核查责任人员并在列入决定中列明',
      rows: [],
    });
  },
});
