import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ objected: event('收到用人单位异议之日'), handled: event('复核和处理并告知之日') });

/** 异议复核. The employer's objection to what was published is reviewed and dealt with in 15 working days by the office that handled the case. */
export const publicationObjection = matterRule({
  code: 'PUB-05',
  version: 1,
  title: '对公布的异议按期复核',
  basis: [cite('社会公布办法', 11)],
  evidence: 'V1',
  facts: form,
  needs: ['publication.objection.days'],
  prepare: (setting, params) => (given) => {
    if (given.objected === 'not-yet') return NOTHING;
    const known = form.certain(given, 'objected', 'handled');
    if (!known.ok) return known.answer;
    const { objected, handled } = known.facts;
    if (objected === 'not-yet' || objected > setting.on) return NOTHING;
    const late = lateness(
      {
        by: 'authority',
        start: objected,
        after: '收到对公布内容的异议',
        period: workingDays(params['publication.objection.days']),
        act: '复核和处理',
        done: handled,
        basis: cite('社会公布办法', 11),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 2, owedTo: 'employer', clears: '复核处理并把结果告知用人单位' });
  },
});
