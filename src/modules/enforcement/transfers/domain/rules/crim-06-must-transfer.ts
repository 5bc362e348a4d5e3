import { moreThan } from '#kernel/bounds.ts';
import { addHours, type CivilMoment, dayOf } from '#kernel/civil-moment.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, moment, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  amount: choice('数额是否较大（由数额计算器核对）', {
    one: '一名劳动者达到标准',
    many: '十名以上劳动者累计达到标准',
    both: '两项都达到',
    neither: '都没有达到',
  }),
  ignored: yesNo('责令支付文书送达后，是否在指定期限内仍不支付'),
  conduct: choice('逃避支付或者有能力支付而不支付', { evades: '以转移财产、逃匿等方法逃避支付', able: '有能力支付而不支付', neither: '都不是' }),
  reported: event('专案组提出移送书面报告之日'),
  decision: choice('负责人的决定', { pending: '还没有决定', approved: '批准移送', refused: '不批准移送，理由已记录在案' }),
  decidedAt: moment('负责人作出决定的时间'),
  isSent: yesNo('是否已经移送公安机关'),
  sentAt: moment('公安机关在移送书回执上签收的时间'),
});

/**
 * 应当移送. Amount, ignored order, and evasion or ability together; then 「应当立即指定２名或者２名以上行政执法人员组成专案组」, the head decides
 * 「自接到报告之日起３日内」 and the file goes 「在２４小时内向同级公安机关移送」. Three days are natural days; the 24 hours are counted from the minute,
 * and a day that is not over is not held against anybody. Evasion or ability is a person's finding.
 */
export const mustTransfer = matterRule({
  code: 'CRIM-06',
  version: 1,
  title: '涉嫌犯罪应当移送',
  basis: [
    cite('工资条例', 41, 2),
    cite('移送规定', 5),
    cite('移送规定', 11, 1),
    cite('监察条例', 18, 2),
    cite('行政处罚法', 27, 1),
    cite('移送规定', 3, 1),
    cite('行政处罚法', 8, 2),
  ],
  evidence: 'V2',
  interpretation: '移送规定的“3日”没有写明工作日，按自然日计算，最后一日是休息日的顺延。',
  consequences: [
    {
      says: '对正职负责人、直接负责的主管人员和其他直接责任人员给予记过以上的处分',
      before: '由本级或者上级人民政府责令限期移送或者责令改正',
      basis: [cite('移送规定', 16), cite('行政处罚法', 82)],
    },
  ],
  facts: form,
  needs: ['transfer.decide.days', 'transfer.send.hours'],
  prepare: (setting, params) => (given) => {
    const { amount, ignored, conduct } = given;
    if (amount === 'neither' || ignored === false || conduct === 'neither' || given.decision === 'refused') return NOTHING;
    const elements = form.certain(given, 'amount', 'ignored');
    if (!elements.ok) return elements.answer;
    if (conduct === null) return needsPerson('是否以转移财产、逃匿等方法逃避支付，或者有能力支付而不支付？');
    const stage = form.certain(given, 'reported');
    if (!stage.ok) return stage.answer;
    const { reported } = stage.facts;
    const clears = '经负责人批准并向同级公安机关移送，抄送同级人民检察院';
    if (reported === 'not-yet' || reported > setting.on) {
      return finding({
        level: 4,
        says: '案件涉嫌拒不支付劳动报酬罪，人社部门还没有提出移送的书面报告，应当立即指定专案组核实报批',
        values: [],
        dueOn: setting.on,
        duty: 'authority',
        owedTo: 'police',
        clears,
        rows: [],
      });
    }
    const decided = form.certain(given, 'decision');
    if (!decided.ok) return decided.answer;
    const duty = {
      by: 'authority-head',
      start: reported,
      after: '接到移送报告',
      period: naturalDays(params['transfer.decide.days']),
      act: '作出是否批准移送的决定',
      basis: cite('移送规定', 5, 2),
    } as const;
    if (decided.facts.decision === 'pending') {
      const late = lateness({ ...duty, done: 'not-yet' }, setting);
      return late === null ? NOTHING : lateFinding([late], { level: 4, owedTo: 'police', clears });
    }
    const approved = form.certain(given, 'decidedAt', 'isSent');
    if (!approved.ok) return approved.answer;
    const { decidedAt, isSent } = approved.facts;
    const hours = params['transfer.send.hours'];
    const until = addHours(decidedAt, hours);
    const sent = isSent ? form.certain(given, 'sentAt') : null;
    if (sent?.ok === false) return sent.answer;
    const sentAt = sent?.facts.sentAt ?? null;
    const isLate = sentAt === null ? moreThan(setting.on, dayOf(until)) : moreThan<CivilMoment>(sentAt, until);
    if (isLate) {
      return finding({
        level: 4,
        says: `负责人于 ${decidedAt} 批准移送，应当在 ${until} 前向同级公安机关移送，${sentAt === null ? '至今没有移送' : `${sentAt} 才移送`}`,
        values: [{ label: '移送的最后时刻', value: until, unit: 'moment' }],
        dueOn: dayOf(until),
        duty: 'authority',
        owedTo: 'police',
        steps: [
          { label: '批准移送', value: decidedAt, unit: 'moment' },
          { label: '移送的最后时刻', value: until, unit: 'moment', reckoned: `${decidedAt} 起 ${hours} 小时`, basis: cite('移送规定', 5, 2) },
        ],
        clears,
        rows: [],
      });
    }
    const late = lateness({ ...duty, done: dayOf(decidedAt) }, setting);
    return late === null ? NOTHING : lateFinding([late], { level: 4, owedTo: 'police', clears });
  },
});
