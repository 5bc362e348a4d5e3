import { gist, instrument } from './instrument.ts';

/** 中华人民共和国个人信息保护法. */
export const personalInformationLaw = instrument({
  title: '中华人民共和国个人信息保护法',
  number: '2021年主席令第91号',
  inForceFrom: '2021-11-01',
  articleCount: 74,
  articles: {
    28: { whole: gist('敏感个人信息包括生物识别等信息；只有在具有特定的目的和充分的必要性，并采取严格保护措施的情形下，方可处理。', 'VF') },
    29: { whole: gist('处理敏感个人信息应当取得个人的单独同意。', 'VF') },
    30: { whole: gist('处理敏感个人信息的，还应当向个人告知处理敏感个人信息的必要性以及对个人权益的影响。', 'VF') },
    55: { whole: gist('处理敏感个人信息等情形，应当事前进行个人信息保护影响评估，并对处理情况进行记录。', 'VF') },
  },
});
