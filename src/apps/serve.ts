import { join } from 'node:path';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { watch } from '#modules/monitoring/warnings/server/index.ts';
import { selfCheck } from '#platform/db/index.ts';
import { createServer } from '#platform/http/index.ts';
import { repeatedly } from '#platform/outbox/index.ts';
import { api } from './api.ts';
import { runBanks } from './banks.ts';
import { type Config, readConfig } from './config.ts';
import { secretsOf } from './database.ts';
import { eventLoops } from './events.ts';
import { openParts, type Parts } from './wiring.ts';

export interface Serving {
  readonly address: string;
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const CLOCK_LOOK_MS = 5_000;
const SETTLE_EVERY_MS = 30_000;

/** Serves from `config.appUrl`, or says why it must not. */
export async function serve(config: Config): Promise<Result<Serving>> {
  if (config.appUrl === undefined) return refuse({ code: 'config-wrong', says: '没有设置 ANXIN_APP_URL（服务用的数据库连接）。用 npm start 启动会自动设置。' });
  const secrets = secretsOf(config);
  if (!secrets.ok) return secrets;
  const parts = await openParts(config, config.appUrl, secrets.value, {
    problem: report,
  });
  const unfit = await unfitness(parts);
  if (unfit.length > 0) {
    await parts.close();
    return refuse({ code: 'not-fit', says: `启动前自检没有通过，已停止：\n${unfit.map((one) => `  - ${one}`).join('\n')}` });
  }
  const app = await createServer({
    store: parts.store,
    sessions: parts.sessions,
    whoIs: parts.accounts.whoIs,
    cookieSecret: parts.vault.secret('cookie'),
    webFolder: join(config.root, 'build', 'web'),
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    ...(config.requestsPerMinute === undefined ? {} : { requestsPerMinute: config.requestsPerMinute }),
    api: api(parts),
  });
  const address = await listen(app, config);
  if (!address.ok) {
    await app.close();
    await parts.close();
    return address;
  }
  await parts.imports.resume();
  const stopBackground = background(parts);
  return ok({
    address: address.value,
    async stop() {
      await app.close();
      await stopBackground();
      await parts.close();
    },
  });
}

/** A cause by its name alone: its message may quote a row. */
function report(what: string, problem: unknown): void {
  console.error(what, problem instanceof Error ? problem.name : problem);
}

/** What runs beside the requests. Each of these may run in any number of processes: a lock or a plain statement keeps it right. */
function background(parts: Parts): () => Promise<void> {
  const { devices, sealer, accounts, clock, integration, realName, sweeping, brief } = parts;
  sealer.start();
  // The sweep brings summaries up before it reads; between sweeps a page shows punches at most this much later.
  const settling = repeatedly(async () => (await devices.round(), false), {
    everyMs: SETTLE_EVERY_MS,
    onProblem: (problem) => console.error('attendance', problem),
  });
  const banks = runBanks(parts, report);
  const watching = watch(sweeping, { onProblem: (problem) => console.error('watch', problem), onChange: () => brief.forget() });
  const stopEvents = eventLoops(parts, report);
  const quietly = (work: () => Promise<void>) => () => void work().catch(() => undefined);
  const tidied = [accounts, integration, realName, parts.notifications, parts.signOn];
  const timers = [
    ...tidied.map((part) =>
      setInterval(
        quietly(() => part.sweep()),
        HOUR_MS,
      ),
    ),
    setInterval(
      quietly(() => clock.refresh()),
      CLOCK_LOOK_MS,
    ),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await stopEvents();
    await banks.stop();
    await settling.stop();
    await watching.stop();
    await sealer.stop();
  };
}

async function unfitness({ store, accounts, vault, config }: Parts): Promise<readonly string[]> {
  const faults = [...(await selfCheck(store))];
  const [kept] = await store.within({ role: 'app_signin' }, (tx) => tx.query<{ fingerprint: Buffer }>('select fingerprint from office.key_check'));
  if (kept?.fingerprint.equals(vault.fingerprint) !== true) faults.push('密钥与数据库不配套。请恢复原来的 keys.json（或 ANXIN_KEYS）。');
  if (!config.isDemo && (await accounts.hasDemoAccounts())) {
    faults.push(
      '库里有演示账号，密码人人知道，正式环境不能用。请换一个空的数据文件夹（ANXIN_DATA），或执行 anxin account disable-demo 停用它们；只是演示，请设 ANXIN_DEMO=on。',
    );
  }
  if (new Date().getUTCFullYear() < EARLIEST_YEAR) faults.push(`本机日期是 ${new Date().toISOString().slice(0, 10)}，明显不对，期限会算错。请校准时间。`);
  return faults;
}

/** A machine whose clock battery is flat begins in 1970 or in the year it was built. */
const EARLIEST_YEAR = 2026;

async function listen(app: Awaited<ReturnType<typeof createServer>>, { host, port, anyPort }: Config): Promise<Result<string>> {
  for (let tries = 0; ; tries += 1) {
    try {
      return ok(await app.listen({ host, port: port + tries }));
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw problem;
      if (!anyPort || tries >= 20) return refuse({ code: 'port-taken', says: `端口 ${port + tries} 已被别的程序占用。请设环境变量 PORT 换一个端口。` });
    }
  }
}

if (import.meta.main) {
  const config = readConfig(process.env, { demo: false });
  const serving = config.ok ? await serve(config.value) : config;
  if (!serving.ok) {
    console.error(serving.refusal.says);
    process.send?.({ refused: serving.refusal });
    process.exit(1);
  }
  process.send?.({ address: serving.value.address });
  if (process.send === undefined) console.log(`安薪已启动：${serving.value.address}`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    void serving.value.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The supervisor is gone, however it went: nobody would ever stop us.
  process.on('disconnect', stop);
}
