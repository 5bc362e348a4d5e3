import { atLeast, lessThan, moreThan } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, type FactsOf, money } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import { type Answer, cannotDetermine, finding, matterRule, needsPerson, NOTHING, type Setting } from '#law/rule.ts';
import { VOID_DECISION } from '../flaws.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const shape = {
  penalty: choice('拟作出的处罚', {
    fine: '罚款',
    confiscation: '没收较大数额违法所得、较大价值非法财物',
    qualification: '降低资质等级、吊销许可证件',
    'stop-work': '责令停产停业、停工或者限制从业',
    heavy: '其他较重的行政处罚',
    light: '警告等不需要听证的处罚',
  }),
  subject: choice('被处罚的是', { unit: '单位', person: '个人' }),
  fine: money('拟罚款数额（以分为单位）'),
  toldOn: event('告知听证权利之日'),
  requestedOn: event('当事人要求听证之日（没有要求的写 not-yet）'),
  hearingNoticeOn: event('通知听证时间、地点之日'),
  heldOn: event('举行听证之日'),
  decidedOn: event('作出行政处罚决定之日'),
} as const;
const form = facts(shape);
type Given = FactsOf<typeof shape>;
type Params = Pick<ParameterValues, 'penalty.hearing.request-days' | 'penalty.hearing.notice-days'>;

/**
 * 听证. For a heavy penalty the party must be told of its right to a hearing; asked for 「在行政机关告知后五日内」, the hearing is held, and notice of it
 * goes out 「举行听证的七日前」 (working days, 第八十五条). What is a large fine the place says; a fine is large from that amount on. Stop-work and
 * qualification need no amount.
 */
export const hearing = matterRule({
  code: 'CASE-15',
  version: 1,
  title: '告知并组织听证',
  basis: [cite('行政处罚法', 63), cite('行政处罚法', 64), cite('行政处罚法', 85)],
  evidence: 'VF',
  interpretation: '责令项目停工比照责令停产停业告知听证；“七日前”从宽计算，恰为通知后第七个工作日举行的不认定违法',
  consequences: [VOID_DECISION],
  facts: form,
  needs: ['penalty.hearing.request-days', 'penalty.hearing.notice-days'],
  looksUp: ['penalty.hearing.large-fine.unit', 'penalty.hearing.large-fine.person'],
  prepare: (setting, params) => (given) => {
    const asked = isHearingPenalty(given, setting);
    if (typeof asked !== 'boolean') return asked;
    return asked ? (noticeTooShort(given, params, setting) ?? decidedWithout(given, params, setting)) : NOTHING;
  },
});

function isHearingPenalty(given: Given, setting: Setting): boolean | Answer {
  const known = form.certain(given, 'penalty');
  if (!known.ok) return known.answer;
  if (known.facts.penalty !== 'fine') return known.facts.penalty !== 'light';
  const fined = form.certain(given, 'subject', 'fine');
  if (!fined.ok) return fined.answer;
  const large = lookUp(`penalty.hearing.large-fine.${fined.facts.subject}`, setting, setting.on);
  return large.ok ? atLeast(fined.facts.fine, large.inForce.value) : cannotDetermine(large.missing);
}

/** A hearing whose notice was shorter than seven working days; null when there was none, or it was long enough. */
function noticeTooShort({ heldOn, hearingNoticeOn }: Given, params: Params, setting: Setting): Answer | null {
  const held = heldOn === null ? null : happenedBy(heldOn, setting.on);
  if (held === null) return null;
  if (hearingNoticeOn === null) return cannotDetermine(shape.hearingNoticeOn.field.means);
  const days = params['penalty.hearing.notice-days'];
  const noticed = hearingNoticeOn === 'not-yet' ? null : hearingNoticeOn;
  const counted = noticed === null ? null : deadline(noticed, workingDays(days), setting.calendar);
  if (counted !== null && !lessThan(held, counted.due)) return null;
  const notice = noticed === null ? '没有事先通知' : `${shown(noticed, setting.on)}才通知`;
  return wrong(`${shown(held, setting.on)}举行听证，应当在 ${days} 个工作日前通知，${notice}`, held, counted, '重新通知并举行听证');
}

/** A decision without the hearing that was owed. */
function decidedWithout(given: Given, params: Params, setting: Setting): Answer {
  const known = form.certain(given, 'decidedOn');
  if (!known.ok) return known.answer;
  const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
  if (decidedOn === null) return NOTHING;
  const said = form.certain(given, 'toldOn');
  if (!said.ok) return said.answer;
  const { toldOn } = said.facts;
  const decided = `主管部门${shown(decidedOn, setting.on)}作出处罚决定`;
  if (toldOn === 'not-yet' || moreThan(toldOn, decidedOn)) {
    return wrong(`${decided}，决定前没有告知当事人有要求听证的权利`, decidedOn, null, '撤销决定，告知听证权利后重新作出');
  }
  const requested = form.certain(given, 'requestedOn');
  if (!requested.ok) return requested.answer;
  const counted = deadline(toldOn, workingDays(params['penalty.hearing.request-days']), setting.calendar);
  const { requestedOn } = requested.facts;
  if (requestedOn === 'not-yet' || moreThan(requestedOn, decidedOn)) {
    return moreThan(decidedOn, counted.due)
      ? NOTHING
      : needsPerson(`要求听证的期限到 ${counted.due} 才满，决定作于 ${decidedOn}；当事人是否已经书面放弃听证？`);
  }
  if (moreThan(requestedOn, counted.due)) return NOTHING;
  const heard = form.certain(given, 'heldOn');
  if (!heard.ok) return heard.answer;
  if (heard.facts.heldOn !== 'not-yet' && !moreThan(heard.facts.heldOn, decidedOn)) return NOTHING;
  return wrong(
    `当事人${shown(requestedOn, setting.on)}要求听证，没有超过${shown(counted.due, setting.on)}的期限，${decided}前没有举行听证`,
    decidedOn,
    counted,
    '撤销决定，组织听证后重新作出',
  );
}

function wrong(says: string, dueOn: CivilDate, counted: Deadline | null, clears: string): Answer {
  return finding({
    level: 3,
    says,
    values: [],
    dueOn,
    provisional: counted?.provisional ?? false,
    duty: 'authority',
    owedTo: 'party-concerned',
    clears,
    ...(counted === null
      ? {}
      : { steps: [{ label: '听证期限', value: counted.due, unit: 'date' as const, reckoned: counted.trace.join('；'), basis: cite('行政处罚法', 64) }] }),
    rows: [],
  });
}
