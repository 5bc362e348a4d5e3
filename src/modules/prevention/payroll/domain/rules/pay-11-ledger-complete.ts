import { cite } from '#law/citation.ts';
import { day, facts, yesNo } from '#law/facts.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { finesOfArticle54 } from '#law/penalties.ts';

/** The first ten of the eleven groups of the article, in its order. */
const FIELDS = {
  employer: '用人单位名称',
  period: '支付周期',
  payDate: '支付日期',
  payee: '支付对象姓名',
  idNumber: '身份证号码',
  contact: '联系方式',
  workingTime: '工作时间',
  payable: '应发工资项目及数额',
  deductions: '代扣、代缴、扣除项目和数额',
  netPaid: '实发工资数额',
} as const;

const form = facts({
  periodEnd: day('台账所记支付周期的最后一日'),
  employer: yesNo('是否记载用人单位名称'),
  period: yesNo('是否记载支付周期'),
  payDate: yesNo('是否记载支付日期'),
  payee: yesNo('是否记载支付对象姓名'),
  idNumber: yesNo('是否记载身份证号码'),
  contact: yesNo('是否记载联系方式'),
  workingTime: yesNo('是否记载工作时间'),
  payable: yesNo('是否记载应发工资项目及数额'),
  deductions: yesNo('是否记载代扣、代缴、扣除项目和数额'),
  netPaid: yesNo('是否记载实发工资数额'),
  certificate: yesNo('是否附有银行代发工资凭证'),
  signature: yesNo('是否有农民工签字'),
});

/**
 * 台账要素. 「书面工资支付台账应当包括……银行代发工资凭证或者农民工签字等内容」: eleven groups; of the last one either the bank's certificate or the worker's
 * signature is enough.
 */
export const ledgerComplete = matterRule({
  code: 'PAY-11',
  version: 1,
  title: '工资支付台账要素不全',
  basis: [cite('工资条例', 15, 2)],
  evidence: 'VF',
  consequences: [finesOfArticle54('(二)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'periodEnd');
    if (!known.ok) return known.answer;
    const { periodEnd } = known.facts;
    const names = ['employer', 'period', 'payDate', 'payee', 'idNumber', 'contact', 'workingTime', 'payable', 'deductions', 'netPaid'] as const;
    const lacking: string[] = names.filter((name) => given[name] === false).map((name) => FIELDS[name]);
    if (given.certificate === false && given.signature === false) lacking.push('银行代发工资凭证或者农民工签字');
    if (lacking.length === 0) {
      const isProven = given.certificate === true || given.signature === true;
      const certain = isProven ? form.certain(given, ...names) : form.certain(given, ...names, 'certificate', 'signature');
      return certain.ok ? NOTHING : certain.answer;
    }
    return finding({
      level: 2,
      says: `用人单位截至${inChineseDay(periodEnd, yearOf(setting.on))}的工资支付台账缺少 ${lacking.length} 项：${lacking.join('；')}`,
      values: [{ label: '缺少的要素', value: lacking.length, unit: 'count', threshold: 0 }],
      dueOn: periodEnd,
      duty: 'employer',
      clears: '台账补齐条例规定的各项内容',
      rows: [{ kind: 'payroll' }],
    });
  },
});
