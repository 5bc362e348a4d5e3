import { cite } from '#law/citation.ts';
import { fromRecords, line, money, optional, phone, SIGNED_ON, text } from '../field.ts';
import { documentKind } from '../kind.ts';

/** 维权信息告示牌 (A3): the thirteen items of 第三十四条 and the state of the deposit, with a code that opens the project's page for workers. */
export const noticeBoard = documentKind({
  code: 'notice-board',
  name: '维权信息告示牌',
  group: '公示',
  means: '施工现场醒目位置张贴的 A3 告示牌，带扫码查询',
  binds: 'project',
  makers: ['office', 'enterprise'],
  basis: [cite('工资条例', 34), cite('保证金规定', 18)],
  fields: [
    line('项目名称', fromRecords),
    line('建设单位'),
    line('施工总承包单位', fromRecords),
    line('项目部', { hint: '施工总承包单位在本项目的项目部' }),
    text('分包单位', { hint: '没有分包就写“无”' }),
    line('行业主管部门'),
    line('劳资专管员'),
    phone('劳资专管员电话'),
    money('月最低工资标准', { hint: '当地现行标准，元' }),
    money('小时最低工资标准', { ...optional, hint: '当地现行标准，元' }),
    line('工资支付日期', { hint: '例如：每月 15 日' }),
    line('行业主管部门投诉电话'),
    line('劳动保障监察投诉电话', { standard: '12333' }),
    line('劳动争议调解仲裁', { hint: '申请地点和电话' }),
    line('法律援助', { hint: '申请地点和电话' }),
    line('公共法律服务热线', { standard: '12348' }),
    line('工资保证金', { hint: '已存储、已提交保函，或者免存' }),
    line('查询网址', fromRecords),
    SIGNED_ON,
  ],
  images: ['二维码'],
});
