import { addMonths, type CivilDate } from '#kernel/civil-date.ts';
import { lessThan, moreThan } from '#kernel/bounds.ts';
import { formatBp } from '#kernel/basis-points.ts';
import { type Fen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts, type FactsOf, money, yesNo } from '#law/facts.ts';
import { type DepositTier, INDUSTRIES, type Lowering, loweringInWords, tierInWords } from '#law/parameters/deposit-scale.ts';
import { lookUp } from '#law/look-up.ts';
import type { ParameterValues, ValueAnswer } from '#law/parameters/index.ts';
import { cannotDetermine } from '#law/rule.ts';
import { calculator, type Reckoned, Sheet } from '#law/sheet.ts';
import { amountAt, cliffBelow, type ExactRate, exactInWords, exactly, loweredBy, raisedBy, tierOf } from '../rate.ts';
import { cleanFor, type Known, owedWithin, type Reading, record } from '../record.ts';

const shape = {
  contractFen: money('施工合同额（或者年度合同额）'),
  industry: choice('工程所属行业', INDUSTRIES),
  signedOn: day('签订施工合同之日'),
  startsOn: day('合同约定的开工之日（本地按工期免存时）'),
  endsOn: day('合同约定的竣工之日（本地按工期免存时）'),
  storingOn: day('存储之日，还没有存储的为核定之日'),
  hasOtherWorks: yesNo('总包单位在本地区是否还有其他在建工程'),
  otherDepositsFen: money('总包单位在本地区其他在建工程已存的保证金（本地按合计设上限时）'),
  isListed: yesNo('存储时总包单位是否在因拖欠农民工工资的严重失信主体名单上'),
  record,
  firstStoredOn: event('总包单位在本地区首次存储工资保证金之日'),
  keepsRealName: yesNo('是否按要求落实劳动用工实名制'),
  keepsAccount: yesNo('是否按要求落实工资专用账户制度'),
};
const form = facts(shape);

const NEEDS = [
  'deposit.rate',
  'deposit.rate.least',
  'deposit.rate.most',
  'deposit.floor',
  'deposit.small-amount',
  'deposit.short-months',
  'deposit.small-clean-months',
  'deposit.clean-months',
  'deposit.clean-lowering',
  'deposit.exempt-months',
  'deposit.arrears-months',
  'deposit.arrears-corrected',
  'deposit.raise.arrears',
  'deposit.raise.listed',
] as const;

/** What only a place can say, asked where it matters. */
const LOCAL = ['deposit.multi', 'deposit.small-exempt', 'deposit.exempt-clean', 'deposit.raise.arrears.lifts-cap', 'deposit.raise.listed.lifts-cap'] as const;
type Local = <Id extends (typeof LOCAL)[number]>(id: Id) => ValueAnswer<Id>;

type Params = Pick<ParameterValues, (typeof NEEDS)[number]>;
type Given = FactsOf<typeof shape>;
type Stated = Given & {
  readonly [K in 'contractFen' | 'signedOn' | 'storingOn' | 'hasOtherWorks' | 'isListed' | 'record' | 'firstStoredOn']: NonNullable<Given[K]>;
};

/**
 * 应存工资保证金. Rate by the place's scale, changed by the contractor's record: a bad record goes before a good one, and of several
 * reductions the largest alone counts. 「不低于1%，不超过3%」; no reduction goes below the floor; a cap holds unless the place lifts it for
 * a raised rate. Exemption is for the small contract and for three clean years, where the place grants it.
 */
export const depositDue = calculator({
  code: 'deposit-due',
  title: '应存工资保证金',
  about: '按合同额、本地存储标准和总包单位的记录，计算应存多少工资保证金，或者可以免存',
  basis: [cite('保证金规定', 11), cite('保证金规定', 12), cite('保证金规定', 13)],
  evidence: 'V2',
  interpretation:
    '列入名单的先于其他一切情形；拖欠记录先于下浮；多项下浮取幅度最大的一项，不叠加；0.5%的下限对各种下浮都适用；期间的对应日当天仍算在期间内；存储上限除本地另有规定外对提高后的数额同样适用。',
  facts: form,
  needs: NEEDS,
  looksUp: LOCAL,
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'contractFen', 'signedOn', 'storingOn', 'hasOtherWorks', 'isListed', 'record', 'firstStoredOn');
    if (!known.ok) return known.answer;
    const tier = tierOf(params['deposit.rate'], known.facts.contractFen, given.industry);
    if (tier === null) return cannotDetermine(`本地适用于合同额 ${inYuan(known.facts.contractFen)} 的存储比例`);
    if (tier === 'industry') return cannotDetermine(shape.industry.field.means);
    if (tier.capTogether === true && given.otherDepositsFen === null) return cannotDetermine(shape.otherDepositsFen.field.means);
    const local: Local = (id) => lookUp(id, setting, setting.on);
    const treatment = treatmentOf(known.facts, params, local);
    if (treatment.kind === 'unknown') return cannotDetermine(treatment.missing);
    const choices = choicesOf(known.facts, tier, treatment, local);
    return typeof choices === 'string' ? cannotDetermine(choices) : sheetOf(known.facts, tier, treatment, choices, params);
  },
});

