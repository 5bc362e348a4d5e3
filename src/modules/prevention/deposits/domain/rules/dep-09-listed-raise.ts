import { formatBp } from '#kernel/basis-points.ts';
import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ isListed: yesNo('存储时总包单位是否在因拖欠农民工工资的严重失信主体名单上') });

/** 名单上浮. 「因拖欠农民工工资被纳入“严重失信主体名单”的，增幅不低于100%」: while the contractor is on the list on the day of storing. */
export const listedRaise = matterRule({
  code: 'DEP-09',
  version: 1,
  title: '列入名单提高存储比例',
  basis: [cite('保证金规定', 12, 2), cite('工资条例', 32, 2)],
  evidence: 'V2',
  interpretation: '存储之日仍在名单上的才提高；已经移出的看拖欠记录。',
  facts: form,
  needs: ['deposit.raise.listed'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'isListed');
    if (!known.ok) return known.answer;
    if (!known.facts.isListed) return NOTHING;
    const raise = params['deposit.raise.listed'];
    return finding({
      level: 2,
      says: `总包单位在因拖欠农民工工资的严重失信主体名单上，存储比例应当提高${formatBp(raise)}`,
      values: [{ label: '提高', value: raise, unit: 'basis-points' }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '按提高后的比例核定，或者总包单位移出名单',
      rows: [],
    });
  },
});
