import { dayOf } from '#kernel/civil-moment.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, text, yesNo } from '#law/facts.ts';
import { guarded, onlyIf, procedure, stated, unmet } from '#law/procedure.ts';

const firstReceiver = cite('工资条例', 10, 3);
/** Limits and forms of the office that no law names. */
const ours = { basis: [firstReceiver], evidence: 'D', interpretation: '条例只要求及时处理并告知结果；时限和文书由本系统选定，地方可另设' } as const;
const lawful = { basis: [firstReceiver], evidence: 'VF' } as const;

const CHANNELS = {
  'national-platform': '国家平台',
  'provincial-platform': '省平台',
  hotline: '12345 热线',
  visit: '来访',
  phone: '电话',
  'town-specialist': '镇街专员',
  grid: '网格排查',
  'qr-code': '扫码',
  assigned: '上级交办、转办',
} as const;

const submitted = facts({ channel: choice('来源', CHANNELS), about: text('反映的单位和项目') });
const merged = facts({ into: text('并入的线索编号') });
const sentTo = facts({ to: text('转送、交办到的单位') });
const whyBack = facts({ reason: text('退回理由') });
const contact = facts({ record: text('联系记录') });
const settled = facts({ proof: text('支付凭证或者和解协议'), isPaid: yesNo('工资是否已经付清（分期和解的，首期是否已付）') });
const resolved = onlyIf(settled, 'isPaid', true, '工资还没有付清，也没有按和解协议支付首期，不能算解决。', firstReceiver);
const filed = facts({ caseNumber: text('立案号') });
const guidance = facts({ to: choice('引导到', { arbitration: '劳动人事争议仲裁', court: '人民法院', mediation: '调解组织' }) });
const finding = facts({
  why: choice('核查结论', { untrue: '反映不属实', 'project-money': '讨要的是工程款', repeated: '同一事项已经办结' }),
  report: text('核查报告'),
});
const told = facts({ record: text('回复告知记录') });
const call = facts({ isSatisfied: yesNo('回访对象是否认可办理结果') });
const overdue = facts({ dueOn: day('已经过去的办理期限最后一日') });

const OPEN = ['received', 'assigned', 'assigned-major', 'verifying', 'verifying-major'] as const;

