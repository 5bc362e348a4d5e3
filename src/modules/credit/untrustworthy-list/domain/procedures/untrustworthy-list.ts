import type { CivilDate } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { deadline, naturalDays, type WorkingCalendar } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, type Taken, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { service } from '#law/service.ts';
import { barToRemoval, CRIMINAL } from '../terms.ts';

const proposal = facts({
  payBy: day('责令限期支付工资文书指定的期限届满之日'),
  isPaid: yesNo('期限内是否已经付清'),
  ground: choice('列入的情形', { amount: '达到拒不支付劳动报酬罪数额标准', incident: '引发群体性事件、极端事件' }),
  serious: yesNo('是否造成严重不良社会影响（由人认定）'),
});
const sparing = facts({ isCorrected: yesNo('是否已经改正'), committed: yesNo('是否作出不再拖欠农民工工资的书面信用承诺') });
const objection = facts({ grounds: text('异议的事由') });
const decision = facts({
  isComplete: yesNo('决定书是否载明事由、依据、联合惩戒措施提示、提前移出条件和程序、救济措施'),
  areNamed: yesNo('是否核查并列明法定代表人或者主要负责人和直接责任人员'),
});
const publication = facts({ isPublished: yesNo('是否在门户网站和指定网站公开'), isShared: yesNo('是否共享至同级信用信息共享平台') });
const correction = facts({ proof: text('已经改正的证据') });
const application = facts({
  hasProof: yesNo('是否提交已经改正的证据'),
  committed: yesNo('是否作出不再拖欠农民工工资的书面信用承诺'),
  owedAgain: yesNo('列入期限内是否再次发生拖欠'),
  criminal: CRIMINAL,
});
const restoring = facts({ reason: text('撤销提前移出的理由'), isGrave: yesNo('是否故意隐瞒真实情况、提供虚假资料，并且情节严重（由人认定）') });
const reason = facts({ reason: text('理由') });
const quashing = facts({ document: text('撤销责令限期支付工资文书的决定或者判决') });
const withdrawal = facts({
  isStopped: yesNo('是否在门户网站停止公开'),
  areTold: yesNo('是否告知其他公开的网站'),
  isShared: yesNo('是否把移出信息共享至信用平台'),
});

const LISTING = ['decide', 'restore'] as const;
const objecting = cite('失信名单办法', 6, 2);

/** The last day to obey the order: the day it names, or the working day after a rest day, as BLK-01 counts it. */
function lastDayToPay(payBy: CivilDate, calendar: WorkingCalendar): CivilDate {
  return deadline(payBy, naturalDays(0), calendar).due;
}

function isTaken(history: readonly Taken[], code: string): boolean {
  return history.some(({ step }) => step === code);
}

/**
 * 失信联合惩戒名单: notice, window for objection, decision, publication, and the three ways out. The decision waits until the window has passed,
 * and is due 20 working days after the order's own deadline, not after the proposal; the extension counts only while they run. A correction
 * is written down wherever it happens, since the six months run from the later of it and the listing.
 */
