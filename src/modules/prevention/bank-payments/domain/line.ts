import type { CivilDate } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';

/** 代发明细的状态. `dropped` left the batch before it went to the bank. */
export type LineState = 'new' | 'sent' | 'unknown' | 'paid' | 'failed' | 'returned' | 'reissued' | 'dropped';

export const LINE_NAMES: Readonly<Record<LineState, string>> = {
  new: '未送',
  sent: '已送，等结果',
  unknown: '结果不明',
  paid: '已发到卡',
  failed: '没发成',
  returned: '退票',
  reissued: '已另行补发',
  dropped: '已移出',
};

/** The states in which the wage of a line counts as paid or on its way: at most one such line for an obligation. */
export const LIVE_LINES: readonly LineState[] = ['new', 'sent', 'unknown', 'paid'];

/** What a word about a line says. `no-answer`: we sent and heard nothing; `not-found`: the bank says it never got it. */
export type Said = 'no-answer' | 'accepted' | 'processing' | 'unclear' | 'paid' | 'failed' | 'returned' | 'not-found' | 'refund-arrived';

/**
 * How we know. `hint`: a message of a bank we can ask, believed only once it answers our question; `push`: of one we cannot;
 * `pull`: its answer to our question; `file`: a result file a person or a drop box brought; `flow`: the account's movements;
 * `own`: our own sending.
 */
export type Via = 'own' | 'hint' | 'push' | 'pull' | 'file' | 'flow';

/** One thing learned about a line. Appended, never edited; the state is what all of them say together. */
export interface Evidence {
  readonly via: Via;
  readonly says: Said;
  /** When the bank (or we) said it, ISO in UTC: the order of the bank's words, not of their arrival. */
  readonly at: string;
  readonly code: string | null;
  readonly words: string | null;
  readonly serialNo: string | null;
  readonly on: CivilDate | null;
}

export interface LineNow {
  readonly state: LineState;
  /** The bank has said both paid and not paid, and no later answer settles it. */
  readonly contradicted: boolean;
  /** The bank says it never received it. */
  readonly neverReceived: boolean;
  /** A refund has come back to the account, or the bank confirmed it when asked. */
  readonly refundArrived: boolean;
  readonly by: Evidence | null;
  readonly paidOn: CivilDate | null;
  readonly serialNo: string | null;
}

const DECISIVE: readonly Said[] = ['paid', 'failed', 'returned'];
const OUTSIDE: readonly Via[] = ['push', 'file', 'pull'];

/**
 * What became of a line that was sent, by everything known of it. Neither the order of arrival nor a repetition changes the
 * answer. Interpretation: the bank's answer to our question outweighs whatever it said before; words after it that say
 * otherwise make the outcome unknown, and it is asked again. Unknown is never sent again.
 */
export function lineNow(evidence: readonly Evidence[]): LineNow {
  const words = [...evidence].sort(byBankTime);
  const asked = words.filter((one) => one.via === 'pull' && DECISIVE.includes(one.says)).at(-1);
  const counted = words.filter(
    (one) => OUTSIDE.includes(one.via) && DECISIVE.includes(one.says) && (asked === undefined || one === asked || one.at > asked.at),
  );
  const last = (says: Said) => counted.filter((one) => one.says === says).at(-1);
  const [paid, failed, returned] = [last('paid'), last('failed'), last('returned')];
  const firstPaid = words.find((one) => one.says === 'paid' && OUTSIDE.includes(one.via));
  const refundArrived = words.some((one) => one.says === 'refund-arrived') || (asked?.says === 'returned' && failed === undefined);
  const common = { refundArrived, neverReceived: false, contradicted: false, paidOn: firstPaid?.on ?? null, serialNo: firstPaid?.serialNo ?? null };
  if (failed !== undefined && (paid !== undefined || returned !== undefined))
    return { ...common, state: 'unknown', contradicted: true, by: counted.at(-1) ?? null };
  if (returned !== undefined) return { ...common, state: 'returned', by: returned };
  if (paid !== undefined) return { ...common, state: 'paid', by: paid };
  if (failed !== undefined) return { ...common, state: 'failed', by: failed };
  const open = words.filter((one) => one.says !== 'refund-arrived' && one.via !== 'flow');
  const heard = open.filter((one) => one.says === 'accepted' || one.says === 'processing' || (one.via === 'hint' && one.says !== 'unclear'));
  const missing = open.filter((one) => one.says === 'not-found').at(-1);
  const unclear = open.filter((one) => one.says === 'unclear').at(-1);
  const latest = heard.at(-1);
  const underWay = heard.filter((one) => one.says !== 'accepted').at(-1);
  if (unclear !== undefined && (underWay === undefined || unclear.at >= underWay.at)) return { ...common, state: 'unknown', by: unclear };
  if (latest !== undefined) return { ...common, state: 'sent', by: latest };
  if (missing !== undefined) return { ...common, state: 'unknown', neverReceived: true, by: missing };
  const silent = open.filter((one) => one.says === 'no-answer').at(-1);
  return { ...common, state: silent === undefined ? 'sent' : 'unknown', by: silent ?? null };
}

