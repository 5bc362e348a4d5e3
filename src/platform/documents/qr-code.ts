import encodeQR from 'qr';
import { blackAndWhitePng } from './png.ts';

/** Dots of one module: printed at 80 mm they stay sharp. */
const DOTS = 10;

/** A QR code as PNG, with the quiet zone of 4 the standard asks for and a quarter of it readable when torn or dirty. */
export function qrCode(text: string): Buffer {
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  return blackAndWhitePng(
    modules.flatMap((row) => {
      const wide = row.flatMap((dark) => Array.from({ length: DOTS }, () => dark));
      return Array.from({ length: DOTS }, () => wide);
    }),
  );
}
