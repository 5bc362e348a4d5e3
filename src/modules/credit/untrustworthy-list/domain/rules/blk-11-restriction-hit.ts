import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { isWithinListing, listingEnds, LISTED_ON } from '../terms.ts';

const FIELDS = {
  funds: '政府资金支持',
  procurement: '政府采购',
  bidding: '招投标',
  loans: '融资贷款',
  market: '市场准入',
  tax: '税收优惠',
  honours: '评优评先',
  travel: '交通出行',
} as const;

const form = facts({
  decided: LISTED_ON,
  removed: event('移出名单之日'),
  asked: day('当事人申请办理事项之日'),
  field: choice('申请办理的事项', FIELDS),
  response: choice('办理部门的处理', {
    restricted: '依法予以限制',
    alerted: '提示后转人工核查',
    baseless: '核查后认定本事项没有限制的依据，照常办理',
    passed: '没有核查，照常办理',
  }),
  isReported: yesNo('是否把处理结果反馈信用平台'),
});

/**
 * 联合惩戒命中. 「在政府资金支持、政府采购、招投标、融资贷款、市场准入、税收优惠、评优评先、交通出行等方面依法依规予以限制」, by the department in charge, from
 * the listing to the removal or the end of the three years. 「依法依规」: whether there is ground to
 * restrict this matter is the department's decision; what it owes is to look.
 */
export const restrictionHit = matterRule({
  code: 'BLK-11',
  version: 1,
  title: '联合惩戒限制和反馈',
  basis: [cite('工资条例', 48, 1), cite('失信名单办法', 10, 2)],
  evidence: 'VF',
  interpretation: '条例没有规定反馈；处理结果反馈信用平台是本系统的要求，用来核对惩戒是否落实。',
  facts: form,
  needs: ['list.term.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'decided', 'removed', 'asked', 'field');
    if (!known.ok) return known.answer;
    const { decided, removed, asked, field } = known.facts;
    const ends = listingEnds(decided, params['list.term.months'], setting.calendar);
    const isListed = isWithinListing(asked, decided, ends.due) && (removed === 'not-yet' || removed > asked);
    if (!isListed || asked > setting.on) return NOTHING;
    const done = form.certain(given, 'response');
    if (!done.ok) return done.answer;
    const isPassed = done.facts.response === 'passed';
    if (!isPassed) {
      const reported = form.certain(given, 'isReported');
      if (!reported.ok) return reported.answer;
      if (reported.facts.isReported) return NOTHING;
    }
    const what = isPassed ? '办理部门没有核查限制、照常办理' : '办理部门没有把处理结果反馈信用平台';
    return finding({
      level: 3,
      says: `失信联合惩戒对象${inChineseDay(asked, yearOf(setting.on))}申请办理${FIELDS[field]}事项，${what}`,
      values: [{ label: '列入期限届满', value: ends.due, unit: 'date' }],
      dueOn: asked,
      duty: 'department',
      owedTo: 'credit-platform',
      clears: '依法予以限制并反馈',
      rows: [],
    });
  },
});
