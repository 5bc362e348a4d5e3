import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { cellOf, notStated, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('accountOpenedOn', 'accountFiledOn', 'accountClosedOn', 'stated');

type Facts = Read<typeof form>;

/** The account is not filed 30 days after it was opened. */
export const fileIn30Days = rule({
  code: 'ACC-04',
  warns: [],
  version: 1,
  title: '专用账户未备案',
  subject: 'project',
  basis: [cite('专户办法', 6), cite('专户办法', 28)],
  evidence: 'V2',
  interpretation: '监控预警平台已经自动备案、不再要求提交纸质备案材料的地方（第二十八条，凭记忆），停用本规则。',
  facts: form,
  feeds: ['ledger'],
  needs: ['account.file-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.accountOpenedOn === null || facts.accountFiledOn !== null || facts.accountClosedOn !== null) return NOTHING;
    const { due, provisional } = deadline(facts.accountOpenedOn, naturalDays(params['account.file-days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    if (cellOf(facts, 'accountFiledOn') === 'not-stated') return notStated('accountFiledOn');
    return finding({
      level: 1,
      says: `工资专用账户应于${inChineseDay(due, yearOf(setting.on))}前备案，至今没有`,
      values: [
        { label: '开户日', value: facts.accountOpenedOn, unit: 'date' },
        { label: '已逾期', value: daysBetween(due, setting.on), unit: 'days', threshold: 0 },
      ],
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      clears: '台账补上专户备案日期',
      rows: [{ kind: 'project' }],
    });
  },
});
