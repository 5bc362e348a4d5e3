import type { Integration, Keeper } from '#modules/office/integration/server/index.ts';
import { refuse, type Result } from '#kernel/result.ts';
import { REAL_NAME_SETTINGS } from '../domain/index.ts';

const FIELDS = { 'real-name': REAL_NAME_SETTINGS, device: [], bank: [], 'open-api': [] };

/**
 * 企业密钥: the secret of the contractor itself, which its system puts enciphered into `corpsign`. Entered once and shown to nobody
 * again; null takes it away, and `corpsign` is no longer looked at.
 */
export async function setCorpSecret(
  { integration }: { readonly integration: Integration },
  by: Keeper,
  appid: string,
  secret: string | null,
): Promise<Result<null>> {
  // Left empty in the form of settings it stays as it is; here it is what somebody forgot.
  if (secret !== null && !/^[\x21-\x7e]{8,64}$/.test(secret)) {
    return refuse({ code: 'corp-secret-invalid', says: '企业密钥应为 8 至 64 个字母、数字或符号，不含空格。请按企业系统里的原样填写。' });
  }
  const app = await integration.findApp(appid);
  if (app?.channel !== 'real-name') return refuse({ code: 'app-not-found', says: '没有找到这个在用的实名制应用，或不归您管理。请返回列表重新选择。' });
  return integration.configure(by, appid, FIELDS, { corpSecret: secret });
}
