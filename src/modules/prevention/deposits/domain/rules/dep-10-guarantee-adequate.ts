import { lessThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts, money, yesNo } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  amountFen: money('保函担保金额'),
  dueFen: money('应存工资保证金'),
  isIrrevocable: yesNo('是否不可撤销'),
  isOnDemand: yesNo('是否见索即付'),
  isForAuthority: yesNo('受益人是否为属地人力资源社会保障部门'),
});

/**
 * A guarantee that does not stand in for the deposit. 「保函担保金额不得低于按规定比例计算应存储的工资保证金数额」; the beneficiary
 * is the authority, and the letter is 「不可撤销见索即付保函」. One fault is enough, whatever is not known of the rest.
 */
export const guaranteeAdequate = matterRule({
  code: 'DEP-10',
  version: 1,
  title: '工资保证金保函不合要求',
  basis: [cite('保证金规定', 15), cite('保证金规定', 16, 1)],
  evidence: 'V1',
  consequences: [stopAndFineOfArticle55('(二)'), qualificationOfArticle55('(二)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const { amountFen, dueFen } = given;
    const faults = [
      amountFen !== null && dueFen !== null && lessThan(amountFen, dueFen) ? `担保金额 ${inYuan(amountFen)} 低于应存的 ${inYuan(dueFen)}` : null,
      given.isIrrevocable === false ? '可以撤销' : null,
      given.isOnDemand === false ? '不是见索即付' : null,
      given.isForAuthority === false ? '受益人不是属地人力资源社会保障部门' : null,
    ].filter((fault) => fault !== null);
    if (faults.length === 0) {
      const known = form.certain(given, 'amountFen', 'dueFen', 'isIrrevocable', 'isOnDemand', 'isForAuthority');
      return known.ok ? NOTHING : known.answer;
    }
    return finding({
      level: 3,
      says: `总包单位提交的工资保证金保函${faults.join('，')}`,
      values: amountFen === null ? [] : [{ label: '担保金额', value: amountFen, unit: 'fen', ...(dueFen === null ? {} : { threshold: dueFen }) }],
      dueOn: setting.on,
      duty: 'general-contractor',
      owedTo: 'authority',
      clears: '提交符合要求的新保函，或者改存现金',
      rows: [],
    });
  },
});
