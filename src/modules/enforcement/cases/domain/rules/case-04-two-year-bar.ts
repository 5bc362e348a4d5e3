import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { lastDayToPursue } from '../time-bar.ts';
import { shown } from '../words.ts';

const form = facts({
  endedOn: event('违法行为终了之日（连续或者继续的从终了之日起算，仍在持续的写 not-yet）'),
  foundOn: event('被发现、举报或者投诉之日（还没有的写 not-yet）'),
});

/**
 * 查处时效. 「在2年内未被劳动保障行政部门发现，也未被举报、投诉的，劳动保障行政部门不再查处」: the corresponding day two years later is still within.
 * An effect, not a wrong: the violation is not pursued; what the worker is owed is not touched by it. The five years of
 * 行政处罚法第三十六条 (life and health, finance) do not concern wages.
 */
export const twoYearBar = matterRule({
  code: 'CASE-04',
  version: 1,
  title: '违法行为查处时效',
  basis: [cite('监察条例', 20), cite('行政处罚法', 36)],
  evidence: 'VF',
  facts: form,
  needs: ['case.bar.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'endedOn', 'foundOn');
    if (!known.ok) return known.answer;
    const endedOn = happenedBy(known.facts.endedOn, setting.on);
    if (endedOn === null) return NOTHING;
    const counted = lastDayToPursue(endedOn, params['case.bar.months'], setting.calendar);
    const foundOn = happenedBy(known.facts.foundOn, setting.on);
    if (!moreThan(foundOn ?? setting.on, counted.due)) return NOTHING;
    const seen = foundOn === null ? '至今未被发现、举报或者投诉' : `${shown(foundOn, setting.on)}才被发现、举报或者投诉`;
    return finding({
      level: 0,
      says: `违法行为于${shown(endedOn, setting.on)}终了，查处时效到${shown(counted.due, setting.on)}为止，${seen}，劳动保障行政部门不再查处`,
      values: [{ label: '被发现、举报或者投诉之日', value: foundOn ?? '尚未', unit: foundOn === null ? 'text' : 'date', threshold: counted.due }],
      dueOn: counted.due,
      provisional: counted.provisional,
      duty: 'authority',
      clears: '查明违法行为仍在持续，或者两年内已被发现、举报、投诉',
      steps: [{ label: '查处时效的最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis: cite('监察条例', 20, 1) }],
      rows: [],
    });
  },
});
