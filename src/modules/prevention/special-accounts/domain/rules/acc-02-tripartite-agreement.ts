import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { cellOf, notStated, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('accountOpenedOn', 'tripartiteOn', 'accountClosedOn', 'stated');

type Facts = Read<typeof form>;

/** An account without the agreement of contractor, owner and bank over its money. */
export const tripartiteAgreement = rule({
  code: 'ACC-02',
  warns: ['W-ACC-02'],
  version: 1,
  title: '未签订资金管理三方协议',
  subject: 'project',
  basis: [cite('专户办法', 6)],
  evidence: 'V2',
  facts: form,
  feeds: ['ledger'],
  needs: [],
  prepare: (setting) => (facts: Facts) => {
    if (facts.accountOpenedOn === null || facts.tripartiteOn !== null || facts.accountClosedOn !== null || setting.on <= facts.accountOpenedOn) return NOTHING;
    if (cellOf(facts, 'tripartiteOn') === 'not-stated') return notStated('tripartiteOn');
    return finding({
      level: 2,
      says: '工资专用账户已开立，没有建设单位、总包单位和银行的三方协议',
      values: [{ label: '开户日', value: facts.accountOpenedOn, unit: 'date' }],
      dueOn: facts.accountOpenedOn,
      duty: 'general-contractor',
      clears: '台账补上三方协议日期',
      rows: [{ kind: 'project' }],
    });
  },
});