const ORDER: readonly Said[] = ['no-answer', 'not-found', 'accepted', 'processing', 'unclear', 'paid', 'failed', 'returned', 'refund-arrived'];

function byBankTime(a: Evidence, b: Evidence): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  const rank = ORDER.indexOf(a.says) - ORDER.indexOf(b.says);
  if (rank !== 0) return rank;
  return `${a.via} ${a.serialNo} ${a.on} ${a.code} ${a.words}` < `${b.via} ${b.serialNo} ${b.on} ${b.code} ${b.words}` ? -1 : 1;
}

/** Whether the wage of a line may be put into another batch: only when it is certain that the money is not with the worker. */
export function mayReissue(line: { readonly state: LineState; readonly refundArrived: boolean }): Result<'reissued', Refusal> {
  switch (line.state) {
    case 'failed':
      return ok('reissued');
    case 'returned':
      return line.refundArrived
        ? ok('reissued')
        : refuse({ code: 'line-refund-awaited', says: '银行说退票了，但钱还没有退回专户。等退款进账，或向银行查询确认后再补发。' });
    case 'unknown':
    case 'sent':
      return refuse({ code: 'line-outcome-open', says: `这一笔“${LINE_NAMES[line.state]}”，现在补发可能重复付款。先向银行查询，确认没有发成再补发。` });
    case 'paid':
      return refuse({ code: 'line-paid', says: '这一笔银行已确认发到卡上，不能再发。' });
    case 'reissued':
      return refuse({ code: 'line-reissued', says: '这一笔已经另做一批补发，看补发的那一批。' });
    case 'new':
    case 'dropped':
      return refuse({ code: 'line-not-sent', says: '这一笔还没有送过银行，不用补发。' });
  }
}

/** How long after the bank said it never got an instruction the same may go out again: a slow request may still be under way. */
export const QUIET_MINUTES = 30;

/**
 * Whether the very same instruction, under its own number, may be handed to the bank again: only when the bank has answered
 * that it never received it, that answer has aged, and a person asks for it.
 */
export function mayHandInAgain(lines: readonly LineNow[], minutesSinceAnswer: number): Result<'sent', Refusal> {
  if (lines.length === 0 || !lines.every((line) => line.state === 'unknown' && line.neverReceived))
    return refuse({ code: 'batch-outcome-open', says: '银行没有答复“未收到”，不能重新递交，否则可能重复付款。继续查询，或打电话问开户行。' });
  if (minutesSinceAnswer < QUIET_MINUTES)
    return refuse({
      code: 'batch-answer-fresh',
      says: `银行刚答复未收到，可能还在路上。${QUIET_MINUTES - Math.floor(minutesSinceAnswer)} 分钟后再递交同一指令。`,
    });
  return ok('sent');
}

/** After so long without a result somebody asks the branch: banks carry out a batch on the day, or on the next. */
const RESULT_WITHIN_HOURS = 24;

/** What a person does about a line. */
export function whatToDo(line: LineNow, hoursSinceSent = 0): string {
  if (line.contradicted) return '银行前后说法不一致，正在问银行；以银行书面答复为准，不要补发。';
  switch (line.state) {
    case 'unknown':
      return line.neverReceived ? '银行答复没有收到。过半小时仍是这样，可重新递交同一指令。' : '没有收到银行的结果，正在查询。不要补发。';
    case 'sent':
      return hoursSinceSent < RESULT_WITHIN_HOURS ? '等银行处理。' : '过了一天还没有结果。打电话问开户行，要回盘；不要补发。';
    case 'paid':
      return '不用再办。';
    case 'failed':
      return '按银行的原因改好户名或卡号，再补发。';
    case 'returned':
      return line.refundArrived ? '退款已回专户。换好卡再补发。' : '等退款回到专户，再补发。';
    case 'reissued':
      return '看补发的那一批。';
    case 'new':
      return '还没有送银行。';
    case 'dropped':
      return '';
  }
}