export const untrustworthyList = procedure({
  code: 'untrustworthy-list',
  title: '失信联合惩戒名单管理',
  states: {
    candidate: { name: '拟列入' },
    noticed: { name: '已告知，异议期内' },
    objected: { name: '核实异议' },
    heard: { name: '异议期满或者异议已核实' },
    decided: { name: '已决定列入' },
    served: { name: '决定书已送达' },
    listed: { name: '列入名单' },
    applied: { name: '已申请提前移出' },
    spared: { name: '不予列入', ends: true },
    removed: { name: '准予提前移出' },
    expired: { name: '列入期限届满' },
    revoked: { name: '列入决定已撤销' },
    withdrawn: { name: '已移出并停止公开', ends: true },
  },
  steps: [
    {
      code: 'propose',
      title: '提出列入建议',
      from: [],
      to: 'candidate',
      by: ['inspector'],
      basis: [cite('失信名单办法', 5)],
      evidence: 'VF',
      produces: ['列入失信联合惩戒名单审批表'],
      // The clock of the decision starts with the order's own deadline, whenever somebody proposes.
      effectiveOn: (input, _happened, calendar) => {
        const read = proposal.read(input);
        return read.ok && read.facts.payBy !== null ? lastDayToPay(read.facts.payBy, calendar) : null;
      },
      ...guarded(proposal, (given, { happened, calendar }) => {
        const known = proposal.certain(given, 'payBy', 'isPaid', 'ground');
        if (!known.ok) return known.answer;
        const { payBy, isPaid, ground } = known.facts;
        const due = lastDayToPay(payBy, calendar);
        if (dayOf(happened) <= due) return unmet(`责令支付的期限到 ${due} 为止，逾期未付的才能列入。`, cite('失信名单办法', 5));
        if (isPaid) return unmet('责令的期限内已经付清，不得列入。', cite('失信名单办法', 5));
        if (ground === 'amount') return null;
        if (given.serious === null) return cannotDetermine('是否造成严重不良社会影响（由人认定）');
        return given.serious ? null : unmet('没有造成严重不良社会影响的，不属于应当列入的情形。', cite('失信名单办法', 5, '(二)'));
      }),
    },
    {
      code: 'notify',
      title: '告知拟列入',
      from: ['candidate'],
      to: 'noticed',
      by: ['authority'],
      basis: [cite('失信名单办法', 6, 1)],
      evidence: 'VF',
      produces: ['拟列入失信联合惩戒名单告知书（载明第七条）', '送达回证'],
      ...service(),
    },
    {
      code: 'object',
      title: '提出异议',
      from: ['noticed'],
      to: 'objected',
      by: ['party-concerned', 'employer'],
      basis: [objecting],
      evidence: 'VF',
      within: { period: { parameter: 'list.objection.days' }, from: ['notify'], kind: 'hard', missed: '仍可以在决定后申请行政复议或者提起行政诉讼。' },
      produces: ['异议书'],
      ...guarded(objection, (given) => {
        const known = objection.certain(given, 'grounds');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'verify',
      title: '核实异议并告知',
      from: ['objected'],
      to: 'heard',
      by: ['authority'],
      basis: [objecting],
      evidence: 'VF',
      within: { period: { parameter: 'list.verify.days' }, from: ['object'], kind: 'soft' },
      produces: ['异议核实结果告知书'],
    },
    {
      code: 'uphold-objection',
      title: '异议成立不予列入',
      from: ['objected'],
      to: 'spared',
      by: ['authority'],
      basis: [objecting],
      evidence: 'VF',
      within: { period: { parameter: 'list.verify.days' }, from: ['object'], kind: 'soft' },
      produces: ['异议核实结果告知书'],
    },
    {
      code: 'close-window',
      title: '异议期届满',
      from: ['noticed'],
      to: 'heard',
      by: ['authority', 'system'],
      basis: [objecting],
      evidence: 'VF',
      within: { period: { parameter: 'list.objection.days' }, from: ['notify'], kind: 'not-before' },
      produces: [],
    },
    {
      code: 'correct',
      title: '改正拖欠',
      from: ['candidate', 'noticed', 'objected', 'heard', 'decided', 'served', 'listed'],
      to: 'same',
      by: ['employer', 'general-contractor'],
      basis: [cite('失信名单办法', 7), cite('失信名单办法', 12, '(一)')],
      evidence: 'VF',
      produces: ['支付凭证'],
      ...guarded(correction, (given) => {
        const known = correction.certain(given, 'proof');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'spare',
      title: '决定不予列入',
      from: ['candidate', 'noticed', 'heard'],
      to: 'spared',
      by: ['authority'],
      basis: [cite('失信名单办法', 7)],
      evidence: 'VF',
      produces: ['不予列入决定书'],
      ...guarded(sparing, (given) => {
        const known = sparing.certain(given, 'isCorrected', 'committed');
        if (!known.ok) return known.answer;
        if (!known.facts.isCorrected) return unmet('还没有改正拖欠，不能不予列入。', cite('失信名单办法', 7));
        return known.facts.committed ? null : unmet('还没有作出书面信用承诺，不能不予列入。', cite('失信名单办法', 7));
      }),
    },
    {
      code: 'extend',
      title: '批准延长决定期限',
      from: ['candidate', 'noticed', 'objected', 'heard'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('失信名单办法', 8, 1)],
      evidence: 'VF',
      extends: { steps: ['decide'], by: { parameter: 'list.extension.days' } },
      produces: ['延长期限审批表'],
    },
    {
      code: 'decide',
      title: '作出列入决定',
      from: ['heard'],
      to: 'decided',
      by: ['authority'],
      basis: [cite('失信名单办法', 5), cite('失信名单办法', 8)],
      evidence: 'VF',
      within: { period: { parameter: 'list.decide.days' }, from: ['propose'], kind: 'soft' },
      produces: ['列入失信联合惩戒名单决定书'],
      ...guarded(decision, (given) => {
        const known = decision.certain(given, 'isComplete', 'areNamed');
        if (!known.ok) return known.answer;
        if (!known.facts.isComplete) return unmet('决定书缺少应当载明的事项。', cite('失信名单办法', 8, 2));
        return known.facts.areNamed ? null : unmet('责任人员还没有核查列明。', cite('失信名单办法', 5));
      }),
    },
    {
      code: 'serve',
      title: '送达列入决定书',
      from: ['decided'],
      to: 'served',
      by: ['authority'],
      basis: [cite('失信名单办法', 8, 2)],
      evidence: 'VF',
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'publish',
      title: '公开并共享',
      from: ['served'],
      to: 'listed',
      by: ['authority'],
      basis: [cite('失信名单办法', 9), cite('失信名单办法', 10, 1)],
      evidence: 'VF',
      interpretation: '名单办法没有规定公开、共享的天数，按5个工作日提示。',
      within: { period: { parameter: 'list.share.days' }, from: ['decide'], kind: 'soft' },
      produces: ['名单公开页', '共享回执'],
      ...guarded(publication, (given) => {
        const known = publication.certain(given, 'isPublished', 'isShared');
        if (!known.ok) return known.answer;
        return known.facts.isPublished && known.facts.isShared ? null : unmet('公开和共享都要完成。');
      }),
    },
    {
      code: 'owe-again',
      title: '再次发生拖欠',
      from: ['listed', 'applied'],
      to: 'same',
      by: ['inspector'],
      basis: [cite('失信名单办法', 13, '(一)')],
      evidence: 'VF',
      produces: ['调查笔录'],
    },
    {
      code: 'apply',
      title: '申请提前移出',
      from: ['listed'],
      to: 'applied',
      by: ['employer'],
      basis: [cite('失信名单办法', 12), cite('失信名单办法', 13), cite('失信名单办法', 14, 1)],
      evidence: 'VF',
      interpretation: '6个月自改正与列入中较晚之日起算，到对应日终了为满，休息日不顺延。',
      within: { period: { parameter: 'list.early-removal.months', roll: 'none' }, from: [...LISTING, 'correct'], kind: 'not-before' },
      produces: ['提前移出申请书', '书面信用承诺'],
      ...guarded(application, (given, { history }) => {
        if (!isTaken(history, 'correct')) return unmet('还没有改正拖欠的记录，不能申请提前移出。', cite('失信名单办法', 12, '(一)'));
        if (isTaken(history, 'owe-again')) return unmet('列入期限内再次发生拖欠，不得提前移出。', cite('失信名单办法', 13, '(一)'));
        const known = application.certain(given, 'hasProof', 'committed', 'owedAgain', 'criminal');
        if (!known.ok) return known.answer;
        const { hasProof, committed, owedAgain, criminal } = known.facts;
        const bar = barToRemoval(owedAgain, criminal);
        if (bar !== null) return unmet(`${bar}，不得提前移出。`, cite('失信名单办法', 13));
        if (!hasProof) return unmet('没有提交已经改正的证据。', cite('失信名单办法', 14, 1));
        return committed ? null : unmet('没有作出书面信用承诺。', cite('失信名单办法', 12, '(三)'));
      }),
    },
    {
      code: 'grant',
      title: '准予提前移出',
      from: ['applied'],
      to: 'removed',
      by: ['authority'],
      basis: [cite('失信名单办法', 14, 2), cite('失信名单办法', 14, 3)],
      evidence: 'VF',
      within: { period: { parameter: 'list.removal-check.days' }, from: ['apply'], kind: 'soft' },
      produces: ['准予提前移出决定书（同案当事人一并移出）'],
    },
    {
      code: 'deny',
      title: '不予提前移出',
      from: ['applied'],
      to: 'listed',
      by: ['authority'],
      basis: [cite('失信名单办法', 14, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'list.removal-check.days' }, from: ['apply'], kind: 'soft' },
      produces: ['不予提前移出决定书'],
      ...guarded(reason, (given) => {
        const known = reason.certain(given, 'reason');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'expire',
      title: '列入期限届满',
      from: ['listed', 'applied'],
      to: 'expired',
      by: ['authority', 'system'],
      basis: [cite('失信名单办法', 11), cite('失信名单办法', 17, '(一)')],
      evidence: 'VF',
      interpretation: '期限届满之日是休息日的不顺延，以免延长惩戒。',
      within: { period: { parameter: 'list.term.months', roll: 'none' }, from: LISTING, kind: 'not-before' },
      produces: [],
    },
    {
      code: 'revoke',
      title: '撤销列入决定',
      from: ['decided', 'served', 'listed', 'applied'],
      to: 'revoked',
      by: ['authority'],
      basis: [cite('失信名单办法', 16)],
      evidence: 'VF',
      produces: ['撤销列入决定书'],
      ...guarded(quashing, (given) => {
        const known = quashing.certain(given, 'document');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'withdraw',
      title: '移出并停止公开',
      from: ['removed', 'expired', 'revoked'],
      to: 'withdrawn',
      by: ['authority'],
      basis: [cite('失信名单办法', 17)],
      evidence: 'VF',
      within: { period: { parameter: 'list.removal.days' }, from: 'state', kind: 'soft' },
      produces: ['停止公开记录', '移出信息共享回执'],
      ...guarded(withdrawal, (given) => {
        const known = withdrawal.certain(given, 'isStopped', 'areTold', 'isShared');
        if (!known.ok) return known.answer;
        const { isStopped, areTold, isShared } = known.facts;
        return isStopped && areTold && isShared ? null : unmet('停止公开、告知有关网站和共享移出信息都要完成。', cite('失信名单办法', 17));
      }),
    },
    {
      code: 'restore',
      title: '撤销提前移出并恢复列入',
      from: ['removed', 'withdrawn'],
      to: 'listed',
      by: ['authority'],
      basis: [cite('失信名单办法', 15)],
      evidence: 'VF',
      produces: ['撤销提前移出决定书'],
      ...guarded(restoring, (given, { history }) => {
        if (!isTaken(history, 'grant')) return unmet('没有提前移出的决定，不能恢复列入。', cite('失信名单办法', 15));
        const known = restoring.certain(given, 'reason', 'isGrave');
        if (!known.ok) return known.answer;
        return known.facts.isGrave ? null : unmet('隐瞒真实情况、提供虚假资料情节严重的，才撤销提前移出。', cite('失信名单办法', 15));
      }),
    },
  ],
});
