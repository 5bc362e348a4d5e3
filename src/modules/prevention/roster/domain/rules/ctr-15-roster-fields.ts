import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const FIELDS = {
  name: '姓名',
  sex: '性别',
  idNumber: '公民身份号码',
  household: '户籍地址',
  address: '现住址',
  contact: '联系方式',
  employmentForm: '用工形式',
  startedOn: '用工起始时间',
  term: '劳动合同期限',
} as const;

const form = facts({
  hiredOn: day('用工之日'),
  name: yesNo('职工名册是否载明姓名'),
  sex: yesNo('职工名册是否载明性别'),
  idNumber: yesNo('职工名册是否载明公民身份号码'),
  household: yesNo('职工名册是否载明户籍地址'),
  address: yesNo('职工名册是否载明现住址'),
  contact: yesNo('职工名册是否载明联系方式'),
  employmentForm: yesNo('职工名册是否载明用工形式'),
  startedOn: yesNo('职工名册是否载明用工起始时间'),
  term: yesNo('职工名册是否载明劳动合同期限'),
  workers: count('内容不全的职工人数', '人'),
});

/** 职工名册. 「应当包括劳动者姓名、性别、公民身份号码、户籍地址及现住址、联系方式、用工形式、用工起始时间、劳动合同期限等内容」; due on the day of hire, late from the day after. */
export const rosterFields = matterRule({
  code: 'CTR-15',
  version: 1,
  title: '职工名册内容不全',
  basis: [cite('劳动合同法实施条例', 8), cite('劳动合同法', 7)],
  evidence: 'VF',
  consequences: [{ says: '处2000元以上2万元以下的罚款', before: '劳动行政部门责令限期改正，逾期不改正', basis: [cite('劳动合同法实施条例', 33)] }],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'hiredOn');
    if (!known.ok) return known.answer;
    const { hiredOn } = known.facts;
    if (setting.on <= hiredOn) return NOTHING;
    const names = ['name', 'sex', 'idNumber', 'household', 'address', 'contact', 'employmentForm', 'startedOn', 'term'] as const;
    const lacking = names.filter((name) => given[name] === false).map((name) => FIELDS[name]);
    if (lacking.length === 0) {
      const certain = form.certain(given, ...names);
      return certain.ok ? NOTHING : certain.answer;
    }
    return finding({
      level: 1,
      says: `用人单位${inChineseDay(hiredOn, yearOf(setting.on))}用工，职工名册没有载明${lacking.join('、')}`,
      values: [{ label: '没有载明的内容', value: lacking.length, unit: 'count', threshold: 0 }],
      people: given.workers ?? 0,
      dueOn: hiredOn,
      duty: 'employer',
      clears: '职工名册补齐实施条例规定的内容',
      rows: [{ kind: 'roster' }],
    });
  },
});
