import { gist, instrument } from './instrument.ts';

/** 建设工程质量管理条例 (2019修订). */
export const qualityRegulation = instrument({
  title: '建设工程质量管理条例',
  number: '国务院令第279号，2019年修订',
  inForceFrom: '2000-01-30',
  articleCount: 82,
  articles: {
    62: {
      whole: gist(
        '承包单位将承包的工程转包或者违法分包的，责令改正，没收违法所得，对施工单位处工程合同价款百分之零点五以上百分之一以下的罚款；可以责令停业整顿，降低资质等级；情节严重的，吊销资质证书。',
        'VF',
      ),
    },
    78: { whole: gist('肢解发包、违法分包、转包的定义。', 'VF') },
  },
});
