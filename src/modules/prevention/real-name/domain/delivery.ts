import { dayNumber, parseCivilDate } from '#kernel/civil-date.ts';
import { masked, teamNumberIn } from './messages.ts';

/**
 * The order of uploads (建办市函〔2018〕603号 clients keep it): what others refer to comes first. A message waits while an earlier
 * one of its project is on its way.
 */
export const STAGES: Readonly<Record<string, number>> = {
  'Corp.Upload': 1,
  'Project.PartUpdate': 2,
  'ProjectSubContractor.Add': 3,
  'ProjectSubContractor.Update': 3,
  'Team.Add': 4,
  'Team.Update': 4,
  'ProjectWorker.Add': 5,
  'ProjectWorker.Update': 5,
  'WorkerEntryExit.Add': 6,
  'WorkerContract.Add': 7,
  'ProjectTraining.Add': 7,
  'WorkerAttendance.Add': 8,
  'Payroll.Add': 9,
};

/** Changes the protocol has and we do not deliver, each with why: whatever is neither here nor a stage has been forgotten. */
export const NOT_DELIVERED: Readonly<Record<string, string>> = {
  'Project.Add': '项目在上级平台已经立项：要上报，先要有对方的项目编码',
  'Project.Update': '由 Project.PartUpdate 上报：整体更新会把对方有、我们没有的内容清掉',
  'TempExit.Add': '没有文件说明它的字段',
};

/** 投递状态. `sent`: out, and whether it arrived is not known yet; `asking`: too old to be repeated, so the target is asked. */
export type DeliveryState = 'queued' | 'sent' | 'waiting' | 'asking' | 'done' | 'failed';

export const DELIVERY_STATES: Readonly<Record<DeliveryState, string>> = {
  queued: '待发送',
  sent: '已发出，未收到答复',
  waiting: '等待处理结果',
  asking: '核对对方是否已收',
  done: '已送达',
  failed: '未送达',
};

/** What came back from a call, whatever the target did. */
export type Came =
  | { readonly is: 'answer'; readonly status: number; readonly text: string }
  /** Not sent at all: nothing arrived. */
  | { readonly is: 'not-sent'; readonly says: string }
  /** Sent, and the answer is missing, cut off or late. */
  | { readonly is: 'unknown'; readonly says: string };

export type Verdict =
  | { readonly is: 'accepted'; readonly serial: string }
  | { readonly is: 'answered'; readonly data: unknown }
  /** Understood and refused: the same again is refused again. */
  | { readonly is: 'refused'; readonly code: string; readonly says: string }
  /** Not looked at: too many requests, an address list, a clock or a key. Later, with a new envelope. */
  | { readonly is: 'later'; readonly code: string; readonly says: string }
  | { readonly is: 'unknown'; readonly says: string };

/** Reads the answer of a target. Only what is a whole answer of the protocol counts; everything else may have been accepted. */
export function readVerdict(came: Came): Verdict {
  if (came.is === 'not-sent') return { is: 'later', code: '', says: came.says };
  if (came.is === 'unknown') return { is: 'unknown', says: came.says };
  const answer = envelopeOf(came.text);
  if (came.status !== 200) return { is: 'unknown', says: `对方答复了状态 ${came.status}` };
  if (answer === null) return { is: 'unknown', says: '对方的答复不是完整的 JSON' };
  const says = masked(answer.message).slice(0, 1_000);
  switch (answer.code) {
    case '0': {
      const serial = isObject(answer.data) ? answer.data['requestSerialCode'] : undefined;
      return typeof serial === 'string' && serial !== '' && !('status' in (answer.data ?? {}))
        ? { is: 'accepted', serial: serial.slice(0, 64) }
        : { is: 'answered', data: answer.data };
    }
    case '-1':
    case '-3':
      return { is: 'refused', code: answer.code, says };
    case '-2':
    case '-4':
    case '-5':
      return { is: 'later', code: answer.code, says };
    default:
      return { is: 'unknown', says: says === '' ? `对方答复了代码 ${answer.code.slice(0, 10)}` : says };
  }
}

interface Envelope {
  readonly code: string;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** `code` as text or number; rows at the top, as one place has them, are put where the others have them. */
function envelopeOf(text: string): Envelope | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isObject(parsed)) return null;
    const code = parsed['code'];
    if (typeof code !== 'string' && typeof code !== 'number') return null;
    const data = Array.isArray(parsed['rows']) ? { rows: parsed['rows'], totalCount: parsed['totalCount'] ?? parsed['rows'].length } : parsed['data'];
    return { code: String(code), message: typeof parsed['message'] === 'string' ? parsed['message'] : '', data: isObject(data) ? data : null };
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type ResultReading =
  | { readonly is: 'pending' }
  | { readonly is: 'done'; readonly result: string; readonly teamNo: string | null }
  | { readonly is: 'failed'; readonly says: string }
  | { readonly is: 'unreadable' };

