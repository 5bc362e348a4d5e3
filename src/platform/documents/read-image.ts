import type { Run } from './paper.ts';
import type { Reading } from './reading.ts';
import { descendants, type Element } from './xml.ts';

const EMU_A_POINT = 12_700;
/** Pixels a picture may have after unpacking: a scan of A3 at 300 dots an inch has 17 million. */
const MOST_PIXELS = 20_000_000;

/** A picture that stands in the line, PNG or JPEG; others are named as unprintable. */
export function readImage(drawing: Element, reading: Reading): Run[] {
  let size: { width: number; height: number } | undefined;
  let alt = '';
  let target: string | undefined;
  for (const { name, attributes } of descendants(drawing)) {
    if (name === 'wp:extent') size ??= { width: Number(attributes['cx']) / EMU_A_POINT, height: Number(attributes['cy']) / EMU_A_POINT };
    if (name === 'wp:docPr') alt = attributes['descr'] ?? attributes['title'] ?? '';
    if (name === 'a:blip') target ??= reading.targets.get(attributes['r:embed'] ?? '');
  }
  if (target === undefined || size === undefined) return [];
  const content = reading.parts.get(target);
  if (content === undefined || !isPrintable(content)) {
    reading.unprintable.add('读不了的图片（请换成 PNG 或 JPG，不超过 2000 万像素）');
    return [];
  }
  const fits = Number.isFinite(size.width) && Number.isFinite(size.height) && size.width > 0 && size.height > 0;
  return fits ? [{ kind: 'image', content, width: Math.min(size.width, 2000), height: Math.min(size.height, 2000), alt }] : [];
}

function isPrintable(content: Buffer): boolean {
  if (content.length > 33 && content.readUInt32BE(0) === 0x89504e47 && content.toString('latin1', 12, 16) === 'IHDR') {
    return content.readUInt32BE(16) * content.readUInt32BE(20) <= MOST_PIXELS;
  }
  // JPEG goes into the PDF as it is and is not unpacked here.
  return content.length > 4 && content.readUInt16BE(0) === 0xffd8;
}
