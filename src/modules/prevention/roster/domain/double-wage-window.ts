import { addDays, addMonths, type CivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months, type WorkingCalendar } from '#law/calendars/index.ts';
import type { Happened } from '#law/facts.ts';

/** 二倍工资的起止, from the law: within one month a contract must be signed, after twelve it counts as concluded. */
export interface ContractMonths {
  readonly sign: number;
  readonly deemed: number;
}

export interface DoubleWageWindow {
  /** The last day on which signing is in time, moved after a rest day. */
  readonly signBy: Deadline;
  /** 满一个月的次日. */
  readonly from: CivilDate;
  /** The day before signing, or before a full year, whichever is earlier; earlier than `from` when there is no window. */
  readonly until: CivilDate;
  /** 视为已订立无固定期限劳动合同之日. */
  readonly deemedOn: CivilDate;
  readonly isDeemed: boolean;
}

/**
 * 未订书面合同的二倍工资. 「起算时间为用工之日起满一个月的次日，截止时间为补订书面劳动合同的前一日」, at most 「至满一年的前一日」. The day of hire is not counted (民法典第二百零一条):
 * hired on 1 March, a month is full on 1 April and the window opens on the 2nd. Up to the day asked about.
 */
export function doubleWageWindow(
  hiredOn: CivilDate,
  signedOn: Happened,
  on: CivilDate,
  limits: ContractMonths,
  calendar: WorkingCalendar,
): DoubleWageWindow | null {
  const signBy = deadline(hiredOn, months(limits.sign), calendar);
  const isSigned = signedOn !== 'not-yet' && signedOn <= on;
  if (on <= signBy.due || (isSigned && signedOn <= signBy.due)) return null;
  const deemedOn = addMonths(hiredOn, limits.deemed);
  const lastOfYear = addDays(deemedOn, -1);
  const lastUnsigned = isSigned ? addDays(signedOn, -1) : on;
  return {
    signBy,
    from: addDays(signBy.unrolled, 1),
    until: lastUnsigned < lastOfYear ? lastUnsigned : lastOfYear,
    deemedOn,
    isDeemed: on >= deemedOn && !(isSigned && signedOn < deemedOn),
  };
}
