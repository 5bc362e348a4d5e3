import { inYuan } from '#kernel/fen.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, type Happened, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const PAYERS = {
  'general-contractor': '施工总承包单位（先行清偿）',
  'project-owner': '建设单位（先行垫付）',
  'user-unit': '用工单位',
  'name-lender': '出借名义的用人单位',
  government: '人民政府（应急周转金）',
} as const;

const form = facts({
  payer: choice('先行清偿、垫付的一方', PAYERS),
  paidOn: event('先行清偿、垫付之日'),
  paidFen: money('先行清偿、垫付的金额'),
  openedOn: event('登记追偿事项之日'),
});

/**
 * 追偿登记. 「由施工总承包单位先行清偿，再依法进行追偿」, 「对已经垫付的应急周转金，应当依法……进行追偿」: whoever paid for another has an open item
 * against it. A hint: to pursue is the payer's right, and only the government's duty.
 */
export const recourse = matterRule({
  code: 'LIAB-11',
  version: 1,
  title: '垫付后登记追偿',
  basis: [cite('工资条例', 30, 3), cite('工资条例', 30, 4), cite('工资条例', 18), cite('工资条例', 19, 2), cite('工资条例', 63)],
  evidence: 'VF',
  interpretation: '条例没有规定建设单位垫付后追偿，垫付的可以在结算工程款时扣除，同样登记。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const hasHappened = (event: Happened | null) => event !== null && event !== 'not-yet' && event <= setting.on;
    if (hasHappened(given.openedOn)) return NOTHING;
    if (given.paidOn !== null && !hasHappened(given.paidOn)) return NOTHING;
    const known = form.certain(given, 'payer', 'paidOn', 'paidFen', 'openedOn');
    if (!known.ok) return known.answer;
    const { payer, paidOn, paidFen } = known.facts;
    if (paidOn === 'not-yet') return NOTHING;
    return finding({
      level: 0,
      says: `${PAYERS[payer]}${inChineseDay(paidOn, yearOf(setting.on))}代付农民工工资 ${inYuan(paidFen)}，没有登记追偿事项`,
      values: [{ label: '代付金额', value: paidFen, unit: 'fen' }],
      amountFen: paidFen,
      dueOn: paidOn,
      duty: payer,
      clears: '登记向拖欠工资的单位追偿的事项',
      rows: [],
    });
  },
});
