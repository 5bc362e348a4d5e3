import { addDays, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { feedForm } from '../forms.ts';
import { isUnderWay } from '../under-way.ts';

const form = feedForm.pick('feed', 'appName', 'appIsBank', 'startedOn', 'pausedUntil', 'throughOn', 'state', 'pausedFrom');

type Facts = Read<typeof form>;

const NAMES = { roster: '花名册', attendance: '考勤', payroll: '工资支付表', flows: '专户流水' } as const;

/**
 * A feed that no longer speaks: a warning about the data, and no verdict may lean on it meanwhile. Silence is not guilt. Neither is
 * said twice: a missing payroll is DIS-01, attendance that never began is W-ATT-02. A roster is silent when nobody comes or goes, so
 * only one that never came is missed. A system that reports for one project by machine is a feed as well, once it has spoken: what it
 * brings may be late by file and still be missed from it. Gates are W-ATT-09.
 */
export const feedStopped = rule({
  code: 'W-OPS-05',
  warns: ['W-OPS-05'],
  version: 2,
  title: '数据断流',
  subject: 'feed',
  basis: [cite('工资条例', 38, 1), cite('专户办法', 24)],
  evidence: 'D',
  interpretation:
    '按文件报送的缺省为一个半月，直连的由地方改为一两日；花名册只看有没有报过。为一个项目直连的系统报过以后 72 小时没有有效数据即算断流；考勤设备由 W-ATT-09 管。',
  facts: form,
  feeds: [],
  needs: ['feed.roster.days', 'feed.attendance.days', 'feed.flows.days', 'feed.app.days', 'feed.yellow-days'],
  prepare: (setting, params) => {
    const allowedDays = {
      roster: params['feed.roster.days'],
      attendance: params['feed.attendance.days'],
      flows: params['feed.flows.days'],
      app: params['feed.app.days'],
    };
    return (facts: Facts) => {
      const neverSpoke = facts.throughOn === null;
      if (facts.feed === 'payroll' || ((facts.feed === 'attendance' || facts.feed === 'app') && neverSpoke) || (facts.feed === 'roster' && !neverSpoke))
        return NOTHING;
      if (facts.startedOn === null || !isUnderWay({ ...facts, finishedOn: null }, setting.on)) return NOTHING;
      const allowed = allowedDays[facts.feed];
      const resumed = facts.pausedUntil !== null && facts.pausedUntil > facts.startedOn ? facts.pausedUntil : facts.startedOn;
      const since = facts.throughOn !== null && facts.throughOn > resumed ? facts.throughOn : resumed;
      const silent = daysBetween(since, setting.on);
      if (!moreThan(silent, allowed)) return NOTHING;
      const name = facts.feed === 'app' ? `接口应用“${facts.appName ?? ''}”的数据` : NAMES[facts.feed];
      return finding({
        level: moreThan(silent - allowed, params['feed.yellow-days']) ? 2 : 1,
        says:
          facts.throughOn === null
            ? `开工 ${silent} 天，从未报过${name}`
            : `${name}只到${inChineseDay(facts.throughOn, yearOf(setting.on))}，已 ${silent} 天没有更新`,
        values: [
          { label: '没有更新', value: silent, unit: 'days', threshold: allowed },
          ...(facts.throughOn === null ? [] : [{ label: '数据截至', value: facts.throughOn, unit: 'date' as const }]),
        ],
        dueOn: addDays(since, allowed),
        duty: facts.feed === 'flows' || facts.appIsBank ? 'bank' : 'wage-officer',
        clears: facts.feed === 'app' ? '接口应用恢复报送，或者停用了这个应用' : `新的${name}已导入`,
        rows: [{ kind: 'project' }],
      });
    };
  },
});
