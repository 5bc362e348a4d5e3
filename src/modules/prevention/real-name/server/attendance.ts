import { type GivenPunch, takePunches } from '#modules/prevention/attendance/server/index.ts';
import { given, sortForKeeping, type Values } from '../domain/index.ts';
import { EARLIEST_MONTH, implyEntries, isTooEarly, refuseUnknown } from './entries.ts';
import { type ChangeOrder, type Deps, type Outcome, projectOf, stopInvalid, stopped } from './order.ts';
import { keepRecord, meetPeople, personIn } from './store.ts';
import { teamOf } from './teams.ts';

/** A gate's clock may run ahead of ours by so much; exactly this is accepted. */
const AHEAD_MINUTES = 10;
/** A device was offline, or somebody sent later: punches a day and more after they were made. */
const LATE_MINUTES = 24 * 60;
/** 异常清退, 一键开闸, 应急通道: somebody let the worker through; the gate recognised nobody. */
const BY_HAND: ReadonlySet<string> = new Set(['007', '008', '009']);

/**
 * WorkerAttendance.Add. The same person, second and direction count once; any past moment is taken, because gates were
 * offline, and when it arrived is kept beside when it happened; what comes a day late is said on the message.
 */
export function takeAttendance(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const projectId = projectOf(order).id;
  const punches = order.values.list('dataList');
  const latest = minutesLater(order.now, AHEAD_MINUTES);
  return stopped(async () => {
    for (const [at, punch] of punches.entries()) {
      if (given(punch, 'date') > latest) stopInvalid(`[dataList][${at}][date]不能大于当前时间!`);
      if (isTooEarly(given(punch, 'date'))) stopInvalid(`[dataList][${at}][date]不能早于${EARLIEST_MONTH}!`);
    }
    return deps.store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
      const team = await teamOf(tx, order);
      const people = await meetPeople(
        tx,
        deps.vault,
        punches.map((punch) => given(punch, 'idCardNumber')),
      );
      await refuseUnknown(tx, projectId, people);
      const implied = await implyEntries(deps, order, tx, team, firstDays(punches, people));
      const { sender } = order.app;
      const by = { by: sender, channel: 'real-name', name: '实名制考勤', projectId, now: deps.clock.now() } as const;
      const taken = await takePunches(
        tx,
        deps.vault,
        deps.memory,
        by,
        punches.map((punch) => punchOf(punch, people)),
      );
      const wrong = taken.answers.findIndex((answer) => answer.is === 'refused');
      const refused = taken.answers[wrong];
      if (refused?.is === 'refused') stopInvalid(`[dataList][${wrong}][date]${refused.refusal.says}`);
      if (implied.importId !== null) await tx.query('update exchange.import set part_of = $2 where id = $1', [implied.importId, taken.importId]);
      await keepWhatPunchesLack(deps, order, tx, taken.importId, people);
      const late = punches.filter((punch) => given(punch, 'date') < minutesLater(order.now, -LATE_MINUTES)).length;
      const remarks = [
        ...(implied.count === 0 ? [] : [`${implied.count} 人没有进场记录，按第一次考勤视为进场`]),
        ...(late === 0 ? [] : [`${late} 条迟报（晚于 24 小时），已按发生时间收下`]),
      ];
      const remark = remarks.length === 0 ? {} : { remark: remarks.join('；') };
      await order.settle(tx, { result: '', records: taken.taken, importId: taken.importId, ...remark });
      return { is: 'done' } as const;
    });
  });
}

function punchOf(punch: Values, people: ReadonlyMap<string, string>): GivenPunch {
  return {
    who: { personId: personIn(people, given(punch, 'idCardNumber')) },
    at: given(punch, 'date'),
    direction: given(punch, 'direction') === '01' ? 'in' : 'out',
    device: punch.text('channel') ?? '',
    source: BY_HAND.has(punch.text('attendType') ?? '') ? 'manual' : 'gate',
  };
}

/** The first day each person of the message was there. */
function firstDays(punches: readonly Values[], people: ReadonlyMap<string, string>): ReadonlyMap<string, { readonly personId: string; readonly on: string }> {
  const first = new Map<string, { personId: string; on: string }>();
  for (const punch of punches) {
    const identity = given(punch, 'idCardNumber');
    const on = given(punch, 'date').slice(0, 10);
    const before = first.get(identity);
    if (before === undefined || on < before.on) first.set(identity, { personId: personIn(people, identity), on });
  }
  return first;
}

/** 001 人脸识别 without picture and place is what a gate says day in, day out; the rest is kept beside the punch. */
async function keepWhatPunchesLack(
  deps: Deps,
  order: ChangeOrder,
  tx: Parameters<typeof keepRecord>[0],
  importId: string | null,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const fields = order.method.fields.find((field) => field.name === 'dataList')?.fields ?? [];
  for (const punch of order.values.list('dataList')) {
    const usual = punch.text('attendType') === '001' && ['image', 'lng', 'lat'].every((name) => punch.text(name) === null);
    if (usual) continue;
    const personId = personIn(people, given(punch, 'idCardNumber'));
    const at = given(punch, 'date');
    await keepRecord(tx, deps.vault, projectOf(order).id, {
      kind: 'punch',
      key: `${personId}:${at}`,
      personId,
      happenedOn: at.slice(0, 10),
      sorted: sortForKeeping(fields, punch),
      appid: order.app.appid,
      importId,
    });
  }
}

function minutesLater(now: string, minutes: number): string {
  const later = new Date(Date.parse(`${now.replace(' ', 'T')}Z`) + minutes * 60_000);
  return later.toISOString().slice(0, 19).replace('T', ' ');
}
