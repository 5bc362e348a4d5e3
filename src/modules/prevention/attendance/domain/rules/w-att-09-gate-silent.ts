import { addDays, type CivilDate, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { atLeast, moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, type Level, NOTHING, rule } from '#law/rule.ts';
import { type GateFacts, isUnderWay, projectForm } from '#modules/prevention/facts/domain/index.ts';
import { resumedAfter } from '../resumed-after.ts';

const form = projectForm.pick('gates', 'onSite', 'state', 'startedOn', 'finishedOn', 'pausedFrom', 'pausedUntil');

type Facts = Read<typeof form>;

/** What is wrong with one gate. */
interface Trouble {
  readonly gate: string;
  readonly says: string;
  readonly level: Level;
  readonly dueOn: CivilDate;
}

/** Gates one sentence names; the values name all of them. */
const NAMED = 3;

/**
 * A gate nobody hears, whose clock is wrong, or whose punches do not all arrive. About the data: it says nothing of whether people
 * worked, and names what to look at on which gate.
 */
export const gateSilent = rule({
  code: 'W-ATT-09',
  warns: ['W-ATT-09'],
  version: 1,
  title: '考勤设备离线、失准',
  subject: 'project',
  isAboutData: true,
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation:
    '按整日算：24小时为整整一天没有任何上报（打卡或者心跳）。登记后从未上报的，装机要时间，过了黄的期限才列为蓝。时钟不准、序号缺失也使打卡不可信或者到不了，一并在这里说。设备离线期间考勤没有新数据，W-ATT-01 只答“无法判断”，不会因此说项目停了。停工、完工和春节前后不判断。',
  facts: form,
  feeds: [],
  needs: ['device.silent.blue', 'device.silent.yellow', 'device.clock-skew', 'device.gap-days'],
  prepare: (setting, params) => {
    const [blue, yellow, skew, gap] = [params['device.silent.blue'], params['device.silent.yellow'], params['device.clock-skew'], params['device.gap-days']];
    const year = yearOf(setting.on);

    function silence(gate: GateFacts, pausedUntil: CivilDate | null): Omit<Trouble, 'gate'> | null {
      const from = gate.heardOn ?? gate.sinceOn;
      if (from === null) return null;
      const since = resumedAfter(from, pausedUntil);
      const whole = daysBetween(since, setting.on) - 1;
      const allowed = gate.heardOn === null ? yellow : blue;
      if (!atLeast(whole, allowed)) return null;
      const dueOn = addDays(since, allowed + 1);
      if (gate.heardOn === null) return { says: `${inChineseDay(from, year)}登记后整 ${whole} 天从未上报`, level: 1, dueOn };
      return { says: `${inChineseDay(from, year)}之后整 ${whole} 天没有上报`, level: atLeast(whole, yellow) ? 2 : 1, dueOn };
    }

    function clock(gate: GateFacts): Omit<Trouble, 'gate'> | null {
      const [fast, slow] = [gate.fastSeconds ?? 0, gate.slowSeconds ?? 0];
      const seconds = Math.max(fast, slow);
      if (!moreThan(seconds, skew * 60)) return null;
      return { says: `时钟${fast > slow ? '快' : '慢'} ${lengthInWords(seconds)}`, level: 1, dueOn: gate.heardOn ?? setting.on };
    }

    function gaps(gate: GateFacts): Omit<Trouble, 'gate'> | null {
      if (gate.missing === null || gate.missing === 0 || gate.missingSince === null) return null;
      if (!atLeast(daysBetween(gate.missingSince, setting.on), gap)) return null;
      const dueOn = addDays(gate.missingSince, gap);
      return { says: `缺 ${gate.missing} 次打卡，${inChineseDay(gate.missingSince, year)}起要求补传，一直没有补`, level: 1, dueOn };
    }

    function loss(gate: GateFacts): Omit<Trouble, 'gate'> | null {
      if (gate.lost === null || gate.lost === 0) return null;
      return { says: `声明丢失 ${gate.lost} 次打卡，补不回来`, level: 1, dueOn: gate.heardOn ?? setting.on };
    }

    return (facts: Facts) => {
      if (facts.gates.length === 0 || !isUnderWay(facts, setting.on)) return NOTHING;
      const troubles = facts.gates.flatMap((gate): Trouble[] => {
        const found = [silence(gate, facts.pausedUntil), clock(gate), gaps(gate), loss(gate)].flatMap((one) => one ?? []);
        return found.map((one) => ({ gate: gate.name ?? '设备', ...one }));
      });
      const [first] = troubles;
      if (first === undefined) return NOTHING;
      const worst = troubles.toSorted((a, b) => b.level - a.level);
      const named = worst.slice(0, NAMED).map(({ gate, says }) => `${gate}：${says}`);
      return finding({
        level: Math.max(...troubles.map(({ level }) => level)) === 2 ? 2 : 1,
        says: `${named.join('；')}${worst.length > NAMED ? `；另有 ${worst.length - NAMED} 处` : ''}`,
        values: [
          ...worst.map(({ gate, says }) => ({ label: gate, value: says, unit: 'text' as const })),
          { label: '在用的考勤设备', value: facts.gates.length, unit: 'count' },
        ],
        people: facts.onSite,
        dueOn: troubles.reduce((earliest, { dueOn }) => (dueOn < earliest ? dueOn : earliest), first.dueOn),
        duty: 'wage-officer',
        clears: '设备恢复上报、校准时钟、补传所缺的打卡（丢失的由人补录、核实），或者停用已拆除的设备',
        rows: [{ kind: 'devices' }],
      });
    };
  },
});

function lengthInWords(seconds: number): string {
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} 分钟` : `${Math.floor(seconds / 3_600)} 小时`;
}
