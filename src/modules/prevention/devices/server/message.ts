import { z } from 'zod';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { parsePunchMoment, punchMomentOf } from '../../attendance/domain/index.ts';
import { PUNCHES_AT_ONCE } from '../domain/index.ts';

/** Counters stay whole in JSON. */
const counter = z
  .number()
  .int()
  .min(1)
  .max(Number.MAX_SAFE_INTEGER - 1);

/** A wall clock in China, or a moment with its zone. */
const moment = z.string().max(40);

const PUNCH = z.object({
  counter,
  idNumber: z.string().max(40).optional(),
  personCode: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,32}$/)
    .optional(),
  at: moment,
  direction: z.enum(['in', 'out', 'unknown']).default('unknown'),
  method: z
    .string()
    .max(20)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, '不能含控制字符或不完整的字符')
    .optional(),
  photoHash: z
    .string()
    .regex(/^[0-9A-Fa-f]{32,128}$/)
    .optional(),
  lat: z.number().min(-90).max(90).optional(),
  lng: z.number().min(-180).max(180).optional(),
  temperature: z.number().min(25).max(50).optional(),
});

const BATCH = z.object({
  deviceTime: moment.optional(),
  counterFrom: counter.optional(),
  lost: z
    .array(z.object({ from: counter, to: counter }))
    .max(100)
    .default([]),
  punches: z.array(PUNCH).max(PUNCHES_AT_ONCE),
});

/** What a device sends: `counterFrom` is the first counter of the message, or the next one to come when it is empty. */
export type Batch = z.output<typeof BATCH>;
export type BatchPunch = Batch['punches'][number];

/** Reads the body as signed. Names the first thing that is wrong, by its place in the message. */
export function readBatch(body: Buffer): Result<Batch> {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return refuse({ code: 'bad-request', says: '正文不是有效的 JSON。请核对编码（UTF-8）和格式。' });
  }
  const read = BATCH.safeParse(given);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return refuse({ code: 'bad-fields', says: `${issue?.path.join('.') || '正文'}：${issue?.message ?? '填写有误'}。请改正后重发。` });
}

/** Reads a moment: a wall clock in China is taken as it stands, one with a zone becomes China's. */
export function readMoment(text: string) {
  const wall = parsePunchMoment(text);
  if (wall !== null) return wall;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const epoch = Date.parse(text);
  // In China's time it may fall out of the years a moment is written in.
  return Number.isNaN(epoch) ? null : parsePunchMoment(punchMomentOf(epoch));
}
