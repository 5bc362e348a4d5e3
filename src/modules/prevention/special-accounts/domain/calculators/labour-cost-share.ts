import { type BasisPoints, formatBp } from '#kernel/basis-points.ts';
import { type CivilDate, type CivilMonth, inChineseMonth } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { addFen, type Fen, inYuan, NO_MONEY, shareOfFen, subtractFen } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, list, money, month, type Read, share } from '#law/facts.ts';
import { cannotDetermine, type Setting } from '#law/rule.ts';
import { calculator, type Reckoning, Sheet } from '#law/sheet.ts';
import { MINIMUM_SHARES, minimumShare, WORKS } from '../minimum-share.ts';

const form = facts({
  works: choice('工程类别', WORKS),
  agreed: choice('合同约定人工费用的方式', { amount: '每月数额', share: '占工程进度款的比例' }),
  monthly: money('约定的每月人工费用（按数额约定时）'),
  share: share('约定的人工费用占工程进度款的比例（按比例约定时）'),
  price: money('合同价款（核对占合同价款的最低比例时）'),
  total: money('约定的人工费用总额（核对占合同价款的最低比例时）'),
  months: list('各月人工费用', {
    month: month('月份'),
    dueOn: day('约定的拨付日期'),
    progress: money('当月工程进度款'),
    received: money('当月拨入专户的人工费用'),
  }),
});

type Given = Read<typeof form>;

/** One month as far as everything about it is known. */
interface Month {
  readonly month: CivilMonth;
  readonly dueOn: CivilDate;
  readonly progress: Fen | null;
  readonly received: Fen;
  readonly due: Fen;
}

/**
 * 应拨人工费用: by the agreed amount, or the agreed share of the month's progress, for each month whose day of payment has passed; what came in, early or
 * late, counts towards what is due, and a shortfall accumulates. The place's least share is held against it on its own: a contract below it
 * is a wrong of the contract (FUND-08), and does not change what the contract owes.
 */
export const labourCostShare = calculator({
  code: 'labour-cost-share',
  title: '应拨人工费用核对',
  about: '按合同约定的数额或者比例，逐月核对建设单位应拨入专用账户的人工费用和累计少拨的数额，并与本地最低比例比较。',
  basis: [cite('工资条例', 24, 2), cite('工资条例', 29, 1), cite('专户办法', 5), cite('专户办法', 12, 1)],
  evidence: 'VF',
  interpretation:
    '拨付日期遇休息日顺延；提前拨入的抵以后月份；各月应拨金额四舍五入到分。约定数额的按合同价款的最低比例核对，没有设定的按进度款的最低比例核对。',
  facts: form,
  needs: [],
  looksUp: MINIMUM_SHARES,
  prepare: (setting) => (given) => reckon(given, setting),
});

function reckon(given: Given, setting: Setting): Reckoning {
  const known = form.certain(given, 'works', 'agreed', 'months');
  if (!known.ok) return known.answer;
  const agreed = known.facts.agreed === 'amount' ? form.certain(given, 'monthly') : form.certain(given, 'share');
  if (!agreed.ok) return agreed.answer;
  const read = readMonths(given);
  if (!Array.isArray(read)) return read;
  const months: readonly Month[] = read;
  const sheet = new Sheet();
  let due = NO_MONEY;
  let received = NO_MONEY;
  const open: CivilMonth[] = [];
  for (const one of months) {
    received = addFen(received, one.received);
    const counted = deadline(one.dueOn, naturalDays(0), setting.calendar);
    const label = inChineseMonth(one.month);
    sheet.day(`${label}拨付日期`, { ...counted, trace: [`约定 ${one.dueOn}`, ...(counted.due === one.dueOn ? [] : [`遇休息日顺延至 ${counted.due}`])] });
    if (setting.on <= counted.due) {
      open.push(one.month);
      continue;
    }
    due = addFen(due, one.due);
    sheet.step(`${label}应拨人工费用`, one.due, 'fen', { reckoned: howDue(given, one), basis: cite('专户办法', 12, 1) });
    sheet.step(`截至${label}累计${received < due ? '少拨' : '多拨'}`, size(subtractFen(due, received)), 'fen', {
      reckoned: `累计应拨 ${inYuan(due)} − 累计拨入 ${inYuan(received)}`,
    });
  }
  if (open.length > 0) sheet.note(`${open.map(inChineseMonth).join('、')}的拨付日期还没有过，不计入应拨。`);
  const owed = subtractFen(due, received);
  const least = againstMinimum(given, months, sheet, setting);
  return sheet.done(
    { label: '到期应拨合计', value: due, unit: 'fen' },
    { label: '已拨入专户', value: received, unit: 'fen' },
    { label: '累计少拨', value: owed > NO_MONEY ? owed : NO_MONEY, unit: 'fen' },
    { label: '谁欠谁', value: owed > NO_MONEY ? `建设单位欠拨农民工工资专用账户 ${inYuan(owed)}` : '到期的人工费用已经足额拨付', unit: 'text' },
    { label: '本地最低比例', value: least, unit: 'text' },
  );
}

