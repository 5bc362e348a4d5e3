import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { shown } from '../words.ts';

const form = facts({
  preservedOn: day('先行登记保存之日'),
  approved: yesNo('是否经行政机关负责人批准'),
  disposedOn: event('对登记保存的证据作出处理决定之日'),
});

/** 先行登记保存. 「经行政机关负责人批准，可以先行登记保存，并应当在七日内及时作出处理决定」: seven working days (第八十五条), the seventh in time; the approval is its own wrong. */
export const preservation = matterRule({
  code: 'CASE-11',
  version: 1,
  title: '先行登记保存处理',
  basis: [cite('行政处罚法', 56), cite('行政处罚法', 85)],
  evidence: 'VF',
  facts: form,
  needs: ['case.preserve.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'preservedOn', 'approved');
    if (!known.ok) return known.answer;
    const { preservedOn, approved } = known.facts;
    if (!approved) {
      return finding({
        level: 3,
        says: `${shown(preservedOn, setting.on)}先行登记保存证据没有经行政机关负责人批准`,
        values: [{ label: '负责人批准', value: '没有', unit: 'text' }],
        dueOn: preservedOn,
        duty: 'inspector',
        owedTo: 'party-concerned',
        clears: '解除登记保存，或者报负责人批准后重新登记保存',
        rows: [],
      });
    }
    const disposed = form.certain(given, 'disposedOn');
    if (!disposed.ok) return disposed.answer;
    const late = lateness(
      {
        by: 'authority',
        start: preservedOn,
        after: '先行登记保存证据',
        period: workingDays(params['case.preserve.days']),
        act: '作出处理决定',
        done: disposed.facts.disposedOn,
        basis: cite('行政处罚法', 56),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 3, owedTo: 'party-concerned', clears: '对登记保存的证据作出处理决定' });
  },
});
