import type { CivilDate } from '#kernel/civil-date.ts';
import type { Level } from '#law/rule.ts';
import type { Role } from '#modules/office/accounts/domain/index.ts';
import type { HandlingLadder, Rung } from './ladder.ts';
import type { CivilMoment } from '#kernel/civil-moment.ts';
import { lastMinute, type OfficeDays } from './moment.ts';
import type { CloseReason, WarningState } from './wire.ts';

/** 预警: a matter with a clock. What its life depends on, and nothing that only lists need. */
export interface Warning {
  readonly state: WarningState;
  /** What the reader sees: the level the data says, raised by every missed limit and every 反弹. */
  readonly level: Level;
  readonly foundLevel: Level;
  readonly levelsAdded: number;
  /** The data still says so. A closed warning may stand: a false alarm that the rule would repeat every day. */
  readonly standing: boolean;
  /** A warning about the data itself, not about wages. */
  readonly isData: boolean;
  readonly amountFen: bigint;
  readonly people: number;
  readonly ownerRole: Role;
  readonly ownerAccountId: string | null;
  readonly handledBy: string | null;
  readonly handledByRole: Role | null;
  readonly verifiedBy: string | null;
  readonly actUntil: CivilMoment;
  /** Bit l is set once the warning was escalated out of level l. */
  readonly escalatedFrom: number;
  readonly reopened: number;
  readonly raisedOn: CivilDate;
  readonly closedOn: CivilDate | null;
  readonly closeReason: CloseReason | null;
}

/** What happened in one step of a warning's life, by data, by a person or by the clock. */
export type Happening =
  | 'raised'
  | 'grown'
  | 'eased'
  | 'cleared'
  | 'stands-again' // data
  | 'acknowledged'
  | 'handled'
  | 'returned'
  | 'verified'
  | 'closed'
  | 'assigned'
  | 'commented' // people
  | 'reopened' // people, or data within the days of 反弹
  | 'escalated'; // clock

export const HAPPENING_NAMES: Readonly<Record<Happening, string>> = {
  raised: '发出预警',
  grown: '情况加重',
  eased: '情况减轻',
  cleared: '数据显示已消除',
  'stands-again': '数据显示又出现',
  acknowledged: '签收',
  handled: '处置并回复',
  returned: '整改不合格，退回',
  verified: '核实',
  closed: '销号',
  reopened: '重新打开',
  escalated: '超期升级',
  assigned: '指派',
  commented: '备注',
};

export const STATE_NAMES: Readonly<Record<WarningState, string>> = {
  raised: '待签收',
  acknowledged: '待处置',
  handled: '待核实',
  verified: '待销号',
  closed: '已销号',
};

export const CLOSE_REASON_NAMES: Readonly<Record<CloseReason, string>> = {
  paid: '工资已发清',
  'data-corrected': '数据已更正',
  'false-alarm': '误报',
  transferred: '已转其他程序办理',
  other: '其他',
};

/** A warning after one step, and the step. */
export interface Change {
  readonly warning: Warning;
  readonly happening: Happening;
  readonly fromState: WarningState | null;
  readonly levelFrom: Level | null;
}

/** When and by which ladder a step is taken. */
export interface Setting {
  readonly now: CivilMoment;
  readonly ladder: HandlingLadder;
  readonly days: OfficeDays;
}

export function rungOf(level: Level, ladder: HandlingLadder): Rung {
  return ladder.rungs[level];
}

/** The last minute the one whose turn it is has, from now on, in a state of a level. */
export function limitFor(state: Exclude<WarningState, 'closed'>, level: Level, setting: Setting): CivilMoment {
  const rung = rungOf(level, setting.ladder);
  const limit = {
    raised: rung.acknowledgeWithin ?? rung.handleWithin,
    acknowledged: rung.handleWithin,
    handled: rung.verifyWithin,
    verified: rung.closeWithin,
  }[state];
  return lastMinute(setting.now, limit, setting.days, setting.ladder.officeHours);
}

/** 4 is the highest there is. */
export function levelWith(found: Level, added: number): Level {
  const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];
  return LEVELS[Math.min(4, found + added)] ?? 4;
}
