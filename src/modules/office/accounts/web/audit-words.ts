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
];

const NAMES = new Map(ACTS);

export function actName(action: string): string {
  return NAMES.get(action) ?? action;
}

/** The detail of a row as names and values in one line. */
export function detailWords(detail: unknown): string {
  if (detail === null || detail === undefined) return '';
  if (typeof detail !== 'object') return String(detail);
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}：${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('　');
}
