import { gist, instrument } from './instrument.ts';

/** 中华人民共和国法律援助法. */
export const legalAidLaw = instrument({
  title: '中华人民共和国法律援助法',
  number: '2021年主席令第93号',
  inForceFrom: '2022-01-01',
  articleCount: 71,
  articles: {
    42: { whole: gist('申请支付劳动报酬的进城务工人员等，申请法律援助免予核查经济困难状况。', 'VF') },
    43: { whole: gist('自收到法律援助申请之日起七日内进行审查，作出是否给予的决定；决定给予的，自作出决定之日起三日内指派。', 'VF') },
    44: { whole: gist('距法定时效或者期限届满不足七日等情形，可以决定先行提供法律援助。', 'VF') },
    49: { whole: gist('对不予法律援助等决定有异议的，可以向设立该机构的司法行政部门提出；司法行政部门五日内进行审查。', 'VF') },
  },
});
