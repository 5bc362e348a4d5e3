import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { type Fen, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { type Citation, cite } from '#law/citation.ts';
import type { Party } from '#law/parties.ts';
import { type Chain, HIRERS, LETTERS, missing } from './chain.ts';

/** 清偿方式, in the order in which workers are sent to them. */
export const MODES = {
  primary: '清偿',
  clear: '先行清偿',
  advance: '先行垫付',
  responsible: '承担用工主体责任，支付',
  joint: '承担连带赔偿责任，赔偿',
  subsidiary: '在用人单位不清偿时清偿',
  before: '事先清偿',
} as const;
export type Mode = keyof typeof MODES;

/** 清偿责任: one party that owes the workers, how, and up to what. */
export interface Liability {
  readonly who: string;
  readonly party: Party;
  readonly mode: Mode;
  readonly amountFen: Fen;
  /** Null where the law sets no cap: 先行清偿 is for the full amount. */
  readonly capFen: Fen | null;
  /** 「再依法进行追偿」. */
  readonly hasRecourse: boolean;
  readonly basis: Citation;
  /** Chinese: the facts that make it liable. */
  readonly why: string;
}

/** Who is liable by one article; a missing fact by its name; or a question only a person may answer. */
export type Liable = readonly Liability[] | string | { readonly ask: string };

type Facts<K extends keyof Chain> = Pick<Chain, K>;

const NOBODY: readonly Liability[] = [];
/** 法释〔2025〕12号. */
const INTERPRETATION_TWO = civilDate('2025-09-01');

const HIRING_PARTIES = { 'general-contractor': 'general-contractor', subcontractor: 'subcontractor', other: 'employer' } as const;
const LETTING_PARTIES = { owner: 'project-owner', 'general-contractor': 'general-contractor', subcontractor: 'subcontractor', other: 'employer' } as const;

function liability(owedFen: Fen, of: Omit<Liability, 'amountFen' | 'capFen' | 'hasRecourse'> & Partial<Pick<Liability, 'capFen' | 'hasRecourse'>>): Liability {
  const capFen = of.capFen ?? null;
  const amountFen = capFen !== null && capFen < owedFen ? capFen : owedFen;
  return { hasRecourse: false, ...of, capFen, amountFen };
}

/** Nothing is owed: nobody is liable. Nobody has counted: the amount is missing. */
function owed({ owedFen }: Facts<'owedFen'>): Fen | null {
  return owedFen !== null && owedFen <= NO_MONEY ? null : owedFen;
}

function isUnlawful(hirer: Chain['hirer']): hirer is 'unqualified-unit' | 'person' {
  return hirer === 'unqualified-unit' || hirer === 'person';
}

/** Runs a row once somebody owes something: the amount must be known, and more than nothing. */
function withAmount(facts: Facts<'owedFen'>, row: (owedFen: Fen) => Liable): Liable {
  if (facts.owedFen === null) return missing('owedFen');
  const owedFen = owed(facts);
  return owedFen === null ? NOBODY : row(owedFen);
}

/** 条例第十六条、第三十条第一款: whoever lawfully hires pays. */
export function hirerPays(facts: Facts<'owedFen' | 'hirer' | 'isConstruction'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { hirer, isConstruction } = facts;
    if (hirer === null) return missing('hirer');
    if (isUnlawful(hirer)) return NOBODY;
    const isSub = hirer === 'subcontractor' && isConstruction === true;
    const basis = isSub ? cite('工资条例', 30, 1) : cite('工资条例', 16);
    const why = isSub ? '分包单位对所招用农民工的工资支付负直接责任' : '用人单位拖欠农民工工资';
    return [liability(owedFen, { who: HIRERS[hirer], party: HIRING_PARTIES[hirer], mode: 'primary', basis, why })];
  });
}

