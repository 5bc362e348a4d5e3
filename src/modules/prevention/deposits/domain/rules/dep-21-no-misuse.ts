import { moreThan } from '#kernel/bounds.ts';
import { inYuan, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  isWaivedWithoutBasis: yesNo('是否没有规定依据而减免'),
  storedFen: money('实际收取的工资保证金'),
  dueFen: money('应存工资保证金'),
  isDiverted: yesNo('是否挪作他用'),
  isReturnDelayed: yesNo('是否无故不及时返还'),
});

/** 管理不规范. 「对擅自减免、超限额收取、挪用、无故不及时返还的，追究责任」: any one of the four. */
export const noMisuse = matterRule({
  code: 'DEP-21',
  version: 1,
  title: '工资保证金管理违规',
  basis: [cite('保证金规定', 26)],
  evidence: 'M',
  needsLegalReview: true,
  consequences: [{ says: '追究有关责任人员责任', before: '由有权机关调查认定', basis: [cite('保证金规定', 26)] }],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const { storedFen, dueFen } = given;
    const overFen = storedFen !== null && dueFen !== null && moreThan(storedFen, dueFen) ? subtractFen(storedFen, dueFen) : NO_MONEY;
    const faults = [
      given.isWaivedWithoutBasis === true ? '没有规定依据而减免' : null,
      overFen > NO_MONEY ? `超限额收取 ${inYuan(overFen)}` : null,
      given.isDiverted === true ? '挪作他用' : null,
      given.isReturnDelayed === true ? '无故不及时返还' : null,
    ].filter((fault) => fault !== null);
    if (faults.length === 0) {
      const known = form.certain(given, 'isWaivedWithoutBasis', 'storedFen', 'dueFen', 'isDiverted', 'isReturnDelayed');
      return known.ok ? NOTHING : known.answer;
    }
    return finding({
      level: 3,
      says: `属地人力资源社会保障部门管理工资保证金${faults.join('、')}`,
      values: storedFen === null ? [] : [{ label: '实际收取', value: storedFen, unit: 'fen', ...(dueFen === null ? {} : { threshold: dueFen }) }],
      amountFen: overFen,
      dueOn: setting.on,
      duty: 'authority',
      clears: '改正并登记处理结果',
      rows: [],
    });
  },
});
