import { lessThan } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, naturalDays } from '#law/calendars/index.ts';
import { type Citation, cite } from '#law/citation.ts';
import { choice, count, day, facts, type Read, yesNo } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import type { ParameterId } from '#law/parameters/index.ts';
import type { Party } from '#law/parties.ts';
import { type CannotDetermine, cannotDetermine, type Setting } from '#law/rule.ts';

/** 付款方: whom 中小企业款项条例 binds, and the rest. */
export const PAYERS = { government: '机关', institution: '事业单位', large: '大型企业', other: '其他（包括中小企业）' } as const;

/** 谁付给谁: both chains of works are governed, by the size of the two and not by their place in it. */
export const BETWEEN = { owner: '建设单位付给施工总承包单位', contractor: '施工总承包单位付给分包单位' } as const;

/** Who pays and who is paid; the owner and its contractor where nobody said. */
export function sidesOf(between: keyof typeof BETWEEN | null): { readonly duty: Party; readonly owedTo: Party } {
  return between === 'contractor' ? { duty: 'general-contractor', owedTo: 'subcontractor' } : { duty: 'project-owner', owedTo: 'general-contractor' };
}

/** What starts the term of payment. */
const STARTS = {
  delivered: '交付',
  accepted: '检验、验收合格',
  inspection: '约定的检验、验收期限届满（付款方拖延检验、验收）',
  confirmed: '双方确认结算金额',
} as const;

/** 款项的付款期限: the facts of a payment between a payer and a smaller firm. */
export const TERM_FACTS = {
  payer: choice('付款方', PAYERS),
  between: choice('谁付给谁', BETWEEN),
  isSme: yesNo('收款方在订立合同时是否中小企业'),
  start: choice('付款期限从什么起算', STARTS),
  startOn: day('付款期限起算之日'),
  hasTerm: yesNo('合同是否约定付款期限'),
  agreedDays: count('合同约定的付款期限', '日'),
} as const;

/** Facts that ask the term and nothing else. */
export const termForm = facts(TERM_FACTS);

export const TERM_PARAMETERS = ['sme.term.public.days', 'sme.term.public.most-days', 'sme.term.large.days'] as const satisfies readonly ParameterId[];

/** The term of a payment that the regulation governs. */
export interface PaymentTerm {
  readonly kind: 'term';
  readonly days: number;
  readonly counted: Deadline;
  /** 「自交付之日起，没有约定，30 日」, as the sheet shows it. */
  readonly why: string;
  readonly basis: Citation;
  /** The agreed term was longer than the law allows, and is cut. */
  readonly isCut: boolean;
}

/** Not governed: the payer is none of the three, or the payee is no smaller firm. */
export interface NotGoverned {
  readonly kind: 'not-governed';
}

/**
 * 付款期限. 机关、事业单位: 30 days, or as agreed, 60 at most; 大型企业: 60 days, or as agreed. By the numbers in force on the day the term starts: before the
 * revision of 2025 large enterprises had none, and then nothing is said where none was agreed.
 */
export function paymentTerm(given: Read<typeof termForm>, setting: Setting): PaymentTerm | NotGoverned | CannotDetermine {
  if (given.payer === 'other' || given.isSme === false) return { kind: 'not-governed' };
  const known = termForm.certain(given, 'payer', 'isSme', 'startOn', 'hasTerm');
  if (!known.ok) return known.answer;
  const { payer, startOn, hasTerm } = known.facts;
  const agreed = hasTerm ? termForm.certain(given, 'agreedDays') : null;
  if (agreed?.ok === false) return agreed.answer;
  const agreedDays = agreed?.facts.agreedDays ?? null;
  const basis = payer === 'large' ? cite('中小企业款项条例', 9, 2) : cite('中小企业款项条例', 9, 1);
  const from = given.start === null ? '' : `自${STARTS[given.start]}之日起，`;
  const term = (days: number, why: string, isCut = false): PaymentTerm => ({
    kind: 'term',
    days,
    counted: until(startOn, days, setting),
    why: `${from}${why}`,
    basis,
    isCut,
  });
  if (agreedDays !== null && payer === 'large') return term(agreedDays, `合同约定 ${agreedDays} 日`);
  const [usual, most] = payer === 'large' ? [lookUp('sme.term.large.days', setting, startOn), null] : publicTerm(setting, startOn);
  if (agreedDays === null) return usual.ok ? term(usual.inForce.value, `没有约定，${usual.inForce.words}`) : cannotDetermine(usual.missing);
  if (most === null || !most.ok) return cannotDetermine(most === null ? '付款期限的上限' : most.missing);
  if (!lessThan(most.inForce.value, agreedDays)) return term(agreedDays, `合同约定 ${agreedDays} 日`);
  return term(most.inForce.value, `合同约定 ${agreedDays} 日，最长 ${most.inForce.words}`, true);
}

function publicTerm(setting: Setting, startOn: CivilDate) {
  return [lookUp('sme.term.public.days', setting, startOn), lookUp('sme.term.public.most-days', setting, startOn)] as const;
}

function until(startOn: CivilDate, days: number, { calendar }: Setting): Deadline {
  return deadline(startOn, naturalDays(days), calendar);
}
