import { type BasisPoints, formatBp, WHOLE_BP } from '#kernel/basis-points.ts';
import { type Fen, inYuan } from '#kernel/fen.ts';
import { type Exact, exact } from './exact.ts';

/** 计薪方式: what the agreed rate is paid for. */
export const WAGE_KINDS = { month: '月薪', day: '日薪', hour: '时薪', piece: '计件' } as const;

export interface AgreedRate {
  readonly wageKind: keyof typeof WAGE_KINDS;
  /** Per month, day, hour or piece. */
  readonly rate: Fen;
}

/** 折算: 21.75 days a month (in hundredths), 8 hours a day. */
export interface Conversion {
  readonly divisor: number;
  readonly dayHours: number;
}

const MINUTES = 60;

/** 日工资 of a monthly wage: 「月工资收入÷月计薪天数」, unrounded. */
export function dayWageOf(monthly: Fen, { divisor }: Pick<Conversion, 'divisor'>, days: bigint | number = 1n): Exact {
  return exact(monthly, BigInt(days) * 100n, divisor);
}

/** What overtime earns at a share of the normal rate, unrounded: the hourly wage is never rounded before it is multiplied. */
export function overtimePay(
  { wageKind, rate }: AgreedRate,
  done: { readonly minutes: number; readonly pieces: number },
  share: BasisPoints,
  conversion: Conversion,
): Exact {
  const { divisor, dayHours } = conversion;
  switch (wageKind) {
    case 'piece':
      return exact(rate, BigInt(done.pieces) * BigInt(share), WHOLE_BP);
    case 'hour':
      return exact(rate, BigInt(done.minutes) * BigInt(share), MINUTES * WHOLE_BP);
    case 'day':
      return exact(rate, BigInt(done.minutes) * BigInt(share), dayHours * MINUTES * WHOLE_BP);
    case 'month':
      return exact(rate, 100n * BigInt(done.minutes) * BigInt(share), BigInt(divisor) * BigInt(dayHours * MINUTES * WHOLE_BP));
  }
}

/** 「6,000 元 ÷ 21.75 ÷ 8 × 2 小时 × 150%」. */
export function overtimeInWords(
  { wageKind, rate }: AgreedRate,
  done: { readonly minutes: number; readonly pieces: number },
  share: BasisPoints,
  conversion: Conversion,
): string {
  const { divisor, dayHours } = conversion;
  const hourly = { month: ` ÷ ${divisor / 100} ÷ ${dayHours}`, day: ` ÷ ${dayHours}`, hour: '', piece: '' }[wageKind];
  const amount = wageKind === 'piece' ? `${done.pieces} 件` : inHours(done.minutes);
  return `${inYuan(rate)}${hourly} × ${amount} × ${formatBp(share)}`;
}

/** `2 小时`, `2 小时 30 分钟`, `45 分钟`. */
export function inHours(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES);
  const rest = minutes % MINUTES;
  return [hours > 0 || rest === 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter((part) => part !== '').join(' ');
}
