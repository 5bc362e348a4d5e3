import type { BasisPoints } from '#kernel/basis-points.ts';
import { lookUp } from '#law/look-up.ts';
import type { ParameterId } from '#law/parameters/index.ts';
import type { Setting } from '#law/rule.ts';

/** 工程类别, as places set their least shares by. */
export const WORKS = { building: '房屋建筑', municipal: '市政', transport: '交通', water: '水利', other: '其他' } as const;

export type Works = keyof typeof WORKS;

/** Of what the share is taken: 合同价款, or 工程进度款. */
export type ShareOf = 'contract' | 'progress';

export const MINIMUM_SHARES = [
  'labour-cost.min-share',
  'labour-cost.building.contract-share',
  'labour-cost.building.progress-share',
  'labour-cost.municipal.contract-share',
  'labour-cost.municipal.progress-share',
  'labour-cost.transport.contract-share',
  'labour-cost.transport.progress-share',
  'labour-cost.water.contract-share',
  'labour-cost.water.progress-share',
] as const satisfies readonly ParameterId[];

/**
 * 本地最低比例: the place's share for this kind of works; of progress payments also the one it sets for all works. Null where the place says nothing:
 * the nation has none.
 */
export function minimumShare(works: Works, of: ShareOf, setting: Setting): BasisPoints | null {
  const own = works === 'other' ? null : lookUp(`labour-cost.${works}.${of}-share`, setting, setting.on);
  if (own?.ok === true) return own.inForce.value;
  const general = of === 'progress' ? lookUp('labour-cost.min-share', setting, setting.on) : null;
  return general?.ok === true ? general.inForce.value : null;
}
