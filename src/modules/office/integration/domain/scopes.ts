/** 权限范围: what an app of the open API may ask for. Data, so that screens, the document and the check read one list. */
export interface ApiScope {
  readonly scope: string;
  readonly name: string;
  readonly says: string;
}

export const API_SCOPES: readonly ApiScope[] = [
  { scope: 'projects:read', name: '读项目', says: '项目台账、工资链条、项目月事实' },
  { scope: 'warnings:read', name: '读预警', says: '预警列表和一条预警' },
  { scope: 'rosters:read', name: '读花名册', says: '花名册，身份证号、电话、卡号只给掩码' },
  { scope: 'payrolls:read', name: '读工资表汇总', says: '按月、班组汇总的应发、实发和签字情况，不含个人' },
  { scope: 'payments:read', name: '读支付情况', says: '按月的支付情况和每个工人的到账状态，身份证号只给掩码' },
  { scope: 'records:write', name: '报送数据', says: '花名册、考勤、工资表、专户流水；须用签名' },
];

export function isApiScope(text: string): boolean {
  return API_SCOPES.some(({ scope }) => scope === text);
}
