import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Rule } from '#law/rule.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import { notFound, replyRefusal, RequestRefused, requireSignedIn } from '#platform/http/index.ts';
import type { AnyRule } from '../domain/evaluate.ts';
import type { OfficeDays } from '../domain/index.ts';
import type { RulesBySubject } from '../domain/prepare.ts';
import type { StepCommand } from '../domain/wire.ts';
import type { Brief } from './brief.ts';
import { homeOf } from './home.ts';
import { listQuery, listWarnings } from './list.ts';
import type { PlaceOf } from './place.ts';
import { type EvidenceFile, openEvidence, openPage, takeStep } from './steps.ts';

export interface WarningRoutesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly placeOf: PlaceOf;
  readonly days: OfficeDays;
  readonly rules: RulesBySubject;
  /** Shared with the watch, which empties it when the data changed. */
  readonly brief: Brief;
}

/** One reply: ten photographs of receipts, or a scanned statement. The sum bounds the memory one request can take. */
const FILE_BYTES = 20 * 1024 * 1024;
const FILES = 10;
const ALL_FILES_BYTES = 60 * 1024 * 1024;
const NOTE_CHARACTERS = 2_000;
/** What offices and enterprises attach; a program is never evidence. */
const KINDS = new Set([
  'pdf',
  'jpg',
  'jpeg',
  'png',
  'webp',
  'heic',
  'bmp',
  'tif',
  'tiff',
  'xls',
  'xlsx',
  'csv',
  'doc',
  'docx',
  'wps',
  'et',
  'ofd',
  'txt',
  'mp4',
  'mp3',
  'm4a',
  'amr',
  'zip',
]);

const command = z.object({
  step: z.enum(['acknowledge', 'handle', 'return', 'verify', 'close', 'reopen', 'assign', 'comment']),
  note: z.string().max(NOTE_CHARACTERS, `说明不能超过 ${NOTE_CHARACTERS} 字`).optional(),
  reason: z.enum(['paid', 'data-corrected', 'false-alarm', 'transferred', 'other']).optional(),
  assigneeId: z
    .string()
    .regex(/^\d{1,18}$/u)
    .optional(),
  commandId: z.string().regex(/^[\w-]{8,64}$/u),
});

const id = z.string().regex(/^\d{1,18}$/u);

/** The API of warnings, as `domain/wire.ts` describes it. */
export function warningRoutes(deps: WarningRoutesDeps): FastifyPluginAsync {
  const all: readonly (AnyRule & Pick<Rule, 'needs'>)[] = [...deps.rules.projects, ...deps.rules.months, ...deps.rules.workers, ...deps.rules.feeds];
  const byCode = new Map(all.map((rule) => [rule.code, rule]));
  const pages = { ...deps, ruleOf: (code: string) => byCode.get(code) };
  const ruleTitle = (code: string) => byCode.get(code)?.title ?? code;

  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    await app.register(multipart, {
      limits: { fileSize: FILE_BYTES, files: FILES, fields: 10, fieldSize: 16 * 1024, parts: FILES + 10 },
      throwFileSizeLimit: true,
    });
    app.addHook('onRequest', requireSignedIn());
    app.addHook('onRequest', seesWages);

    app.get('/api/home', (request) => homeOf(deps, request.signedIn, deps.clock.today()));
    app.get('/api/warnings', { schema: { querystring: listQuery } }, (request) =>
      listWarnings({ ...deps, ruleTitle }, request.signedIn, request.query, deps.clock.today()),
    );

    app.get('/api/warnings/:id', { schema: { params: z.object({ id }) } }, async (request, reply) => {
      const page = await openPage(pages, request.signedIn, request.params.id);
      return page ?? replyRefusal(reply, notFound());
    });

    app.post('/api/warnings/:id/steps', { schema: { params: z.object({ id }) } }, async (request, reply) => {
      const { asked, files } = await readCommand(request);
      const result = await takeStep(pages, request.signedIn, request.params.id, asked, files);
      if (!result.ok) return replyRefusal(reply, result.refusal);
      deps.brief.forget();
      return result.value;
    });

    app.get('/api/warnings/:id/evidence/:evidenceId', { schema: { params: z.object({ id, evidenceId: id }) } }, async (request, reply) => {
      const file = await openEvidence(deps, request.signedIn, request.params.id, request.params.evidenceId);
      if (file === null) return replyRefusal(reply, notFound('没有这份材料，或不在您的管辖范围内。'));
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
        .header('cache-control', 'private, no-store')
        .send(file.content);
    });
  };
}

/** The administrator keeps accounts and sees no wages; the database would refuse anyway, in words nobody reads. */
async function seesWages(request: FastifyRequest): Promise<void> {
  const { role } = request.signedIn.scope;
  if (role === 'app_admin') throw new RequestRefused({ code: 'not-allowed', says: '系统管理员只管账号，不看工资数据。要看预警，换业务岗位的账号登录。' });
}

/** JSON, or a form whose files come after its fields. */
async function readCommand(request: FastifyRequest): Promise<{ asked: StepCommand; files: readonly EvidenceFile[] }> {
  if (!request.isMultipart()) return { asked: parsed(request.body), files: [] };
  const fields: Record<string, string> = {};
  const files: EvidenceFile[] = [];
  let bytes = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    const fileName = cleanName(part.filename);
    const kind = fileName.split('.').at(-1)?.toLowerCase() ?? '';
    if (!fileName.includes('.') || !KINDS.has(kind)) {
      throw new RequestRefused({ code: 'evidence-unsupported', says: `“${fileName}”不能作为证明材料。附图片、PDF、Excel、Word 或压缩包。` });
    }
    const content = await part.toBuffer();
    bytes += content.length;
    if (content.length === 0) throw new RequestRefused({ code: 'evidence-invalid', says: `“${fileName}”是空文件。重新选择后再提交。` });
    if (bytes > ALL_FILES_BYTES) throw new RequestRefused({ code: 'evidence-too-large', says: '材料合计超过 60 MB。压缩图片，或分两次回复。' });
    files.push({ fileName, mediaType: part.mimetype, content });
  }
  return { asked: parsed(fields), files };
}

function parsed(body: unknown): StepCommand {
  const result = command.safeParse(body);
  if (!result.success) {
    const [first] = result.error.issues;
    throw new RequestRefused({ code: 'bad-request', says: `请求有误：${first?.path.join('.') ?? ''} ${first?.message ?? ''}。刷新页面后再做一次。` });
  }
  const { step, note, reason, assigneeId, commandId } = result.data;
  return {
    step,
    commandId,
    ...(note === undefined ? {} : { note }),
    ...(reason === undefined ? {} : { reason }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
}

/** The last part of the name, without what could mislead a header or a screen. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  return clean.length <= 120 ? clean : `${clean.slice(0, 100)}…${clean.slice(-18)}`;
}
