import type { Fen } from '#kernel/fen.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** 金额大写 as on cheques and orders to a bank: 人民币柒佰玖拾贰万叁仟零柒元陆角柒分; whole yuan end in 整. */
export function inCapitals(amount: Fen): string {
  const sign = amount < 0n ? '负' : '';
  const size = amount < 0n ? -amount : amount;
  const yuan = size / 100n;
  const [jiao = '0', cent = '0'] = String(size % 100n).padStart(2, '0');
  const whole = yuan === 0n ? '' : `${inGroups(yuan)}元`;
  const parts = `${jiao === '0' ? (cent !== '0' && yuan > 0n ? '零' : '') : `${DIGITS.charAt(Number(jiao))}角`}${cent === '0' ? '' : `${DIGITS.charAt(Number(cent))}分`}`;
  const words = whole + parts;
  return `人民币${sign}${words === '' ? '零元' : words}${cent === '0' ? '整' : ''}`;
}

function inGroups(yuan: bigint): string {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0n; rest /= 10_000n) groups.push(Number(rest % 10_000n));
  let words = '';
  let skipped = false;
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const group = groups[place] ?? 0;
    if (group === 0) {
      skipped = words !== '';
      continue;
    }
    if (words !== '' && (skipped || group < 1000)) words += '零';
    words += inThousands(group) + (GROUPS[place] ?? '');
    skipped = false;
  }
  return words;
}

function inThousands(group: number): string {
  let words = '';
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      skipped = words !== '';
      continue;
    }
    words += `${skipped ? '零' : ''}${DIGITS.charAt(digit)}${PLACES[place] ?? ''}`;
    skipped = false;
  }
  return words;
}