/** 条例第三十条第三款、第四款: the general contractor clears first, all of it. A subcontractor that let to somebody unlawful owes as a subcontractor. */
export function contractorClears(facts: Facts<'owedFen' | 'hirer' | 'letBy' | 'isConstruction' | 'isRelet'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { hirer, letBy, isConstruction, isRelet } = facts;
    if (isConstruction === false || hirer === 'general-contractor') return NOBODY;
    if (isConstruction === null) return missing('isConstruction');
    const row = (why: string, basis: Citation) => [
      liability(owedFen, { who: '施工总承包单位', party: 'general-contractor', mode: 'clear', hasRecourse: true, basis, why }),
    ];
    if (hirer === 'subcontractor') return row('分包单位拖欠农民工工资', cite('工资条例', 30, 3));
    if (isUnlawful(hirer) && letBy === 'subcontractor') return row('分包单位再交给个人或者不具备合法经营资格的单位，拖欠农民工工资', cite('工资条例', 30, 3));
    if (isRelet === true) return row('工程转包，拖欠农民工工资', cite('工资条例', 30, 4));
    if (hirer === null) return missing('hirer');
    if (isUnlawful(hirer) && letBy === null) return missing('letBy');
    return isRelet === null ? missing('isRelet') : NOBODY;
  });
}

/** 条例第二十九条第二款: the owner advances, up to the project money not yet settled; that late money caused the arrears is for a person to say. */
export function ownerAdvances(facts: Facts<'owedFen' | 'isConstruction' | 'isOwnerLate' | 'isOwnerCause' | 'projectFen' | 'projectPaidFen'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { isConstruction, isOwnerLate, isOwnerCause, projectFen, projectPaidFen } = facts;
    if (isConstruction === false || isOwnerLate === false || isOwnerCause === false) return NOBODY;
    if (isConstruction === null) return missing('isConstruction');
    if (isOwnerLate === null) return missing('isOwnerLate');
    if (projectFen === null) return missing('projectFen');
    if (projectPaidFen === null) return missing('projectPaidFen');
    const capFen = subtractFen(projectFen, projectPaidFen);
    if (capFen <= NO_MONEY) return NOBODY;
    if (isOwnerCause === null) return { ask: '建设单位没有按照合同约定及时拨付工程款：拖欠工资是否因此造成' };
    return [
      liability(owedFen, {
        who: '建设单位',
        party: 'project-owner',
        mode: 'advance',
        capFen,
        basis: cite('工资条例', 29, 2),
        why: '因建设单位未按照合同约定及时拨付工程款导致拖欠',
      }),
    ];
  });
}

/** 条例第三十六条第一款: the owner or general contractor that let works to a person or to a unit that may not operate. */
export function letterPays(facts: Facts<'owedFen' | 'isConstruction' | 'hirer' | 'letBy'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { isConstruction, hirer, letBy } = facts;
    if (isConstruction === false || (hirer !== null && !isUnlawful(hirer)) || (letBy !== null && letBy !== 'owner' && letBy !== 'general-contractor'))
      return NOBODY;
    if (isConstruction === null) return missing('isConstruction');
    if (hirer === null) return missing('hirer');
    if (letBy === null) return missing('letBy');
    const who = LETTERS[letBy];
    const why = `${who}将建设工程发包或者分包给${HIRERS[hirer]}，导致拖欠`;
    return [liability(owedFen, { who, party: LETTING_PARTIES[letBy], mode: 'primary', basis: cite('工资条例', 36, 1), why })];
  });
}

/** 条例第三十六条第二款、第十九条第二款: whoever lends its name pays; outside construction with recourse, and only for a borrower that lacks the qualification. */
export function lenderPays(facts: Facts<'owedFen' | 'isConstruction' | 'lendsName' | 'isBorrowerQualified'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { isConstruction, lendsName, isBorrowerQualified } = facts;
    if (lendsName === false || (isConstruction === false && isBorrowerQualified === true)) return NOBODY;
    if (lendsName === null) return missing('lendsName');
    if (isConstruction === null) return missing('isConstruction');
    if (isConstruction) {
      const why = '施工单位允许其他单位和个人以其名义承揽建设工程，导致拖欠';
      return [liability(owedFen, { who: '出借名义的施工单位', party: 'name-lender', mode: 'primary', basis: cite('工资条例', 36, 2), why })];
    }
    if (isBorrowerQualified === null) return missing('isBorrowerQualified');
    const why = '用人单位允许个人、不具备合法经营资格或者未取得相应资质的单位以其名义经营，导致拖欠';
    return [liability(owedFen, { who: '出借名义的用人单位', party: 'name-lender', mode: 'primary', hasRecourse: true, basis: cite('工资条例', 19, 2), why })];
  });
}

