import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ agreedOn: event('签订《农民工工资保证金存款协议书》之日'), filedOn: event('协议书副本送属地人力资源社会保障部门备案之日') });

/** The deposit agreement's copy was not filed. 「副本送属地人力资源社会保障部门备案」. */
export const agreementFiled = matterRule({
  code: 'DEP-13',
  version: 1,
  title: '存款协议书未备案',
  basis: [cite('保证金规定', 9)],
  evidence: 'V1',
  interpretation: '规定没有备案期限，取签订后5个工作日，本地可以另定。',
  facts: form,
  needs: ['deposit.agreement-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'agreedOn', 'filedOn');
    if (!known.ok) return known.answer;
    const { agreedOn, filedOn } = known.facts;
    if (agreedOn === 'not-yet') return NOTHING;
    const late = lateness(
      {
        by: 'general-contractor',
        start: agreedOn,
        after: '签订工资保证金存款协议书',
        period: workingDays(params['deposit.agreement-days']),
        act: '将副本备案',
        done: filedOn,
        basis: cite('保证金规定', 9),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 1, owedTo: 'authority', clears: '登记备案日期' });
  },
});
