import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { type Fen, inYuan, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';

const form = facts({
  since: day('拖欠农民工工资发生之日'),
  arrears: money('被拖欠的农民工工资（垫付以前的数额）'),
  isLate: yesNo('建设单位是否未按照合同约定及时拨付工程款'),
  isCause: yesNo('工资拖欠是否由此导致（由人认定）'),
  unpaid: money('建设单位尚未结清的工程款（垫付以前的数额）'),
  advanced: money('建设单位已经先行垫付的工资'),
  workers: count('被拖欠工资的农民工人数', '人'),
});

const smaller = (one: Fen, other: Fen): Fen => (one < other ? one : other);

/**
 * 建设单位先行垫付. 「以未结清的工程款为限先行垫付被拖欠的农民工工资」: the owner's advance ends at the project money still unpaid, equal to it included; the
 * general contractor's duty to clear first (第三十条第三款) has no such cap and goes on for the rest. Whether late project money caused the
 * arrears is for a person to say.
 */
export const ownerAdvance = matterRule({
  code: 'FUND-20',
  version: 1,
  title: '建设单位应当先行垫付工资',
  basis: [cite('工资条例', 29, 2), cite('工资条例', 30, 3)],
  evidence: 'VF',
  interpretation: '垫付以垫付前未结清的工程款为限，已经垫付的从应垫数额中减去。',
  consequences: [
    {
      says: '依法申请人民法院强制执行',
      before: '人力资源社会保障行政部门作出责令支付被拖欠的农民工工资的决定，建设单位不支付',
      basis: [cite('工资条例', 42)],
    },
    {
      says: '除依法承担责任外，约谈建设单位负责人，并作为其业绩考核、薪酬分配、评优评先、职务晋升等的重要依据',
      before: '查实是政府投资项目建设单位未及时拨付工程款导致拖欠',
      basis: [cite('工资条例', 60)],
    },
  ],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'arrears', 'isLate');
    if (!known.ok) return known.answer;
    const { arrears, isLate } = known.facts;
    if (!isLate || arrears <= 0n || given.isCause === false) return NOTHING;
    const measured = form.certain(given, 'since', 'unpaid', 'advanced');
    if (!measured.ok) return measured.answer;
    const { since, unpaid, advanced } = measured.facts;
    const sheet = new Sheet();
    sheet.step('被拖欠的工资', arrears, 'fen');
    sheet.step('未结清的工程款', unpaid, 'fen', { basis: cite('工资条例', 29, 2) });
    const share = sheet.step('应当先行垫付', smaller(arrears, unpaid), 'fen', {
      reckoned: '被拖欠的工资与未结清的工程款，取较小的',
      basis: cite('工资条例', 29, 2),
    });
    const owed = sheet.step('还应垫付', subtractFen(share, advanced), 'fen', { reckoned: `${inYuan(share)} − 已垫付 ${inYuan(advanced)}` });
    if (owed <= 0n) return NOTHING;
    if (given.isCause === null) return needsPerson(`建设单位没有按合同约定及时拨付工程款，同时拖欠农民工工资 ${inYuan(arrears)}：拖欠是不是由此导致的？`);
    const rest = subtractFen(arrears, share);
    const contractor = rest > NO_MONEY ? `；超出的 ${inYuan(rest)} 由施工总承包单位先行清偿，不受此限` : '';
    return finding({
      level: 3,
      says: `建设单位未按约定及时拨付工程款导致${inChineseDay(since, yearOf(setting.on))}起拖欠农民工工资 ${inYuan(arrears)}，应当以未结清的工程款 ${inYuan(unpaid)} 为限先行垫付，还应垫付 ${inYuan(owed)}${contractor}`,
      values: [
        { label: '还应垫付', value: owed, unit: 'fen', threshold: NO_MONEY },
        { label: '未结清的工程款', value: unpaid, unit: 'fen' },
      ],
      amountFen: owed,
      people: given.workers ?? 0,
      dueOn: since,
      duty: 'project-owner',
      owedTo: 'worker',
      steps: sheet.steps,
      clears: '银行流水显示应垫付的工资已经付给农民工本人',
      rows: [{ kind: 'workers', which: 'unpaid' }],
    });
  },
});
