import { gist, instrument, quoted } from './instrument.ts';

/** 最高人民法院关于审理劳动争议案件适用法律问题的解释（二）. */
export const disputeInterpretationTwo = instrument({
  title: '最高人民法院关于审理劳动争议案件适用法律问题的解释（二）',
  number: '法释〔2025〕12号',
  inForceFrom: '2025-09-01',
  articleCount: 21,
  articles: {
    1: {
      whole: quoted(
        '具备合法经营资格的承包人将承包业务转包或者分包给不具备合法经营资格的组织或者个人，该组织或者个人招用的劳动者请求确认承包人为承担用工主体责任单位，承担支付劳动报酬、认定工伤后的工伤保险待遇等责任的，人民法院依法予以支持。',
        'V2',
      ),
    },
    2: {
      whole: gist(
        '不具备合法经营资格的组织或者个人挂靠具备合法经营资格的单位对外经营，其招用的劳动者请求确认被挂靠单位为承担用工主体责任单位，承担支付劳动报酬等责任的，人民法院依法予以支持。',
        'V2',
      ),
    },
  },
});
