import { lessThan } from '#kernel/bounds.ts';
import { addFen, inYuan, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, facts, money } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { cannotDetermine, needsPerson } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';

const LEVELS = { county: '县级', town: '镇街' } as const;
const form = facts({
  level: choice('哪一级的应急周转金', LEVELS),
  fundFen: money('本年度安排的金额（不填按本地规定）'),
  advancedFen: money('本年度已垫付'),
  recoveredFen: money('本年度已追回'),
  askedFen: money('这次拟垫付'),
});

const FUNDS = { county: 'emergency-fund.county', town: 'emergency-fund.town' } as const;

/**
 * 应急周转金余额: what the year's fund still holds after what was advanced and what came back, and whether an advance fits in.
 * 「可以动用应急周转金，先行垫付……」「应当依法……进行追偿」. The balance never falls below zero: an advance equal to it is the largest.
 */
export const fundBalance = calculator({
  code: 'fund-balance',
  title: '应急周转金余额',
  about: '按年度安排、已垫付和已追回算出余额，看这次拟垫付够不够。',
  basis: [cite('工资条例', 63)],
  evidence: 'VF',
  interpretation: '条例没有规定规模，年度金额由本地安排；追回的款项回到周转金。',
  facts: form,
  needs: [],
  looksUp: ['emergency-fund.county', 'emergency-fund.town'],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'level', 'advancedFen', 'recoveredFen');
    if (!known.ok) return known.answer;
    const { level, advancedFen, recoveredFen } = known.facts;
    const sheet = new Sheet();
    const local = lookUp(FUNDS[level], setting, setting.on);
    if (given.fundFen === null && !local.ok) return cannotDetermine(local.missing);
    const how = given.fundFen === null && local.ok ? { reckoned: `${local.inForce.setBy}：${local.inForce.basis}` } : {};
    const fund = sheet.step(`${LEVELS[level]}应急周转金`, given.fundFen ?? (local.ok ? local.inForce.value : NO_MONEY), 'fen', how);
    const balance = sheet.step('余额', subtractFen(addFen(fund, recoveredFen), advancedFen), 'fen', {
      reckoned: `${inYuan(fund)} − 已垫付 ${inYuan(advancedFen)} + 已追回 ${inYuan(recoveredFen)}`,
      basis: cite('工资条例', 63),
    });
    if (lessThan(balance, NO_MONEY)) return needsPerson(`已垫付 ${inYuan(advancedFen)}，超过年度安排和已追回的合计：请核对台账`);
    if (given.askedFen !== null) {
      const fits = !lessThan(balance, given.askedFen);
      sheet.note(
        fits
          ? `拟垫付 ${inYuan(given.askedFen)}，余额足够`
          : `拟垫付 ${inYuan(given.askedFen)}，余额不足，还差 ${inYuan(subtractFen(given.askedFen, balance))}`,
      );
    }
    return sheet.done({ label: '余额', value: balance, unit: 'fen' });
  },
});
