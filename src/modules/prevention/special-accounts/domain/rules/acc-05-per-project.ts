import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  projects: count('使用这个专用账户的工程建设项目数', '个'),
  sharedSince: day('第二个项目开始使用这个账户之日'),
  isSeparate: yesNo('是否在账户下按项目分别管理'),
  isAllowed: yesNo('是否符合项目所在地监管部门对一户多项目的要求'),
});

/**
 * 按项目开立. 「专用账户按工程建设项目开立」; with two or more projects the contractor may use one account where the place allows it and each project is
 * managed on its own. Two projects are enough to ask; a single one never is.
 */
export const perProject = matterRule({
  code: 'ACC-05',
  version: 1,
  title: '多个项目混用一个专用账户',
  basis: [cite('专户办法', 6)],
  evidence: 'V2',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'projects');
    if (!known.ok) return known.answer;
    const { projects } = known.facts;
    if (!moreThan(projects, 1)) return NOTHING;
    if (given.isSeparate !== false && given.isAllowed !== false) {
      const certain = form.certain(given, 'isSeparate', 'isAllowed');
      return certain.ok ? NOTHING : certain.answer;
    }
    const dated = form.certain(given, 'sharedSince');
    if (!dated.ok) return dated.answer;
    const { sharedSince } = dated.facts;
    const why = [...(given.isSeparate === false ? ['没有按项目分别管理'] : []), ...(given.isAllowed === false ? ['不符合项目所在地监管要求'] : [])].join('，');
    return finding({
      level: 2,
      says: `施工总承包单位自${inChineseDay(sharedSince, yearOf(setting.on))}起，${projects} 个项目使用同一个工资专用账户，${why}`,
      values: [{ label: '使用同一账户的项目', value: projects, unit: 'count', threshold: 1 }],
      dueOn: sharedSince,
      duty: 'general-contractor',
      clears: '每个项目各有专用账户，或者在账户下按项目分别管理并符合当地要求',
      rows: [{ kind: 'project' }],
    });
  },
});
