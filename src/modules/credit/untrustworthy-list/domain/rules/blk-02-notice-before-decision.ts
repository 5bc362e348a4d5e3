import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  noticed: event('当事人收到拟列入告知之日'),
  told: yesNo('告知是否载明事由、依据、异议等权利和第七条可以不予列入的规定'),
  decided: event('作出列入决定之日'),
});

/**
 * 事前告知. 「在作出列入决定前，应当告知当事人…事由、依据、提出异议等依法享有的权利和本办法第七条…的规定」: no decision without it, and a notice that keeps
 * a right back is none.
 */
export const noticeBeforeDecision = matterRule({
  code: 'BLK-02',
  version: 1,
  title: '列入前应当告知',
  basis: [cite('失信名单办法', 6, 1)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.decided === 'not-yet') return NOTHING;
    const known = form.certain(given, 'decided', 'noticed');
    if (!known.ok) return known.answer;
    const { decided, noticed } = known.facts;
    if (decided === 'not-yet' || decided > setting.on) return NOTHING;
    const isNoticed = noticed !== 'not-yet' && noticed <= decided;
    if (isNoticed) {
      const content = form.certain(given, 'told');
      if (!content.ok) return content.answer;
      if (content.facts.told) return NOTHING;
    }
    const what = isNoticed ? '此前的告知没有载明事由、依据、异议权利和第七条' : '此前没有告知当事人';
    return finding({
      level: 4,
      says: `${inChineseDay(decided, yearOf(setting.on))}作出列入失信联合惩戒名单的决定，${what}`,
      values: [{ label: '列入决定', value: decided, unit: 'date' }],
      dueOn: decided,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '依法撤销未经告知的列入决定，重新告知并听取异议',
      rows: [],
    });
  },
});