/**
 * Reads `{requestSerialCode, status, result}`; status as number or text, result as JSON text, object or nothing. What is
 * there already counts as delivered: an earlier repeat of ours, or somebody who typed it in.
 */
export function readResult(data: unknown): ResultReading {
  if (!isObject(data)) return { is: 'unreadable' };
  const status = String(data['status'] ?? '');
  const given = data['result'];
  const result = typeof given === 'string' ? given : given === undefined || given === null ? '' : JSON.stringify(given);
  if (status === '0') return { is: 'pending' };
  if (status === '20') return { is: 'done', result: masked(result).slice(0, 500), teamNo: teamOf(result) };
  if (status !== '10') return { is: 'unreadable' };
  if (/已存在/u.test(result)) return { is: 'done', result: masked(result).slice(0, 500), teamNo: teamNumberIn(result) };
  return { is: 'failed', says: masked(result).slice(0, 1_000) };
}

function teamOf(result: string): string | null {
  return /"teamSysNo"\s*:\s*"?(\d{1,18})"?/u.exec(result)?.[1] ?? null;
}

/** Eight minutes: a repeat must arrive within the ten a target allows its senders' clocks. */
export const REPEAT_WITHIN_MINUTES = 8;

/** Whether the envelope of then may still be sent again as it was. Moments as `YYYY-MM-DD HH:MM:SS`. */
export function mayRepeat(sentAt: string, now: string): boolean {
  return minutesOf(now) - minutesOf(sentAt) <= REPEAT_WITHIN_MINUTES;
}

function minutesOf(moment: string): number {
  const day = parseCivilDate(moment.slice(0, 10));
  if (day === null) throw new RangeError('not a moment');
  return dayNumber(day) * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) + Number(moment.slice(17, 19)) / 60;
}

/** Seconds until the n-th look (1, 2, …) for a result: as the clients in the field do it at first, then ever more seldom. */
export function secondsToPoll(polls: number): number {
  return [2, 5, 10, 30, 60][polls - 1] ?? Math.min(3_600, 60 * 2 ** Math.min(6, polls - 5));
}

/** A result nobody gives in a day is asked for no more; the target is asked for the record itself. */
export const MOST_POLLS = 30;
/** An app whose key or address a target refuses so often is not going to be let in. */
export const MOST_REFUSALS = 12;

/** A payload as it is queued: what is enciphered for the target and the number of its team are put in when it is sent. */
export type Payload = string | number | null | readonly Payload[] | { readonly [name: string]: Payload };

export interface Filling {
  readonly encipher: (text: string) => string;
  readonly teamNo: (name: string) => string | null;
  /** Base64 and name of a kept file by its number; one that is gone is left out. */
  readonly file: (id: string) => { readonly name: string; readonly data: string } | null;
}

export const sealed = (text: string): Payload => ({ $aes: text });
export const ofTeam = (name: string): Payload => ({ $team: name });

/** The payload as this target reads it; null when the number of a team is not known there yet. */
export function filled(payload: Payload, filling: Filling): Payload | undefined {
  if (typeof payload !== 'object' || payload === null) return payload;
  if (isList(payload)) {
    const members: Payload[] = [];
    for (const member of payload) {
      const one = filled(member, filling);
      if (one === undefined) return undefined;
      members.push(one);
    }
    return members;
  }
  const { $aes, $team, $file, $files } = payload;
  if (typeof $aes === 'string') return $aes === '' ? '' : filling.encipher($aes);
  if (typeof $team === 'string') {
    const no = filling.teamNo($team);
    return no === null ? undefined : Number(no);
  }
  if (typeof $file === 'string') return filling.file($file)?.data ?? '';
  if (isList($files)) {
    const files = $files.map((id) => (typeof id === 'string' ? filling.file(id) : null));
    return files.flatMap((file): readonly Payload[] => (file === null ? [] : [{ name: file.name, data: file.data }]));
  }
  const properties: Record<string, Payload> = {};
  for (const [name, value] of Object.entries(payload)) {
    const one = filled(value, filling);
    if (one === undefined) return undefined;
    properties[name] = one;
  }
  return properties;
}

function isList(payload: Payload | undefined): payload is readonly Payload[] {
  return Array.isArray(payload);
}
