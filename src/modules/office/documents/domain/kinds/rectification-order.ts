import { cite } from '#law/citation.ts';
import { creditCode, day, line, optional, phone, SIGNED_ON, text } from '../field.ts';
import { documentKind } from '../kind.ts';

/** 限期改正指令书: the order that must come, and be disobeyed, before any fine of 第五十四条 to 第五十七条. */
export const rectificationOrder = documentKind({
  code: 'rectification-order',
  name: '劳动保障监察限期改正指令书',
  group: '执法',
  means: '责令用人单位在期限内改正违法行为；逾期不改正才可能处罚',
  binds: 'project-or-none',
  makers: ['office'],
  numbering: '{机关}监令字〔{年}〕第{号}号',
  outward: true,
  basis: [cite('监察条例', 18), cite('工资条例', 54), cite('工资条例', 55), cite('工资条例', 56), cite('工资条例', 57)],
  fields: [
    line('当事人'),
    creditCode('统一社会信用代码', optional),
    line('法定代表人', optional),
    line('当事人地址', optional),
    line('项目名称', optional),
    text('违法事实', { hint: '时间、人数、金额要写清楚' }),
    text('违反条款', { hint: '例如：《保障农民工工资支付条例》第三十一条' }),
    text('指令依据', { standard: '《劳动保障监察条例》第十八条' }),
    text('改正要求'),
    day('改正期限', { hint: '最后一日' }),
    text('逾期后果', { standard: '逾期不改正的，将依照《保障农民工工资支付条例》《劳动保障监察条例》等规定依法处理。' }),
    text('报送材料', { standard: '改正情况的书面报告和工资支付凭证。' }),
    text('救济途径', {
      standard: '如不服本指令，可以自收到本指令书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。',
      hint: '由承办人按本文书的性质核对',
    }),
    line('承办人', { hint: '两名，带执法证号' }),
    phone('联系电话'),
    SIGNED_ON,
  ],
});
