import { useId } from 'react';
import { Button } from '#kit/button.tsx';
import { tidy } from '#kit/date-input.tsx';
import { Checkbox, ChoiceGroup, Select, TextInput } from '#kit/field.tsx';
import type { FactField } from '#law/facts.ts';
import { type Entered, type EnteredFacts, entriesOf } from './entered.ts';

export interface FactFormProps {
  readonly fields: readonly FactField[];
  readonly values: EnteredFacts;
  readonly onChange: (values: EnteredFacts) => void;
  /** What the server found wrong, by the Chinese name of the fact. */
  readonly faults?: ReadonlyMap<string, string>;
}

/** 填事实: one control for each fact a rule asks for. What is left empty is "not known", which is an answer too. */
export function FactForm({ fields, values, onChange, faults }: FactFormProps) {
  const set = (name: string, value: Entered) => onChange({ ...values, [name]: value });
  return (
    <div className="law-fields">
      {fields.map((field) => (
        <FactInput key={field.name} field={field} value={values[field.name]} error={faults?.get(field.means)} onChange={(value) => set(field.name, value)} />
      ))}
    </div>
  );
}

interface FactInputProps {
  readonly field: FactField;
  readonly value: Entered | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: Entered) => void;
}

const HINTS: Readonly<Partial<Record<FactField['kind'], string>>> = {
  day: '例如 2026-11-22',
  event: '例如 2026-11-22',
  month: '例如 2026-10',
  moment: '例如 2026-11-22 09:30',
  money: '元',
  share: '百分数，例如 30',
};

function FactInput({ field, value, error, onChange }: FactInputProps) {
  const id = useId();
  if (field.kind === 'names') return <FactNames field={field} value={value} onChange={onChange} />;
  if (field.kind === 'list') return <FactList field={field} value={value} onChange={onChange} />;
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'yes-no' || field.kind === 'choice') {
    const choices = field.kind === 'choice' ? Object.entries(field.choices ?? {}).map(([key, name]) => ({ value: key, name })) : YES_NO;
    return (
      <Select
        label={field.means}
        error={error}
        none={field.required ? '选一个' : '不清楚'}
        value={text}
        choices={choices}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const isNotYet = text === NOT_YET;
  const hint = field.kind === 'count' ? field.unit : HINTS[field.kind];
  return (
    <div className="law-fact">
      <TextInput
        id={id}
        label={field.means}
        {...(hint !== undefined && { hint })}
        error={error}
        inputMode={field.kind === 'money' || field.kind === 'share' ? 'decimal' : field.kind === 'count' ? 'numeric' : 'text'}
        value={isNotYet ? '' : text}
        disabled={isNotYet}
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => {
          if (field.kind === 'day' || field.kind === 'event') onChange(tidy(event.target.value));
        }}
      />
      {field.kind === 'event' ? (
        <Checkbox label="确定还没有发生" checked={isNotYet} onChange={(event) => onChange(event.target.checked ? NOT_YET : '')} />
      ) : null}
    </div>
  );
}

const NOT_YET = 'not-yet';
const YES_NO = [
  { value: 'yes', name: '是' },
  { value: 'no', name: '否' },
];

/** Several of some words: a box each, kept as keys in one line. */
function FactNames({ field, value, onChange }: Omit<FactInputProps, 'error'>) {
  const chosen = new Set(typeof value === 'string' ? value.split('、').filter(Boolean) : []);
  return (
    <div className="law-list">
      <ChoiceGroup legend={field.means}>
        <div className="law-names">
          {Object.entries(field.choices ?? {}).map(([key, name]) => (
            <Checkbox
              key={key}
              label={name}
              checked={chosen.has(key)}
              onChange={(event) =>
                onChange(
                  [...chosen]
                    .filter((one) => one !== key)
                    .concat(event.target.checked ? key : [])
                    .join('、'),
                )
              }
            />
          ))}
        </div>
      </ChoiceGroup>
    </div>
  );
}

/** Several of the same: a group of controls each, one more at a press. */
function FactList({ field, value, onChange }: Omit<FactInputProps, 'error'>) {
  const entries = entriesOf(value);
  return (
    <div className="law-list">
      <ChoiceGroup legend={field.means}>
        {entries.map((entry, place) => (
          <div key={place} className="law-entry">
            <FactForm fields={field.fields ?? []} values={entry} onChange={(changed) => onChange(entries.map((one, at) => (at === place ? changed : one)))} />
            <Button small kind="quiet" onClick={() => onChange(entries.filter((_, at) => at !== place))}>
              去掉第 {place + 1} 项
            </Button>
          </div>
        ))}
        <Button small onClick={() => onChange([...entries, {}])}>
          加一项
        </Button>
      </ChoiceGroup>
    </div>
  );
}
