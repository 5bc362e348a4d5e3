import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { type Answer, cannotDetermine, finding, type Level, NOTHING, type Setting } from '#law/rule.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Party } from '#law/parties.ts';

/** One thing a contract must say: its name, and whether the contract says it; null when nobody has read it. */
export interface Term {
  readonly name: string;
  readonly isAgreed: boolean | null;
}

/** What a written contract of works was signed without. */
export interface ContractRead {
  /** 「施工合同」. */
  readonly contract: string;
  readonly signedOn: CivilDate;
  readonly terms: readonly Term[];
  readonly level: Level;
  readonly duty: Party;
}

/**
 * 合同必备约定: what the law wants agreed and the contract leaves out. Due at signing: the day itself is still in time, the day after is late.
 * One gap that is known is enough to speak; an unread term is asked for when no known one is missing.
 */
export function missingTerms({ contract, signedOn, terms, level, duty }: ContractRead, setting: Setting): Answer {
  if (setting.on <= signedOn) return NOTHING;
  const lacking = terms.filter(({ isAgreed }) => isAgreed === false).map(({ name }) => name);
  if (lacking.length === 0) {
    const unread = terms.filter(({ isAgreed }) => isAgreed === null).map(({ name }) => `${contract}是否约定了${name}`);
    return unread.length === 0 ? NOTHING : cannotDetermine(...unread);
  }
  return finding({
    level,
    says: `${inChineseDay(signedOn, yearOf(setting.on))}签订的${contract}没有约定${lacking.join('、')}`,
    values: [{ label: '没有约定的事项', value: lacking.join('、'), unit: 'text' }],
    dueOn: signedOn,
    duty,
    clears: `补充协议约定了${lacking.join('、')}`,
    rows: [{ kind: 'project' }],
  });
}
