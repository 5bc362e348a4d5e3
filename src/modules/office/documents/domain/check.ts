import { civilMonth, inChineseMonth, parseCivilDate, parseCivilMonth } from '#kernel/civil-date.ts';
import { type Fen, fen, formatYuan, parseYuan } from '#kernel/fen.ts';
import { readCreditCode } from '#kernel/identifiers/index.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { inCapitals } from './capitals.ts';
import type { Field, FieldKind } from './field.ts';
import type { DocumentKind } from './kind.ts';

/** Fields as kept: text by name; days `2026-09-16`, amounts in fen. */
export type Given = Readonly<Record<string, string>>;

export interface FieldsRefusal extends Refusal {
  readonly code: 'fields-invalid';
  readonly fields: readonly { readonly path: string; readonly says: string }[];
}

const LONGEST: Readonly<Record<FieldKind, number>> = { line: 120, text: 4_000, day: 10, month: 7, money: 24, count: 9, phone: 30, 'credit-code': 18 };

/** Checks what a person wrote against the kind; answers every fault at once, each by the field's own name. A draft may still have gaps. */
export function checkGiven(kind: DocumentKind, given: Given, isDraft = false): Result<Given, FieldsRefusal> {
  const faults: { path: string; says: string }[] = [];
  const checked: Record<string, string> = {};
  const asked = new Map(kind.fields.filter(({ by }) => by === 'person').map((field) => [field.name, field]));
  for (const name of Object.keys(given)) if (!asked.has(name)) faults.push({ path: name, says: `这类文书没有「${name}」这一项，或者它由系统填写。` });
  for (const field of asked.values()) {
    const written = (given[field.name] ?? '').replaceAll('\r\n', '\n').trim();
    if (written === '') {
      if (field.required && !isDraft) faults.push({ path: field.name, says: `请填写${field.name}。` });
      continue;
    }
    const read = readField(field, written);
    if (read.ok) checked[field.name] = read.value;
    else faults.push({ path: field.name, says: read.refusal.says });
  }
  if (faults.length === 0) return ok(checked);
  return refuse({ code: 'fields-invalid', says: `有 ${faults.length} 项没有填好，请改正后再做文书。`, fields: faults });
}

function readField(field: Field, written: string): Result<string> {
  const wrong = (says: string) => refuse({ code: 'field-invalid', says: `${field.name}：${says}` });
  if (written.length > LONGEST[field.kind]) return wrong(`太长，最多 ${LONGEST[field.kind]} 个字。`);
  // Control characters cannot be printed, and halves of characters are none.
  if (/[\p{Cc}\p{Cs}]/u.test(field.kind === 'text' ? written.replaceAll(/[\n\t]/g, '') : written))
    return wrong('里面有印不出来的字符（或者换行），请删去重写。');
  switch (field.kind) {
    case 'line':
    case 'text':
      return ok(written);
    case 'day':
      return parseCivilDate(written) === null ? wrong('写成年-月-日，例如 2026-09-16。') : ok(written);
    case 'month':
      return parseCivilMonth(written) === null ? wrong('写成年-月，例如 2026-09。') : ok(written);
    case 'money': {
      const amount = parseYuan(written);
      return amount === null || amount < 0n ? wrong('写成数字，单位是元，例如 12345.67。') : ok(String(amount));
    }
    case 'count':
      return /^\d{1,9}$/.test(written) ? ok(String(Number(written))) : wrong('写成整数，例如 12。');
    case 'phone':
      return /^[\d\s\-+()（）转，,、/]{3,30}$/u.test(written) ? ok(written) : wrong('不像电话号码，例如 0635-3951234 或 13800001234。');
    case 'credit-code': {
      const read = readCreditCode(written);
      return read.ok ? ok(read.code) : wrong('不是有效的统一社会信用代码（18 位，末位是校验码），请核对。');
    }
  }
}

/** What a template is given: days and months in words, amounts with separators, and `…大写` for each amount. Empty fields are empty. */
export function printedFields(kind: DocumentKind, values: Given): Record<string, string> {
  const printed: Record<string, string> = {};
  for (const field of kind.fields) {
    const value = values[field.name] ?? '';
    printed[field.name] = value === '' ? '' : printedValue(field.kind, value);
    if (field.kind === 'money') printed[`${field.name}大写`] = value === '' ? '' : inCapitals(asFen(value));
  }
  return printed;
}

/** Kept values as people write them, to begin a correction with. */
export function writtenFields(kind: DocumentKind, values: Given): Record<string, string> {
  return Object.fromEntries(
    kind.fields
      .filter(({ by }) => by === 'person')
      .map(({ name, kind: of }) => {
        const value = values[name] ?? '';
        return [name, of === 'money' && value !== '' ? formatYuan(asFen(value)) : value];
      }),
  );
}

function printedValue(kind: FieldKind, value: string): string {
  switch (kind) {
    case 'day':
      return inWords(value);
    case 'month':
      return inChineseMonth(civilMonth(value));
    case 'money':
      return formatYuan(asFen(value));
    case 'line':
    case 'text':
    case 'count':
    case 'phone':
    case 'credit-code':
      return value;
  }
}

function asFen(value: string): Fen {
  return fen(BigInt(value));
}

/** `2026年9月16日`. */
function inWords(value: string): string {
  const [year = '', inYear = '', dayOf = ''] = value.split('-');
  return `${year}年${Number(inYear)}月${Number(dayOf)}日`;
}

/** Names a template of this kind may use. */
export function templateFields(kind: DocumentKind): {
  readonly plain: readonly string[];
  readonly images: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
} {
  return {
    plain: kind.fields.flatMap(({ name, kind: of }) => (of === 'money' ? [name, `${name}大写`] : [name])),
    images: kind.images,
    lists: Object.fromEntries(kind.lists.map(({ name, columns }) => [name, columns])),
  };
}
