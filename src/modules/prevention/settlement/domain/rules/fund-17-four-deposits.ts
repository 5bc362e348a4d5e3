import { type CivilDate, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { addFen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, list, money, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { PAYERS, sidesOf } from '../payment-term.ts';

const KINDS = { bid: '投标保证金', performance: '履约保证金', quality: '工程质量保证金', wage: '农民工工资保证金', other: '其他名目的保证金' } as const;

const form = facts({
  taker: choice('收取保证金的一方', PAYERS),
  between: choice('发包方和承包方', { owner: '建设单位收施工总承包单位的', contractor: '施工总承包单位收分包单位的' }),
  isSme: yesNo('交保证金的一方是否中小企业'),
  deposits: list('收取的各项保证金', {
    kind: choice('保证金的种类', KINDS),
    takenOn: day('收取之日'),
    amount: money('收取的数额'),
    isCashOnly: yesNo('是否只收现金、不接受保函'),
  }),
});

/**
 * 工程建设四项保证金. 「除依法设立的投标保证金、履约保证金、工程质量保证金、农民工工资保证金外，工程建设中不得以任何形式收取其他保证金」: whoever takes it. 「不得将保证金限定为现金」 binds
 * public bodies and large enterprises towards smaller firms. One wrong deposit that is known is enough to speak.
 */
export const fourDeposits = matterRule({
  code: 'FUND-17',
  version: 1,
  title: '违规收取保证金',
  basis: [cite('中小企业款项条例', 13, 1), cite('中小企业款项条例', 13, 2)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'deposits');
    if (!known.ok) return known.answer;
    const { deposits } = known.facts;
    const bindsCash = given.taker === 'other' || given.isSme === false ? false : given.taker === null || given.isSme === null ? null : true;
    const others = deposits.filter(({ kind }) => kind === 'other');
    const cash = bindsCash === true ? deposits.filter(({ kind, isCashOnly }) => kind !== 'other' && isCashOnly === true) : [];
    const wrong = [...others, ...cash];
    if (wrong.length === 0) {
      const missing = [
        ...(deposits.some(({ kind }) => kind === null) ? ['保证金的种类'] : []),
        ...(bindsCash !== false && deposits.some(({ isCashOnly }) => isCashOnly === null) ? ['是否只收现金、不接受保函'] : []),
        ...(bindsCash === null && deposits.some(({ isCashOnly }) => isCashOnly === true) ? ['收取保证金的一方和交保证金的一方的性质'] : []),
      ];
      return missing.length === 0 ? NOTHING : cannotDetermine(...missing);
    }
    const days = wrong.flatMap(({ takenOn }) => (takenOn === null ? [] : [takenOn])).toSorted();
    const [first] = days;
    if (first === undefined) return cannotDetermine('收取之日');
    const amount = addFen(...wrong.flatMap((one) => (one.amount === null ? [] : [one.amount])));
    return finding({
      level: 2,
      says: `${saysWhat(
        others.length,
        cash.flatMap(({ kind }) => (kind === null ? [] : [KINDS[kind]])),
      )}，${firstTaken(first, setting.on)}，应当退还或者改收保函`,
      values: [
        { label: '违规收取的笔数', value: wrong.length, unit: 'count', threshold: 0 },
        { label: '违规收取的数额', value: amount, unit: 'fen' },
      ],
      amountFen: amount,
      dueOn: first,
      ...sidesOf(given.between),
      clears: `其他名目的保证金已经退还，只收现金的已经接受保函${amount > 0n ? `（涉及 ${inYuan(amount)}）` : ''}`,
      rows: [{ kind: 'project' }],
    });
  },
});

function saysWhat(others: number, cash: readonly string[]): string {
  const parts = [...(others > 0 ? [`收取四项以外的保证金 ${others} 笔`] : []), ...(cash.length > 0 ? [`把${[...new Set(cash)].join('、')}限定为现金`] : [])];
  return `建设工程的发包方${parts.join('，')}`;
}

function firstTaken(first: CivilDate, on: CivilDate): string {
  return `最早在${inChineseDay(first, yearOf(on))}收取`;
}
