import { fileSize } from '#kit/format.ts';
import { isRole, ROLES } from '../domain/index.ts';

/** What an audit action is called. What is not listed is shown as kept. */
export const ACTS: readonly (readonly [string, string])[] = [
  ['session.begun', '登录'],
  ['session.ended', '退出登录'],
  ['session.refused', '登录被拒'],
  ['password.changed', '改密码'],
  ['password.reset', '重设密码'],
  ['account.created', '开账号'],
  ['account.disabled', '停用账号'],
  ['account.enabled', '恢复账号'],
  ['identity.waiting', '经统一身份认证来的人登记'],
  ['identity.admitted', '开通统一身份认证来的人'],
  ['identity.turned-down', '不予开通'],
  ['contact.changed', '改接收提醒的方式'],
  ['contact.verified', '验证接收提醒的号码'],
  ['contact.withdrawn', '关上一种提醒'],
  ['worker.unmasked', '看身份证号'],
  ['worker.searched', '按姓名或证号找人'],
  ['import.received', '上传文件'],
  ['import.mapped', '对列'],
  ['import.confirmed', '收下导入'],
  ['import.accepted', '导入写完'],
  ['import.errors-downloaded', '下载标红的表'],
  ['import.undone', '撤销导入'],
  ['import.cancelled', '不收文件'],
  ['export.asked', '要导出'],
  ['export.done', '导出取完'],
  ['export.cancelled', '导出取消'],
  ['export.failed', '导出没有完成'],
  ['report.checked', '核对报表'],
  ['payroll-abroad.written', '写出境外工资文件'],
  ['warning.raised', '发出预警'],
  ['warning.grown', '预警加重'],
  ['warning.eased', '预警减轻'],
  ['warning.cleared', '数据显示已消除'],
  ['warning.stands-again', '数据显示又出现'],
  ['warning.acknowledged', '签收预警'],
  ['warning.handled', '处置并回复'],
  ['warning.returned', '退回整改'],
  ['warning.verified', '核实预警'],
  ['warning.closed', '销号'],
  ['warning.reopened', '重新打开预警'],
  ['warning.escalated', '超期升级'],
  ['warning.assigned', '指派预警'],
  ['warning.commented', '写备注'],
  ['evidence.opened', '看证明材料'],
  ['sweep.ended', '核对规则'],
  ['audit.read', '看审计'],
  ['clock.moved', '调演示日期'],
  ['app.created', '登记接口应用'],
  ['app.key-rotated', '换接口密钥'],
  ['app.disabled', '停用接口应用'],
  ['app.enabled', '启用接口应用'],
  ['app.changed', '改接口应用'],
  ['message.opened', '打开接口消息正文'],
  ['webhook.created', '登记事件推送'],
  ['webhook.ended', '停止事件推送'],
  ['webhook.resumed', '恢复事件推送'],
  ['delivery.replayed', '重推事件'],
  ['demo.loaded', '装演示数据'],
];

const NAMES = new Map(ACTS);

export function actName(action: string): string {
  return NAMES.get(action) ?? action;
}

const THINGS: Readonly<Record<string, string>> = {
  account: '账号',
  session: '登录',
  audit: '审计记录',
  clock: '演示日期',
  demo: '演示数据',
  import: '导入',
  project: '项目',
  person: '工人',
  warning: '预警',
  evidence: '材料',
  app: '接口应用',
  message: '接口消息',
  webhook: '事件推送',
  delivery: '推送',
};

/** `warning:12` is 预警 12. */
export function objectWords(object: string): string {
  const [kind = '', ...rest] = object.split(':');
  const thing = THINGS[kind];
  if (thing === undefined) return object;
  const id = rest.join(':');
  return id === '' || id === 'unknown' ? thing : `${thing} ${id}`;
}

const PARTS: Readonly<Record<string, string>> = {
  role: '岗位',
  failures: '第几次失败',
  from: '从',
  to: '到',
  until: '到',
  page: '页',
  actor: '谁',
  action: '动作',
  object: '对象',
  q: '词',
  note: '说明',
  reason: '原因',
  project: '项目',
  kind: '种类',
  rows: '行数',
  month: '月份',
  day: '哪天',
  step: '步骤',
  file: '文件',
  files: '文件',
  name: '名称',
  login: '登录名',
  count: '个数',
  size: '大小',
  sha256: '校验',
  contentHash: '内容校验',
  added: '新增',
  changed: '改动',
  unchanged: '没变',
  refusedRows: '没收',
  validRowsOnly: '只收没错的',
  rule: '规则',
  level: '级别',
  levelFrom: '原级别',
  evidence: '材料',
};

const ORDER = Object.keys(PARTS);

/** Values that the modules keep as words of the code. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ledger: '在建项目台账', roster: '花名册', attendance: '考勤表', payroll: '工资支付表', flows: '专户流水' },
  level: { 0: '提示', 1: '蓝', 2: '黄', 3: '橙', 4: '红' },
  reason: { paid: '工资已发清', 'data-corrected': '数据已更正', 'false-alarm': '误报', transferred: '已转其他程序办理', other: '其他' },
  state: { raised: '待签收', acknowledged: '待处置', handled: '待核实', verified: '待销号', closed: '已销号' },
};
const VALUES_OF: Readonly<Record<string, string>> = { kind: 'kind', level: 'level', levelFrom: 'level', reason: 'reason', from: 'state', to: 'state' };

/** Enough of a checksum to compare two rows by eye; the whole stands in the store. */
const CHECKSUM_SHOWN = 8;

/** The detail of a row as names and values in one line. */
export function detailWords(detail: unknown): string {
  if (detail === null || detail === undefined) return '';
  if (typeof detail !== 'object') return String(detail);
  return (
    Object.entries(detail)
      .filter(([, value]) => value !== null && value !== '')
      // The store keeps names by length; people read "from" before "to".
      .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
      .map(([name, value]) => `${PARTS[name] ?? name}：${valueWords(name, value)}`)
      .join('　')
  );
}

function valueWords(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (name === 'role' && isRole(text)) return ROLES[text].name;
  if (name === 'action') return actName(text);
  if (name === 'size') return fileSize(Number(text));
  if (name === 'sha256' || name === 'contentHash') return `${text.slice(0, CHECKSUM_SHOWN)}…`;
  return VALUES[VALUES_OF[name] ?? '']?.[text] ?? text;
}
