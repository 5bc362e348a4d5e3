import { crc32, deflateSync } from 'node:zlib';

/** Writes a black-and-white picture as PNG, one bit a dot. `rows[y][x]` is true where it is black. */
export function blackAndWhitePng(rows: readonly (readonly boolean[])[]): Buffer {
  const width = rows[0]?.length ?? 0;
  const lineBytes = 1 + Math.ceil(width / 8);
  const dots = Buffer.alloc(lineBytes * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x += 1) {
      const at = y * lineBytes + 1 + (x >> 3);
      if (row[x] !== true) dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head[8] = 1; // one bit a dot, grey
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
