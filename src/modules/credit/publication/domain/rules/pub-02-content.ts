import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { CONTENT, faultsOfContent } from '../content.ts';

const form = facts(CONTENT);

/**
 * 公布内容. 「违法主体全称、统一社会信用代码（或者注册号）及地址；法定代表人或者负责人姓名；主要违法事实；相关处理情况」, and 「涉及国家秘密、商业秘密以及个人隐私的
 * 信息不得公布」. A fault that is known is said even while the rest has not been looked at.
 */
export const publishedContent = matterRule({
  code: 'PUB-02',
  version: 1,
  title: '公布内容齐全且不泄密',
  basis: [cite('社会公布办法', 6)],
  evidence: 'V2',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const { faults, unknown } = faultsOfContent(given);
    if (faults.length === 0) return unknown.length === 0 ? NOTHING : cannotDetermine(...unknown);
    return finding({
      level: 2,
      says: `重大劳动保障违法行为的公布${faults.join('，并且')}`,
      values: [{ label: '不符合要求', value: faults.length, unit: 'count', threshold: 0 }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '补齐公布事项，删去不得公布的信息',
      rows: [],
    });
  },
});
