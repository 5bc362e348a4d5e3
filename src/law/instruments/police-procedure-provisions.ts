import { gist, instrument } from './instrument.ts';

/** 公安机关办理刑事案件程序规定 (2020修正). */
export const policeProcedureProvisions = instrument({
  title: '公安机关办理刑事案件程序规定',
  number: '公安部令第127号，2020年修正',
  inForceFrom: '2013-01-01',
  articleCount: 388,
  articles: {
    180: {
      whole: gist(
        '行政执法机关移送的案件，公安机关应当自接受案件之日起三日以内进行审查；认为材料不全的，二十四小时以内通知三日以内补正，不得以材料不全为由不接受。',
        'VF',
      ),
    },
    181: { whole: gist('移送案件的行政执法机关对不予立案决定不服的，可以在三日以内申请复议；公安机关三日以内作出决定。', 'VF') },
    182: { whole: gist('人民检察院要求说明不立案理由的，七日以内作出书面说明；通知立案的，十五日以内立案。', 'VF') },
    183: { whole: gist('人民检察院认为不应当立案而立案，提出纠正意见的处理。', 'VF') },
    184: { whole: gist('经立案侦查，认为有犯罪事实需要追究刑事责任，但不属于自己管辖的处理。', 'VF') },
  },
});
