import { addDays, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { gatesInWords, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('waitingPunches', 'waitingHeads');

type Facts = Read<typeof form>;

/** Punches kept apart count nowhere until somebody decides; left lying they cost a worker the days. */
export const punchesWaiting = rule({
  code: 'W-ATT-13',
  warns: ['W-ATT-13'],
  version: 1,
  title: '打卡待核实过久',
  subject: 'project',
  isAboutData: true,
  basis: [cite('工资条例', 28, 2), cite('工资条例', 28, 3)],
  evidence: 'D',
  interpretation: '预警目录没有这一条：接收时搁置的打卡在核实以前不计入出勤，拖着不核实，吃亏的是工人，所以另设。收下还是不收，由人决定。',
  facts: form,
  feeds: [],
  needs: ['attendance.waiting.blue', 'attendance.waiting.yellow'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.waitingPunches.length === 0) return NOTHING;
    const [since] = facts.waitingPunches.flatMap(({ sinceOn }) => sinceOn ?? []).toSorted();
    if (since === undefined) return NOTHING;
    const days = daysBetween(since, setting.on);
    if (!atLeast(days, params['attendance.waiting.blue'])) return NOTHING;
    const punches = facts.waitingPunches.reduce((sum, one) => sum + (one.punches ?? 0), 0);
    return finding({
      level: atLeast(days, params['attendance.waiting.yellow']) ? 2 : 1,
      says: `${gatesInWords(facts.waitingPunches.map(({ gate }) => gate))}有 ${punches} 次打卡待核实，最早的${inChineseDay(since, yearOf(setting.on))}收到，已等 ${days} 天，核实以前不计入出勤`,
      values: [
        { label: '最早的已等', value: days, unit: 'days', threshold: params['attendance.waiting.blue'] },
        ...facts.waitingPunches.map(({ gate, punches: own }) => ({ label: gate ?? '设备', value: `${own} 次`, unit: 'text' as const })),
      ],
      people: facts.waitingHeads,
      dueOn: addDays(since, params['attendance.waiting.blue']),
      duty: 'authority',
      clears: '待核实的打卡都有了结果：收下，或者不收',
      rows: [{ kind: 'devices' }],
    });
  },
});
