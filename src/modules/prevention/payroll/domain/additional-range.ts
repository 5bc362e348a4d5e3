import { type BasisPoints, formatBp } from '#kernel/basis-points.ts';
import { type Fen, inYuan, shareOfFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Sheet } from '#law/sheet.ts';

/** 加付赔偿金的幅度, from the law: both ends are in (「50%以上1倍以下」). */
export interface AdditionalShares {
  readonly from: BasisPoints;
  readonly to: BasisPoints;
}

/** 加付赔偿金: the range over the amount still unpaid when the order's time ended, written down on a sheet. */
export function additionalRange(unpaid: Fen, { from, to }: AdditionalShares, sheet: Sheet): { readonly least: Fen; readonly most: Fen } {
  const basis = cite('监察条例', 26, '(一)');
  const least = sheet.step('加付赔偿金下限', shareOfFen(unpaid, from, 'half-up'), 'fen', { reckoned: `${inYuan(unpaid)} × ${formatBp(from)}`, basis });
  const most = sheet.step('加付赔偿金上限', shareOfFen(unpaid, to, 'half-up'), 'fen', { reckoned: `${inYuan(unpaid)} × ${formatBp(to)}`, basis });
  return { least, most };
}