/** The months in the order they fall due; or what is missing about one of them. */
function readMonths({ months, agreed, monthly, share: agreedShare }: Given): Month[] | Reckoning {
  const read: Month[] = [];
  for (const { month: which, dueOn, progress, received } of months ?? []) {
    if (which === null || dueOn === null || received === null) return cannotDetermine('各月的月份、拨付日期和拨入数额');
    if (agreed === 'share' && progress === null) return cannotDetermine(`${inChineseMonth(which)}的工程进度款`);
    const due = agreed === 'share' && agreedShare !== null ? shareOfFen(progress ?? NO_MONEY, agreedShare, 'half-up') : (monthly ?? NO_MONEY);
    read.push({ month: which, dueOn, progress, received, due });
  }
  if (read.length === 0) return cannotDetermine('至少一个月的人工费用');
  if (new Set(read.map(({ month: which }) => which)).size < read.length) return cannotDetermine('每个月只列一次的各月人工费用');
  return read.toSorted((one, other) => (one.month < other.month ? -1 : 1));
}

function howDue({ agreed, share: agreedShare }: Given, { progress }: Month): string {
  if (agreed === 'amount' || agreedShare === null || progress === null) return '合同约定的每月数额';
  return `工程进度款 ${inYuan(progress)} × ${formatBp(agreedShare)}`;
}

/** How the agreement stands to the least share of the place: exactly the share is enough. */
function againstMinimum(given: Given, months: readonly Month[], sheet: Sheet, setting: Setting): string {
  const { works, agreed, share: agreedShare, price, total } = given;
  if (works === null) return '未核对';
  const ofContract = agreed === 'amount' ? minimumShare(works, 'contract', setting) : null;
  if (ofContract !== null) {
    if (price === null || total === null) return '缺少合同价款或者人工费用总额，未核对';
    return held(sheet, '合同价款', price, ofContract, total);
  }
  const ofProgress = minimumShare(works, 'progress', setting);
  if (ofProgress === null) return '本地没有设定，未核对';
  if (agreed === 'share' && agreedShare !== null) {
    sheet.step('本地最低比例', ofProgress, 'basis-points');
    const says = `约定 ${formatBp(agreedShare)}，最低 ${formatBp(ofProgress)}`;
    if (!lessThan(agreedShare, ofProgress)) return `符合：${says}`;
    const progress = addFen(...months.map((one) => one.progress ?? NO_MONEY));
    const gap = subtractFen(shareOfFen(progress, ofProgress, 'half-up'), addFen(...months.map(({ due }) => due)));
    return `低于本地最低比例：${says}，所列各月相差 ${inYuan(gap)}，应当补充约定`;
  }
  if (months.some(({ progress }) => progress === null)) return '缺少工程进度款，未核对';
  return held(sheet, '工程进度款', addFen(...months.map(({ progress }) => progress ?? NO_MONEY)), ofProgress, addFen(...months.map(({ due }) => due)));
}

function held(sheet: Sheet, of: string, whole: Fen, least: BasisPoints, agreed: Fen): string {
  const amount = sheet.step('按本地最低比例的人工费用', shareOfFen(whole, least, 'half-up'), 'fen', {
    reckoned: `${of} ${inYuan(whole)} × ${formatBp(least)}`,
  });
  if (!lessThan(agreed, amount)) return `符合：约定 ${inYuan(agreed)}，不低于${of}的 ${formatBp(least)}`;
  return `低于本地最低比例：约定 ${inYuan(agreed)}，比${of}的 ${formatBp(least)} 少 ${inYuan(subtractFen(amount, agreed))}，应当补充约定`;
}

function size(amount: Fen): Fen {
  return amount < NO_MONEY ? subtractFen(NO_MONEY, amount) : amount;
}
