import { type Clock, wallClock } from '#platform/clock.ts';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Integration, OpenApp } from '#modules/office/integration/server/index.ts';
import type { Json } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import {
  accepted,
  type Answer,
  type AsyncStatus,
  failed,
  findMethod,
  maskInText,
  type Method,
  NATIONAL,
  parseData,
  renamed,
  type Reading,
  readMessage,
  serialCode,
  settingsOf,
  UNKNOWN_CONTENT,
  writeAnswer,
} from '../domain/index.ts';
import { takeAttendance } from './attendance.ts';
import { decipher } from './cipher.ts';
import { takeContracts, takeEntries, takeTraining } from './entries.ts';
import { type Call, gate, type Known } from './gate.ts';
import type { ChangeOrder, Deps, Done, Order, Outcome } from './order.ts';
import { takeParty } from './parties.ts';
import { takePayroll } from './payrolls.ts';
import { addProject, findProject, takeCorp, updateProject } from './projects.ts';
import { answerQuery, resultPlace } from './queries.ts';
import { addTeam, updateTeam } from './teams.ts';
import { addWorkers, updateWorkers } from './workers.ts';

export interface RealName {
  /** Answers one call. Never throws: what breaks is told to `onProblem` and answered 9999. */
  answer(call: Call): Promise<string>;
  /** Takes a kept change once more, as the app that sent it: after a worker was enrolled, a project filed. Answers what came of it. */
  replay(app: OpenApp, message: { readonly body: string }): Promise<Result<string>>;
  /** Forgets results nobody asks for any more. */
  sweep(): Promise<void>;
}

export interface RealNameOptions extends Omit<Deps, 'memory'> {
  readonly integration: Integration;
  /** The time senders live in: a product moved to another day for a demonstration is still spoken to today. */
  readonly senders: Clock;
  readonly onProblem: (problem: unknown) => void;
}

type Change = (deps: Deps, order: ChangeOrder) => Promise<Outcome>;

const CHANGES: Readonly<Record<string, Change>> = {
  'Corp.Upload': takeCorp,
  'Project.Add': addProject,
  'Project.Update': updateProject,
  'Project.PartUpdate': updateProject,
  'ProjectSubContractor.Add': takeParty,
  'ProjectSubContractor.Update': takeParty,
  'Team.Add': addTeam,
  'Team.Update': updateTeam,
  'ProjectWorker.Add': addWorkers,
  'ProjectWorker.Update': updateWorkers,
  'WorkerEntryExit.Add': takeEntries,
  'WorkerContract.Add': takeContracts,
  'WorkerAttendance.Add': takeAttendance,
  'Payroll.Add': takePayroll,
  'ProjectTraining.Add': takeTraining,
};

/** Kept for longer than the 90 days anybody asks. */
const RESULT_DAYS = 180;
/** Calls nobody has proved to have sent are written down so often a minute and no more: a flood fills no table. */
const STRANGERS_A_MINUTE = 60;
/** A larger body is images, which stand in the records. */
const MOST_BODY = 64 * 1024;

