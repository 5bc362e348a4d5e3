import { dayInMonth, civilMonth, type CivilDate } from '#kernel/civil-date.ts';
import type { Chance } from './random.ts';

/** Invented persons, firms and numbers. Every number passes the checks of its standard; nobody here exists. */

export interface Person {
  readonly name: string;
  readonly identity: string;
  readonly isMale: boolean;
  readonly bornOn: CivilDate;
  readonly phone: string;
  readonly home: string;
}

export interface Firm {
  readonly name: string;
  readonly creditCode: string;
}

export interface Card {
  readonly no: string;
  readonly bank: string;
  readonly holder: string;
}

/** Hands out numbers that are unique in one world. */
export interface Inventor {
  person(chance: Chance): Person;
  card(chance: Chance, holder: string): Card;
  firm(chance: Chance, trade: string): Firm;
  /** A corporate settlement account: no Luhn. */
  account(chance: Chance): string;
}

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const MEN = [...'建国军伟强磊勇刚平辉明超波海峰林涛斌鹏飞龙亮东立志永胜利春生福贵根柱全有才宝山树德忠义长河庆喜来玉俊成新民学文武凯'];
const WOMEN = [...'秀英桂兰玉梅凤霞红艳丽娟芳芬敏静燕云莲荣爱华巧珍素琴翠玲春香月娥'];
/** Counties from which workers come, with their real codes. */
const HOMES: readonly (readonly [string, string])[] = [
  ['371526', '山东省高唐县'],
  ['371526', '山东省高唐县'],
  ['371526', '山东省高唐县'],
  ['371502', '山东省聊城市东昌府区'],
  ['371522', '山东省莘县'],
  ['371525', '山东省冠县'],
  ['371581', '山东省临清市'],
  ['371425', '山东省齐河县'],
  ['371427', '山东省夏津县'],
  ['371428', '山东省武城县'],
  ['410922', '河南省清丰县'],
  ['410526', '河南省滑县'],
  ['411625', '河南省郸城县'],
  ['130434', '河北省魏县'],
  ['130425', '河北省大名县'],
  ['341222', '安徽省太和县'],
  ['511523', '四川省江安县'],
  ['622425', '甘肃省陇西县'],
  ['532129', '云南省彝良县'],
];
const BANKS: readonly (readonly [string, string])[] = [
  ['622848', '农业银行'],
  ['622202', '工商银行'],
  ['621700', '建设银行'],
  ['621785', '中国银行'],
  ['621799', '邮储银行'],
  ['622319', '农村商业银行'],
];
// The exchange part 0000 is not handed out, so no phone here rings anywhere.
const PHONES = ['130', '132', '135', '138', '150', '152', '156', '158', '166', '176', '177', '178', '182', '186', '188', '189', '195', '199'];
const FIRM_FIRST = [...'晟泓砺筑恒瀚禾垣骏昊泽铄峻衡朔璟'];
const FIRM_LAST = [...'垒垚甓墉塬榫梁础柯砚岑圩埠畛'];
const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function inventor(): Inventor {
  const taken = new Set<string>();
  const unused = (draw: () => string): string => {
    for (let attempt = 0; attempt < 10_000; attempt += 1) {
      const drawn = draw();
      if (!taken.has(drawn)) {
        taken.add(drawn);
        return drawn;
      }
    }
    throw new Error('the world is larger than the numbers it may use');
  };
  return {
    person(chance) {
      const isMale = chance.happens(0.87);
      const [code, home] = chance.pick(HOMES);
      const bornOn = dayInMonth(
        civilMonth(`${Math.round(Math.min(2005, Math.max(1967, chance.normal(1981, 9))))}-${String(chance.between(1, 12)).padStart(2, '0')}`),
        chance.between(1, 31),
      );
      const given = isMale ? MEN : WOMEN;
      const name = chance.pick(SURNAMES) + chance.pick(given) + (chance.happens(0.75) ? chance.pick(given) : '');
      const identity = unused(() =>
        withIdentityCheck(`${code}${bornOn.replaceAll('-', '')}${String(chance.between(1, 99) * 2 + (isMale ? 1 : 0)).padStart(3, '0')}`),
      );
      return { name, identity, isMale, bornOn, home, phone: unused(() => `${chance.pick(PHONES)}0000${String(chance.between(0, 9999)).padStart(4, '0')}`) };
    },
    card(chance, holder) {
      const [issuer, bank] = chance.pick(BANKS);
      return { no: unused(() => withLuhn(issuer + digitsOf(chance, 12))), bank, holder };
    },
    firm(chance, trade) {
      const name = unused(() => `${chance.pick(['聊城', '山东', '高唐', '德州', '济南'])}${chance.pick(FIRM_FIRST)}${chance.pick(FIRM_LAST)}${trade}有限公司`);
      return { name, creditCode: unused(() => creditCodeOf(digitsOf(chance, 6))) };
    },
    account: (chance) => unused(() => `37${digitsOf(chance, 15)}`),
  };
}

function digitsOf(chance: Chance, length: number): string {
  return Array.from({ length }, () => chance.between(0, 9)).join('');
}

// The check digits are computed here by their own code and not by the kernel's, so that a mistake in the kernel's checks
// would show as a refused file.

/** GB 11643. */
export function withIdentityCheck(first17: string): string {
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

/** Luhn, as on bank cards. */
export function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** The credit code of an enterprise registered in Gaotang, by six free digits. */
export function creditCodeOf(sixDigits: string): string {
  return withCreditCheck(`91371526${withOrganisationCheck(`MA${sixDigits}`)}`);
}

/** GB 11714: the ninth sign of an organisation code. */
function withOrganisationCheck(first8: string): string {
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (total, weight, place) => total + weight * '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(first8.charAt(place)),
    0,
  );
  const check = 11 - (sum % 11);
  return first8 + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

/** GB 32100: the eighteenth sign of a unified social credit code. */
function withCreditCheck(first17: string): string {
  const sum = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28].reduce(
    (total, weight, place) => total + weight * CODE_LETTERS.indexOf(first17.charAt(place)),
    0,
  );
  return first17 + CODE_LETTERS.charAt((31 - (sum % 31)) % 31);
}
