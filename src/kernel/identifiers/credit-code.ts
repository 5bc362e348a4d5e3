/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character modulo 31. */
export type CreditCode = string & { readonly __unit: 'credit-code' };

export type CreditCodeFault = 'empty' | 'wrong-length' | 'wrong-character' | 'wrong-check-character';

export type CreditCodeReading =
  | {
      readonly ok: true;
      readonly code: CreditCode;
      /** False when the organisation code inside (characters 9-17, GB 11714) fails its own check: old registers issued such codes, so it is a warning only. */
      readonly organisationCodeSound: boolean;
    }
  | { readonly ok: false; readonly fault: CreditCodeFault };

/** Digits and capitals without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

export function readCreditCode(text: string): CreditCodeReading {
  const plain = text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  if (plain === '') return { ok: false, fault: 'empty' };
  if (plain.length !== 18) return { ok: false, fault: 'wrong-length' };
  if (![...plain].every((character) => ALPHABET.includes(character))) return { ok: false, fault: 'wrong-character' };
  if (creditCheckCharacter(plain) !== plain[17]) return { ok: false, fault: 'wrong-check-character' };
  return { ok: true, code: plain as CreditCode, organisationCodeSound: isOrganisationCodeSound(plain.slice(8, 17)) };
}

/** The 18th character for the first 17. */
export function creditCheckCharacter(characters: string): string {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) sum += ALPHABET.indexOf(characters.charAt(place)) * weight;
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** 组织机构代码 (GB 11714): eight characters and a check character modulo 11. */
export function isOrganisationCodeSound(nine: string): boolean {
  let sum = 0;
  for (const [place, weight] of ORGANISATION_WEIGHTS.entries()) sum += ORGANISATION_ALPHABET.indexOf(nine.charAt(place)) * weight;
  const check = 11 - (sum % 11);
  return nine.charAt(8) === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}
