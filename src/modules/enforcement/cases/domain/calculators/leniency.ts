import { atMost } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { choice, count, facts, type FactsOf, yesNo } from '#law/facts.ts';
import { LENITY_NAMES, type LocalLeniency } from '#law/parameters/local-leniency.ts';
import { cannotDetermine, needsPerson } from '#law/rule.ts';
import { calculator, type Reckoning, Sheet } from '#law/sheet.ts';
import { VIOLATIONS, violationChoices, type ViolationCode } from '../violations.ts';

const CODES = Object.keys(VIOLATIONS).filter((code): code is ViolationCode => Object.hasOwn(VIOLATIONS, code));

const shape = {
  violation: choice('违法行为', violationChoices(...CODES)),
  minor: yesNo('违法行为是否轻微'),
  harm: choice('危害后果', { none: '没有造成', slight: '轻微', more: '不轻微' }),
  corrected: yesNo('是否及时改正'),
  first: yesNo('是否初次违法'),
  noFault: yesNo('当事人是否有证据足以证明没有主观过错'),
  removedHarm: yesNo('是否主动消除或者减轻违法行为危害后果'),
  coerced: yesNo('是否受他人胁迫或者诱骗'),
  confessed: yesNo('是否主动供述行政机关尚未掌握的违法行为'),
  merit: yesNo('是否配合查处违法行为有立功表现'),
  otherLaw: yesNo('是否有法律、法规、规章规定其他应当从轻或者减轻的情形'),
  workers: count('涉及的劳动者人数（地方清单要看的才填）', '人'),
  correctedInDays: count('责令后多少日内改正（地方清单要看的才填）', '日'),
} as const;
const form = facts(shape);
type Given = FactsOf<typeof shape>;

const MITIGATIONS = ['removedHarm', 'coerced', 'confessed', 'merit', 'otherLaw'] as const;
const ITEMS = { removedHarm: '(一)', coerced: '(二)', confessed: '(三)', merit: '(四)', otherLaw: '(五)' } as const;

/** True when all are, false when one is not, null when that is open. */
function all(...tests: readonly (boolean | null)[]): boolean | null {
  if (tests.includes(false)) return false;
  return tests.includes(null) ? null : true;
}

/**
 * 三张清单. Must not be punished: minor, corrected in time and without harm, or no fault proven. May go unpunished: first time, slight harm,
 * corrected in time. Must be lighter or below the range: 第三十二条. A place's own list comes beside them. What is minor or slight a person judges;
 * so does he choose among lighter and below. The order to correct stands in every case.
 */
export const leniency = calculator({
  code: 'leniency',
  title: '不予处罚、减轻、从轻',
  about: '按行政处罚法第三十二条、第三十三条和地方清单，看是应当不予、可以不予，还是应当从轻或者减轻处罚',
  basis: [cite('行政处罚法', 33), cite('行政处罚法', 32), cite('行政处罚法', 28, 1)],
  evidence: 'VF',
  interpretation: '没有危害后果的初次违法也按“危害后果轻微”看可以不予处罚',
  facts: form,
  needs: ['penalty.leniency.local'],
  prepare: (_setting, params) => (given) => {
    const harmless = given.harm === null ? null : given.harm === 'none';
    const slight = given.harm === null ? null : given.harm !== 'more';
    const trifle = all(given.minor, given.corrected, harmless);
    const firstTime = all(given.first, given.corrected, slight);
    const must = given.noFault === true || trifle === true;
    const open = must ? null : stillOpen(given, trifle, firstTime);
    return open ?? sheetOf(given, { trifle, firstTime, must }, params['penalty.leniency.local']);
  },
});

/** What must be known or judged before anything can be said; null when nothing is open. */
function stillOpen(given: Given, trifle: boolean | null, firstTime: boolean | null): Reckoning | null {
  if (given.noFault === null) return cannotDetermine(shape.noFault.field.means);
  if (trifle === null || firstTime === null) {
    const missing = [...(given.corrected === null ? ['corrected' as const] : []), ...(firstTime === null && given.first === null ? ['first' as const] : [])];
    if (missing.length > 0) return cannotDetermine(...missing.map((name) => shape[name].field.means));
    if (given.harm === null) return needsPerson('违法行为有没有造成危害后果，后果是否轻微？由负责人认定。');
    if (given.minor === null) return needsPerson('违法行为是否轻微？由负责人认定。');
  }
  const none = MITIGATIONS.every((name) => given[name] !== true);
  const unknown = MITIGATIONS.filter((name) => given[name] === null);
  return firstTime !== true && none && unknown.length > 0 ? cannotDetermine(...unknown.map((name) => shape[name].field.means)) : null;
}

