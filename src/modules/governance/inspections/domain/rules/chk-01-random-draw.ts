import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  hasCause: yesNo('是否因举报投诉、转办交办或者其他违法线索而检查'),
  objectDrawn: yesNo('检查对象是否随机抽取'),
  officersDrawn: yesNo('执法检查人员是否随机选派'),
});

/** 双随机. Both are drawn, the object and the officers, unless a clue led there. A draw keeps its seed and its list, so that it can be repeated. */
export const randomDraw = matterRule({
  code: 'CHK-01',
  version: 1,
  title: '检查未实行双随机',
  basis: [cite('双随机意见', 0), cite('双随机通知', 0)],
  evidence: 'M',
  needsLegalReview: true,
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'hasCause', 'objectDrawn', 'officersDrawn');
    if (!known.ok) return known.answer;
    const { hasCause, objectDrawn, officersDrawn } = known.facts;
    if (hasCause || (objectDrawn && officersDrawn)) return NOTHING;
    const undrawn = [...(objectDrawn ? [] : ['检查对象']), ...(officersDrawn ? [] : ['执法检查人员'])];
    return finding({
      level: 1,
      says: `没有线索的日常检查，${undrawn.join('和')}应当随机抽取，没有随机抽取`,
      values: [],
      dueOn: setting.on,
      duty: 'authority',
      clears: '重新随机抽取，保存抽取种子、名录和记录',
      rows: [],
    });
  },
});
