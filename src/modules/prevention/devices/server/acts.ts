import type { Refusal } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';

export const NO_PROJECT: Refusal = { code: 'project-not-found', says: '没有找到这个项目，或不在您的管辖（参建）范围内。请返回列表重新选择。' };

/** Writes down what somebody did with a device or a punch that waited. */
export async function act(
  tx: Tx,
  by: Sender,
  action: string,
  object: string,
  region: string,
  detail: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await record(tx, { by: { accountId: by.accountId, name: by.name, role: by.role }, action, object: `device:${object}`, region, detail });
}
