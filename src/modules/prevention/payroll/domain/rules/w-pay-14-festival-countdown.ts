import { addDays, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { atMost } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { springFestivalAfter } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectForm.pick('payDay', 'arrearsFen', 'arrearsPeople', 'arrearsSince');

type Facts = Read<typeof form>;

/** Wages still owing as the Spring Festival comes near: 30, 15, 7 days before it, the day itself counted (以内). */
export const festivalCountdown = rule({
  code: 'W-PAY-14',
  warns: ['W-PAY-14'],
  version: 1,
  title: '春节前工资未清',
  subject: 'project',
  basis: [cite('工资条例', 12), cite('工资条例', 16)],
  evidence: 'D',
  interpretation: '节前倒计时是根治欠薪冬季行动的做法，日数由地方设定。',
  facts: form,
  feeds: ['flows'],
  needs: ['wage.festival.days-before', 'wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    const festival = springFestivalAfter(setting.on);
    const [yellow = 30, orange = 15, red = 7] = params['wage.festival.days-before'];
    if (festival === null || !atMost(daysBetween(setting.on, festival), yellow)) return () => NOTHING;
    const left = daysBetween(setting.on, festival);
    const level = atMost(left, red) ? 4 : atMost(left, orange) ? 3 : 2;
    return (facts: Facts) => {
      if (facts.arrearsFen === 0n || facts.arrearsSince === null || setting.on <= dueOf(facts.arrearsSince, facts.payDay).due) return NOTHING;
      return finding({
        level,
        says: `距春节${left === 0 ? '只有今天' : `还有 ${left} 天`}，仍欠 ${facts.arrearsPeople} 人工资 ${inYuan(facts.arrearsFen)}`,
        values: [
          { label: '距春节', value: left, unit: 'days', threshold: yellow },
          { label: '尚欠', value: facts.arrearsFen, unit: 'fen', threshold: 0n },
          { label: '春节', value: inChineseDay(festival, yearOf(setting.on)), unit: 'text' },
        ],
        amountFen: facts.arrearsFen,
        people: facts.arrearsPeople,
        dueOn: addDays(festival, -yellow),
        duty: 'general-contractor',
        clears: '专户流水显示所欠工资已全部到账',
        rows: [
          { kind: 'workers', which: 'unpaid' },
          { kind: 'workers', which: 'short' },
        ],
      });
    };
  },
});
