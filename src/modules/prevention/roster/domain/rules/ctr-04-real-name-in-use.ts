import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { needsPerson, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('firstAttendanceOn', 'rosterThrough');

type Facts = Read<typeof form>;

/** People work on the site and no roster was ever sent: no real-name management, or only a file that did not come. */
export const realNameInUse = rule({
  code: 'CTR-04',
  warns: [],
  version: 1,
  title: '未实行用工实名制',
  subject: 'project',
  basis: [cite('工资条例', 55, '(三)'), cite('工资条例', 28, 1)],
  evidence: 'VF',
  interpretation: '没有收到花名册不等于没有登记，由人核实。',
  consequences: [stopAndFineOfArticle55('(三)'), qualificationOfArticle55('(三)')],
  facts: form,
  feeds: [],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.rosterThrough !== null || facts.firstAttendanceOn === null) return NOTHING;
    return needsPerson('项目有考勤，从未报过花名册：是没有实行实名制，还是花名册没有报送');
  },
});
