import { ageOn, type CivilDate, civilDate, parseCivilDate } from '../civil-date.ts';

/** 公民身份号码 (GB 11643-1999): 18 characters, the last a check character. Personal data: shown masked, kept encrypted. */
export type IdentityNumber = string & { readonly __unit: 'identity-number' };

/** Why a text is not an identity number; the importer turns it into the words beside the cell. */
export type IdentityFault =
  | 'empty'
  | 'damaged-by-spreadsheet' // 4.50102E+17, or digits lost to a 15-digit number format
  | 'wrong-length'
  | 'wrong-character'
  | 'no-such-birth-date'
  | 'wrong-check-digit';

export type IdentityReading =
  | { readonly ok: true; readonly number: IdentityNumber /** Written in the 15-digit form of before 1999. */; readonly fromFifteen: boolean }
  | { readonly ok: false; readonly fault: IdentityFault };

/** GB 11643: the weights are 2^(17-i) mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/**
 * Reads an identity number as typed: spaces, full-width digits and a small x are forgiven, a number damaged by a
 * spreadsheet is named and never repaired.
 */
export function readIdentityNumber(text: string): IdentityReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'‘’`]/gu, '')
    .toUpperCase();
  if (plain === '') return { ok: false, fault: 'empty' };
  if (/^\d(?:\.\d+)?E\+?\d+$/u.test(plain)) return { ok: false, fault: 'damaged-by-spreadsheet' };
  if (!/^\d+X?$/u.test(plain)) return { ok: false, fault: 'wrong-character' };
  if (plain.length === 15) return plain.endsWith('X') ? { ok: false, fault: 'wrong-character' } : checked(fromFifteenDigits(plain), true);
  if (plain.length !== 18) return { ok: false, fault: 'wrong-length' };
  return checked(plain, false);
}

function checked(number: string, fromFifteen: boolean): IdentityReading {
  const sound = checkCharacter(number) === number[17];
  // A spreadsheet keeps 15 digits and writes zeros: 450102199001010000 that fails its check was another number once.
  if (!sound && number.endsWith('000')) return { ok: false, fault: 'damaged-by-spreadsheet' };
  if (parseCivilDate(birthIn(number)) === null) return { ok: false, fault: 'no-such-birth-date' };
  if (!sound) return { ok: false, fault: 'wrong-check-digit' };
  return { ok: true, number: number as IdentityNumber, fromFifteen };
}

/** Six digits of place, six of birth in the 1900s, three of order: the century and the check character are added. */
function fromFifteenDigits(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
}

/** The 18th character for the first 17 digits. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) sum += (digits.charCodeAt(place) - 48) * weight;
  return CHECK_CHARACTERS.charAt(sum % 11);
}

export function bornOn(number: IdentityNumber): CivilDate {
  return civilDate(birthIn(number));
}

function birthIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** 第17位: odd is male. */
export function isMale(number: IdentityNumber): boolean {
  return number.charCodeAt(16) % 2 === 1;
}

/** Whole years of age on a day. */
export function identityAgeOn(number: IdentityNumber, on: CivilDate): number {
  return ageOn(bornOn(number), on);
}

/** 前2后3: `45*************23X`. Also masks a number that failed its check, so that an error text shows no person. */
export function maskIdentityNumber(text: string): string {
  return text.length <= 5 ? '*'.repeat(text.length) : `${text.slice(0, 2)}${'*'.repeat(text.length - 5)}${text.slice(-3)}`;
}
