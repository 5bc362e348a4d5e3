import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { cellOf, notStated, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'contractSignedOn', 'accountNo', 'accountOpenedOn', 'stated');

type Facts = Read<typeof form>;

/** No special account 30 days after the construction contract was signed; the thirtieth day is in time, and a rest day moves it on. */
export const openIn30Days = rule({
  code: 'ACC-01',
  warns: ['W-ACC-01'],
  version: 1,
  title: '未按期开立工资专用账户',
  subject: 'project',
  basis: [cite('专户办法', 6), cite('工资条例', 26, 1), cite('工资条例', 55, '(一)')],
  evidence: 'V2',
  consequences: [stopAndFineOfArticle55('(一)'), qualificationOfArticle55('(一)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['account.open-days', 'account.open.red-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.accountOpenedOn !== null || facts.accountNo !== null || facts.state === 'finished') return NOTHING;
    if (facts.contractSignedOn === null) return notStated('contractSignedOn');
    const { due, provisional, trace } = deadline(facts.contractSignedOn, naturalDays(params['account.open-days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    if (cellOf(facts, 'accountOpenedOn') === 'not-stated') return notStated('accountOpenedOn');
    const late = daysBetween(due, setting.on);
    return finding({
      level: moreThan(late, params['account.open.red-days']) ? 4 : 2,
      says: `工资专用账户应于${inChineseDay(due, yearOf(setting.on))}前开立，至今未开，已逾期 ${late} 天`,
      values: [
        { label: '合同签订日', value: facts.contractSignedOn, unit: 'date' },
        { label: '已逾期', value: late, unit: 'days', threshold: 0 },
        { label: '期限计算', value: trace.join('；'), unit: 'text' },
      ],
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      clears: '台账补上专户账号和开户日期',
      rows: [{ kind: 'project' }],
    });
  },
});
