import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { barToRemoval, CRIMINAL, isWithinListing, listingEnds, LISTED_ON } from '../terms.ts';

const form = facts({
  decided: LISTED_ON,
  owedAgain: event('列入后再次发生拖欠农民工工资之日'),
  criminal: CRIMINAL,
});

/**
 * 不得提前移出. 「列入失信联合惩戒名单期限内再次发生拖欠农民工工资违法行为的」, or 「因涉嫌拒不支付劳动报酬犯罪正在刑事诉讼期间或者已经被追究刑事责任的」.
 * One of them is enough, whatever else is unknown.
 */
export const noEarlyRemoval = matterRule({
  code: 'BLK-09',
  version: 1,
  title: '不得提前移出的情形',
  basis: [cite('失信名单办法', 13)],
  evidence: 'VF',
  facts: form,
  needs: ['list.term.months'],
  prepare: (setting, params) => (given) => {
    const dated = form.certain(given, 'decided');
    if (!dated.ok) return dated.answer;
    const { decided } = dated.facts;
    const ends = listingEnds(decided, params['list.term.months'], setting.calendar);
    if (!isWithinListing(setting.on, decided, ends.due)) return NOTHING;
    const { owedAgain, criminal } = given;
    const isOwedAgain = owedAgain !== null && owedAgain !== 'not-yet' && owedAgain <= setting.on && isWithinListing(owedAgain, decided, ends.due);
    const bar = barToRemoval(isOwedAgain, criminal ?? 'none');
    if (bar === null) {
      const known = form.certain(given, 'owedAgain', 'criminal');
      return known.ok ? NOTHING : known.answer;
    }
    return finding({
      level: 3,
      says: `当事人${bar}，列入期限届满前不得提前移出失信联合惩戒名单`,
      values: [{ label: '列入期限届满', value: ends.due, unit: 'date' }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '列入期限届满；刑事程序终结且没有被追究刑事责任的重新判断',
      rows: [],
    });
  },
});
