import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { lastDayToObey, NAMED_DAY_ROLLS } from '../correction-order.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  governmentFunds: yesNo('是否政府投资项目因政府投资资金不到位拖欠农民工工资'),
  approvedOn: event('本级人民政府批准责令拨付之日'),
  orderedOn: event('责令限期足额拨付之日'),
  dueOn: day('责令拨付的最后一日'),
  paidOn: event('足额拨付之日'),
  interviewedOn: event('上一级人社部门约谈负责人之日'),
});

/**
 * 政府投资资金不到位. The order needs the approval of the own government first; 「逾期不拨付的，由上一级人民政府人力资源社会保障行政部门约谈」. No fine: this track
 * is interviews, notice and discipline, and it comes beside the owner's fine of 第五十七条.
 */
export const governmentFunds = matterRule({
  code: 'PEN-59',
  version: 1,
  title: '政府投资资金不到位',
  basis: [cite('工资条例', 59)],
  evidence: 'VF',
  interpretation: NAMED_DAY_ROLLS,
  consequences: [
    {
      says: '上一级人社部门约谈直接责任部门和相关监管部门负责人，必要时通报、约谈地方人民政府负责人',
      before: '报本级人民政府批准，责令限期足额拨付，逾期不拨付',
      basis: [cite('工资条例', 59)],
    },
    { says: '对负责人和责任人员依法依规给予处分', before: '责令限期足额拨付，逾期不拨付，并且情节严重', basis: [cite('工资条例', 59)] },
  ],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'governmentFunds');
    if (!known.ok) return known.answer;
    if (!known.facts.governmentFunds) return NOTHING;
    const ordered = form.certain(given, 'orderedOn');
    if (!ordered.ok) return ordered.answer;
    const orderedOn = happenedBy(ordered.facts.orderedOn, setting.on);
    if (orderedOn === null) return NOTHING;
    const approved = form.certain(given, 'approvedOn');
    if (!approved.ok) return approved.answer;
    const { approvedOn } = approved.facts;
    if (approvedOn === 'not-yet' || moreThan(approvedOn, orderedOn)) {
      return finding({
        level: 4,
        says: `人社部门${shown(orderedOn, setting.on)}责令拨付政府投资资金，没有事先报本级人民政府批准`,
        values: [
          {
            label: '本级人民政府批准',
            value: approvedOn === 'not-yet' ? '没有' : approvedOn,
            unit: approvedOn === 'not-yet' ? 'text' : 'date',
            threshold: orderedOn,
          },
        ],
        dueOn: orderedOn,
        duty: 'authority',
        owedTo: 'government',
        clears: '报本级人民政府批准后重新责令',
        rows: [],
      });
    }
    const limited = form.certain(given, 'dueOn');
    if (!limited.ok) return limited.answer;
    const { due, provisional } = lastDayToObey(limited.facts.dueOn, setting.calendar);
    if (!moreThan(setting.on, due)) return NOTHING;
    const paid = form.certain(given, 'paidOn');
    if (!paid.ok) return paid.answer;
    if (happenedBy(paid.facts.paidOn, setting.on) !== null) return NOTHING;
    const asked = form.certain(given, 'interviewedOn');
    if (!asked.ok) return asked.answer;
    const interviewedOn = happenedBy(asked.facts.interviewedOn, setting.on);
    const next =
      interviewedOn === null
        ? '应当由上一级人社部门约谈责任部门和监管部门负责人'
        : `${shown(interviewedOn, setting.on)}已约谈，仍未拨付，必要时通报并约谈地方人民政府负责人`;
    return finding({
      level: 4,
      says: `${shown(orderedOn, setting.on)}责令在${shown(due, setting.on)}前（含当日）足额拨付政府投资资金，逾期未拨付；${next}`,
      values: [{ label: '责令拨付的最后一日', value: due, unit: 'date' }],
      dueOn: due,
      provisional,
      duty: interviewedOn === null ? 'upper-authority' : 'government',
      owedTo: 'worker',
      clears: '足额拨付所拖欠的资金',
      rows: [],
    });
  },
});
