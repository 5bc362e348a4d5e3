import { formatBp } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { inYuan, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { cannotDetermine, finding, needsPerson, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { amountAt, exactly, least, OWN_CAP, tierOf } from '../rate.ts';

const form = projectForm.pick('state', 'industry', 'contractFen', 'contractSignedOn', 'permitOn', 'depositKind', 'depositFen', 'depositStoredOn');

type Facts = Read<typeof form>;

/**
 * The deposit held against what the place's scale asks, reckoned as the calculator 「应存工资保证金」 does. Below the floor of 0.5 % no
 * reduction can be lawful; between the floor and the local rate it may be, by the contractor's record, its other projects or a cap: that
 * is for a person to say.
 */
export const amountDue = rule({
  code: 'DEP-04',
  warns: ['W-DEP-02'],
  version: 1,
  title: '工资保证金数额不足',
  subject: 'project',
  basis: [cite('保证金规定', 11), cite('保证金规定', 12), cite('保证金规定', 15)],
  evidence: 'V2',
  interpretation: '上浮、下浮、免存和上限取决于总包单位的记录，由人核定；这里只判断低于下限的。',
  consequences: [stopAndFineOfArticle55('(二)'), qualificationOfArticle55('(二)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['deposit.rate', 'deposit.floor'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.depositFen === null || facts.contractFen === null || facts.depositKind === 'exempt' || facts.state === 'finished') return NOTHING;
    const tier = tierOf(params['deposit.rate'], facts.contractFen, facts.industry);
    if (tier === 'industry') return cannotDetermine('工程所属行业');
    if (tier === null) return cannotDetermine(`本地适用于合同额 ${inYuan(facts.contractFen)} 的存储比例`);
    const due = amountAt(facts.contractFen, exactly(tier.rate), tier);
    if (!lessThan(facts.depositFen, due)) return NOTHING;
    // A cap can lie below the floor of the rate.
    const floor = least(due, amountAt(facts.contractFen, exactly(params['deposit.floor']), tier, OWN_CAP));
    const rate = formatBp(tier.rate);
    // A cap for all works together leaves for this one what the others have not stored.
    if (tier.capTogether === true || !lessThan(facts.depositFen, floor)) {
      return needsPerson(`按 ${rate} 应存 ${inYuan(due)}，实存 ${inYuan(facts.depositFen)}：是否符合下浮或者上限`);
    }
    return finding({
      level: 2,
      says: `工资保证金按 ${rate} 应存 ${inYuan(due)}，实存 ${inYuan(facts.depositFen)}，低于任何下浮后的下限`,
      values: [
        { label: '实存', value: facts.depositFen, unit: 'fen', threshold: due },
        { label: '下限', value: floor, unit: 'fen' },
        { label: '合同额', value: facts.contractFen, unit: 'fen' },
      ],
      amountFen: subtractFen(due, facts.depositFen),
      dueOn: facts.depositStoredOn ?? facts.permitOn ?? facts.contractSignedOn ?? setting.on,
      duty: 'general-contractor',
      clears: '台账更新的保证金金额不低于应存数额',
      rows: [{ kind: 'project' }],
    });
  },
});
