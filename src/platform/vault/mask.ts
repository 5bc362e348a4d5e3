/** Identity number as lists show it, 前2后3: `37*************12X`. A text too short to hide anything is hidden whole. */
export function maskIdentity(identityNumber: string): string {
  const text = identityNumber.trim().toUpperCase();
  return text.length < 10 ? '*'.repeat(text.length) : text.slice(0, 2) + '*'.repeat(text.length - 5) + text.slice(-3);
}

/** Phone as lists show it: `138****1234`. */
export function maskPhone(phone: string): string {
  const text = plainPhone(phone);
  return text.length < 8 ? '*'.repeat(text.length) : text.slice(0, 3) + '*'.repeat(text.length - 7) + text.slice(-4);
}

/** The last four digits of a card, shown with the bank's name only. */
export function cardTail(cardNumber: string): string {
  return plainDigits(cardNumber).slice(-4);
}

/** The one spelling of an identity number: two spellings would be two people. */
export function plainIdentity(identityNumber: string): string {
  return identityNumber.replace(/\s/g, '').toUpperCase();
}

export function plainDigits(cardNumber: string): string {
  return cardNumber.replace(/\D/g, '');
}

/** Without spaces, hyphens and the country code. */
export function plainPhone(phone: string): string {
  const digits = plainDigits(phone);
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}
