import { months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ storedOn: event('存储工资保证金或者提交保函之日'), listedOn: event('列入公布名单之日') });

/** A project with a deposit that the public list does not show. 「公布已存储保证金或者已提交保函的总包单位和工程」. */
export const listPublished = matterRule({
  code: 'DEP-20',
  version: 1,
  title: '未公布保证金存储名单',
  basis: [cite('保证金规定', 18)],
  evidence: 'V1',
  interpretation: '规定没有期限，取存储后1个月（名单按月更新），本地可以另定。',
  facts: form,
  needs: ['deposit.list-months'],
  prepare: (setting, params) => (given) => {
    if (given.storedOn === 'not-yet') return NOTHING;
    const known = form.certain(given, 'storedOn', 'listedOn');
    if (!known.ok) return known.answer;
    const { storedOn, listedOn } = known.facts;
    if (storedOn === 'not-yet') return NOTHING;
    const late = lateness(
      {
        by: 'authority',
        start: storedOn,
        after: '因总包单位存储工资保证金',
        period: months(params['deposit.list-months']),
        act: '列入公布名单',
        done: listedOn,
        basis: cite('保证金规定', 18),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 1, clears: '登记列入公布名单的日期' });
  },
});
