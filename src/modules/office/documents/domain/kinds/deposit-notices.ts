import { cite } from '#law/citation.ts';
import { creditCode, day, line, money, optional, phone, SIGNED_ON, text } from '../field.ts';
import { documentKind, type DocumentKind } from '../kind.ts';

const contact = [line('联系人'), phone('联系电话'), SIGNED_ON];
const party = [line('施工总承包单位'), creditCode('统一社会信用代码', optional), line('项目名称')];
const office = { group: '工资保证金', binds: 'project', makers: ['office'], outward: true } as const;

/** 工资保证金存储通知书. 「自工程取得施工许可证之日起20个工作日内」. */
const storing = documentKind({
  ...office,
  code: 'deposit-storing-notice',
  name: '工资保证金存储通知书',
  means: '告知总包单位按期存储工资保证金或者提交保函',
  numbering: '{机关}保存字〔{年}〕第{号}号',
  basis: [cite('保证金规定', 8), cite('保证金规定', 11), cite('保证金规定', 15), cite('工资条例', 55, '(二)')],
  fields: [
    ...party,
    money('施工合同额', { hint: '元' }),
    line('存储比例', { hint: '按当地办法，例如 2%' }),
    money('应存金额', { hint: '元' }),
    day('存储期限', { hint: '最后一日' }),
    line('经办银行', { ...optional, hint: '工程所在地的银行' }),
    ...contact,
  ],
});

/** 工资保证金补足通知书. 「自使用之日起10个工作日内补足」. */
const toppingUp = documentKind({
  ...office,
  code: 'deposit-top-up-notice',
  name: '工资保证金补足通知书',
  means: '动用保证金后，通知总包单位补足或者换新保函',
  numbering: '{机关}保补字〔{年}〕第{号}号',
  basis: [cite('保证金规定', 20), cite('保证金规定', 25)],
  fields: [
    ...party,
    day('动用日期'),
    money('动用金额', { hint: '元' }),
    money('应补足金额', { hint: '元' }),
    day('补足期限', { hint: '最后一日' }),
    ...contact,
  ],
});

/** 工资保证金返还（销户）确认书. */
const returning = documentKind({
  ...office,
  code: 'deposit-return-confirmation',
  name: '工资保证金返还（销户）确认书',
  means: '审核无拖欠后，通知经办银行和总包单位解除监管、返还保证金',
  numbering: '{机关}保返字〔{年}〕第{号}号',
  basis: [cite('保证金规定', 22, 2), cite('保证金规定', 22, 3)],
  fields: [
    ...party,
    line('经办银行'),
    line('保证金账号', optional),
    money('返还金额', { hint: '元' }),
    line('保函编号', optional),
    day('申请日期'),
    line('公示情况', { hint: '公示起止日期、有无异议' }),
    ...contact,
  ],
});

/** 农民工工资保证金支付通知书: after an order to clear that was not obeyed; the bank pays the named workers within 5 working days. */
const paying = documentKind({
  ...office,
  code: 'deposit-payment-notice',
  name: '农民工工资保证金支付通知书',
  means: '总包单位到期拒不履行清偿决定时，通知经办银行从保证金支付给被欠薪农民工本人',
  numbering: '{机关}保支字〔{年}〕第{号}号',
  basis: [cite('保证金规定', 19)],
  fields: [
    ...party,
    line('经办银行'),
    line('保证金账号', { ...optional, hint: '保函的写保函编号' }),
    line('处理决定文号', { hint: '责令限期清偿或者先行清偿的行政处理决定' }),
    day('决定到期日'),
    text('不履行情况'),
    line('人数', { hint: '被拖欠工资的农民工' }),
    money('支付金额', { hint: '元' }),
    text('支付清单', { standard: '详见所附被拖欠工资农民工名册及本人银行账户清单。' }),
    ...contact,
  ],
});

export const depositNotices: readonly DocumentKind[] = [storing, toppingUp, returning, paying];
