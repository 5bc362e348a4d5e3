import { z } from 'zod';
import { type BasisPoints, basisPoints, formatBp } from '#kernel/basis-points.ts';
import { type Fen, fen, inYuan } from '#kernel/fen.ts';

/** 工程所属行业, as far as places tell them apart when they set deposits. */
export const INDUSTRIES = { building: '房屋建筑和市政', transport: '交通运输', railway: '铁路', water: '水利', other: '其他' } as const;
export type Industry = keyof typeof INDUSTRIES;

/** 存储标准的一档: what a place asks of a contract of this size. */
export interface DepositTier {
  /** The contract amount at which the tier begins, included; the next tier ends it. */
  readonly from: Fen;
  readonly rate: BasisPoints;
  readonly cap?: Fen;
  /** True when the cap counts all works of the contractor in the area together. */
  readonly capTogether?: true;
  /** Only for works of these industries. A tier without is for all that have none of their own. */
  readonly industries?: readonly Industry[];
}

/** 下浮办法: lowered to a rate, by points, by a share of the rate, or not at all. */
export type Lowering =
  | { readonly kind: 'none' }
  | { readonly kind: 'to'; readonly rate: BasisPoints }
  | { readonly kind: 'points'; readonly points: BasisPoints }
  | { readonly kind: 'share'; readonly share: BasisPoints };

/** 「交通运输 0 元起 1.5%，上限 3,000,000 元」. */
export function tierInWords({ from, rate, cap, capTogether, industries = [] }: DepositTier): string {
  const who = industries.map((industry) => INDUSTRIES[industry]).join('、');
  const most = cap === undefined ? '' : `，${capTogether === true ? '各工程合计' : ''}上限 ${inYuan(cap)}`;
  return `${who}${who === '' ? '' : ' '}${inYuan(from)}起 ${formatBp(rate)}${most}`;
}

/** 「降低50%」. */
export function loweringInWords(lowering: Lowering): string {
  if (lowering.kind === 'none') return '不下浮';
  if (lowering.kind === 'to') return `降为${formatBp(lowering.rate)}`;
  return lowering.kind === 'points' ? `减去${formatBp(lowering.points)}（百分点）` : `降低${formatBp(lowering.share)}`;
}

const SHARE = z.int().min(0).transform(basisPoints);
const MONEY = z.union([z.string().regex(/^\d{1,18}$/u), z.int().min(0)]).transform((value) => fen(BigInt(value)));
const SCALE: z.ZodType<readonly DepositTier[]> = z
  .array(
    z.strictObject({
      from: MONEY,
      rate: SHARE,
      cap: MONEY.exactOptional(),
      capTogether: z.literal(true).exactOptional(),
      industries: z.array(z.enum(['building', 'transport', 'railway', 'water', 'other'])).exactOptional(),
    }),
  )
  .min(1);
const LOWERING: z.ZodType<Lowering> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('to'), rate: SHARE }),
  z.strictObject({ kind: z.literal('points'), points: SHARE }),
  z.strictObject({ kind: z.literal('share'), share: SHARE }),
]);

/** Reads a scale from a draft; null when it is none. */
export function readScale(input: unknown): readonly DepositTier[] | null {
  return SCALE.safeParse(input).data ?? null;
}

/** Reads a lowering from a draft; null when it is none. */
export function readLowering(input: unknown): Lowering | null {
  return LOWERING.safeParse(input).data ?? null;
}
