import { inChineseMonth, lastOfMonth, monthOf } from '#kernel/civil-date.ts';
import { addFen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { finding, needsPerson, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'otherOutFen', 'otherOutCount', 'cashOutFen', 'accountClosedOn');

type Facts = Read<typeof form>;

/**
 * Money left the special account to somebody who is no worker of the project, or in cash. 「专项用于支付该工程建设项目农民工工资」. From the
 * month in which the account was closed on, a transfer may be the balance that 「账户内余额归施工总承包单位所有」: a person looks at it; cash never is.
 */
export const onlyToWorkers = rule({
  code: 'ACC-06',
  warns: ['W-ACC-07'],
  version: 2,
  title: '专用账户资金转给非农民工或者取现',
  subject: 'project-month',
  basis: [cite('工资条例', 26, 1), cite('工资条例', 27, 2), cite('专户办法', 7), cite('工资条例', 55, '(一)')],
  evidence: 'VF',
  consequences: [stopAndFineOfArticle55('(一)'), qualificationOfArticle55('(一)')],
  facts: form,
  feeds: ['flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.otherOutFen === 0n && facts.cashOutFen === 0n) return NOTHING;
    if (facts.cashOutFen === 0n && facts.accountClosedOn !== null && monthOf(facts.accountClosedOn) <= facts.month) {
      return needsPerson(`专户已于${facts.accountClosedOn}撤销，当月转出 ${inYuan(facts.otherOutFen)}：是否为撤销后归施工总承包单位所有的余额`);
    }
    const amount = addFen(facts.otherOutFen, facts.cashOutFen);
    return finding({
      level: 4,
      says: `${inChineseMonth(facts.month)}专户转出 ${inYuan(amount)} 不是付给本项目农民工${facts.cashOutFen === 0n ? '' : `，其中取现 ${inYuan(facts.cashOutFen)}`}`,
      values: [
        { label: '转给非农民工', value: facts.otherOutFen, unit: 'fen', threshold: 0n },
        { label: '笔数', value: facts.otherOutCount, unit: 'count', threshold: 0 },
        { label: '取现', value: facts.cashOutFen, unit: 'fen', threshold: 0n },
      ],
      amountFen: amount,
      dueOn: lastOfMonth(facts.month),
      duty: 'bank',
      clears: '款项已退回专户，或者花名册补登了收款的农民工',
      rows: [{ kind: 'flows', which: 'other-out' }],
    });
  },
});
