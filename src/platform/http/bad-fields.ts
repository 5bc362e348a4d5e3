import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem } from './problem.ts';

/** Places named one by one; beyond it the sender has seen enough to look at the whole. */
const NAMED = 200;
/** Characters of a path or of what is told of it: both may quote keys of the sender, which have no limit of their own. */
const QUOTED = 200;
const PARTS: Readonly<Record<string, string>> = { params: '地址', body: '正文', querystring: '查询参数', headers: '请求头' };

/** The refusal of a request whose form is wrong, place by place; undefined when the error is another. A fault of a whole part is said of that part. */
export function badFields(error: unknown, thenDo: string): Problem | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  const part = PARTS['validationContext' in error && typeof error.validationContext === 'string' ? error.validationContext : ''] ?? '请求';
  const fields = error.validation.slice(0, NAMED).map(({ instancePath, message = '填写有误' }) => ({
    path: sound(instancePath.slice(1, QUOTED)).replaceAll('/', '.') || part,
    says: sound(message.length > QUOTED ? `${message.slice(0, QUOTED)}…` : message),
  }));
  return { code: 'bad-fields', says: `有 ${error.validation.length} 处填写有误，${thenDo}`, fields };
}

/** Without control characters and halves of characters, which keys of a sender may hold and no log can. */
function sound(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
}
