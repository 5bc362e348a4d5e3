import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('accountClosedOn', 'closingNoticeOn', 'arrearsFen', 'arrearsPeople');

type Facts = Read<typeof form>;

/** Closed without thirty days of notice, or with wages owing. 「公示30日后，可以申请注销」: the notice is necessary, not sufficient. */
export const closing = rule({
  code: 'ACC-10',
  warns: ['W-ACC-14'],
  version: 1,
  title: '违规撤销专用账户',
  subject: 'project',
  basis: [cite('工资条例', 27, 2), cite('专户办法', 9), cite('专户办法', 10)],
  evidence: 'VF',
  facts: form,
  feeds: ['ledger'],
  needs: ['account.close.notice-days'],
  prepare: (setting, params) => (facts: Facts) => {
    const closedOn = facts.accountClosedOn;
    if (closedOn === null || closedOn > setting.on) return NOTHING;
    const notice = facts.closingNoticeOn;
    // 公示30日后: the thirtieth day must have passed; a notice period is not a deadline, so nothing is rolled.
    const noticeEnds = notice === null ? null : deadline(notice, naturalDays(params['account.close.notice-days'], 'none'), setting.calendar).due;
    const isEarly = noticeEnds === null || closedOn <= noticeEnds;
    if (!isEarly && facts.arrearsFen === 0n) return NOTHING;
    const why = facts.arrearsFen === 0n ? (notice === null ? '撤销前没有公示' : '撤销时公示未满 30 日') : `撤销后仍欠工资 ${inYuan(facts.arrearsFen)}`;
    return finding({
      level: 3,
      says: `工资专用账户${inChineseDay(closedOn, yearOf(setting.on))}撤销，${why}`,
      values: [
        { label: '撤销日', value: closedOn, unit: 'date', ...(noticeEnds === null ? {} : { threshold: noticeEnds }) },
        { label: '尚欠工资', value: facts.arrearsFen, unit: 'fen', threshold: 0n },
      ],
      amountFen: facts.arrearsFen,
      people: facts.arrearsPeople,
      dueOn: closedOn,
      duty: 'general-contractor',
      clears: '台账更正公示和撤销日期，所欠工资已付清',
      rows: [{ kind: 'project' }],
    });
  },
});
