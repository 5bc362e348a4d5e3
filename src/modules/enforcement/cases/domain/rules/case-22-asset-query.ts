import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  queriedOn: event('查询金融账户、房产、车辆之日'),
  approver: choice('由谁批准', { city: '设区的市级以上人社部门负责人', county: '县级人社部门负责人', none: '没有人批准' }),
  approvedOn: event('批准之日'),
});

/** 查询审批. A query of accounts, real estate or vehicles 「应当经设区的市级以上地方人民政府人力资源社会保障行政部门负责人批准」, and before it is made. The county's own head is not enough. */
export const assetQuery = matterRule({
  code: 'CASE-22',
  version: 1,
  title: '查询账户财产须批准',
  basis: [cite('工资条例', 40)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'queriedOn');
    if (!known.ok) return known.answer;
    const queriedOn = happenedBy(known.facts.queriedOn, setting.on);
    if (queriedOn === null) return NOTHING;
    const asked = form.certain(given, 'approver');
    if (!asked.ok) return asked.answer;
    if (asked.facts.approver === 'city' && given.approvedOn === null) {
      const dated = form.certain(given, 'approvedOn');
      if (!dated.ok) return dated.answer;
    }
    const isBefore = given.approvedOn !== null && given.approvedOn !== 'not-yet' && !moreThan(given.approvedOn, queriedOn);
    if (asked.facts.approver === 'city' && isBefore) return NOTHING;
    const why = { city: '批准在查询之后', county: '只经县级人社部门负责人批准', none: '没有经过批准' }[asked.facts.approver];
    return finding({
      level: 3,
      says: `主管部门${shown(queriedOn, setting.on)}查询账户、房产或者车辆，${why}，应当事先经设区的市级以上人社部门负责人批准`,
      values: [{ label: '批准', value: why, unit: 'text' }],
      dueOn: queriedOn,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '补报设区的市级以上人社部门负责人，查询结果是否可用由法制审核决定',
      rows: [],
    });
  },
});