/** 条例第三十七条: the owner of works that break planning or construction law; whether that caused the arrears is for a person to say. */
export function illegalProjectOwnerPays(facts: Facts<'owedFen' | 'isConstruction' | 'isIllegalProject' | 'isIllegalityCause'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { isConstruction, isIllegalProject, isIllegalityCause } = facts;
    if (isConstruction === false || isIllegalProject === false || isIllegalityCause === false) return NOBODY;
    if (isConstruction === null) return missing('isConstruction');
    if (isIllegalProject === null) return missing('isIllegalProject');
    if (isIllegalityCause === null) return { ask: '工程违反国土空间规划、工程建设等法律法规：拖欠工资是否因此造成' };
    const why = '工程违反国土空间规划、工程建设等法律法规，导致拖欠';
    return [liability(owedFen, { who: '建设单位', party: 'project-owner', mode: 'primary', basis: cite('工资条例', 37), why })];
  });
}

/** 条例第十八条: the user unit, for workers sent by a person, by a unit that may not operate, or without a licence to dispatch. */
export function userUnitPays(facts: Facts<'owedFen' | 'dispatcher'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { dispatcher } = facts;
    if (dispatcher === null) return missing('dispatcher');
    if (dispatcher === 'none' || dispatcher === 'licensed') return NOBODY;
    const by = { person: '个人', 'unqualified-unit': '不具备合法经营资格的单位', unlicensed: '未取得劳务派遣许可证的单位' }[dispatcher];
    const why = `用工单位使用${by}派遣的农民工，拖欠工资`;
    return [liability(owedFen, { who: '用工单位', party: 'user-unit', mode: 'primary', hasRecourse: true, basis: cite('工资条例', 18), why })];
  });
}

/** 条例第二十条: the investors of partnerships, sole proprietors and individual businesses that do not pay. */
export function investorsPay(facts: Facts<'owedFen' | 'employerForm' | 'isRefused'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { employerForm, isRefused } = facts;
    if (employerForm === 'company' || isRefused === false) return NOBODY;
    if (employerForm === null) return missing('employerForm');
    if (isRefused === null) return missing('isRefused');
    const form = { partnership: '合伙企业', sole: '个人独资企业', individual: '个体经济组织' }[employerForm];
    return [liability(owedFen, { who: '出资人', party: 'investor', mode: 'subsidiary', basis: cite('工资条例', 20), why: `${form}拖欠农民工工资，不清偿` })];
  });
}

/** 条例第十七条、劳动合同法第九十三条: a unit that may not operate owes for the work all the same, or its investors do. */
export function unlawfulOperatorPays(facts: Facts<'owedFen' | 'hirer'>): Liable {
  return withAmount(facts, (owedFen) => {
    if (facts.hirer === null) return missing('hirer');
    if (facts.hirer !== 'unqualified-unit') return NOBODY;
    const why = '不具备合法经营资格的单位招用农民工，农民工已经付出劳动';
    return [liability(owedFen, { who: '该单位或者其出资人', party: 'investor', mode: 'primary', basis: cite('劳动合同法', 93), why })];
  });
}

/**
 * 法释〔2025〕12号第一条、第二条: in every trade, a contractor that passed its work on to somebody who may not operate, or a unit that lent such
 * a one its name, answers as the employer would. From 2025-09-01 on.
 */
