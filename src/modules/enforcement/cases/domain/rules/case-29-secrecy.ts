import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const SEEN_BY = {
  handler: '本案承办人员',
  head: '依职责审批的负责人',
  colleague: '与本案无关的工作人员',
  employer: '被举报的单位或者其人员',
  public: '其他人或者社会公众',
} as const;

const form = facts({ seenOn: event('举报人身份被看到之日'), seenBy: choice('被谁看到', SEEN_BY) });

/** 为举报人保密. 「劳动保障行政部门应当为举报人保密」: who handles or approves the case may know, nobody else. The finding names no informant. */
export const secrecy = matterRule({
  code: 'CASE-29',
  version: 1,
  title: '为举报人身份保密',
  basis: [cite('监察条例', 9, 3), cite('行政处罚法', 50)],
  evidence: 'VF',
  interpretation: '“保密”到承办人员和依职责审批的负责人为止',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'seenOn');
    if (!known.ok) return known.answer;
    const seenOn = happenedBy(known.facts.seenOn, setting.on);
    if (seenOn === null) return NOTHING;
    const seen = form.certain(given, 'seenBy');
    if (!seen.ok) return seen.answer;
    const { seenBy } = seen.facts;
    if (seenBy === 'handler' || seenBy === 'head') return NOTHING;
    return finding({
      level: 4,
      says: `举报人身份${shown(seenOn, setting.on)}让${SEEN_BY[seenBy]}看到，劳动保障行政部门应当为举报人保密`,
      values: [{ label: '看到的人', value: SEEN_BY[seenBy], unit: 'text' }],
      dueOn: seenOn,
      duty: 'authority',
      owedTo: 'worker',
      clears: '关闭访问、防止扩散，告知举报人并查明责任',
      rows: [],
    });
  },
});