/** 全国建筑工人管理服务信息平台 as a server: the calls of its interface land in our records. */
export function realName(options: RealNameOptions): RealName {
  const { store, clock, vault, integration } = options;
  const door = gate(options);
  const deps: Deps = { ...options, memory: new Map() };
  let strangers = { minute: 0, count: 0 };

  async function answer(call: Call): Promise<string> {
    const started = performance.now();
    const tookMs = () => performance.now() - started;
    try {
      const now = wallClock(clock.now());
      const checked = await door.check(call, wallClock(options.senders.now()));
      if (checked.is === 'refused') {
        await noteStranger(checked.appid, call, checked.answer, tookMs());
        return writeAnswer(checked.answer, call.profile);
      }
      return writeAnswer(await work(checked.known, call, now, tookMs), checked.known.profile);
    } catch (problem) {
      options.onProblem(problem);
      return writeAnswer(failed('9999', '系统错误,请稍后用相同的请求重试'), call.profile);
    }
  }

  /** Without a call it is a replay: nothing arrives, so that address, rate and nonce are not asked. */
  async function work(known: Known, call: Call | null, now: string, tookMs: () => number): Promise<Answer> {
    const { envelope, app } = known;
    const method = openMethod(known);
    if (method === undefined) {
      const named = findMethod(envelope.method);
      const refusal = failed('-3', `无API访问权限:${named === undefined ? '没有这个方法' : '接口未开放'}`);
      await note(known, envelope.method, refusal, { tookMs: tookMs() });
      return refusal;
    }
    const admission = call === null ? ({ is: 'fresh' } as const) : await door.admit(known, call, method);
    if (admission.is === 'answered') {
      const outcome = admission.answer.code === '0' ? { repeated: true } : {};
      await note(known, method.name, admission.answer, { tookMs: tookMs(), summary: outcome });
      return admission.answer;
    }
    const read = readCall(known, method, now);
    if (!read.ok) return settled(known, method, failed('-1', read.says), tookMs());
    const project = method.ofProject || read.values.text('projectCode') !== null ? await findProject(deps, { app, values: read.values }) : undefined;
    if (method.ofProject && project === undefined) {
      const says = read.values.text('projectCode') === null && app.projectId === null ? null : '无API访问权限:项目不属于本应用';
      return settled(known, method, says === null ? failed('-1', '[projectCode]不能为空!') : failed('-3', says), tookMs());
    }
    const order: Order = {
      app,
      secret: known.secret,
      profile: known.profile,
      method,
      values: read.values,
      project: project ?? null,
      now,
      today: clock.today(),
    };
    if (method.kind === 'query') {
      const found = await answerQuery(deps, order);
      await note(known, method.name, found, { tookMs: tookMs(), projectId: project?.id ?? null });
      return found;
    }
    return change(known, order, tookMs);
  }

  async function change(known: Known, order: Order, tookMs: () => number): Promise<Answer> {
    const { method, project } = order;
    const does = CHANGES[method.name];
    if (does === undefined) throw new Error(`nobody takes ${method.name}`);
    let given: Answer | undefined;
    const settle = async (tx: Tx, done: Done): Promise<void> => {
      given = accepted(await keepResult(tx, order, 20, done.result, null));
      await integration.keepAnswer(known.app, door.nonceOf(known.envelope), jsonOf(given), tx);
      await note(known, method.name, given, { tookMs: tookMs(), projectId: project?.id ?? null, done }, tx);
    };
    const outcome = await does(deps, { ...order, settle });
    switch (outcome.is) {
      case 'done':
        if (given === undefined) throw new Error(`${method.name} was done and not settled`);
        return given;
      case 'invalid':
        return settled(known, method, failed('-1', outcome.says), tookMs());
      case 'forbidden':
        return settled(known, method, failed('-3', outcome.says), tookMs());
      case 'failed': {
        const masked = outcome.told(maskInText);
        const full = known.settings.unmaskedTexts ? outcome.told((identity) => identity) : null;
        return store.within({ role: 'app_job' }, async (tx) => {
          const refusal = accepted(await keepResult(tx, order, 10, masked, full === masked ? null : full));
          await integration.keepAnswer(known.app, door.nonceOf(known.envelope), jsonOf(refusal), tx);
          await note(known, method.name, refusal, { tookMs: tookMs(), projectId: project?.id ?? null, failedWith: masked }, tx);
          return refusal;
        });
      }
    }
  }

  /** The answer is kept: the same request again gets the same. */
  async function settled(known: Known, method: Method, refusal: Answer, tookMs: number): Promise<Answer> {
    if (method.kind === 'change') await integration.keepAnswer(known.app, door.nonceOf(known.envelope), jsonOf(refusal));
    await note(known, method.name, refusal, { tookMs });
    return refusal;
  }

  async function keepResult(tx: Tx, order: Order, status: AsyncStatus, result: string, full: string | null): Promise<string> {
    const [row] = await tx.query<{ n: string }>("select nextval('exchange.real_name_serial') as n");
    const serial = serialCode(order.method.prefix, order.now, Number(row?.n ?? 0));
    await tx.query(
      'insert into exchange.real_name_result (serial, appid, method, status, result, result_cipher, project_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [serial, order.app.appid, order.method.name, status, result, full === null ? null : vault.encrypt(full, resultPlace(serial)), order.project?.id ?? null],
    );
    return serial;
  }

  /** What became of it, in the sender's words: the text of the failure stands behind the serial. */
  async function toldOf(answer: Answer): Promise<Result<string>> {
    if (answer.code !== '0') return refuse({ code: 'replay-refused', says: `重放没有成功：${answer.message}` });
    const serial = typeof answer.data === 'object' && answer.data !== null && 'requestSerialCode' in answer.data ? answer.data.requestSerialCode : '';
    const [row] = await store.within({ role: 'app_job' }, (tx) =>
      tx.query<{ status: AsyncStatus; result: string }>('select status, result from exchange.real_name_result where serial = $1', [serial]),
    );
    if (row?.status === 10) return refuse({ code: 'replay-refused', says: `重放没有成功：${row.result}` });
    return ok('已重放，数据已收下。');
  }

  async function replay(app: OpenApp, message: { readonly body: string }): Promise<Result<string>> {
    const kept = keptCall(message.body);
    if (kept === undefined || findMethod(kept.method)?.kind !== 'change') {
      return refuse({ code: 'replay-refused', says: '这条消息不是上报数据，不能重放。请让对方重新发送。' });
    }
    const started = performance.now();
    const settings = settingsOf(app.settings);
    let answer: Answer = failed('-2', '应用没有有效的密钥');
    for (const { secret } of app.secrets) {
      const envelope = { ...kept, version: '1.0', appid: app.appid, timestamp: '', nonce: `replay-${randomUUID()}`, corpsign: '', sign: '', sentSecret: false };
      const known: Known = { envelope, app, secret, settings, profile: settings.profile ?? NATIONAL, timestampReading: null };
      answer = await work(known, null, wallClock(clock.now()), () => performance.now() - started);
      // It was enciphered under a key of its day: another of the two may open it.
      if (!answer.message.includes('AES解密失败')) break;
    }
    return toldOf(answer);
  }

  interface Noted {
    readonly tookMs: number;
    readonly projectId?: string | null;
    readonly done?: Done;
    readonly failedWith?: string;
    readonly summary?: { readonly [key: string]: Json };
  }

  async function note(known: Known, method: string, told: Answer, noted: Noted, tx?: Tx): Promise<void> {
    const { app, envelope, timestampReading } = known;
    // Nothing arrived: whoever asked for a replay writes down that it was one.
    if (timestampReading === null) return;
    const isRefused = told.code !== '0' || noted.failedWith !== undefined;
    const cause = noted.failedWith ?? (told.code === '0' ? noted.done?.remark : told.message);
    const warned = envelope.sentSecret ? { secretSent: '请求里带了 appsecret，密钥已经离开发送方，请更换密钥' } : {};
    await integration.log(
      {
        appid: app.appid,
        channel: 'real-name',
        direction: 'in',
        method,
        outcome: isRefused ? 'refused' : 'ok',
        code: told.code,
        ...(cause !== undefined && { cause }),
        ...(isRefused && { cure: cureOf(told.code) }),
        summary: { ...noted.summary, ...warned, timestamp: timestampReading, profile: known.profile.id },
        ...bodyToKeep(known, method),
        tookMs: noted.tookMs,
        records: noted.done?.records ?? 0,
        importId: noted.done?.importId ?? null,
        projectId: noted.projectId ?? app.projectId,
        regionCode: app.regionCode,
        enterpriseId: app.enterpriseId,
      },
      tx,
    );
  }

  async function noteStranger(appid: string | null, call: Call, told: Answer, tookMs: number): Promise<void> {
    const minute = Math.floor(Date.now() / 60_000);
    strangers = strangers.minute === minute ? { minute, count: strangers.count + 1 } : { minute, count: 1 };
    if (strangers.count > STRANGERS_A_MINUTE) return;
    const app = appid === null ? undefined : await integration.findApp(appid);
    await integration.log({
      appid: app === undefined ? null : appid,
      channel: 'real-name',
      direction: 'in',
      method: findMethod(call.parameters.get('method') ?? '')?.name ?? '未知',
      outcome: 'refused',
      code: told.code,
      cause: told.message,
      cure: cureOf(told.code),
      tookMs,
      records: 0,
      regionCode: app?.regionCode ?? null,
      enterpriseId: app?.enterpriseId ?? null,
    });
  }

  return {
    answer,
    replay,
    async sweep() {
      await store.within({ role: 'app_job' }, (tx) =>
        tx.query(`delete from exchange.real_name_result where recorded_at < now() - interval '${RESULT_DAYS} days'`),
      );
    },
  };
}

