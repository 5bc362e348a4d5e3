import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { day, facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  isGovernment: yesNo('是否政府投资项目'),
  seenOn: day('签订垫资约定或者查实垫资之日'),
  isAgreed: yesNo('招标文件、施工合同或者补充协议是否要求施工单位垫资'),
  isDone: yesNo('施工单位是否实际垫资施工'),
  amount: money('施工单位垫资的数额'),
});

/**
 * 政府投资项目禁止垫资. 「不得由施工单位垫资建设」: the clause alone is a wrong, and so is building on the contractor's money without a clause. Other
 * projects are free to agree it. Money paid late is owed, not pre-financed: that is FUND-07 and FUND-11.
 */
export const noPreFinancing = matterRule({
  code: 'FUND-02',
  version: 1,
  title: '政府投资项目由施工单位垫资',
  basis: [cite('工资条例', 23, 2), cite('政府投资条例', 22, 2), cite('中小企业款项条例', 8, 2)],
  evidence: 'VF',
  consequences: [
    {
      says: '暂停、停止拨付资金或者收回已拨付的资金，暂停或者停止建设活动，对负有责任的领导人员和直接责任人员依法给予处分',
      before: '查实要求施工单位垫资建设，责令改正，并根据具体情况决定',
      basis: [cite('政府投资条例', 34, '(五)')],
    },
  ],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'isGovernment');
    if (!known.ok) return known.answer;
    if (!known.facts.isGovernment) return NOTHING;
    if (given.isAgreed !== true && given.isDone !== true) {
      const certain = form.certain(given, 'isAgreed', 'isDone');
      return certain.ok ? NOTHING : certain.answer;
    }
    const dated = form.certain(given, 'seenOn');
    if (!dated.ok) return dated.answer;
    const { seenOn, amount } = dated.facts;
    const what = given.isDone === true ? `由施工单位垫资施工${amount === null ? '' : ` ${inYuan(amount)}`}` : '要求施工单位垫资';
    return finding({
      level: 3,
      says: `建设单位的政府投资项目${inChineseDay(seenOn, yearOf(setting.on))}查实${what}，应当把资金落实到位`,
      values: [{ label: '垫资数额', value: amount ?? NO_MONEY, unit: 'fen', threshold: NO_MONEY }],
      amountFen: amount ?? NO_MONEY,
      dueOn: seenOn,
      duty: 'project-owner',
      owedTo: 'general-contractor',
      clears: '垫资约定已经废止，所垫资金已经拨付给施工单位',
      rows: [{ kind: 'project' }],
    });
  },
});
