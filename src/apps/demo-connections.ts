import { changeOrgan } from '#modules/office/documents/server/index.ts';
import type { NewApp } from '#modules/office/integration/domain/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import type { Parts } from './wiring.ts';

/** Invented numbers of an invented office; the hotlines are the real ones everybody knows. */
const ORGAN = {
  name: '高唐县人力资源和社会保障局（演示）',
  word: '高人社',
  address: '高唐县演示路 1 号',
  phone: '0635-0000001',
  channels: { 劳动保障监察投诉电话: '12333', 法律援助: '12348', 公共法律服务热线: '12348', 劳动争议调解仲裁: '0635-0000002' },
  patterns: {},
};

type Connection = Pick<NewApp, 'channel' | 'name' | 'settings' | 'scopes'> & { readonly appid: string; readonly ofProject: boolean };

/** One of each language. Their keys are shown to nobody: whoever tries one makes a new key first. */
const CONNECTIONS: readonly Connection[] = [
  { appid: 'demo-real-name', channel: 'real-name', name: '总包实名制系统（演示）', settings: {}, scopes: [], ofProject: true },
  { appid: 'demo-bank', channel: 'bank', name: '工资专户开户行（演示）', settings: { transport: 'folder', folder: 'demo-bank' }, scopes: [], ofProject: false },
  { appid: 'demo-open-api', channel: 'open-api', name: '县政务数据平台（演示）', settings: {}, scopes: ['projects:read', 'warnings:read'], ofProject: false },
];

/** The office that signs papers, and the systems that speak to us. Safe to repeat. */
export async function connectDemo(parts: Parts, chief: SignedIn): Promise<void> {
  const changed = await changeOrgan(parts.store, chief, ORGAN);
  if (!changed.ok) throw new Error(changed.refusal.says);
  const [project] = await parts.store.within(chief.scope, (tx) => tx.query<{ id: string }>('select id from prevention.project order by id limit 1'));
  for (const { ofProject, ...app } of CONNECTIONS) {
    if (ofProject && project === undefined) continue;
    const made = await parts.integration.createApp(chief, {
      ...app,
      regionCode: '371526',
      enterpriseId: null,
      projectId: ofProject ? (project?.id ?? null) : null,
      ipList: [],
      perMinute: 600,
    });
    if (!made.ok && made.refusal.code !== 'app-taken') throw new Error(made.refusal.says);
  }
}
