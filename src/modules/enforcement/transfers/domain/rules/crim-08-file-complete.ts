import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { gapsOfFile, TRANSFER_FILE } from '../transfer-file.ts';

const form = facts(TRANSFER_FILE);

/**
 * 移送材料. The seven things a transfer for refusing to pay carries. The general list of 「应当附有下列材料」 names letter, report and 「其他有关涉嫌
 * 犯罪的材料」; the notice of 2014 spells the rest out and is held in our words only. What is known to be missing is said even while other
 * things have not been looked for.
 */
export const fileComplete = matterRule({
  code: 'CRIM-08',
  version: 1,
  title: '移送材料齐全',
  basis: [cite('移送规定', 6), cite('拒付查处通知', 2)],
  evidence: 'M',
  needsLegalReview: true,
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const { missing, unknown } = gapsOfFile(given);
    if (missing.length === 0) return unknown.length === 0 ? NOTHING : cannotDetermine(...unknown);
    return finding({
      level: 2,
      says: `移送公安机关的材料缺少：${missing.join('、')}`,
      values: [{ label: '缺少的材料', value: missing.length, unit: 'count', threshold: 0 }],
      dueOn: setting.on,
      duty: 'inspector',
      owedTo: 'police',
      clears: '补齐移送材料并抄送同级人民检察院',
      rows: [],
    });
  },
});
