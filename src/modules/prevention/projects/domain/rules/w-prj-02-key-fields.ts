import { addDays, daysBetween } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { isUnderWay, LEDGER_COLUMNS, type LedgerColumn, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick(
  'contractFen',
  'labourShareBp',
  'labourMonthlyFen',
  'contractSignedOn',
  'permitOn',
  'startedOn',
  'finishDueOn',
  'payDay',
  'ownerName',
  'stated',
  'state',
  'finishedOn',
  'pausedFrom',
  'pausedUntil',
);

type Facts = Read<typeof form>;

/** Without these the other rules cannot decide; the labour share may also be stated as a monthly amount (FUND-05). */
const KEY_FIELDS = [
  'contractSignedOn',
  'permitOn',
  'finishDueOn',
  'contractFen',
  'ownerName',
  'labourShareBp',
  'payDay',
] as const satisfies readonly LedgerColumn[];

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
  facts: form,
  feeds: ['ledger'],
  needs: ['project.fields-days', 'project.overdue.yellow-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (!isUnderWay(facts, setting.on)) return NOTHING;
    const missing: LedgerColumn[] = KEY_FIELDS.filter((field) => facts[field] === null && (field !== 'labourShareBp' || facts.labourMonthlyFen === null));
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
