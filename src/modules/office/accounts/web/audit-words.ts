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
  ['worker.unmasked', '看身份证号'],
  ['search', '查找'],
  ['import.received', '上传文件'],
  ['import.mapped', '对应列'],
  ['import.confirmed', '收下导入'],
  ['import.done', '导入完成'],
  ['import.undone', '撤回导入'],
  ['import.cancelled', '取消导入'],
  ['warning.acknowledge', '签收预警'],
  ['warning.handle', '登记处置结果'],
  ['warning.return', '退回整改'],
  ['warning.verify', '核实预警'],
  ['warning.close', '销号'],
  ['warning.reopen', '重新打开预警'],
  ['warning.assign', '指派预警'],
  ['warning.comment', '写备注'],
  ['audit.read', '看审计'],
  ['clock.moved', '调演示日期'],
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
};

/** The detail of a row as names and values in one line. */
export function detailWords(detail: unknown): string {
  if (detail === null || detail === undefined) return '';
  if (typeof detail !== 'object') return String(detail);
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${PARTS[name] ?? name}：${valueWords(name, value)}`)
    .join('　');
}

function valueWords(name: string, value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (name === 'role' && isRole(text)) return ROLES[text].name;
  return name === 'action' ? actName(text) : text;
}
