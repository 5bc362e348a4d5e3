import { addDays, daysBetween } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { isUnderWay, LEDGER_COLUMNS, type LedgerColumn, type ProjectFacts } from '#modules/prevention/facts/domain/index.ts';

/** Without these the other rules cannot decide; the labour share may also be stated as a monthly amount (FUND-05). */
const KEY_FIELDS: readonly LedgerColumn[] = ['contractSignedOn', 'permitOn', 'finishDueOn', 'contractFen', 'ownerName', 'labourShareBp', 'payDay'];

/** Key fields of the project missing from the ledger some days after the works began. */
export const keyFields = rule({
  code: 'W-PRJ-02',
  warns: ['W-PRJ-02'],
  version: 1,
  title: '项目基础信息缺项',
  subject: 'project',
  basis: [cite('工资条例', 38, 1), cite('工资条例', 24, 2)],
  evidence: 'D',
  interpretation: '缺项清单由本系统选定；先提示，逾期30日升为黄。',
  feeds: ['ledger'],
  needs: ['project.fields-days', 'project.overdue.yellow-days'],
  prepare: (setting, params) => (facts: ProjectFacts) => {
    if (!isUnderWay(facts, setting.on)) return NOTHING;
    const missing = KEY_FIELDS.filter((field) => facts[field] === null && (field !== 'labourShareBp' || facts.labourMonthlyFen === null));
    if (facts.startedOn === null) missing.push('startedOn');
    if (missing.length === 0) return NOTHING;
    const dueOn = facts.startedOn === null ? null : addDays(facts.startedOn, params['project.fields-days']);
    if (dueOn !== null && setting.on <= dueOn) return NOTHING;
    const names = missing.map((field) => LEDGER_COLUMNS[field]).join('、');
    return finding({
      level: dueOn !== null && moreThan(daysBetween(dueOn, setting.on), params['project.overdue.yellow-days']) ? 2 : 0,
      says: `台账缺 ${missing.length} 项：${names}`,
      values: [
        { label: '缺项', value: missing.length, unit: 'count', threshold: 0 },
        { label: '缺哪些', value: names, unit: 'text' },
      ],
      dueOn: dueOn ?? setting.on,
      duty: 'general-contractor',
      clears: '台账补齐缺项',
      rows: [{ kind: 'project' }],
    });
  },
});