/** What a call asks for. One whose contents no document tells is closed, unless the app's keeper has said what it is. */
function openMethod({ envelope, settings }: Known): Method | undefined {
  const method = findMethod(envelope.method);
  if (method === undefined || !UNKNOWN_CONTENT.has(method.name)) return method;
  const as = findMethod(settings.opened.get(method.name.toLowerCase())?.as ?? '');
  return as === undefined || UNKNOWN_CONTENT.has(as.name) || as.kind !== method.kind ? undefined : as;
}

/** As it is kept: without what clients let slip beside their data, such as their own keys and numbers of users. */
function bodyToKeep({ envelope, settings }: Known, name: string): { readonly body?: string } {
  const { data } = envelope;
  const method = findMethod(name);
  if (method?.kind !== 'change' || data.length > MOST_BODY || parseData(data) === undefined) return {};
  const sent = findMethod(envelope.method)?.name ?? name;
  const known = new Set([...allNames(method.fields), ...(settings.opened.get(sent.toLowerCase())?.fields.keys() ?? [])]);
  const parsed: unknown = JSON.parse(data, (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  );
  return { body: JSON.stringify({ method: sent, data: JSON.stringify(onlyKnown(parsed, known)) }) };
}

function allNames(fields: Method['fields']): readonly string[] {
  return fields.flatMap((field) =>
    [field.name, ...(field.also ?? []), ...(field.fields === undefined ? [] : allNames(field.fields))].map((name) => name.toLowerCase()),
  );
}

function onlyKnown(value: unknown, known: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => onlyKnown(one, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (known.has(name.toLowerCase()) ? [[name, onlyKnown(one, known)]] : [])));
}

