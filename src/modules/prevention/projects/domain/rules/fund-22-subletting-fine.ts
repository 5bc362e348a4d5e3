import { formatBp } from '#kernel/basis-points.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, shareOfFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';

const KINDS = { whole: '转包', illegal: '违法分包', neither: '都不是' } as const;

const form = facts({
  kind: choice('行业主管部门认定的行为', KINDS),
  confirmed: event('行业主管部门认定转包或者违法分包之日'),
  price: money('工程合同价款'),
});

/**
 * 转包、违法分包的罚款幅度. 「对施工单位处工程合同价款0.5%以上1%以下的罚款」: both ends are in. The range of the contractor that sublet, on its own contract
 * price; it speaks only once the industry regulator has confirmed the act, and the amount within it is the regulator's to choose.
 */
export const sublettingFine = matterRule({
  code: 'FUND-22',
  version: 1,
  title: '转包违法分包的罚款幅度',
  basis: [
    cite('质量条例', 62, 1),
    cite('质量条例', 78, 2),
    cite('质量条例', 78, 3),
    cite('工资条例', 43),
    cite('建筑法', 28),
    cite('建筑法', 29, 3),
    cite('建筑法', 67, 1),
  ],
  evidence: 'VF',
  interpretation: '金额四舍五入到分；只给出幅度，不选数额。',
  consequences: [
    {
      says: '没收违法所得，对施工单位处工程合同价款0.5%以上1%以下的罚款；可以责令停业整顿，降低资质等级；情节严重的，吊销资质证书',
      before: '行业主管部门认定转包或者违法分包，责令改正，并告知陈述、申辩和听证的权利',
      basis: [cite('质量条例', 62, 1)],
    },
  ],
  facts: form,
  needs: ['subletting.fine.lowest', 'subletting.fine.highest'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'kind', 'confirmed');
    if (!known.ok) return known.answer;
    const { kind, confirmed } = known.facts;
    if (kind === 'neither' || confirmed === 'not-yet' || confirmed > setting.on) return NOTHING;
    const priced = form.certain(given, 'price');
    if (!priced.ok) return priced.answer;
    const { price } = priced.facts;
    const sheet = new Sheet();
    const basis = cite('质量条例', 62, 1);
    const end = (label: string, share: (typeof params)['subletting.fine.lowest']) =>
      sheet.step(label, shareOfFen(price, share, 'half-up'), 'fen', { reckoned: `工程合同价款 ${inYuan(price)} × ${formatBp(share)}`, basis });
    const lowest = end('罚款下限', params['subletting.fine.lowest']);
    const highest = end('罚款上限', params['subletting.fine.highest']);
    return finding({
      level: 3,
      says: `行业主管部门${inChineseDay(confirmed, yearOf(setting.on))}认定${KINDS[kind]}，对施工单位罚款的幅度为 ${inYuan(lowest)}以上 ${inYuan(highest)}以下`,
      values: [
        { label: '罚款下限', value: lowest, unit: 'fen' },
        { label: '罚款上限', value: highest, unit: 'fen' },
      ],
      dueOn: confirmed,
      duty: 'industry-regulator',
      steps: sheet.steps,
      clears: '行业主管部门已经作出处理决定',
      rows: [{ kind: 'project' }],
    });
  },
});
