import { gist, instrument } from './instrument.ts';

/** 关于职工全年月平均工作时间和工资折算问题的通知. */
export const workingHoursNotice = instrument({
  title: '关于职工全年月平均工作时间和工资折算问题的通知',
  number: '人社部发〔2025〕2号',
  inForceFrom: '2025-01-01',
  articleCount: null,
  inParts: true,
  articles: {
    1: { whole: gist('制度工作时间的计算：年工作日为365天减去104天休息日和13天法定节假日，等于248天；月工作日为20.67天。', 'V1') },
    2: { whole: gist('日工资、小时工资的折算：日工资为月工资收入除以月计薪天数21.75天；小时工资为月工资收入除以（月计薪天数乘以8小时）。', 'V1') },
  },
});
