import { cite } from '#law/citation.ts';
import { day, fromRecords, line, optional, phone, SIGNED_ON, text } from '../field.ts';
import { documentKind, type DocumentKind } from '../kind.ts';

/** 专户开立催办通知. 「自工程施工合同签订之日起30日内开立专用账户」. */
const opening = documentKind({
  code: 'account-opening-reminder',
  name: '农民工工资专用账户开立催办通知',
  group: '专用账户',
  means: '催总包单位开立专用账户、签三方协议并备案',
  binds: 'project',
  makers: ['office'],
  numbering: '{机关}专户催字〔{年}〕第{号}号',
  outward: true,
  basis: [cite('工资条例', 26, 1), cite('专户办法', 6), cite('工资条例', 55, '(一)')],
  fields: [
    line('施工总承包单位'),
    line('项目名称'),
    day('施工合同签订日期'),
    day('应开立日期', { hint: '合同签订后 30 日' }),
    text('现在情况'),
    day('办理期限', { hint: '最后一日' }),
    line('联系人'),
    phone('联系电话'),
    SIGNED_ON,
  ],
});

/** 专户撤销公示. 「工程完工且未拖欠农民工工资的，施工总承包单位公示30日后，可以申请注销」. */
const closing = documentKind({
  code: 'account-closing-notice',
  name: '农民工工资专用账户撤销公示',
  group: '专用账户',
  means: '工程完工、没有拖欠时，总包单位在现场和网站公示 30 日',
  binds: 'project',
  makers: ['office', 'enterprise'],
  basis: [cite('工资条例', 27, 2), cite('专户办法', 9), cite('专户办法', 10)],
  fields: [
    line('项目名称', fromRecords),
    line('施工总承包单位', fromRecords),
    line('建设单位'),
    line('专用账户名称'),
    line('开户银行'),
    line('专用账户账号'),
    day('完工日期'),
    day('公示开始日期'),
    day('公示结束日期', { hint: '开始之日起满 30 日' }),
    line('企业联系人'),
    phone('企业联系电话'),
    line('监管部门电话', { standard: '12333' }),
    text('说明', { ...optional, standard: '公示期间如有未结清的农民工工资，请向上述单位或者部门反映。' }),
    SIGNED_ON,
  ],
});

export const accountNotices: readonly DocumentKind[] = [opening, closing];
