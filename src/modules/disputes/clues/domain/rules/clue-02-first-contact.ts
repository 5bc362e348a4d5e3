import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { addHours, type CivilMoment, dayOf, momentOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { facts, moment, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { daysOfTerm } from '#law/parameters/term.ts';
import { type Answer, finding, matterRule, NOTHING, type Setting } from '#law/rule.ts';

const form = facts({
  assignedAt: moment('交办到承办人的时刻'),
  isContacted: yesNo('是否已经联系上当事人'),
  contactedAt: moment('首次联系上当事人的时刻'),
  isMajor: yesNo('是否重大线索'),
});
const basis = cite('工资条例', 10, 3);

/**
 * 首次联系. Interpretation: 「依法及时处理」 has no number; two working days, 24 hours for a major clue. Hours run from the minute around the clock; on the
 * day they end nobody is accused, for the hour of asking is not known.
 */
export const firstContact = matterRule({
  code: 'CLUE-02',
  version: 1,
  title: '逾期未首次联系当事人',
  basis: [basis, cite('民法典', 201, 2)],
  evidence: 'D',
  interpretation: '法律没有规定首次联系的时限；一般线索2个工作日、重大线索24小时，地方可另设',
  facts: form,
  needs: ['clue.contact', 'clue.contact.major'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'assignedAt', 'isContacted', 'isMajor');
    if (!known.ok) return known.answer;
    const { assignedAt, isContacted, isMajor } = known.facts;
    const contact = form.certain(given, 'contactedAt');
    if (isContacted && !contact.ok) return contact.answer;
    const contactedAt = isContacted ? given.contactedAt : null;
    const term = params[isMajor ? 'clue.contact.major' : 'clue.contact'];
    if (term.unit === 'hours') return withinHours(setting, assignedAt, contactedAt, term.n);
    const late = lateAmong(
      [
        {
          by: 'inspector',
          start: dayOf(assignedAt),
          after: '接到交办线索',
          period: daysOfTerm(term),
          act: '联系当事人',
          done: contactedAt === null ? 'not-yet' : dayOf(contactedAt),
          basis,
        },
      ],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'worker', clears: '联系上当事人并留下记录' });
  },
});

function withinHours(setting: Setting, assignedAt: CivilMoment, contactedAt: CivilMoment | null, hours: number): Answer {
  const due = addHours(assignedAt, hours);
  const isLate = contactedAt === null ? moreThan(momentOf(setting.on, 0), due) : moreThan(contactedAt, due);
  if (!isLate) return NOTHING;
  const shown = (at: CivilMoment) => `${inChineseDay(dayOf(at), yearOf(setting.on))}${at.slice(11)}`;
  return finding({
    level: 2,
    says: `承办人${shown(assignedAt)}接到交办线索，应当在${shown(due)}前联系当事人，${contactedAt === null ? '至今未联系' : `${shown(contactedAt)}才联系`}`,
    values: [{ label: '首次联系时限', value: hours, unit: 'hours' }],
    dueOn: dayOf(due),
    duty: 'inspector',
    owedTo: 'worker',
    steps: [{ label: '首次联系最后时刻', value: due, unit: 'moment', reckoned: `${assignedAt} 起 ${hours} 小时`, basis: cite('民法典', 201, 2) }],
    clears: '联系上当事人并留下记录',
    rows: [],
  });
}
