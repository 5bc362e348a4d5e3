import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, type Happened, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  paid: event('付清劳动报酬之日'),
  compensated: yesNo('是否依法承担相应赔偿责任'),
  serious: yesNo('是否已经造成严重后果'),
  filed: event('公安机关刑事立案之日'),
  indicted: event('人民检察院提起公诉之日'),
  judged: event('一审宣判之日'),
});

const STAGES = [
  ['filed', '刑事立案', '刑事立案前付清，可以认定为情节显著轻微危害不大，不认为是犯罪'],
  ['indicted', '提起公诉', '提起公诉前付清，可以减轻或者免除刑事处罚'],
  ['judged', '一审宣判', '一审宣判前付清，可以从轻处罚'],
] as const;

/**
 * 付清的效果. 「在刑事立案前支付劳动者的劳动报酬，并依法承担相应赔偿责任的，可以…不认为是犯罪」, 「在提起公诉前」 mitigated or exempt, 「在一审宣判前」
 * lighter; with serious consequences only 「可以酌情从宽处罚」, up to the judgment. A label for the file: the police, the procuratorate and
 * the court decide. Paying on the day itself may have been before or after, and is asked about.
 */
export const effectOfPayment = matterRule({
  code: 'CRIM-11',
  version: 1,
  title: '付清对追究责任的影响',
  basis: [cite('拒付报酬解释', 6), cite('拒付报酬解释', 5)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const { paid } = given;
    if (paid === 'not-yet' || given.compensated === false) return NOTHING;
    const known = form.certain(given, 'paid', 'compensated');
    if (!known.ok) return known.answer;
    if (paid === null || paid > setting.on) return NOTHING;
    const [first, stage] = stageOf(given, paid);
    if (first === 'missing') return cannotDetermine(stage);
    if (first === 'over') return NOTHING;
    if (given.serious === null) return needsPerson('是否已经造成严重后果（基本生活受到严重影响、暴力或者暴力威胁等）？');
    return finding({
      level: 0,
      says: `${inChineseDay(paid, yearOf(setting.on))}付清劳动报酬并承担赔偿责任：${given.serious ? '虽已造成严重后果，宣判前付清，可以酌情从宽处罚' : stage}，由司法机关决定`,
      values: [{ label: '付清之日', value: paid, unit: 'date' }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '把支付凭证补充移送办案机关',
      rows: [],
    });
  },
});

/** The first stage that payment came before; the stages run in order, so the first one not reached decides. */
function stageOf(
  given: Readonly<Record<(typeof STAGES)[number][0], Happened | null>>,
  paid: string,
): readonly ['before', string] | readonly ['missing', string] | readonly ['over', ''] {
  for (const [fact, name, effect] of STAGES) {
    const reached = given[fact];
    if (reached === null) return ['missing', `${name}之日（尚未${name}的写 not-yet）`];
    if (reached === paid) return ['missing', `付清与${name}在同一天时的先后`];
    if (reached === 'not-yet' || paid < reached) return ['before', effect];
  }
  return ['over', ''];
}