type Treatment = { readonly kind: 'exempt'; readonly why: string; readonly article: 11 | 12 } | { readonly kind: 'listed' | 'owed' | 'clean' | 'plain' };

/** What the place has chosen, as far as this contract and record ask for it. */
interface Choices {
  readonly multi: Lowering;
  readonly liftsCap: boolean;
}

/** What the record makes of the rate. The order is the order of precedence: a worse record never stores less. */
function treatmentOf(given: Stated, params: Params, local: Local): Treatment | { readonly kind: 'unknown'; readonly missing: string } {
  if (given.isListed) return { kind: 'listed' };
  const small = isSmall(given, params, local);
  if (typeof small === 'string') return { kind: 'unknown', missing: small };
  if (small) return { kind: 'exempt', why: `合同额低于 ${inYuan(params['deposit.small-amount'])}或者工期短，签订合同前一年内没有发生拖欠`, article: 11 };
  const reading = readingIn('area', params);
  const owed = owedWithin(given.record, given.storingOn, params['deposit.arrears-months'], reading);
  if (typeof owed === 'string') return { kind: 'unknown', missing: owed };
  if (owed) return { kind: 'owed' };
  const exempt = isExemptByRecord(given, params, reading, local);
  if (typeof exempt === 'string') return { kind: 'unknown', missing: exempt };
  if (exempt) return { kind: 'exempt', why: '连续3年没有发生拖欠，并按要求落实实名制和专用账户', article: 12 };
  const clean = cleanFor(given.record, given.firstStoredOn, given.storingOn, params['deposit.clean-months'], reading);
  if (typeof clean === 'string') return { kind: 'unknown', missing: clean };
  return { kind: clean ? 'clean' : 'plain' };
}

function readingIn(where: Reading['where'], params: Params): Reading {
  return { where, countsCorrected: params['deposit.arrears-corrected'] };
}

function isSmall(given: Stated, params: Params, local: Local): Known {
  const short = isShort(given, params['deposit.short-months']);
  if (!lessThan(given.contractFen, params['deposit.small-amount']) && short === false) return false;
  const granted = local('deposit.small-exempt');
  if (!granted.ok) return granted.missing;
  if (!granted.inForce.value) return false;
  if (!lessThan(given.contractFen, params['deposit.small-amount']) && short !== true) return short;
  const owed = owedWithin(given.record, given.signedOn, params['deposit.small-clean-months'], readingIn('anywhere', params));
  return typeof owed === 'string' ? owed : !owed;
}

function isShort({ startsOn, endsOn }: Stated, months: number): Known {
  if (months === 0) return false;
  if (startsOn === null) return shape.startsOn.field.means;
  return endsOn === null ? shape.endsOn.field.means : lessThan<CivilDate>(endsOn, addMonths(startsOn, months));
}

function isExemptByRecord(given: Stated, params: Params, reading: Reading, local: Local): Known {
  const clean = cleanFor(given.record, given.firstStoredOn, given.storingOn, params['deposit.exempt-months'], reading);
  if (clean === false || given.keepsRealName === false || given.keepsAccount === false) return false;
  const granted = local('deposit.exempt-clean');
  if (!granted.ok) return granted.missing;
  if (!granted.inForce.value || clean !== true) return granted.inForce.value ? clean : false;
  if (given.keepsRealName === null) return shape.keepsRealName.field.means;
  return given.keepsAccount === null ? shape.keepsAccount.field.means : true;
}

/** The place's choices, or the first it has not made. */
function choicesOf(given: Stated, tier: DepositTier, { kind }: Treatment, local: Local): Choices | string {
  const isRaised = kind === 'listed' || kind === 'owed';
  const liftsCap = isRaised && tier.cap !== undefined ? local(`deposit.raise.${kind === 'listed' ? 'listed' : 'arrears'}.lifts-cap`) : null;
  if (liftsCap !== null && !liftsCap.ok) return liftsCap.missing;
  const multi = given.hasOtherWorks && (kind === 'clean' || kind === 'plain') ? local('deposit.multi') : null;
  if (multi !== null && !multi.ok) return multi.missing;
  return { multi: multi?.inForce.value ?? { kind: 'none' }, liftsCap: liftsCap?.inForce.value ?? false };
}

