import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { caseDeadlines } from './case-deadlines.ts';

const ask = (facts: object, on: string) => reckoned(caseDeadlines, facts, on);

describe('《劳动保障监察条例》第十七条、《行政处罚法》第六十条等: 一个案件的全部期限', () => {
  it('from a complaint to the investigation, across 春节', () => {
    const { byLabel, notes } = ask(
      { receivedOn: '2026-02-12', acceptedOn: '2026-02-26', filedOn: '2026-02-26', investigationEndedOn: 'not-yet', decidedOn: 'not-yet' },
      '2026-03-02',
    );
    // 60 working days from 2月26日 (28日 is worked; 清明, 劳动节 off, 5月9日 worked) end on 5月25日; 15 more on 6月15日; 90 days on 5月27日.
    expect(byLabel).toEqual({
      决定是否受理: '2026-02-26',
      受理当日立案: '2026-02-26',
      完成调查: '2026-05-25',
      '作出决定（按调查期限推算）': '2026-06-15',
      '作出处罚决定（立案后90日的一般期限）': '2026-05-27',
      决定期限以较早的提醒: '2026-05-27',
    });
    expect(notes).toContain('决定是否受理：2月26日已办，在期限内');
    expect(notes).toContain('完成调查：到5月25日止，还有 84 日');
  });

  it('an investigation that ended early brings the chain before the ninety days', () => {
    const { byLabel } = ask({ filedOn: '2026-01-05', investigationEndedOn: '2026-02-10', decidedOn: 'not-yet' }, '2026-03-01');
    expect(byLabel).toMatchObject({
      '作出决定（调查完成后15个工作日）': '2026-03-09',
      '作出处罚决定（立案后90日的一般期限）': '2026-04-07',
      决定期限以较早的提醒: '2026-03-09',
    });
  });

  it('an extension counts when it was approved in time, not after', () => {
    const filed = { filedOn: '2026-01-05', investigationEndedOn: 'not-yet', decidedOn: 'not-yet' };
    expect(ask({ ...filed, extensionApprovedOn: '2026-04-03' }, '2026-04-08').byLabel).toMatchObject({ '完成调查（已延长）': '2026-05-20' });
    const late = ask({ ...filed, extensionApprovedOn: '2026-04-07' }, '2026-04-08');
    expect(late.byLabel).toMatchObject({ 完成调查: '2026-04-03' });
    expect(late.notes).toContain('完成调查：4月3日期满，已过 5 日，没有办理');
  });

  it('from the decision to the court, across 国庆 and into a year without a calendar', () => {
    const decided = { decidedOn: '2026-03-27', servedOn: '2026-04-03', paidOn: 'not-yet', demandServedOn: '2026-10-09', appliedOn: 'not-yet' };
    const answer = ask(decided, '2026-10-12');
    expect(answer.byLabel).toEqual({
      送达处罚决定书: '2026-04-08',
      缴纳罚款: '2026-04-20',
      申请行政复议: '2026-06-02',
      提起行政诉讼: '2026-10-08',
      申请法院强制执行: '2027-01-08',
      催告期: '2026-10-22',
    });
    expect(answer.provisional).toBe(true);
    expect(answer.notes).toContain('缴纳罚款：4月20日期满，已过 175 日，没有办理');
    expect(answer.notes).toContain('催告期：到10月22日止，还有 10 日');
    expect(answer.notes).toContain('申请行政复议：6月2日期满，已过 132 日，是否办理没有填写');
    expect(ask(decided, '2026-10-23').notes).toContain('催告期：10月22日期满，救济期限也已届满的，可以申请法院强制执行');
  });

  it('《行政强制法》第五十三条: whoever sued or asked for reconsideration has no window counted from service', () => {
    const decided = { servedOn: '2026-03-02', paidOn: 'not-yet' };
    expect(ask({ ...decided, lawsuitOn: 'not-yet' }, '2026-05-06').byLabel).toMatchObject({ 申请法院强制执行: '2026-12-02' });
    expect(ask({ ...decided, lawsuitOn: '2026-05-07' }, '2026-05-06').byLabel).toMatchObject({ 申请法院强制执行: '2026-12-02' });
    for (const contested of [{ lawsuitOn: '2026-05-06' }, { reconsiderationOn: '2026-05-06' }]) {
      const answer = ask({ ...decided, ...contested }, '2026-05-06');
      expect(answer.byLabel).not.toHaveProperty('申请法院强制执行');
      expect(answer.notes[0]).toContain('等复议决定或者裁判生效后再算');
    }
  });

  it('a deferral moves the payment and, when later, the window', () => {
    expect(ask({ servedOn: '2026-03-02', deferredTo: '2026-10-30', paidOn: 'not-yet' }, '2026-03-03').byLabel).toMatchObject({
      缴纳罚款: '2026-10-30',
      提起行政诉讼: '2026-09-02',
      申请法院强制执行: '2027-02-01',
    });
  });

  it('the time to ask for a hearing', () => {
    const answer = ask({ hearingToldOn: '2026-03-02', hearingRequestedOn: '2026-03-10' }, '2026-03-11');
    expect(answer.byLabel).toEqual({ 当事人要求听证: '2026-03-09' });
    expect(answer.notes).toEqual(['当事人要求听证：3月10日才办，超过 1 日']);
  });

  it('knows no limit of what has not happened yet', () => {
    expect(reckon(caseDeadlines, { filedOn: '2026-03-02' }, '2026-03-01')).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(caseDeadlines, {})).toMatchObject({ missing: ['收到投诉、立案、告知听证、决定、送达或者催告之日，至少一项'] });
  });
});
