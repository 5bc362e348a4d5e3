import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness, type Late } from '#law/late.ts';
import { matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  refused: event('接到不予立案通知书之日'),
  objects: yesNo('移送机关是否认为依法应当立案'),
  asked: event('提请公安机关复议之日'),
  reconsidered: event('接到复议决定通知书之日'),
  outcome: choice('复议决定', { filed: '立案', upheld: '维持不予立案' }),
  supervised: event('建议人民检察院立案监督之日'),
});

/**
 * 复议和立案监督. 「可以自接到不予立案通知书之日起３日内，提请作出不予立案决定的公安机关复议，也可以建议人民检察院依法进行立案监督」; the police answer in three
 * days; whoever still disagrees 「应当自收到复议决定通知书之日起３日内建议人民检察院依法进行立案监督」. A refusal that the authority accepts starts no
 * clock; whether it should, a person says. Asking the procuratorate at once is the other way and has no limit.
 */
export const reconsiderOrSupervise = matterRule({
  code: 'CRIM-10',
  version: 1,
  title: '不予立案的复议和监督',
  basis: [cite('移送规定', 9), cite('公安程序规定', 181)],
  evidence: 'VF',
  interpretation: '“3日”按自然日计算，最后一日是休息日的顺延；公安机关的答复期限自提请之日起算。',
  facts: form,
  needs: ['transfer.reconsider.days', 'transfer.reconsidered.days', 'transfer.supervision.days'],
  prepare: (setting, params) => (given) => {
    if (given.refused === 'not-yet' || given.objects === false) return NOTHING;
    const known = form.certain(given, 'refused');
    if (!known.ok) return known.answer;
    const { refused } = known.facts;
    if (refused === 'not-yet' || refused > setting.on) return NOTHING;
    if (given.objects === null) return needsPerson('公安机关不予立案，移送机关是否认为依法应当立案？');
    const ways = form.certain(given, 'asked', 'supervised');
    if (!ways.ok) return ways.answer;
    const { asked, supervised } = ways.facts;
    const isSupervised = supervised !== 'not-yet' && supervised <= setting.on;
    const ask = lateness(
      {
        by: 'authority',
        start: refused,
        after: '接到不予立案通知书',
        period: naturalDays(params['transfer.reconsider.days']),
        act: '提请复议',
        done: asked,
        basis: cite('移送规定', 9, 1),
      },
      setting,
    );
    const clears = '建议同级人民检察院依法进行立案监督，或者书面接受不予立案';
    const isAsked = asked !== 'not-yet' && asked <= setting.on;
    if (!isAsked) {
      if (isSupervised || ask === null) return NOTHING;
      const late = lateFinding([ask], { level: 2, owedTo: 'police', clears });
      return { ...late, says: `${late.says}；仍可以建议人民检察院依法进行立案监督` };
    }
    const answered = form.certain(given, 'reconsidered');
    if (!answered.ok) return answered.answer;
    const { reconsidered } = answered.facts;
    const answer = lateness(
      {
        by: 'police',
        start: asked,
        after: '收到复议申请',
        period: naturalDays(params['transfer.reconsidered.days']),
        act: '作出复议决定',
        done: reconsidered,
        basis: cite('移送规定', 9, 2),
      },
      setting,
    );
    const lates: (Late | null)[] = [ask, answer];
    if (reconsidered !== 'not-yet' && reconsidered <= setting.on) {
      const outcome = form.certain(given, 'outcome');
      if (!outcome.ok) return outcome.answer;
      if (outcome.facts.outcome === 'upheld') {
        lates.push(
          lateness(
            {
              by: 'authority',
              start: reconsidered,
              after: '收到复议决定通知书',
              period: naturalDays(params['transfer.supervision.days']),
              act: '建议立案监督',
              done: supervised,
              basis: cite('移送规定', 9, 2),
            },
            setting,
          ),
        );
      }
    }
    const [first, ...rest] = lates.filter((late) => late !== null);
    return first === undefined ? NOTHING : lateFinding([first, ...rest], { level: 2, clears });
  },
});
