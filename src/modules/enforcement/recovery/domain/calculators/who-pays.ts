import type { CivilDate } from '#kernel/civil-date.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { inWords } from '../answers.ts';
import { chain, type Chain } from '../chain.ts';
import {
  contractorClears,
  employerLike,
  endingClears,
  hirerPays,
  illegalProjectOwnerPays,
  investorsPay,
  jointWithPerson,
  lenderPays,
  letterPays,
  type Liability,
  type Liable,
  MODES,
  type Mode,
  ownerAdvances,
  successorPays,
  unlawfulOperatorPays,
  userUnitPays,
} from '../liable.ts';

const form = facts(chain);
const ORDER: readonly string[] = Object.keys(MODES);

/** Every article that makes somebody liable, in the order of the 条例; all are asked, none ends the search. */
const rows = (given: Chain, on: CivilDate): readonly Liable[] => [
  hirerPays(given),
  unlawfulOperatorPays(given),
  userUnitPays(given),
  letterPays(given),
  lenderPays(given),
  illegalProjectOwnerPays(given),
  successorPays(given),
  contractorClears(given),
  ownerAdvances(given),
  employerLike(given, on),
  jointWithPerson(given),
  investorsPay(given),
  endingClears(given),
];

/**
 * 谁来付. The ordered list of those who owe the workers: who pays itself, who clears first without a cap, who advances up to the unpaid
 * project money, who answers beside or after them. What nobody has stated and what only a person may say is written under the list.
 */
export const whoPays = calculator({
  code: 'who-pays',
  title: '拖欠工资由谁清偿',
  about: '按发包、分包、用工的事实，列出清偿拖欠工资的责任主体、方式和限额，以及还要查明什么',
  basis: [
    cite('工资条例', 16),
    cite('工资条例', 17),
    cite('工资条例', 18),
    cite('工资条例', 19, 1),
    cite('工资条例', 19, 2),
    cite('工资条例', 20),
    cite('工资条例', 21),
    cite('工资条例', 22, 1),
    cite('工资条例', 22, 2),
    cite('工资条例', 29, 2),
    cite('工资条例', 30, 1),
    cite('工资条例', 30, 3),
    cite('工资条例', 30, 4),
    cite('工资条例', 36, 1),
    cite('工资条例', 36, 2),
    cite('工资条例', 37),
    cite('劳动合同法', 93),
    cite('劳动合同法', 94),
    cite('劳动争议解释二', 1),
    cite('劳动争议解释二', 2),
  ],
  evidence: 'VF',
  interpretation: '各条分别判断，同一单位可以列几次；列在前面的不免除后面的责任，同一笔工资只付一次。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'owedFen');
    if (!known.ok) return known.answer;
    const { owedFen } = known.facts;
    const sheet = new Sheet();
    sheet.step('被拖欠的农民工工资', owedFen, 'fen');
    if (owedFen <= NO_MONEY) return sheet.done({ label: '清偿责任主体', value: '没有拖欠，无人负责', unit: 'text' });
    const answers = rows(given, setting.on);
    const liable = answers.flatMap((row) => (typeof row === 'string' || 'ask' in row ? [] : row)).sort((a, b) => rank(a.mode) - rank(b.mode));
    const gaps = [...new Set(answers.filter((row) => typeof row === 'string'))];
    const [first, ...rest] = liable.map(shown);
    if (first === undefined) {
      if (gaps.length > 0) return cannotDetermine(...gaps);
      return sheet.done({ label: '清偿责任主体', value: '按所填事实没有责任主体，由人核对', unit: 'text' });
    }
    for (const one of liable) sheet.step(one.who, one.amountFen, 'fen', { reckoned: `${one.why}，${inWords(one)}`, basis: one.basis });
    for (const gap of gaps) sheet.note(`还要查明：${gap}。`);
    for (const row of answers) if (typeof row !== 'string' && 'ask' in row) sheet.note(`由人认定：${row.ask}。`);
    if (liable.length > 1) sheet.note('列在前面的不免除后面的责任；同一笔工资只付一次。');
    const beyond = liable.find(({ capFen }) => capFen !== null && capFen < owedFen);
    if (beyond?.capFen !== undefined && beyond.capFen !== null)
      sheet.note(`建设单位垫付以未结清的工程款 ${inYuan(beyond.capFen)} 为限，其余仍由其他责任主体清偿。`);
    return sheet.done(first, ...rest);
  },
});

function rank(mode: Mode): number {
  return ORDER.indexOf(mode);
}

function shown({ who, mode, amountFen }: Liability, index: number) {
  return { label: `${index + 1}. ${who}：${MODES[mode]}`, value: amountFen, unit: 'fen' } as const;
}
