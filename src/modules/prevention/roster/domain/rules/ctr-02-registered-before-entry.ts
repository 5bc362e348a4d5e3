import { shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'attendedHeads', 'offRosterHeads');

type Facts = Read<typeof form>;

/** People attended who stood on no roster that day. 「未……进行用工实名登记的人员，不得进入项目现场施工」. */
export const registeredBeforeEntry = rule({
  code: 'CTR-02',
  warns: ['W-RNM-01', 'W-RNM-02'],
  version: 1,
  title: '未实名登记即进场',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 1), cite('工资条例', 55, '(三)'), cite('专户办法', 16), cite('实名制办法', 8)],
  evidence: 'VF',
  interpretation: '一人即为黄；登记覆盖率低于九成为橙。',
  consequences: [stopAndFineOfArticle55('(三)'), qualificationOfArticle55('(三)')],
  facts: form,
  feeds: ['roster'],
  needs: ['roster.coverage.yellow'],
  prepare: (_setting, params) => (facts: Facts) => {
    if (facts.offRosterHeads === 0) return NOTHING;
    const covered = shareBp(facts.attendedHeads - facts.offRosterHeads, facts.attendedHeads) ?? 0;
    return finding({
      level: lessThan(covered, params['roster.coverage.yellow']) ? 3 : 2,
      says: `${inChineseMonth(facts.month)}有 ${facts.offRosterHeads} 人出勤，当天不在花名册上`,
      values: [
        { label: '未登记出勤', value: facts.offRosterHeads, unit: 'people', threshold: 0 },
        { label: '登记覆盖率', value: covered, unit: 'basis-points', threshold: 10_000 },
      ],
      people: facts.offRosterHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'subcontractor',
      clears: '花名册补登这些人，或者更正进场、退场日期',
      rows: [{ kind: 'workers', which: 'off-roster' }],
    });
  },
});