function sheetOf(given: Stated, tier: DepositTier, treatment: Treatment, { multi, liftsCap }: Choices, params: Params): Reckoned {
  const sheet = new Sheet();
  const { contractFen } = given;
  sheet.step('施工合同额', contractFen, 'fen');
  sheet.step('本地存储标准', exactInWords(exactly(tier.rate)), 'text', { reckoned: tierInWords(tier), basis: cite('保证金规定', 11) });
  noteBounds(sheet, tier, params);
  const cliff = cliffBelow(params['deposit.rate'], tier, given.industry, amountAt(contractFen, exactly(tier.rate), tier));
  if (cliff !== null) sheet.note(cliff);
  if (treatment.kind === 'exempt') {
    sheet.step('免存', NO_MONEY, 'fen', { reckoned: treatment.why, basis: treatment.article === 11 ? cite('保证金规定', 11) : cite('保证金规定', 12) });
    sheet.note('免存由属地人力资源社会保障部门核定，要有本地文件作依据。');
    return done(sheet, NO_MONEY, '免存');
  }
  const rate = rateOf(sheet, tier, treatment.kind, multi, params);
  const uncapped = sheet.step('按比例计算', amountAt(contractFen, rate, tier, { isLifted: true, otherDepositsFen: NO_MONEY }), 'fen', {
    reckoned: `${inYuan(contractFen)} × ${exactInWords(rate)}`,
  });
  const due = amountAt(contractFen, rate, tier, { isLifted: liftsCap, otherDepositsFen: given.otherDepositsFen ?? NO_MONEY });
  noteCap(sheet, tier, uncapped, due, liftsCap);
  return done(sheet, due, exactInWords(rate));
}

function rateOf(sheet: Sheet, tier: DepositTier, kind: 'listed' | 'owed' | 'clean' | 'plain', several: Lowering, params: Params): ExactRate {
  const basis = cite('保证金规定', 12);
  const base = exactly(tier.rate);
  if (kind === 'listed' || kind === 'owed') {
    const share = kind === 'listed' ? params['deposit.raise.listed'] : params['deposit.raise.arrears'];
    const raised = raisedBy(tier.rate, share);
    const why = kind === 'listed' ? '在严重失信主体名单上' : '存储前2年内在本地区发生拖欠';
    sheet.step('提高后的比例', exactInWords(raised), 'text', { reckoned: `${why}：${exactInWords(base)} ×（1 + ${formatBp(share)}）`, basis });
    return raised;
  }
  const floor = params['deposit.floor'];
  const multi = loweredBy(tier.rate, several, floor);
  const clean = kind === 'clean' ? loweredBy(tier.rate, params['deposit.clean-lowering'], floor) : null;
  const how = (why: string, words: string) => `${why}：${exactInWords(base)}${words}，不低于${formatBp(floor)}`;
  if (multi !== null)
    sheet.step('多个在建工程下浮后', exactInWords(multi), 'text', {
      reckoned: how('在本地区有其他在建工程', loweringInWords(several)),
      basis: cite('保证金规定', 11),
    });
  if (clean !== null)
    sheet.step('连续2年没有拖欠下浮后', exactInWords(clean), 'text', {
      reckoned: how('存储后连续2年没有拖欠', loweringInWords(params['deposit.clean-lowering'])),
      basis,
    });
  if (multi !== null && clean !== null) sheet.note('两项下浮不叠加，取比例较低的一项。');
  return [base, multi, clean].reduce<ExactRate>((best, one) => (one !== null && lessThan<number>(one, best) ? one : best), base);
}

function noteBounds(sheet: Sheet, { rate }: DepositTier, params: Params): void {
  const lowest = params['deposit.rate.least'];
  const highest = params['deposit.rate.most'];
  if (!lessThan<number>(rate, lowest) && !moreThan<number>(rate, highest)) return;
  sheet.note(`本地存储比例${formatBp(rate)}不在${formatBp(lowest)}至${formatBp(highest)}之间，应当核对设定。`);
}

function noteCap(sheet: Sheet, { cap, capTogether }: DepositTier, uncapped: Fen, due: Fen, isLifted: boolean): void {
  if (cap === undefined) return;
  if (isLifted) sheet.note(`本地规定提高比例的不受上限 ${inYuan(cap)} 限制。`);
  else if (moreThan(uncapped, due)) {
    const reckoned = capTogether === true ? `各工程合计不超过 ${inYuan(cap)}，扣除其他工程已存的` : `不超过 ${inYuan(cap)}`;
    sheet.step('存储上限', due, 'fen', { reckoned, basis: cite('保证金规定', 11) });
  }
}

function done(sheet: Sheet, due: Fen, rate: string): Reckoned {
  return sheet.done({ label: '应存工资保证金', value: due, unit: 'fen' }, { label: '存储比例', value: rate, unit: 'text' });
}
