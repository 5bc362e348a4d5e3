import { gist, instrument } from './instrument.ts';

/** 关于实施“护薪”行动全力做好拖欠农民工工资争议处理工作的通知. */
export const wageProtectionNotice = instrument({
  title: '人力资源社会保障部关于实施“护薪”行动全力做好拖欠农民工工资争议处理工作的通知',
  number: '人社部发〔2019〕80号',
  inForceFrom: '2019-07-26',
  articleCount: null,
  inParts: true,
  articles: {
    0: { whole: gist('拖欠农民工工资争议快立、快调、快审、快结：对简单的拖欠农民工工资争议案件，仲裁机构应在30日内结案。', 'V2') },
  },
});
