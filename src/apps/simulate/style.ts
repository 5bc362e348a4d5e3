import { type CivilDate, dayNumber } from '#kernel/civil-date.ts';
import type { Chance } from './random.ts';
import type { FileFormat } from './table.ts';
import type { WholeFen } from './types.ts';

/** How one site fills in its files: every site has its own habits and keeps them. */
export interface Style {
  readonly roster: FileFormat;
  readonly attendance: FileFormat;
  readonly payroll: FileFormat;
  readonly flows: FileFormat;
  readonly dates: 'iso' | 'slash' | 'chinese' | 'compact' | 'serial';
  readonly money: 'number' | 'thousands' | 'yuan';
  /** A title row, merged over the columns in workbooks. */
  readonly title: boolean;
  /** Two rows of headings with merged groups, in payroll workbooks. */
  readonly groupedHeads: boolean;
  /** 张　三, 姓　　名: full-width spaces. */
  readonly wideSpaces: boolean;
  /** 合计 and 制表人 below the rows. */
  readonly footer: boolean;
  /** Which of several usual headings is used. */
  readonly wording: 0 | 1 | 2;
  readonly marks: 'signs' | 'numbers';
  /** One column a direction, or an amount with a mark of debit and credit. */
  readonly flowColumns: 'two' | 'signed';
  readonly blankRows: boolean;
}

export function styleOf(chance: Chance): Style {
  const format = (): FileFormat => chance.pick(['xlsx', 'xlsx', 'xlsx', 'csv-utf8', 'csv-gb18030', 'xls'] as const);
  return {
    roster: format(),
    attendance: format(),
    payroll: format(),
    flows: chance.pick(['xlsx', 'csv-gb18030', 'csv-utf8', 'xls'] as const),
    dates: chance.pick(['iso', 'slash', 'chinese', 'compact', 'serial'] as const),
    money: chance.pick(['number', 'number', 'thousands', 'yuan'] as const),
    title: chance.happens(0.85),
    groupedHeads: chance.happens(0.35),
    wideSpaces: chance.happens(0.3),
    footer: chance.happens(0.8),
    wording: chance.pick([0, 1, 2] as const),
    marks: chance.pick(['signs', 'signs', 'numbers'] as const),
    flowColumns: chance.pick(['two', 'signed'] as const),
    blankRows: chance.happens(0.2),
  };
}

/** A day as this site writes it; serial numbers only exist in workbooks. */
export function dayText(day: CivilDate | null, style: Style, format: FileFormat): string | number | null {
  if (day === null) return null;
  const [year, month, inMonth] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  switch (style.dates) {
    case 'iso':
      return day;
    case 'slash':
      return `${year}/${month}/${inMonth}`;
    case 'chinese':
      return `${year}年${month}月${inMonth}日`;
    case 'compact':
      return day.replaceAll('-', '');
    case 'serial':
      // Day 25,569 of the 1900 system is 1970-01-01.
      return format.startsWith('csv') ? day : dayNumber(day) + 25_569;
  }
}

/** Money as this site writes it, always to the fen. */
export function yuanText(amount: WholeFen, style: Style, format: FileFormat): string | number {
  const plain = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
  switch (style.money) {
    case 'number':
      return format.startsWith('csv') ? plain : amount / 100;
    case 'thousands':
      return plain.replace(/\B(?=(\d{3})+(?!\d)\.)/gu, ',');
    case 'yuan':
      return `¥${plain}`;
  }
}

/** 张三 becomes 张　三 where a site likes its columns even. */
export function nameText(name: string, style: Style): string {
  return style.wideSpaces && name.length === 2 ? `${name.slice(0, 1)}　${name.slice(1)}` : name;
}
