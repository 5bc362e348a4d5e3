import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { daysOfTerm } from '#law/parameters/term.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ objectedOn: day('司法行政部门收到异议之日'), reviewed: event('作出维持或者责令改正的决定之日') });
const basis = cite('法律援助法', 49, 2);

/** 异议审查. 「司法行政部门应当自收到异议之日起五日内进行审查，作出维持法律援助机构决定或者责令法律援助机构改正的决定」. */
export const objection = matterRule({
  code: 'AID-04',
  version: 1,
  title: '援助异议审查逾期',
  basis: [basis],
  evidence: 'VF',
  interpretation: '“日”按较严的自然日计，理由同法律援助审查指派；地方可另设',
  facts: form,
  needs: ['legal-aid.review'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'objectedOn', 'reviewed');
    if (!known.ok) return known.answer;
    const { objectedOn, reviewed } = known.facts;
    const period = daysOfTerm(params['legal-aid.review']);
    const late = lateAmong(
      [{ by: 'justice-bureau', start: objectedOn, after: '收到异议', period, act: '作出维持或者责令改正的决定', done: reviewed, basis }],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, { level: 1, owedTo: 'worker', clears: '作出审查决定' });
  },
});
