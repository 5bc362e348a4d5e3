import { type Repeating, repeatedly } from '#platform/outbox/index.ts';
import { forgottenFiles, putAway, readDropped, waitingFiles } from './drop-box.ts';
import type { BankLink, BankPorts } from './ports.ts';
import { postFlows } from './posting.ts';
import { reconcileRecent } from './reconciling.ts';
import { askNext, giveUpSendings, sendNext } from './sending.ts';
import { keptFile } from './replay.ts';
import { takeMessages } from './taking.ts';

/** A file without its flag for this long was forgotten or broke off. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * Reads what waits in a bank's drop box. A file is taken whole or put among the refused with the reason beside it; taken twice it
 * changes nothing, so a process that dies between the two loses nothing.
 */
export async function readDropBox(ports: BankPorts, link: BankLink): Promise<number> {
  if (link.folder === null) return 0;
  const names = await waitingFiles(link.folder);
  for (const name of names) {
    const began = Date.now();
    const read = await readDropped(link, name);
    const taken = read.ok
      ? await takeMessages(
          ports,
          link,
          'folder',
          read.value.messages.map((message) => message.value),
          read.value.form,
        )
      : read;
    await putAway(link.folder, name, taken.ok ? null : taken.refusal.says);
    await ports.log({
      appid: link.appid,
      method: `file:${name}`,
      outcome: taken.ok ? 'ok' : 'refused',
      code: taken.ok ? '0' : taken.refusal.code,
      ...(taken.ok
        ? {}
        : {
            cause: taken.refusal.says,
            cure: '文件已移到 refused 文件夹，旁边有说明。内容不对的，请银行改好后用新的文件名重传；缺的内容在本系统补好的，打开这条消息重放。',
          }),
      ...(read.ok && !taken.ok && keptFile(read.value)),
      projectId: '',
      records: taken.ok ? taken.value.length : 0,
      tookMs: Date.now() - began,
    });
  }
  return names.length;
}

/** Files somebody forgot to flag, each told once in the log of messages. */
export async function tellForgotten(ports: BankPorts, link: BankLink, told: Set<string>): Promise<void> {
  if (link.folder === null) return;
  for (const name of await forgottenFiles(link.folder, ports.clock.now(), FORGOTTEN_MS)) {
    if (told.has(`${link.appid}/${name}`)) continue;
    told.add(`${link.appid}/${name}`);
    await ports.log({
      appid: link.appid,
      method: `file:${name}`,
      outcome: 'failed',
      code: 'flag-missing',
      cause: `文件 ${name} 放了 10 分钟还没有 .ok 标志文件，没有读。`,
      cure: '请银行确认文件已传完，补一个同名加 .ok 的空文件。',
      projectId: '',
      records: 0,
      tookMs: 0,
    });
  }
}

export interface BankWorker {
  wake(): void;
  stop(): Promise<void>;
}

/** Everything banks need done beside requests. Any number of processes may run it. */
export function bankWorker(ports: BankPorts, dropBoxes: () => Promise<readonly BankLink[]>): BankWorker {
  const problem = (what: string) => (thrown: unknown) => ports.onProblem(what, thrown);
  const told = new Set<string>();
  const loops: readonly Repeating[] = [
    repeatedly(() => sendNext(ports), { everyMs: 2_000, onProblem: problem('bank sending') }),
    repeatedly(
      async () => {
        await giveUpSendings(ports);
        return askNext(ports);
      },
      { everyMs: 5_000, onProblem: problem('bank asking') },
    ),
    repeatedly(() => postFlows(ports), { everyMs: 3_000, onProblem: problem('bank flows') }),
    repeatedly(async () => (await reconcileRecent(ports)) === 200, { everyMs: 300_000, onProblem: problem('bank reconciliation') }),
    repeatedly(
      async () => {
        let read = 0;
        for (const link of await dropBoxes()) {
          read += await readDropBox(ports, link);
          await tellForgotten(ports, link, told);
        }
        return read > 0;
      },
      { everyMs: 10_000, onProblem: problem('bank drop box') },
    ),
  ];
  return {
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))),
  };
}
