import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'underAge', 'overRetirement', 'rosterThrough');

type Facts = Read<typeof form>;

/** A child on site is red at once: 「禁止用人单位招用未满十六周岁的未成年人」 (未满 excludes the birthday itself). People over retirement age are a hint: check their insurance. */
export const age = rule({
  code: 'W-RNM-08',
  warns: ['W-RNM-08'],
  version: 1,
  title: '年龄异常',
  subject: 'project',
  basis: [cite('劳动法', 15, 1), cite('劳动合同法', 44, '(二)')],
  evidence: 'VF',
  interpretation: '超过退休年龄不违法，只提示核对保险；各地另有超龄限制的由地方办理。',
  facts: form,
  feeds: ['roster'],
  needs: [],
  prepare: (setting) => (facts: Facts) => {
    if ((facts.underAge === 0 && facts.overRetirement === 0) || facts.state === 'finished') return NOTHING;
    const hasChild = facts.underAge > 0;
    return finding({
      level: hasChild ? 4 : 0,
      says: hasChild ? `在场有 ${facts.underAge} 人未满十六周岁` : `在场有 ${facts.overRetirement} 人超过退休年龄，核对工伤保险`,
      values: [
        { label: '未满十六周岁', value: facts.underAge, unit: 'people', threshold: 0 },
        { label: '超过退休年龄', value: facts.overRetirement, unit: 'people', threshold: 0 },
      ],
      people: hasChild ? facts.underAge : facts.overRetirement,
      dueOn: facts.rosterThrough ?? setting.on,
      duty: 'subcontractor',
      clears: hasChild ? '已清退并结清工资，花名册登记退场，由人核实' : '花名册登记退场，或者核实后由人销号',
      rows: [{ kind: 'roster' }],
    });
  },
});
