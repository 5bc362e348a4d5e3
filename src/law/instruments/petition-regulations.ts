import { gist, instrument } from './instrument.ts';

/** 信访工作条例. */
export const petitionRegulations = instrument({
  title: '信访工作条例',
  number: '2022年2月25日中共中央、国务院发布',
  inForceFrom: '2022-05-01',
  articleCount: 50,
  articles: {
    22: {
      whole: gist(
        '有权处理的机关、单位收到信访事项后，应当在15日内决定是否受理并书面告知；不属于本机关职权范围的，应当自收到之日起5个工作日内提出异议。',
        'VF',
      ),
    },
    31: { whole: gist('对信访人提出的申诉求决类事项区分情况，通过相应法律程序、行政程序办理。', 'VF') },
    32: { whole: gist('信访处理意见书应当载明的事项。', 'VF') },
    34: { whole: gist('信访事项应当自受理之日起60日内办结；情况复杂的可以延长，不超过30日。', 'VF') },
    35: { whole: gist('信访人对处理意见不服的，可以自收到之日起30日内请求复查；复查机关30日内提出复查意见。', 'VF') },
    36: { whole: gist('信访人对复查意见不服的，可以自收到之日起30日内请求复核；复核机关30日内提出复核意见。', 'VF') },
    37: { whole: gist('做好信访事项的疏导、教育和帮扶。', 'VF') },
  },
});
