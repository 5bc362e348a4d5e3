import type { BasisPoints } from '#kernel/basis-points.ts';
import { basisPoints, formatBp } from '#kernel/basis-points.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import type { Evidence } from '../evidence.ts';
import { type DepositTier, type Lowering, loweringInWords, readLowering, readScale, tierInWords } from './deposit-scale.ts';
import { type FenRange, isRange, rangeInWords, readRange } from './fen-range.ts';
import { LABOUR_LAW } from './in-force.ts';
import { type LocalLeniency, readLeniencyList } from './local-leniency.ts';
import { isTerm, readTerm, type Term, termInWords } from './term.ts';

/** What a value of each unit is made of. */
export interface UnitValues {
  readonly fen: Fen;
  readonly 'basis-points': BasisPoints;
  readonly 'natural-days': number;
  readonly 'working-days': number;
  readonly months: number;
  readonly hours: number;
  readonly minutes: number;
  readonly metres: number;
  readonly 'kilometres-per-hour': number;
  /** 21.75 days is 2175. */
  readonly 'hundredths-of-day': number;
  readonly people: number;
  readonly times: number;
  readonly projects: number;
  /** Place in an order: 1 is the first. */
  readonly rank: number;
  /** Day of the month after the work month. */
  readonly 'day-of-month': number;
  /** Steps of a ladder, in days or months as `means` says, mildest first. */
  readonly steps: readonly number[];
  readonly 'yes-no': boolean;
  /** Sentences, one for each step of a ladder. */
  readonly words: readonly string[];
  /** How long somebody has, where also the kind of day is open. */
  readonly period: Term;
  /** From … to …, both ends in: a fine's range. */
  readonly 'fen-range': FenRange;
  readonly 'leniency-list': readonly LocalLeniency[];
  /** 工资保证金存储标准, the smallest contract first. */
  readonly 'deposit-scale': readonly DepositTier[];
  readonly lowering: Lowering;
}

export type Unit = keyof UnitValues;

/** One value of a dated series: in force from a day, to a day (included) when it ended. */
export interface DatedValue<V> {
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly value: V;
  /** The document, article or reason it comes from, in Chinese. */
  readonly basis: string;
  readonly evidence: Evidence;
}

/** 参数: a number the law or a place sets, never a constant in a rule. */
export interface Parameter<U extends Unit = Unit> {
  readonly unit: U;
  /** Chinese: what the number means, as the page shows it. */
  readonly means: string;
  /** The nation's values; empty when only a place can say. */
  readonly national: readonly DatedValue<UnitValues[U]>[];
}

export function parameter<U extends Unit>(unit: U, means: string, ...national: readonly DatedValue<UnitValues[U]>[]): Parameter<U> {
  return { unit, means, national };
}

/** A value in force from a day, with the article or document it comes from. */
export function since<V>(from: DatedValue<V>['from'], value: V, evidence: Evidence, basis: string): DatedValue<V> {
  return { from, value, evidence, basis };
}

/** Our own choice where the law is silent: every office may set another. */
export function chosen<V>(value: V, why: string): DatedValue<V> {
  return since(LABOUR_LAW, value, 'D', why);
}

/** The value as a reader sees it: `30 日`, `85%`, `3、7、15、30`. */
export function inWords(unit: Unit, value: UnitValues[Unit]): string {
  if (typeof value === 'bigint') return inYuan(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isTerm(value)) return termInWords(value);
  if (isRange(value)) return rangeInWords(value);
  if (typeof value === 'object') return wordsOfMany(value);
  return wordsOfNumber(unit, value);
}

function wordsOfMany(value: readonly number[] | readonly string[] | readonly LocalLeniency[] | readonly DepositTier[] | Lowering): string {
  if ('kind' in value) return loweringInWords(value);
  return value.map((one) => (typeof one === 'number' || typeof one === 'string' ? `${one}` : 'says' in one ? one.says : tierInWords(one))).join('、');
}

const MEASURES: Readonly<Partial<Record<Unit, string>>> = {
  'natural-days': '日',
  'working-days': '个工作日',
  months: '个月',
  hours: '小时',
  minutes: '分钟',
  metres: '米',
  'kilometres-per-hour': '公里/小时',
  people: '人',
  times: '次',
  projects: '个项目',
  rank: '名',
};

function wordsOfNumber(unit: Unit, value: BasisPoints | number): string {
  if (unit === 'basis-points') return formatBp(value as BasisPoints);
  if (unit === 'hundredths-of-day') return `${value / 100} 日`;
  return unit === 'day-of-month' ? `次月${value}日` : `${value} ${MEASURES[unit] ?? ''}`.trim();
}

/** Reads a value from a draft by its unit: fen as a whole number or a decimal string, shares in hundredths of a percent. Null when it is none. */
export function readValue(unit: Unit, input: unknown): UnitValues[Unit] | null {
  const isDigits = typeof input === 'string' && /^\d{1,18}$/u.test(input);
  if (unit === 'fen') return isDigits || isWhole(input) ? fen(BigInt(input)) : null;
  if (unit === 'yes-no') return typeof input === 'boolean' ? input : null;
  if (unit === 'words') return Array.isArray(input) && input.length > 0 && input.every((one) => typeof one === 'string' && one !== '') ? input : null;
  if (unit === 'steps') return Array.isArray(input) && input.length > 0 && input.every(isWhole) ? input : null;
  if (unit === 'period') return readTerm(input);
  if (unit === 'fen-range') return readRange(input, (end) => readValue('fen', end));
  if (unit === 'leniency-list') return readLeniencyList(input);
  if (unit === 'deposit-scale') return readScale(input);
  if (unit === 'lowering') return readLowering(input);
  if (!isWhole(input)) return null;
  return unit === 'basis-points' ? basisPoints(input) : input;
}

function isWhole(input: unknown): input is number {
  return typeof input === 'number' && Number.isSafeInteger(input) && input >= 0;
}
