import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts, yesNo } from '#law/facts.ts';
import { stopAndFineOfArticle57 } from '#law/penalties.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  since: day('拖欠农民工工资发生之日'),
  isUnguaranteed: yesNo('建设单位是否未依法提供工程款支付担保'),
  isGovernment: yesNo('是否政府投资项目'),
  isOwing: yesNo('项目是否拖欠工程款'),
  isCause: yesNo('工资拖欠是否由此导致（由人认定）'),
  restricted: event('决定限制该建设单位新建项目之日'),
  workers: count('被拖欠工资的农民工人数', '人'),
});

/**
 * 限制新建项目. 「未依法提供工程款支付担保或者政府投资项目拖欠工程款，导致拖欠农民工工资的，县级以上地方人民政府应当限制其新建项目，并记入信用记录」: either cause, and
 * arrears from it; project money owed by a private project is no cause here. The owner's fine and, for government money, the interviews of
 * 第五十九条 and 第六十条 come beside it.
 */
export const newProjectRestriction = matterRule({
  code: 'FUND-21',
  version: 1,
  title: '应当限制建设单位新建项目',
  basis: [cite('工资条例', 49)],
  evidence: 'VF',
  consequences: [
    stopAndFineOfArticle57('(一)'),
    {
      says: '由上一级人力资源社会保障行政部门约谈直接责任部门和相关监管部门负责人，必要时通报、约谈地方人民政府负责人；情节严重的依法依规给予处分',
      before: '政府投资资金不到位拖欠工资，经本级人民政府批准责令限期足额拨付，逾期不拨付',
      basis: [cite('工资条例', 59)],
    },
    {
      says: '约谈建设单位负责人，并作为其业绩考核、薪酬分配、评优评先、职务晋升等的重要依据',
      before: '查实是政府投资项目建设单位未及时拨付工程款等导致拖欠',
      basis: [cite('工资条例', 60)],
    },
  ],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const cause = causeOf(given);
    if (cause === 'none' || given.isCause === false) return NOTHING;
    if (cause === null) {
      const open = form.certain(given, 'isUnguaranteed', 'isGovernment', 'isOwing');
      return open.ok ? NOTHING : open.answer;
    }
    const known = form.certain(given, 'since', 'restricted');
    if (!known.ok) return known.answer;
    const { since, restricted } = known.facts;
    if (restricted !== 'not-yet' && restricted <= setting.on) return NOTHING;
    if (given.isCause === null) return needsPerson(`${cause}，同时拖欠农民工工资：拖欠是不是由此导致的？`);
    return finding({
      level: 3,
      says: `${cause}，导致${inChineseDay(since, yearOf(setting.on))}起拖欠农民工工资，县级以上地方人民政府应当限制该建设单位新建项目，并记入信用记录公示`,
      values: [{ label: '原因', value: cause, unit: 'text' }],
      people: given.workers ?? 0,
      dueOn: since,
      duty: 'government',
      clears: '已经决定限制其新建项目并记入信用记录',
      rows: [{ kind: 'project' }],
    });
  },
});

/** The cause as a sentence begins with it; `none` when both are known not to be there, null while it is open. */
function causeOf(given: { readonly isUnguaranteed: boolean | null; readonly isGovernment: boolean | null; readonly isOwing: boolean | null }): string | null {
  const causes = [
    ...(given.isUnguaranteed === true ? ['建设单位未依法提供工程款支付担保'] : []),
    ...(given.isGovernment === true && given.isOwing === true ? ['政府投资项目拖欠工程款'] : []),
  ];
  if (causes.length > 0) return causes.join('，');
  return given.isUnguaranteed === false && (given.isGovernment === false || given.isOwing === false) ? 'none' : null;
}
