import { type BasisPoints, formatBp } from '#kernel/basis-points.ts';
import { atLeast } from '#kernel/bounds.ts';
import { type Fen, fen, inYuan, NO_MONEY, shareOfFen, subtractFen } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts, money, type Read, share } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { cannotDetermine, type Setting, type Shown } from '#law/rule.ts';
import { calculator, type Reckoning, Sheet } from '#law/sheet.ts';
import { isPublicOwner, OWNERS } from '../owners.ts';

const form = facts({
  owner: choice('建设单位的性质', OWNERS),
  signedOn: day('施工合同签订之日'),
  agreedShare: share('合同约定的进度款支付比例'),
  completed: money('已完成工程价款'),
  paid: money('已支付的工程进度款'),
  price: money('工程价款总额'),
  retained: money('预留的质量保证金'),
  settled: event('工程结算办结之日'),
});

const basis = cite('价款结算通知', 1);
const more = (amount: Fen): Fen => (amount > NO_MONEY ? amount : NO_MONEY);

/**
 * 工程进度款: what must have been paid of the completed value, what of the retention is too much, and what of the payments must come back and until when.
 * The agreed share counts where it is higher than the least one; other owners are bound by their contract alone.
 */
export const progressPayment = calculator({
  code: 'progress-payment',
  title: '工程进度款核对',
  about: '按建设单位的性质和合同比例核对应付的工程进度款、质量保证金上限，以及结算后应当返还的超付款和最后一日。',
  basis: [basis],
  evidence: 'V2',
  interpretation: '合同比例高于最低比例的从合同；按合同签订之日有效的最低比例；各数四舍五入到分。',
  facts: form,
  needs: ['settlement.retention.max-share', 'settlement.overpaid.return-days'],
  looksUp: ['settlement.progress.min-share'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'owner', 'completed', 'paid');
    if (!known.ok) return known.answer;
    const { completed, paid } = known.facts;
    const sheet = new Sheet();
    const least = leastShare(given, setting, sheet);
    if (typeof least !== 'number') return least;
    const due = sheet.step('应付进度款', shareOfFen(completed, least, 'half-up'), 'fen', {
      reckoned: `已完成工程价款 ${inYuan(completed)} × ${formatBp(least)}`,
      basis,
    });
    const short = sheet.step('欠付进度款', more(subtractFen(due, paid)), 'fen', { reckoned: `${inYuan(due)} − 已付 ${inYuan(paid)}，不足零的按零计` });
    const over = sheet.step('超付进度款', more(subtractFen(paid, completed)), 'fen', {
      reckoned: `已付 ${inYuan(paid)} − 已完成 ${inYuan(completed)}，不足零的按零计`,
      basis,
    });
    const results: [Shown, ...Shown[]] = [
      { label: '应付进度款', value: due, unit: 'fen' },
      { label: '欠付进度款', value: short, unit: 'fen' },
      { label: '超付进度款', value: over, unit: 'fen' },
    ];
    results.push(...retentionOf(given, params['settlement.retention.max-share'], sheet));
    if (over > NO_MONEY) results.push(...returnOf(given, params['settlement.overpaid.return-days'], setting, sheet));
    if (short > NO_MONEY) sheet.note('只核对比例；合同约定的支付日期没有过的，还不算拖欠。');
    const owes = short > NO_MONEY ? `建设单位欠施工单位 ${inYuan(short)}` : over > NO_MONEY ? `施工单位多收 ${inYuan(over)}，结算后返还` : '互不相欠';
    results.push({ label: '谁欠谁', value: owes, unit: 'text' });
    return sheet.done(...results);
  },
});

/** The share that binds: the agreed one, and for public owners at least the least one of the day the contract was signed. */
function leastShare(given: Read<typeof form>, setting: Setting, sheet: Sheet): BasisPoints | Reckoning {
  const { owner, agreedShare } = given;
  if (owner === null || !isPublicOwner(owner)) {
    sheet.note('183号通知的最低比例只约束政府机关、事业单位、国有企业；其他建设单位按合同约定。');
    const agreed = form.certain(given, 'agreedShare');
    return agreed.ok ? sheet.step('合同约定的比例', agreed.facts.agreedShare, 'basis-points') : agreed.answer;
  }
  const signed = form.certain(given, 'signedOn');
  if (!signed.ok) return signed.answer;
  const found = lookUp('settlement.progress.min-share', setting, signed.facts.signedOn);
  if (!found.ok) return cannotDetermine(found.missing);
  const least = sheet.step('最低比例', found.inForce.value, 'basis-points', { reckoned: `${signed.facts.signedOn} 签订的合同`, basis });
  if (agreedShare === null || !atLeast(agreedShare, least)) {
    if (agreedShare !== null) sheet.note(`合同约定的 ${formatBp(agreedShare)} 低于最低比例，按最低比例核对。`);
    return least;
  }
  return sheet.step('合同约定的比例', agreedShare, 'basis-points', { reckoned: '不低于最低比例，从合同' });
}

function retentionOf({ price, retained }: Read<typeof form>, most: BasisPoints, sheet: Sheet): Shown[] {
  if (price === null || retained === null) {
    sheet.note('没有填工程价款总额或者质量保证金，未核对质量保证金。');
    return [];
  }
  const limit = sheet.step('质量保证金上限', shareOfFen(price, most, 'half-up'), 'fen', {
    reckoned: `工程价款总额 ${inYuan(price)} × ${formatBp(most)}`,
    basis,
  });
  return [{ label: '多留质量保证金', value: more(fen(retained - limit)), unit: 'fen' }];
}

function returnOf({ settled }: Read<typeof form>, days: number, setting: Setting, sheet: Sheet): Shown[] {
  if (settled === null || settled === 'not-yet') {
    sheet.note('工程还没有结算，超付款的返还期限自结算后起算。');
    return [];
  }
  const last = sheet.day('返还的最后一日', deadline(settled, naturalDays(days), setting.calendar), basis);
  return [{ label: '返还的最后一日', value: last, unit: 'date' }];
}
