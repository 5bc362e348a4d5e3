import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { lastDayOf } from '../letter-term.ts';

const form = projectForm.pick('state', 'startedOn', 'finishDueOn', 'depositKind', 'depositStoredOn', 'depositGuaranteeUntil');

type Facts = Read<typeof form>;

/**
 * A guarantee that has expired while the works go on, or was never long enough: at least a year and not shorter than the contract. The first and
 * the last day are both covered: from 10 March to 9 March is a year.
 */
export const guaranteeTerm = rule({
  code: 'DEP-11',
  warns: ['W-DEP-03'],
  version: 2,
  title: '工资保证金保函过期或者期限不足',
  subject: 'project',
  basis: [cite('保证金规定', 17), cite('工资条例', 55, '(二)')],
  evidence: 'V1',
  interpretation: '到期日当天仍有效，首尾两日都算在有效期内；台账没有保函生效日，按提交（存储）之日计；已过期为红，期限不足为黄。',
  consequences: [stopAndFineOfArticle55('(二)'), qualificationOfArticle55('(二)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['deposit.guarantee.months'],
  prepare: (setting, params) => (facts: Facts) => {
    const until = facts.depositGuaranteeUntil;
    if (until === null || (facts.depositKind !== 'guarantee' && facts.depositKind !== 'insurance') || facts.state === 'finished') return NOTHING;
    const hasExpired = until < setting.on;
    const isShorterThanYear = facts.depositStoredOn !== null && lessThan(until, lastDayOf(facts.depositStoredOn, params['deposit.guarantee.months']));
    const isShorterThanContract = facts.finishDueOn !== null && lessThan(until, facts.finishDueOn);
    if (!hasExpired && !isShorterThanYear && !isShorterThanContract) return NOTHING;
    const year = yearOf(setting.on);
    return finding({
      level: hasExpired ? 4 : 2,
      says: hasExpired
        ? `工资保证金保函${inChineseDay(until, year)}已到期，工程未完工，没有新保函`
        : `工资保证金保函${inChineseDay(until, year)}到期，${isShorterThanContract ? '短于合同工期' : '有效期不满一年'}`,
      values: [{ label: '保函到期日', value: until, unit: 'date', ...(facts.finishDueOn === null ? {} : { threshold: facts.finishDueOn }) }],
      dueOn: hasExpired ? until : (facts.depositStoredOn ?? facts.startedOn ?? setting.on),
      duty: 'general-contractor',
      clears: '台账更新为覆盖工期的保函到期日',
      rows: [{ kind: 'project' }],
    });
  },
});