function keptCall(body: string): { readonly method: string; readonly data: string } | undefined {
  const kept: unknown = JSON.parse(body);
  if (typeof kept !== 'object' || kept === null || !('method' in kept) || !('data' in kept)) return undefined;
  const { method, data } = kept;
  return typeof method === 'string' && typeof data === 'string' ? { method, data } : undefined;
}

function readCall({ envelope, app, secret, settings, profile }: Known, method: Method, now: string): ReturnType<typeof readMessage> {
  const parsed = parseData(envelope.data);
  if (parsed === undefined) return { ok: false, says: '[data]格式不正确!' };
  const opened = settings.opened.get(envelope.method.toLowerCase());
  const data = opened === undefined || !UNKNOWN_CONTENT.has(findMethod(envelope.method)?.name ?? '') ? parsed : renamed(parsed, opened.fields);
  const ofOneProject = app.projectId !== null;
  const byTeam = ofOneProject && data.has('teamsysno') ? ['corpCode', 'corpName', 'teamName'] : [];
  const itself = method.name.startsWith('Team.') ? ['teamName'] : /^(Corp|ProjectSubContractor)\./.test(method.name) ? ['corpCode', 'corpName'] : [];
  const byPerson = ofOneProject && method.name === 'WorkerContract.Add' ? ['corpCode', 'corpName'] : [];
  const reading: Reading = {
    now,
    decipher: (text) => decipher(text, secret),
    allowsPlain: settings.allowsPlain,
    refusesUnknownCodes: settings.refusesUnknownCodes,
    defaults: new Map(ofOneProject ? [['idCardType', '01']] : []),
    mayLack: new Set(
      [...(ofOneProject ? ['projectCode', 'thirdPartyProjectCode'] : []), ...byTeam, ...byPerson, ...profile.mayLack].filter((name) => !itself.includes(name)),
    ),
  };
  return readMessage(method, data, reading);
}

function jsonOf(answer: Answer): Json {
  return { code: answer.code, message: answer.message, data: answer.data };
}

function cureOf(code: string): string {
  const cures: Readonly<Record<string, string>> = {
    '0': '请发送方按失败原因改正后重新上报。',
    '-1': '请发送方按提示改正字段后重新上报。',
    '-2': '请核对应用密钥、系统时间（东八区）和随机数；刚换过密钥的，请发送方改用新密钥。',
    '-3': '请核对应用是否停用、项目是否属于本应用、方法名是否正确。',
    '-4': '请把发送方的出口 IP 加入本应用的 IP 名单。',
    '-5': '请发送方放慢频率，或在对接管理中调高每分钟上限。',
  };
  return cures[code] ?? '请稍后重试；仍不行请联系管理员。';
}
