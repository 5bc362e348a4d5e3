import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  decided: event('作出列入决定之日'),
  published: event('在本部门门户网站和指定网站公开之日'),
  shared: event('共享至同级信用信息共享平台之日'),
});

/** 公开共享. Articles 9 and 10 owe both, 「通过本部门门户网站和其他指定的网站公开」 and 「共享至同级信用信息共享平台」, and name no days: five are ours. */
export const publishAndShare = matterRule({
  code: 'BLK-06',
  version: 1,
  title: '列入后公开并共享',
  basis: [cite('失信名单办法', 9), cite('失信名单办法', 10, 1)],
  evidence: 'VF',
  interpretation: '名单办法没有规定公开、共享的天数，本系统按5个工作日提示，各地可以另设。',
  facts: form,
  needs: ['list.share.days'],
  prepare: (setting, params) => (given) => {
    if (given.decided === 'not-yet') return NOTHING;
    const known = form.certain(given, 'decided', 'published', 'shared');
    if (!known.ok) return known.answer;
    const { decided, published, shared } = known.facts;
    if (decided === 'not-yet' || decided > setting.on) return NOTHING;
    const duty = { by: 'authority', start: decided, after: '作出列入决定', period: workingDays(params['list.share.days']) } as const;
    const [first, ...rest] = [
      lateness({ ...duty, act: '在门户网站公开名单', done: published, basis: cite('失信名单办法', 9) }, setting),
      lateness({ ...duty, act: '共享至信用信息共享平台', done: shared, basis: cite('失信名单办法', 10, 1) }, setting),
    ].filter((late) => late !== null);
    return first === undefined ? NOTHING : lateFinding([first, ...rest], { level: 2, owedTo: 'credit-platform', clears: '名单已经公开并共享' });
  },
});
