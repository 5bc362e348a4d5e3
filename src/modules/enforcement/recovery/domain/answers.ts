import type { CivilDate } from '#kernel/civil-date.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { day } from '#law/facts.ts';
import { type Answer, cannotDetermine, finding, type Level, needsPerson, NOTHING, type Setting } from '#law/rule.ts';
import { type Liability, type Liable, MODES } from './liable.ts';

/** 责令清偿的期限: where one was set, the day by which the liable party must have paid. */
export const orderedBy = day('责令清偿的期限届满之日（未责令的不填）');

/** 「由施工总承包单位先行清偿 123,456 元（不设上限），再依法追偿」. */
export function inWords({ who, mode, amountFen, capFen, hasRecourse }: Liability): string {
  const cap = mode === 'clear' ? '（全额，不设上限）' : capFen === null ? '' : `（以未结清的工程款 ${inYuan(capFen)} 为限）`;
  return `由${who}${MODES[mode]} ${inYuan(amountFen)}${cap}${hasRecourse ? '，再依法追偿' : ''}`;
}

/** What a rule about one article answers: who is liable, as an effect of the law, due by the order where there is one. */
export function liabilityAnswer(liable: Liable, level: Level, setting: Setting, dueOn: CivilDate | null = null): Answer {
  if (typeof liable === 'string') return cannotDetermine(liable);
  if ('ask' in liable) return needsPerson(liable.ask);
  const [first] = liable;
  if (first === undefined) return NOTHING;
  return finding({
    level,
    says: `${first.why}，${liable.map(inWords).join('，')}`,
    values: liable.map(({ who, amountFen, capFen }) => ({
      label: `${who}应付`,
      value: amountFen,
      unit: 'fen' as const,
      ...(capFen === null ? {} : { threshold: capFen }),
    })),
    amountFen: liable.reduce((most, { amountFen }) => (amountFen > most ? amountFen : most), NO_MONEY),
    dueOn: dueOn ?? setting.on,
    duty: first.party,
    owedTo: 'worker',
    steps: liable.map(({ who, amountFen, basis, why }) => ({ label: who, value: amountFen, unit: 'fen' as const, reckoned: why, basis })),
    clears: '被拖欠的工资已经支付到农民工本人账户',
    rows: [],
  });
}
