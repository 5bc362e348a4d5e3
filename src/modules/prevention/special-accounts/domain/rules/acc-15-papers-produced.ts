import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts } from '#law/facts.ts';
import { PARTIES } from '#law/parties.ts';
import { stopAndFineOfArticle57 } from '#law/penalties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const PAPERS = { contract: '工程施工合同', account: '农民工工资专用账户有关资料', both: '工程施工合同和农民工工资专用账户有关资料' } as const;

const form = facts({
  by: choice('要求谁提供', { 'project-owner': '建设单位', 'general-contractor': '施工总承包单位' }),
  papers: choice('要求提供的资料', PAPERS),
  requestedOn: day('书面要求提供之日'),
  setDay: day('指定的提供期限届满之日'),
  produced: event('全部提供之日'),
});

/**
 * 提供合同和专户资料. 「拒不提供或者无法提供工程施工合同、农民工工资专用账户有关资料」: not produced by the day the authority set; that day itself is in time. Who
 * produces them later has produced them.
 */
export const papersProduced = matterRule({
  code: 'ACC-15',
  version: 1,
  title: '未按要求提供合同和专户资料',
  basis: [cite('工资条例', 57, '(三)'), cite('工资条例', 24, 3), cite('工资条例', 26, 2)],
  evidence: 'VF',
  interpretation: '超过指定期限没有提供的，按拒不提供或者无法提供处理；指定的日期是几号就是几号，不顺延。',
  consequences: [stopAndFineOfArticle57('(三)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'by', 'papers', 'requestedOn', 'setDay', 'produced');
    if (!known.ok) return known.answer;
    const { by, papers, requestedOn, setDay, produced } = known.facts;
    if (!moreThan(setting.on, setDay) || (produced !== 'not-yet' && produced <= setting.on)) return NOTHING;
    const shown = (on: typeof setDay) => inChineseDay(on, yearOf(setting.on));
    return finding({
      level: 2,
      says: `${PARTIES[by]}${shown(requestedOn)}被要求在${shown(setDay)}前（含当日）提供${PAPERS[papers]}，至今未提供`,
      values: [{ label: '指定期限', value: setDay, unit: 'date', threshold: setDay }],
      dueOn: setDay,
      duty: by,
      owedTo: 'authority',
      clears: `已经提供${PAPERS[papers]}`,
      rows: [{ kind: 'project' }],
    });
  },
});
