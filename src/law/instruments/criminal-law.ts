import { gist, instrument, paragraphs } from './instrument.ts';

/** 中华人民共和国刑法. The article on refusing to pay was added by 刑法修正案（八）, in force 2011-05-01, and is held as that decision words it. */
export const criminalLaw = instrument({
  title: '中华人民共和国刑法',
  number: '1997年主席令第83号',
  inForceFrom: '1997-10-01',
  articleCount: 452,
  articles: {
    99: { whole: gist('本法所称以上、以下、以内，包括本数。', 'M') },
    276.1: paragraphs({
      1: '以转移财产、逃匿等方法逃避支付劳动者的劳动报酬或者有能力支付而不支付劳动者的劳动报酬，数额较大，经政府有关部门责令支付仍不支付的，处三年以下有期徒刑或者拘役，并处或者单处罚金；造成严重后果的，处三年以上七年以下有期徒刑，并处罚金。',
      2: '单位犯前款罪的，对单位判处罚金，并对其直接负责的主管人员和其他直接责任人员，依照前款的规定处罚。',
      3: '有前两款行为，尚未造成严重后果，在提起公诉前支付劳动者的劳动报酬，并依法承担相应赔偿责任的，可以减轻或者免除处罚。',
    }),
  },
});
