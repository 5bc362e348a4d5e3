import { DateInput } from '#kit/date-input.tsx';
import { TextArea, TextInput } from '#kit/field.tsx';
import type { FieldView } from '../domain/wire.ts';

export interface FieldsFormProps {
  readonly fields: readonly FieldView[];
  readonly given: Readonly<Record<string, string>>;
  readonly onChange: (given: Readonly<Record<string, string>>) => void;
  /** What is wrong, by field. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The id of a field's control, for the summary of errors to lead to. */
export function fieldId(name: string): string {
  return `document-${name}`;
}

const HINTS: Readonly<Record<string, string>> = {
  day: '例如 2026-09-16',
  month: '例如 2026-09',
  money: '元',
  phone: '例如 0635-3951234',
  'credit-code': '18 位',
};
/** Words that belong to the decision stand on lines of their own. */
const MODES: Readonly<Record<string, 'decimal' | 'numeric' | 'tel'>> = { money: 'decimal', count: 'numeric', phone: 'tel' };

/** One control for each field a person fills. */
export function FieldsForm({ fields, given, onChange, faults }: FieldsFormProps) {
  const set = (name: string, value: string) => onChange({ ...given, [name]: value });
  return (
    <div className="document-fields">
      {fields
        .filter(({ by }) => by === 'person')
        .map((field) => {
          const value = given[field.name] ?? '';
          const error = faults.get(field.name) ?? null;
          const hint = field.hint ?? HINTS[field.kind];
          const shared = { label: field.name, error, ...(hint !== undefined && { hint }) };
          if (field.kind === 'day')
            return <DateInput key={field.name} {...shared} id={fieldId(field.name)} value={value} onDay={(day) => set(field.name, day)} />;
          const control = { ...shared, optional: !field.required, id: fieldId(field.name), value };
          if (field.kind === 'text')
            return (
              <div key={field.name} className="document-field-wide">
                <TextArea
                  {...control}
                  rows={Math.min(8, Math.max(2, Math.ceil(value.length / 50)))}
                  onChange={(event) => set(field.name, event.target.value)}
                />
              </div>
            );
          return (
            <TextInput
              key={field.name}
              {...control}
              inputMode={MODES[field.kind] ?? 'text'}
              autoComplete="off"
              onChange={(event) => set(field.name, event.target.value)}
            />
          );
        })}
    </div>
  );
}
