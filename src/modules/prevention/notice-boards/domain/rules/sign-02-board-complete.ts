import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { ITEM_NAMES, type Item, itemFacts, ITEMS } from '../items.ts';

const form = facts(itemFacts);

/**
 * A notice board that does not say all it must, or says what is no longer so. 「明示下列事项」: the items of 第三十四条 and the state of the
 * deposit. One fault is enough, whatever nobody looked at.
 */
export const boardComplete = matterRule({
  code: 'SIGN-02',
  version: 1,
  title: '维权信息告示牌内容不全',
  basis: [cite('工资条例', 34), cite('工资条例', 56, '(四)'), cite('保证金规定', 18)],
  evidence: 'VF',
  interpretation: '内容过时（最低工资标准、电话已变）与没有同样处理；是否构成未实行公示制度由人认定。',
  consequences: [fineOfArticle56('(四)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const absent = ITEM_NAMES.filter((item) => given[item] === 'missing');
    const outdated = ITEM_NAMES.filter((item) => given[item] === 'outdated');
    if (absent.length + outdated.length === 0) {
      const known = form.certain(given, ...ITEM_NAMES);
      return known.ok ? NOTHING : known.answer;
    }
    const parts = [absent.length > 0 ? `缺少${named(absent)}` : null, outdated.length > 0 ? `${named(outdated)}已经过时` : null];
    return finding({
      level: 1,
      says: `施工总承包单位的维权信息告示牌${parts.filter((part) => part !== null).join('，')}`,
      values: [{ label: '不全的事项', value: absent.length + outdated.length, unit: 'count', threshold: 0 }],
      dueOn: setting.on,
      duty: 'general-contractor',
      owedTo: 'worker',
      clears: '告示牌补齐、更新，并留存照片',
      rows: [],
    });
  },
});

function named(items: readonly Item[]): string {
  return items.map((item) => ITEMS[item]).join('、');
}
