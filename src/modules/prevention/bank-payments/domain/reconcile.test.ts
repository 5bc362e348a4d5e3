import { describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { type CheckedBatch, type CheckedLine, checkBatch } from './checks.ts';
import { type AccountDay, type DayFlow, reconcileDay } from './reconcile.ts';

const flow = (change: Partial<DayFlow>): DayFlow => ({ serialNo: 'S1', direction: 'out', amountFen: fen(100), batchNo: 'B1', kind: 'wage', ...change });
const RETURNED = [{ batchNo: 'B1', amountFen: fen(100) }];
const day = (change: Partial<AccountDay> = {}): AccountDay => ({
  on: civilDate('2026-11-20'),
  openingFen: fen(1_000),
  openingOn: civilDate('2026-11-19'),
  sinceFen: fen(0),
  closingFen: fen(900),
  flows: [flow({})],
  paid: [{ batchNo: 'B1', amountFen: fen(100) }],
  returned: [],
  ...change,
});
const other = (change: Partial<DayFlow>) => flow({ serialNo: 'S2', batchNo: null, ...change });

describe('一个专户一天的对账', () => {
  it.each([
    { what: '平', given: day(), kinds: [] },
    { what: '差一分', given: day({ closingFen: fen(901) }), kinds: ['balance'] },
    { what: '出账比到卡多', given: day({ flows: [flow({ amountFen: fen(101) })], closingFen: fen(899) }), kinds: ['payroll-sum'] },
    { what: '到卡而没有出账', given: day({ flows: [], closingFen: fen(1_000) }), kinds: ['payroll-sum'] },
    { what: '转给别处：挪用嫌疑', given: day({ flows: [flow({}), other({ kind: 'other-out' })], closingFen: fen(800) }), kinds: ['other-out'] },
    { what: '手续费不算', given: day({ flows: [flow({}), other({ kind: 'fee', amountFen: fen(1) })], closingFen: fen(899) }), kinds: [] },
    { what: '冻结不动余额，也不算挪用', given: day({ flows: [flow({}), other({ kind: 'freeze' })] }), kinds: [] },
    { what: '退票没有进账', given: day({ returned: RETURNED }), kinds: ['refund-missing'] },
    {
      what: '退票进账对上',
      given: day({ returned: RETURNED, flows: [flow({}), other({ direction: 'in', kind: 'refund' })], closingFen: fen(1_000) }),
      kinds: [],
    },
    { what: '退票的进账哪天到都算，只要写明是哪一笔', given: day({ returned: [{ batchNo: 'B1', amountFen: fen(100), isMatched: true }] }), kinds: [] },
    {
      what: '后来的进账那天也不再说多了',
      given: day({ flows: [flow({}), other({ direction: 'in', kind: 'refund', isMatched: true })], closingFen: fen(1_000) }),
      kinds: [],
    },
    {
      what: '没有退票通知的进账',
      given: day({ flows: [flow({}), other({ direction: 'in', kind: 'refund' })], closingFen: fen(1_000) }),
      kinds: ['refund-missing'],
    },
    {
      what: '批次号不是我方的：挪用嫌疑',
      given: day({ flows: [flow({}), other({ batchNo: 'X1', kind: 'unknown-batch' })], closingFen: fen(800) }),
      kinds: ['unknown-batch'],
    },
    { what: '销户转出的余额不算挪用', given: day({ flows: [flow({}), other({ kind: 'closing', amountFen: fen(900) })], closingFen: fen(0) }), kinds: [] },
    { what: '法院扣划动余额，不算挪用', given: day({ flows: [flow({}), other({ kind: 'levied' })], closingFen: fen(800) }), kinds: [] },
    { what: '中间缺几天，流水齐就平', given: day({ openingOn: civilDate('2026-11-16'), sinceFen: fen(50), closingFen: fen(950) }), kinds: [] },
    { what: '中间缺几天，差一分', given: day({ openingOn: civilDate('2026-11-16'), sinceFen: fen(50), closingFen: fen(949) }), kinds: ['balance'] },
    { what: '没有前一天的余额，不猜', given: day({ openingFen: null, openingOn: null, closingFen: fen(5) }), kinds: [] },
  ])('$what：$kinds', ({ given, kinds }) => {
    expect(reconcileDay(given).map((one) => one.kind)).toEqual(kinds);
  });
});

const line = (change: Partial<CheckedLine> = {}): CheckedLine => ({
  lineNo: 1,
  personId: '1',
  name: '张三',
  amountFen: fen(100),
  payrollFen: fen(100),
  signed: true,
  onRoster: true,
  leftOn: null,
  hasCard: true,
  cardReadable: true,
  cardHolder: null,
  cardIsRosters: true,
  cardSharers: [],
  cardTrouble: null,
  cardChangedHoursAgo: null,
  paidByFlowsFen: fen(0),
  ...change,
});
const batch = (change: Partial<CheckedBatch> = {}): CheckedBatch => ({
  payMonth: civilMonth('2026-10'),
  accountNo: '3715',
  accountClosedOn: null,
  accountFrozen: false,
  balanceFen: fen(100),
  balanceOn: civilDate('2026-11-19'),
  lines: [line()],
  ...change,
});
const of = (change: Partial<CheckedLine>) => batch({ lines: [line(change)] });

describe('代发前的核对（! 为不能放行）', () => {
  it.each([
    { what: '都好', given: batch(), codes: [] },
    { what: '余额差一分', given: batch({ balanceFen: fen(99) }), codes: ['!balance-short'] },
    { what: '不知道余额', given: batch({ balanceFen: null }), codes: ['balance-unknown'] },
    { what: '没有专户', given: batch({ accountNo: null }), codes: ['!no-account'] },
    { what: '已销户', given: batch({ accountClosedOn: civilDate('2026-11-01') }), codes: ['!account-closed'] },
    { what: '冻结', given: batch({ accountFrozen: true }), codes: ['account-frozen'] },
    { what: '金额是 0', given: of({ amountFen: fen(0), payrollFen: fen(0) }), codes: ['!amount-zero'] },
    { what: '比工资表多一分', given: of({ payrollFen: fen(99) }), codes: ['!amount-differs'] },
    { what: '比工资表少一分', given: of({ payrollFen: fen(101) }), codes: ['amount-differs'] },
    { what: '没有工资表', given: of({ payrollFen: null }), codes: ['!no-payroll'] },
    { what: '没签字', given: of({ signed: false }), codes: ['!not-signed'] },
    { what: '没有签字一栏', given: of({ signed: null }), codes: ['signature-unknown'] },
    { what: '不在花名册', given: of({ onRoster: false }), codes: ['!not-on-roster'] },
    { what: '没有卡', given: of({ hasCard: false }), codes: ['!no-card'] },
    { what: '不知道完整卡号', given: of({ cardReadable: false }), codes: ['!card-unreadable'] },
    { what: '不是现在登记的卡', given: of({ cardIsRosters: false }), codes: ['card-holder-differs'] },
    { what: '卡是别人的', given: of({ cardHolder: '李四' }), codes: ['!card-holder-differs'] },
    { what: '户名只差一个点', given: of({ name: '买买提·艾力', cardHolder: '买买提•艾力' }), codes: [] },
    { what: '两人一张卡', given: of({ cardSharers: ['李四'] }), codes: ['!card-shared'] },
    { what: '卡挂失', given: of({ cardTrouble: 'lost' }), codes: ['!card-trouble'] },
    { what: '换卡 23 小时', given: of({ cardChangedHoursAgo: 23 }), codes: ['card-just-changed'] },
    { what: '换卡满 24 小时', given: of({ cardChangedHoursAgo: 24 }), codes: [] },
    { what: '流水已经发过', given: of({ paidByFlowsFen: fen(100) }), codes: ['!paid-before'] },
    { what: '流水发过一部分，这次正好发剩下的', given: of({ payrollFen: fen(140), paidByFlowsFen: fen(40) }), codes: ['paid-before'] },
    { what: '多发一分', given: of({ payrollFen: fen(139), paidByFlowsFen: fen(40) }), codes: ['!paid-before'] },
  ])('$what：$codes', ({ given, codes }) => {
    expect(checkBatch(given).map((finding) => `${finding.bars ? '!' : ''}${finding.code}`)).toEqual(codes);
  });
});
