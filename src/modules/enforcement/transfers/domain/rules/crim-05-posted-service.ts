import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  fled: yesNo('行为人是否逃匿'),
  undeliverable: yesNo('责令支付文书是否无法送交本人、同住成年家属或者所在单位负责收件的人'),
  posted: event('在住所地、生产经营场所等地张贴责令支付文书之日'),
  filmed: yesNo('张贴是否拍照、录像'),
});

/**
 * 张贴送达. 「已通过在行为人的住所地、生产经营场所等地张贴责令支付文书等方式责令支付，并采用拍照、录像等方式记录的，应当视为“经政府有关部门责令支付”」:
 * posting without a picture, or a picture of nothing posted, counts for nothing. Only where the document cannot be handed over.
 */
export const postedService = matterRule({
  code: 'CRIM-05',
  version: 1,
  title: '张贴送达并拍照录像',
  basis: [cite('拒付报酬解释', 4, 2)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.fled === false || given.undeliverable === false) return NOTHING;
    const known = form.certain(given, 'fled', 'undeliverable', 'posted');
    if (!known.ok) return known.answer;
    const isPosted = known.facts.posted !== 'not-yet' && known.facts.posted <= setting.on;
    if (isPosted) {
      const recorded = form.certain(given, 'filmed');
      if (!recorded.ok) return recorded.answer;
      if (recorded.facts.filmed) return NOTHING;
    }
    return finding({
      level: 3,
      says: isPosted
        ? '行为人逃匿、文书无法送交，张贴责令支付文书没有拍照、录像，还不能视为已经责令支付'
        : '行为人逃匿、文书无法送交，人社部门还没有张贴责令支付文书并拍照、录像，不能视为已经责令支付',
      values: [],
      dueOn: setting.on,
      duty: 'authority',
      clears: '在住所地、生产经营场所等地张贴责令支付文书，并拍照、录像',
      rows: [],
    });
  },
});
