import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  published: event('向社会公布之日'),
  changed: event('处理决定被依法变更或者撤销之日'),
  corrected: event('更正公布内容之日'),
});

/**
 * 更正. A decision changed or quashed after publication is corrected within ten working days. The number is from memory. Where the decision fell
 * before it was published there is nothing to correct, only something not to publish.
 */
export const correctPublication = matterRule({
  code: 'PUB-04',
  version: 1,
  title: '决定变更后更正公布',
  basis: [cite('社会公布办法', 10)],
  evidence: 'M',
  needsLegalReview: true,
  facts: form,
  needs: ['publication.correct.days'],
  prepare: (setting, params) => (given) => {
    if (given.published === 'not-yet' || given.changed === 'not-yet') return NOTHING;
    const known = form.certain(given, 'published', 'changed', 'corrected');
    if (!known.ok) return known.answer;
    const { published, changed, corrected } = known.facts;
    if (published === 'not-yet' || changed === 'not-yet' || changed > setting.on || published > setting.on) return NOTHING;
    const late = lateness(
      {
        by: 'authority',
        start: changed > published ? changed : published,
        after: changed > published ? '处理决定变更或者撤销' : '公布了已经变更或者撤销的处理决定',
        period: workingDays(params['publication.correct.days']),
        act: '更正公布内容',
        done: corrected,
        basis: cite('社会公布办法', 10),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 2, owedTo: 'employer', clears: '更正公布内容并告知原公布的媒体' });
  },
});