export function employerLike(facts: Facts<'owedFen' | 'hirer' | 'letBy' | 'isLetterQualified' | 'lendsName'>, on: CivilDate): Liable {
  return withAmount(facts, (owedFen) => {
    const { hirer, letBy, isLetterQualified, lendsName } = facts;
    if (!atLeast(on, INTERPRETATION_TWO) || (hirer !== null && !isUnlawful(hirer))) return NOBODY;
    if (hirer === null) return missing('hirer');
    const isContractor = letBy !== null && letBy !== 'none' && letBy !== 'owner' && isLetterQualified !== false;
    if (isContractor && isLetterQualified === true) {
      const why = `${LETTERS[letBy]}将承包业务转包或者分包给${HIRERS[hirer]}`;
      return [liability(owedFen, { who: LETTERS[letBy], party: LETTING_PARTIES[letBy], mode: 'responsible', basis: cite('劳动争议解释二', 1), why })];
    }
    if (lendsName === true) {
      const why = `${HIRERS[hirer]}挂靠具备合法经营资格的单位对外经营`;
      return [liability(owedFen, { who: '被挂靠单位', party: 'name-lender', mode: 'responsible', basis: cite('劳动争议解释二', 2), why })];
    }
    if (letBy === null) return missing('letBy');
    if (isContractor) return missing('isLetterQualified');
    return lendsName === null ? missing('lendsName') : NOBODY;
  });
}

/** 条例第十九条第一款、劳动合同法第九十四条: a person who took work over and hired for it, and the organisation that gave it, together. */
export function jointWithPerson(facts: Facts<'owedFen' | 'hirer' | 'letBy'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { hirer, letBy } = facts;
    if (hirer === null) return missing('hirer');
    if (hirer !== 'person' || letBy === 'none') return NOBODY;
    if (letBy === null) return missing('letBy');
    const basis = cite('劳动合同法', 94);
    const why = '个人承包经营招用农民工，造成损害';
    return [
      liability(owedFen, { who: LETTERS[letBy], party: LETTING_PARTIES[letBy], mode: 'joint', basis, why }),
      liability(owedFen, { who: '承包经营的个人', party: 'party-concerned', mode: 'joint', basis, why }),
    ];
  });
}

/** 条例第二十一条: before a merger or division; afterwards by the successor when the workers agreed in writing. */
export function successorPays(facts: Facts<'owedFen' | 'restructuring' | 'isSuccessorAgreed'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { restructuring, isSuccessorAgreed } = facts;
    if (restructuring === null) return missing('restructuring');
    if (restructuring === 'none') return NOBODY;
    const basis = cite('工资条例', 21);
    if (isSuccessorAgreed === true) {
      const why = '合并或者分立，经与农民工书面协商一致';
      return [liability(owedFen, { who: '承继权利和义务的用人单位', party: 'employer', mode: 'primary', basis, why })];
    }
    if (restructuring === 'planned') {
      return [liability(owedFen, { who: '用人单位', party: 'employer', mode: 'before', basis, why: '将要合并或者分立，应当在实施前' })];
    }
    if (isSuccessorAgreed === null) return missing('isSuccessorAgreed');
    return { ask: '合并或者分立前没有清偿，也没有与农民工书面协商一致：由哪个承继单位清偿' };
  });
}

/** 条例第二十二条: before deregistration, and the main investor before it registers anew. */
export function endingClears(facts: Facts<'owedFen' | 'ending'>): Liable {
  return withAmount(facts, (owedFen) => {
    const { ending } = facts;
    if (ending === null) return missing('ending');
    if (ending === 'none') return NOBODY;
    const investor = liability(owedFen, {
      who: '主要出资人',
      party: 'investor',
      mode: 'before',
      basis: cite('工资条例', 22, 2),
      why: '用人单位没有在注销前清偿的，应当在注册新用人单位前',
    });
    const unit = liability(owedFen, {
      who: '用人单位',
      party: 'employer',
      mode: 'before',
      basis: cite('工资条例', 22, 1),
      why: '被吊销、责令关闭、撤销或者解散，应当在申请注销登记前',
    });
    return ending === 'ended' ? [unit, investor] : [investor];
  });
}
