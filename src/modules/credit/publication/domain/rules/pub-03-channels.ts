import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  published: event('向社会公布之日'),
  onPortal: yesNo('是否在人社部门门户网站公布'),
  inMedia: yesNo('是否在本行政区域主要报刊、电视等媒体公布'),
});

/** 公布渠道. The portal and the area's main papers or television, both: one of them alone is not the publication the measures ask for. */
export const channels = matterRule({
  code: 'PUB-03',
  version: 1,
  title: '公布渠道两处都要有',
  basis: [cite('社会公布办法', 7)],
  evidence: 'V2',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.published === 'not-yet') return NOTHING;
    const known = form.certain(given, 'published', 'onPortal', 'inMedia');
    if (!known.ok) return known.answer;
    const { published, onPortal, inMedia } = known.facts;
    if (published === 'not-yet' || published > setting.on || (onPortal && inMedia)) return NOTHING;
    const missing = [...(onPortal ? [] : ['门户网站']), ...(inMedia ? [] : ['主要报刊、电视等媒体'])];
    return finding({
      level: 1,
      says: `${inChineseDay(published, yearOf(setting.on))}公布的重大劳动保障违法行为没有在${missing.join('和')}公布`,
      values: [{ label: '缺少的渠道', value: missing.length, unit: 'count', threshold: 0 }],
      dueOn: published,
      duty: 'authority',
      clears: '在门户网站和本行政区域主要媒体都公布',
      rows: [],
    });
  },
});
