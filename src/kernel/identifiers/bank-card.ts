/** 银行卡号: 13-19 digits, the last by Luhn (ISO/IEC 7812). Personal data: shown by its last four digits. */
export type BankCard = string & { readonly __unit: 'bank-card' };

export type BankCardFault = 'empty' | 'damaged-by-spreadsheet' | 'wrong-length' | 'wrong-character' | 'wrong-check-digit';

export type BankCardReading = { readonly ok: true; readonly card: BankCard } | { readonly ok: false; readonly fault: BankCardFault };

export function readBankCard(text: string): BankCardReading {
  const plain = text.normalize('NFKC').replace(/[\s'‘’`-]/gu, '');
  if (plain === '') return { ok: false, fault: 'empty' };
  if (/^\d(?:\.\d+)?[Ee]\+?\d+$/u.test(plain)) return { ok: false, fault: 'damaged-by-spreadsheet' };
  if (!/^\d+$/u.test(plain)) return { ok: false, fault: 'wrong-character' };
  if (plain.length < 13 || plain.length > 19) return { ok: false, fault: 'wrong-length' };
  if (luhnDigit(plain.slice(0, -1)) !== plain.slice(-1)) {
    // A spreadsheet keeps 15 digits and writes zeros for the rest.
    return { ok: false, fault: /^0+$/u.test(plain.slice(15)) ? 'damaged-by-spreadsheet' : 'wrong-check-digit' };
  }
  return { ok: true, card: plain as BankCard };
}

/** The check digit that follows these digits. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let place = digits.length - 1, double = true; place >= 0; place -= 1, double = !double) {
    const digit = digits.charCodeAt(place) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** 后4. */
export function tailOfCard(card: string): string {
  return card.slice(-4);
}
