import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const FIELDS = {
  identity: '身份证信息',
  education: '文化程度',
  trade: '工种（专业）',
  skill: '技能等级',
  training: '基本安全培训',
  post: '工作岗位',
  contract: '劳动合同或者用工书面协议',
  attendance: '考勤',
  pay: '工资支付',
} as const;

const form = facts({
  enteredOn: event('进场之日'),
  identity: yesNo('是否登记身份证信息'),
  education: yesNo('是否登记文化程度'),
  trade: yesNo('是否登记工种（专业）'),
  skill: yesNo('是否登记技能等级'),
  training: yesNo('是否登记基本安全培训'),
  post: yesNo('是否登记工作岗位'),
  contract: yesNo('是否登记劳动合同或者用工书面协议'),
  attendance: yesNo('是否登记考勤'),
  pay: yesNo('是否登记工资支付（还没有到首次发薪日的答是）'),
  workers: count('信息不全的农民工人数', '人'),
});

/** 实名制信息要素. 基本信息 and 从业信息 of the article, due on entry, late from the day after; its 诚信信息 are not the employer's to give. */
export const realNameComplete = matterRule({
  code: 'CTR-05',
  version: 1,
  title: '实名制信息不完整',
  basis: [cite('实名制办法', 11), cite('实名制办法', 12)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '要素清单凭记忆；诚信信息由主管部门记录，不在核对之列。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'enteredOn');
    if (!known.ok) return known.answer;
    const { enteredOn } = known.facts;
    if (enteredOn === 'not-yet' || setting.on <= enteredOn) return NOTHING;
    const names = ['identity', 'education', 'trade', 'skill', 'training', 'post', 'contract', 'attendance', 'pay'] as const;
    const lacking = names.filter((name) => given[name] === false).map((name) => FIELDS[name]);
    if (lacking.length === 0) {
      const certain = form.certain(given, ...names);
      return certain.ok ? NOTHING : certain.answer;
    }
    return finding({
      level: 1,
      says: `农民工${inChineseDay(enteredOn, yearOf(setting.on))}进场，实名制信息缺少 ${lacking.length} 项：${lacking.join('、')}`,
      values: [{ label: '缺少的信息', value: lacking.length, unit: 'count', threshold: 0 }],
      people: given.workers ?? 0,
      dueOn: enteredOn,
      duty: 'employer',
      clears: '缺少的信息已经采集、核实并上传',
      rows: [{ kind: 'roster' }],
    });
  },
});
