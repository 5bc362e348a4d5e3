/** 待核实的原因: why a punch waits for a person, and is counted nowhere until then. */
export type QuarantineReason = 'too-old' | 'outside-fence' | 'revoked-key' | 'counter-reused' | 'unknown-person' | 'manual-entry' | 'ahead' | 'set-aside';

/** 标记: what is strange about punches that were taken. Evidence, never a deletion. */
export type FlagKind = 'late-upload' | 'clock-skew' | 'impossible-speed' | 'burst' | 'constant-position' | 'lost';

export const REASONS: Readonly<Record<QuarantineReason, { readonly name: string; readonly says: string }>> = {
  'too-old': { name: '超过离线期限', says: '设备补传的打卡早于离线暂存的期限' },
  'outside-fence': { name: '围栏外', says: '打卡位置在项目电子围栏以外' },
  'revoked-key': { name: '密钥已停用', says: '用已停用的密钥签名上报' },
  'counter-reused': { name: '序号重用', says: '这个序号已收过另一条打卡，或收过的已被撤销' },
  'unknown-person': { name: '工号未对应', says: '设备里的工号没有对应到人' },
  'manual-entry': { name: '手工补录', says: '人工补录，须由另一人核实' },
  ahead: { name: '时间超前', says: '打卡时间比服务器晚 10 分钟以上，没有计入' },
  'set-aside': { name: '核查搁置', says: '核查中发现异常，搁置待核实' },
};

export const FLAGS: Readonly<Record<FlagKind, { readonly name: string; readonly says: string }>> = {
  'late-upload': { name: '补传', says: '打卡后 5 分钟以上才上报（离线暂存后补传）' },
  'clock-skew': { name: '时钟偏差', says: '设备时钟与服务器相差超过界限，时间按设备所记保存' },
  'impossible-speed': { name: '不可能的行程', says: '同一人在相距过远的两个工地先后打卡，时间不够往返' },
  burst: { name: '打卡过密', says: '一台设备 60 秒内的打卡超过界限' },
  'constant-position': { name: '位置不变', says: '多次手机打卡的定位一模一样' },
  lost: { name: '序号缺失', says: '设备声明这些序号的打卡已丢失' },
};

export function isReason(text: string): text is QuarantineReason {
  return Object.hasOwn(REASONS, text);
}

/** Somebody who would decide about a punch that waits. */
export interface Decider {
  readonly accountId: string;
  readonly isOfficial: boolean;
}

/**
 * Whether this person may decide. A 手工补录 needs a second person, of either side: who entered it never confirms it. What a
 * device sent is decided by the office alone.
 * Interpretation: taking such a punch makes days for the contractor, rejecting it takes them from the worker; neither is for the
 * party whose books they are.
 */
export function mayDecide(
  entry: { readonly reasons: readonly string[]; readonly enteredBy: string | null },
  by: Decider,
): { readonly may: boolean; readonly why: string } {
  if (entry.reasons.includes('manual-entry')) {
    if (entry.enteredBy === by.accountId) return { may: false, why: '补录须由另一人核实，不能由补录人自己确认。' };
    return { may: true, why: '' };
  }
  return by.isOfficial ? { may: true, why: '' } : { may: false, why: '设备上报的异常打卡由主管部门核实。' };
}
