import { gist, instrument } from './instrument.ts';

/** 人脸识别技术应用安全管理办法. */
export const facialRecognitionMeasures = instrument({
  title: '人脸识别技术应用安全管理办法',
  number: '国家互联网信息办公室、公安部令第19号',
  inForceFrom: '2025-06-01',
  articleCount: 20,
  articles: {
    10: { whole: gist('实现相同目的或者达到同等业务要求，存在其他非人脸识别技术方式的，不得将人脸识别技术作为唯一验证方式。', 'V2') },
    15: { whole: gist('存储人脸信息达到10万人的，应当自达到之日起30个工作日内向省级以上网信部门备案。', 'V1') },
  },
});
