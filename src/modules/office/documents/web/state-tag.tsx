import { day } from '#kit/format.ts';
import { Tag, type Tone } from '#kit/tag.tsx';
import type { DocumentRow } from '../domain/wire.ts';

const TONES: Readonly<Record<string, Tone>> = { made: 'grey', 'to-serve': 'blue', served: 'green', withdrawn: 'grey' };

/** How far a document is; a service that takes effect later says when. */
export function StateTag({ row, today }: { readonly row: DocumentRow; readonly today: string }) {
  const later = row.state === 'served' && row.effectiveOn !== null && row.effectiveOn > today;
  return <Tag tone={later ? 'blue' : (TONES[row.state] ?? 'grey')}>{later ? `已公告，${day(row.effectiveOn ?? '', today)}视为送达` : row.stateName}</Tag>;
}