function sheetOf(
  given: Given,
  lists: { readonly trifle: boolean | null; readonly firstTime: boolean | null; readonly must: boolean },
  local: readonly LocalLeniency[],
): Reckoning {
  const sheet = new Sheet();
  const yes = (applies: boolean | null) => (applies === null ? '没有查明' : applies ? '符合' : '不符合');
  sheet.step('应当不予处罚：轻微、及时改正、没有危害后果', yes(lists.trifle), 'text', { basis: cite('行政处罚法', 33, 1) });
  sheet.step('应当不予处罚：没有主观过错', yes(given.noFault), 'text', { basis: cite('行政处罚法', 33, 2) });
  sheet.step('可以不予处罚：初次违法、后果轻微、及时改正', yes(lists.firstTime), 'text', { basis: cite('行政处罚法', 33, 1) });
  const mitigating = MITIGATIONS.filter((name) => given[name] === true);
  const isMitigated = mitigating.length > 0 ? true : MITIGATIONS.some((name) => given[name] === null) ? null : false;
  for (const name of mitigating)
    sheet.step('应当从轻或者减轻', shape[name].field.means.replace('是否', ''), 'text', { basis: cite('行政处罚法', 32, ITEMS[name]) });
  const listed = local.filter((entry) => entry.violation === given.violation && applies(entry, given, sheet));
  for (const { lenity, says } of listed) sheet.step(`地方清单：${LENITY_NAMES[lenity]}`, says, 'text');
  const isFree = lists.must || lists.firstTime === true || listed.some(({ lenity }) => lenity === 'none');
  if (isFree) sheet.note('不予处罚的，应当对当事人进行教育并记录');
  if (!lists.must && lists.firstTime === true) sheet.note('是否不予处罚由负责人决定');
  if (!lists.must && mitigating.length > 0) sheet.note('从轻还是减轻、到什么程度，由负责人决定');
  sheet.note('责令改正不因不予处罚、减轻或者从轻而免除');
  return sheet.done(
    { label: '结论', value: conclusion(lists, mitigating.length > 0, listed), unit: 'text' },
    { label: '应当不予处罚', value: yes(lists.must), unit: 'text' },
    { label: '可以不予处罚', value: yes(lists.firstTime), unit: 'text' },
    { label: '应当从轻或者减轻', value: yes(isMitigated), unit: 'text' },
    { label: '地方清单', value: listed.length === 0 ? '没有适用的' : listed.map(({ lenity }) => LENITY_NAMES[lenity]).join('、'), unit: 'text' },
  );
}

function conclusion(lists: { readonly firstTime: boolean | null; readonly must: boolean }, mitigated: boolean, listed: readonly LocalLeniency[]): string {
  if (lists.must) return '应当不予处罚';
  if (lists.firstTime === true) return '可以不予处罚';
  if (listed.some(({ lenity }) => lenity === 'none')) return '按地方清单不予处罚';
  if (mitigated) return '应当从轻或者减轻处罚';
  const [entry] = listed;
  return entry === undefined ? '没有不予处罚、从轻、减轻的情形' : `按地方清单${LENITY_NAMES[entry.lenity]}`;
}

/** Whether an entry of the place's list fits; what it asks and nobody stated is noted, and the entry is not used. */
function applies(entry: LocalLeniency, given: Given, sheet: Sheet): boolean {
  const tests = [
    { asks: entry.firstOnly, means: shape.first.field.means, holds: given.first },
    { asks: entry.maxWorkers !== null, means: '涉及的劳动者人数', holds: within(given.workers, entry.maxWorkers) },
    { asks: entry.correctedWithinDays !== null, means: '责令后多少日内改正', holds: within(given.correctedInDays, entry.correctedWithinDays) },
  ].filter(({ asks }) => asks);
  const unknown = tests.filter(({ holds }) => holds === null);
  const fits = all(...tests.map(({ holds }) => holds));
  if (fits === null) sheet.note(`地方清单“${entry.says}”是否适用，缺少：${unknown.map(({ means }) => means).join('、')}`);
  return fits === true;
}

function within(value: number | null, most: number | null): boolean | null {
  return value === null || most === null ? null : atMost(value, most);
}
