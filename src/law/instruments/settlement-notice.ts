import { gist, instrument } from './instrument.ts';

/** 关于完善建设工程价款结算有关办法的通知. */
export const settlementNotice = instrument({
  title: '财政部、住房城乡建设部关于完善建设工程价款结算有关办法的通知',
  number: '财建〔2022〕183号',
  inForceFrom: '2022-08-01',
  articleCount: null,
  inParts: true,
  articles: {
    1: {
      whole: gist(
        '政府机关、事业单位、国有企业建设工程进度款支付应不低于已完成工程价款的80%；除按合同约定保留不超过工程价款总额3%的质量保证金外，进度款支付比例可由双方自行确定；结算后超付的工程款在30日内退还。',
        'V1',
      ),
    },
    2: {
      whole: gist('当年开工、当年不能竣工的新开工项目可以推行过程结算；经双方确认的过程结算文件作为竣工结算文件的组成部分，竣工后原则上不再重复审核。', 'M'),
    },
  },
});
