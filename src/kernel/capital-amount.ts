import type { Fen } from './fen.ts';

/**
 * 金额大写 as bills and payrolls write it: 「壹仟零伍元叁角整」. 《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》: 「中文大写金额数字到“元”为止的，在“元”之后，应写“整”字，
 * 在“角”之后可以不写“整”字。大写金额数字有“分”的，“分”后面不写“整”字。」 A zero between digits is written once, also over several places; a 万 or 亿 whose four
 * digits are all zero is left out. Negative amounts begin with 负, which bills do not know but corrections need.
 */
export function inCapitals(amount: Fen): string {
  const size = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? '负' : '';
  const yuan = size / 100n;
  const jiao = Number((size / 10n) % 10n);
  const fen = Number(size % 10n);
  const whole = yuan === 0n ? '' : `${inWords(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${sign}${whole === '' ? '零元' : whole}整`;
  // 「壹佰元零伍分」: a zero stands for the missing 角, where yuan went before.
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  return `${sign}${whole}${tenth}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['', '拾', '佰', '仟'];
/** Groups of four digits. Fen beyond 万亿 do not fit the records. */
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

function inWords(yuan: bigint): string {
  let words = '';
  let owesZero = false;
  const digits = yuan.toString();
  for (const [at, character] of [...digits].entries()) {
    const left = digits.length - 1 - at;
    const digit = Number(character);
    if (digit === 0) owesZero = true;
    else {
      if (owesZero && words !== '') words += DIGITS[0];
      words += `${DIGITS[digit]}${PLACES[left % 4]}`;
      owesZero = false;
    }
    if (left % 4 === 0 && hasDigits(digits, left)) words += GROUPS[left / 4];
  }
  return words;
}

/** The group of four that ends here has a digit other than zero. */
function hasDigits(digits: string, left: number): boolean {
  const until = digits.length - left;
  return /[1-9]/.test(digits.slice(Math.max(0, until - 4), until));
}
