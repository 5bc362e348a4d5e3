/** What kind of words a field takes: one line, several, a day, an amount in fen, … */
export type FieldKind = 'line' | 'text' | 'day' | 'month' | 'money' | 'count' | 'phone' | 'credit-code';

/**
 * 字段: a named place of a document. The Chinese name is what stands in the template between `{` and `}`, on the form and in errors.
 * An amount also fills `{…大写}`.
 */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Who fills it: the person; the records, beyond anybody's hand; or the office's own entry (number, name, address). */
  readonly by: 'person' | 'records' | 'office';
  readonly hint: string | null;
  /** Stands in the form until somebody changes it. */
  readonly standard: string | null;
}

/** 列表字段: rows from the records, `{#人员}{姓名}{/人员}`. */
export interface ListField {
  readonly name: string;
  readonly columns: readonly string[];
}

type Options = Partial<Pick<Field, 'required' | 'by' | 'hint' | 'standard'>>;

function field(kind: FieldKind) {
  return (name: string, options: Options = {}): Field => ({ name, kind, required: true, by: 'person', hint: null, standard: null, ...options });
}

export const line = field('line');
export const text = field('text');
export const day = field('day');
export const month = field('month');
export const money = field('money');
export const count = field('count');
export const phone = field('phone');
export const creditCode = field('credit-code');

/** 不填也可以. */
export const optional = { required: false } as const;
/** 由记录给出，不能手改. */
export const fromRecords = { by: 'records', required: false } as const;
const fromOffice = { by: 'office', required: false } as const;

/** Every document has these: who issues it, when, and how to reach them. */
export const OFFICE_FIELDS: readonly Field[] = [
  line('文号', fromOffice),
  line('机关名称', fromOffice),
  line('机关地址', fromOffice),
  line('机关电话', fromOffice),
];
export const SIGNED_ON = day('落款日期', { hint: '文书上的日期' });
