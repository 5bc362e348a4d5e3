import { addDays } from '#kernel/civil-date.ts';
import { deadline, months, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import type { Shown } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { barToRemoval, CRIMINAL, earlyRemoval, isWithinListing, listingEnds, LISTED_ON } from '../terms.ts';

const form = facts({
  decided: LISTED_ON,
  corrected: event('改正拖欠农民工工资违法行为之日'),
  committed: yesNo('是否作出不再拖欠农民工工资的书面信用承诺'),
  owedAgain: event('列入后再次发生拖欠农民工工资之日'),
  criminal: CRIMINAL,
});

/**
 * 名单期限: the end of the three years, the earliest day for early removal under the list's own measures, and the window of the credit repair
 * measures beside it. Two laws, two days; neither is dropped and none is preferred. Nobody is removed by this sheet.
 */
export const listTerms = calculator({
  code: 'list-terms',
  title: '失信名单期限核算',
  about: '计算列入期限届满之日、最早可以申请提前移出之日和信用修复公示期，两部规定的日期并列。',
  basis: [cite('失信名单办法', 11), cite('失信名单办法', 12), cite('失信名单办法', 13), cite('信用修复办法', 0)],
  evidence: 'VF',
  interpretation: '期限届满之日是休息日的不顺延；“满6个月”自次日起可以申请；信用修复的公示期只读到摘录，与名单办法没有衔接规定。',
  facts: form,
  needs: ['list.term.months', 'list.removal.days', 'list.early-removal.months', 'credit-window.serious.least-months', 'credit-window.serious.most-months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'decided');
    if (!known.ok) return known.answer;
    const { decided } = known.facts;
    const sheet = new Sheet();
    const ends = listingEnds(decided, params['list.term.months'], setting.calendar);
    sheet.day('列入期限届满', ends, cite('失信名单办法', 11));
    const removal = deadline(ends.due, workingDays(params['list.removal.days']), setting.calendar);
    sheet.day('期满后移出并停止公开的最后一日', removal, cite('失信名单办法', 17));
    const early = earliest();
    const least = params['credit-window.serious.least-months'];
    const results: Shown[] = [
      { label: '期满后移出并停止公开的最后一日', value: removal.due, unit: 'date' },
      { label: '名单办法：最早申请提前移出', ...early },
    ];
    if (least > 0) {
      const shortest = deadline(decided, months(least, 'none'), setting.calendar);
      const longest = deadline(decided, months(params['credit-window.serious.most-months'], 'none'), setting.calendar);
      sheet.day('严重失信信息最短公示期届满', shortest, cite('信用修复办法', 0));
      sheet.day('严重失信信息最长公示期届满', longest, cite('信用修复办法', 0));
      results.push(
        { label: '信用修复办法：最早申请信用修复', value: addDays(shortest.due, 1), unit: 'date' },
        { label: '信用修复办法：最长公示期届满', value: longest.due, unit: 'date' },
      );
      sheet.note('名单办法和信用修复办法的日期没有衔接规定，以哪一日为准由作出列入决定的人社部门判断。');
    } else {
      sheet.note('《信用修复管理办法》自2026年4月1日起施行，此前没有统一的公示期。');
    }
    sheet.note('是否准予提前移出，由作出列入决定的人社部门核实后决定。');
    return sheet.done({ label: '列入期限届满', value: ends.due, unit: 'date' }, ...results);

    function earliest(): Pick<Shown, 'value' | 'unit'> {
      const { corrected, committed, owedAgain, criminal } = given;
      const isOwedAgain = owedAgain !== null && owedAgain !== 'not-yet' && isWithinListing(owedAgain, decided, ends.due);
      const bar = barToRemoval(isOwedAgain, criminal ?? 'none');
      if (bar !== null) return { value: `不得提前移出：${bar}`, unit: 'text' };
      if (corrected === 'not-yet') return { value: '尚未改正，不能申请', unit: 'text' };
      if (corrected === null) return { value: '不能判断：缺少改正之日', unit: 'text' };
      const wait = earlyRemoval(decided, corrected, params['list.early-removal.months'], setting.calendar);
      sheet.step('改正与列入中较晚之日', wait.start, 'date', { basis: cite('失信名单办法', 12, '(二)') });
      sheet.day('满6个月之日', wait.counted, cite('失信名单办法', 12, '(二)'));
      if (wait.from > ends.due) return { value: '期满之前不满6个月，期满移出', unit: 'text' };
      if (committed !== true) sheet.note('申请时还要提交不再拖欠农民工工资的书面信用承诺。');
      if (owedAgain === null) sheet.note('列入期限内是否再次拖欠还没有查明；有再次拖欠的不得提前移出。');
      if (criminal === null) sheet.note('是否涉及拒不支付劳动报酬犯罪还没有查明；在刑事诉讼期间或者已被追究的不得提前移出。');
      return { value: wait.from, unit: 'date' };
    }
  },
});
