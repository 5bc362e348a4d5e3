/** ISO 13616: the first four characters to the end, letters as 10 to 35, the whole number modulo 97 is 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = character >= 'A' ? character.charCodeAt(0) - 55 : Number(character);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** An IBAN of the country, with the length that country has. */
export function isIbanOf(country: 'AE' | 'QA', text: string): boolean {
  return text.startsWith(country) && text.length === { AE: 23, QA: 29 }[country] && isIban(text);
}
