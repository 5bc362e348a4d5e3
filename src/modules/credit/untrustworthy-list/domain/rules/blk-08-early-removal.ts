import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';
import { barToRemoval, CRIMINAL, earlyRemoval, isWithinListing, listingEnds, LISTED_ON } from '../terms.ts';

const form = facts({
  decided: LISTED_ON,
  corrected: event('改正拖欠农民工工资违法行为之日'),
  committed: yesNo('是否作出不再拖欠农民工工资的书面信用承诺'),
  owedAgain: event('列入后再次发生拖欠农民工工资之日'),
  criminal: CRIMINAL,
});

/**
 * 可以申请提前移出. 「已经改正」, 「自改正之日起被列入失信联合惩戒名单满6个月」, 「书面信用承诺」, all three, and nothing of 第十三条 against it. Six months
 * count from the later of correction and listing, and are full at the end of their last day. The authority decides.
 */
export const earlyRemovalOpen = matterRule({
  code: 'BLK-08',
  version: 1,
  title: '可以申请提前移出',
  basis: [cite('失信名单办法', 12), cite('失信名单办法', 13)],
  evidence: 'VF',
  interpretation: '“满6个月”到对应日终了为满，自次日起可以申请；改正早于列入的，自列入之日起算。',
  facts: form,
  needs: ['list.early-removal.months', 'list.term.months'],
  prepare: (setting, params) => (given) => {
    if (given.corrected === 'not-yet' || given.committed === false) return NOTHING;
    const known = form.certain(given, 'decided', 'corrected', 'committed', 'owedAgain', 'criminal');
    if (!known.ok) return known.answer;
    const { decided, corrected, owedAgain, criminal } = known.facts;
    const ends = listingEnds(decided, params['list.term.months'], setting.calendar);
    if (corrected === 'not-yet' || corrected > setting.on || !isWithinListing(setting.on, decided, ends.due)) return NOTHING;
    const isOwedAgain = owedAgain !== 'not-yet' && owedAgain <= setting.on && isWithinListing(owedAgain, decided, ends.due);
    if (barToRemoval(isOwedAgain, criminal) !== null) return NOTHING;
    const early = earlyRemoval(decided, corrected, params['list.early-removal.months'], setting.calendar);
    if (lessThan(setting.on, early.from)) return NOTHING;
    const sheet = new Sheet();
    sheet.step('改正与列入中较晚之日', early.start, 'date', { basis: cite('失信名单办法', 12, '(二)') });
    sheet.day('满6个月之日', early.counted, cite('失信名单办法', 12, '(二)'));
    return finding({
      level: 0,
      says: `用人单位已经改正并作出书面信用承诺，自${inChineseDay(early.from, yearOf(setting.on))}起可以申请提前移出失信联合惩戒名单`,
      values: [{ label: '最早申请之日', value: early.from, unit: 'date' }],
      dueOn: early.from,
      duty: 'employer',
      steps: sheet.steps,
      clears: '提出申请并由作出列入决定的人社部门决定',
      rows: [],
    });
  },
});