/** 线索: from any channel to money, a case, another way or an end with reasons; always with a reply. Whoever lets a limit pass sees it go up. */
export const clue = procedure({
  code: 'clue',
  title: '线索办理',
  states: {
    received: { name: '已登记' },
    assigned: { name: '已交办' },
    'assigned-major': { name: '重大线索已交办' },
    verifying: { name: '核查中' },
    'verifying-major': { name: '重大线索核查中' },
    resolved: { name: '已解决' },
    unfounded: { name: '查无此事' },
    replied: { name: '已答复' },
    closed: { name: '办结', ends: true },
    merged: { name: '已并案', ends: true },
    transferred: { name: '已转送', ends: true },
    'case-opened': { name: '已立案', ends: true },
    guided: { name: '已引导', ends: true },
  },
  steps: [
    {
      code: 'submit',
      title: '登记线索',
      from: [],
      to: 'received',
      by: ['worker', 'authority', 'department', 'upper-authority', 'system'],
      ...lawful,
      produces: ['线索登记表'],
      ...stated(submitted),
    },
    { code: 'merge', title: '并案', from: ['received'], to: 'merged', by: ['authority', 'system'], ...ours, produces: ['并案说明'], ...stated(merged) },
    {
      code: 'transfer',
      title: '转送有权处理的部门',
      from: ['received'],
      to: 'transferred',
      by: ['authority'],
      ...lawful,
      within: { period: { parameter: 'case.transfer.days' }, from: ['submit', 'return'], kind: 'soft', missed: '条例要求及时转送。' },
      produces: ['转办函', '告知单'],
      ...stated(sentTo),
    },
    {
      code: 'route',
      title: '交办',
      from: ['received'],
      to: 'assigned',
      by: ['authority', 'system'],
      ...ours,
      within: { period: { parameter: 'clue.route' }, from: ['submit', 'return'], kind: 'soft' },
      produces: ['交办单'],
      ...stated(sentTo),
    },
    {
      code: 'route-major',
      title: '交办重大线索',
      from: ['received'],
      to: 'assigned-major',
      by: ['authority'],
      ...ours,
      within: { period: { parameter: 'clue.route.major' }, from: ['submit', 'return'], kind: 'soft' },
      produces: ['交办单'],
      ...stated(sentTo),
    },
    {
      code: 'return',
      title: '退回重新交办',
      from: ['assigned', 'assigned-major'],
      to: 'received',
      by: ['department', 'inspector'],
      basis: [cite('信访条例', 22)],
      evidence: 'D',
      interpretation: '参照信访事项对转办有异议的提出时限，缩短为交办时限',
      within: { period: { parameter: 'clue.route' }, from: ['route', 'route-major'], kind: 'hard', missed: '过期视为接受交办。' },
      produces: ['退回说明'],
      ...stated(whyBack),
    },
    {
      code: 'contact',
      title: '首次联系当事人',
      from: ['assigned'],
      to: 'verifying',
      by: ['inspector', 'department'],
      ...ours,
      within: { period: { parameter: 'clue.contact' }, from: ['route'], kind: 'soft' },
      produces: ['联系记录'],
      ...stated(contact),
    },
    {
      code: 'contact-major',
      title: '首次联系重大线索当事人',
      from: ['assigned-major'],
      to: 'verifying-major',
      by: ['inspector', 'department'],
      ...ours,
      within: { period: { parameter: 'clue.contact.major' }, from: ['route-major'], kind: 'soft' },
      produces: ['联系记录'],
      ...stated(contact),
    },
    {
      code: 'name-leader',
      title: '确定包案领导',
      from: ['assigned-major', 'verifying-major'],
      to: 'same',
      by: ['authority-head', 'government'],
      ...ours,
      within: { period: { parameter: 'clue.route.major' }, from: ['submit'], kind: 'soft' },
      produces: ['领导包案表'],
    },
    {
      code: 'report-major',
      title: '向上级报告重大线索',
      from: ['assigned-major', 'verifying-major'],
      to: 'same',
      by: ['authority'],
      ...ours,
      within: { period: { parameter: 'clue.report.major' }, from: ['route-major'], kind: 'soft' },
      produces: ['重大线索报告'],
    },
    {
      code: 'resolve',
      title: '付清或者和解',
      from: ['verifying'],
      to: 'resolved',
      by: ['inspector', 'department'],
      ...ours,
      within: { period: { parameter: 'clue.close' }, from: ['submit', 'reopen'], kind: 'soft', missed: '逾期升级督办。' },
      produces: ['支付凭证', '和解协议'],
      ...resolved,
    },
    {
      code: 'resolve-major',
      title: '重大线索付清或者和解',
      from: ['verifying-major'],
      to: 'resolved',
      by: ['inspector', 'department'],
      ...ours,
      within: { period: { parameter: 'clue.close.major' }, from: ['submit'], kind: 'soft', missed: '逾期升级督办。' },
      produces: ['支付凭证', '和解协议'],
      ...resolved,
    },
    {
      code: 'open-case',
      title: '转立案查处',
      from: ['verifying', 'verifying-major'],
      to: 'case-opened',
      by: ['authority'],
      basis: [cite('监察若干规定', 18), cite('监察若干规定', 19)],
      evidence: 'V2',
      within: { period: { parameter: 'case.accept.days' }, from: ['submit', 'reopen'], kind: 'soft', missed: '投诉应当在5个工作日内受理，受理当日立案。' },
      produces: ['受理通知', '立案审批表'],
      ...stated(filed),
    },
    {
      code: 'guide',
      title: '引导依法定程序办理',
      from: ['received', 'assigned', 'verifying', 'verifying-major'],
      to: 'guided',
      by: ['authority', 'inspector'],
      basis: [cite('监察条例', 21, 2)],
      evidence: 'VF',
      produces: ['告知书'],
      ...stated(guidance),
    },
    {
      code: 'find-unfounded',
      title: '认定不属实或者不是工资',
      from: ['verifying', 'verifying-major'],
      to: 'unfounded',
      by: ['inspector', 'department'],
      basis: [cite('工资条例', 52), firstReceiver],
      evidence: 'VF',
      produces: ['核查报告'],
      ...stated(finding),
    },
    {
      code: 'reply',
      title: '回复告知处理结果',
      from: ['resolved', 'unfounded'],
      to: 'replied',
      by: ['authority', 'inspector', 'department'],
      ...lawful,
      within: { period: naturalDays(0), from: 'state', kind: 'soft', missed: '处理结果应当随办结告知。' },
      produces: ['回复告知书'],
      ...stated(told),
    },
    {
      code: 'call-back',
      title: '回访认可',
      from: ['replied'],
      to: 'closed',
      by: ['authority', 'upper-authority'],
      ...ours,
      within: { period: { parameter: 'clue.call-back.days' }, from: ['reply'], kind: 'soft' },
      produces: ['回访记录'],
      ...onlyIf(call, 'isSatisfied', true, '回访对象不认可，应当重新办理。'),
    },
    {
      code: 'reopen',
      title: '回访不认可，重新办理',
      from: ['replied'],
      to: 'verifying',
      by: ['authority', 'upper-authority'],
      ...ours,
      produces: ['回访记录'],
      ...onlyIf(call, 'isSatisfied', false, '回访对象已经认可，不必重新办理。'),
    },
    {
      code: 'close-unsampled',
      title: '未抽中回访的办结',
      from: ['replied'],
      to: 'closed',
      by: ['authority', 'system'],
      ...ours,
      within: { period: { parameter: 'clue.call-back.days' }, from: ['reply'], kind: 'not-before' },
      produces: [],
    },
    {
      code: 'escalate',
      title: '逾期升级督办',
      from: OPEN,
      to: 'same',
      by: ['system', 'upper-authority'],
      ...ours,
      produces: ['督办单'],
      ...guarded(overdue, (given, { happened }) => {
        const known = overdue.certain(given, 'dueOn');
        if (!known.ok) return known.answer;
        return dayOf(happened) > known.facts.dueOn ? null : unmet(`办理期限到 ${known.facts.dueOn} 为止，还没有逾期。`);
      }),
    },
    {
      code: 'escalate-again',
      title: '再次升级督办',
      from: OPEN,
      to: 'same',
      by: ['system', 'upper-authority'],
      ...ours,
      within: { period: { parameter: 'clue.escalate.days' }, from: ['escalate', 'escalate-again'], kind: 'not-before' },
      produces: ['挂牌督办单'],
    },
  ],
});
