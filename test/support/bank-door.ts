import { findingsAsOf, officeDays, placesOf, wageChainFacts } from '#modules/monitoring/warnings/server/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { regionCode } from '#kernel/region-code.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { national, profileOf } from '#profiles/index.ts';
import { type BankWorld, payrollRow } from './bank.ts';

let said = 0;

export interface Heard {
  readonly status: number;
  readonly code: string;
  readonly outcome?: string;
  readonly says?: string;
}

/** Sends one signed message of the bank through the door it has. */
export async function tell(
  world: BankWorld,
  type: string,
  body: object,
  more: { readonly msgId?: string; readonly sentAt?: string; readonly seq?: number } = {},
): Promise<Heard> {
  said += 1;
  return post(world, '/bank/v1/messages', {
    msgId: more.msgId ?? `D-${said}`,
    type,
    bankCode: '102',
    sentAt: more.sentAt ?? '2026-11-20T17:30:00+08:00',
    seq: more.seq ?? said,
    body,
  });
}

export async function post(world: BankWorld, path: string, content: object): Promise<Heard> {
  const body = JSON.stringify(content);
  const signature = sign({ method: 'POST', path, body }, { app: world.bank.appid, secret: world.bank.secret });
  const answer = await fetch(`${world.address}${path}`, {
    method: 'POST',
    headers: { ...signatureHeaders(signature), 'content-type': 'application/json' },
    body,
  });
  return { status: answer.status, ...((await answer.json()) as Omit<Heard, 'status'>) };
}

/** What the rules say of the project on a day, by code, level and words; by the parameters of another place where one is named. */
export async function findingsOf(
  world: BankWorld,
  on: string,
  place?: string,
): Promise<readonly { readonly code: string; readonly level: number; readonly says: string }[]> {
  const found = await findingsAsOf(
    {
      store: world.database.store,
      clock: fixedClock(civilDate(on)),
      days: officeDays(nationalCalendar),
      placeOf: placesOf(CATALOGUE, nationalCalendar, (code) => profileOf(place === undefined ? code : regionCode(place)), national),
      facts: wageChainFacts,
    },
    civilDate(on),
  );
  return found.flatMap(({ projectId, rule, answer }) =>
    projectId === world.projectId && answer.answer === 'finding' ? [{ code: rule.code, level: answer.level, says: answer.says }] : [],
  );
}

/** A line of a result as the bank writes it. */
export function resultLine(n: number, status: string, more: object = {}): object {
  const { card, netFen } = payrollRow(n);
  const amount = netFen.toString();
  return {
    lineNo: n,
    cardNo: card,
    amount: `${amount.slice(0, -2)}.${amount.slice(-2)}`,
    status,
    bankSerialNo: `S${n}`,
    paidAt: '2026-11-20 10:00:00',
    ...more,
  };
}

export async function batchNoOf(world: BankWorld, batchId: string): Promise<string> {
  const [batch] = await world.database.owner<{ batch_no: string }>('select batch_no from prevention.pay_batch where id = $1', [batchId]);
  return batch?.batch_no ?? '';
}

export async function differencesOf(world: BankWorld): Promise<readonly string[]> {
  const rows = await world.database.owner<{ kind: string }>(
    'select kind from prevention.bank_difference where project_id = $1 and gone_at is null order by on_day, kind',
    [world.projectId],
  );
  return rows.map((row) => row.kind);
}
