import { useId } from 'react';
import { Button } from '#kit/button.tsx';
import { tidy } from '#kit/date-input.tsx';
import { Checkbox, ChoiceGroup, Select, TextInput } from '#kit/field.tsx';
import type { FactField } from '#law/facts.ts';
import { type Entered, type EnteredFacts, entriesOf, type Faults, faultsOfEntry } from './entered.ts';

export interface FactFormProps {
  readonly fields: readonly FactField[];
  readonly values: EnteredFacts;
  readonly onChange: (values: EnteredFacts) => void;
  readonly faults?: Faults;
}

/** 填事实: one control for each fact a rule asks for. What is left empty is "not known", which is an answer too. */
export function FactForm({ fields, values, onChange, faults = NO_FAULTS }: FactFormProps) {
  const set = (name: string, value: Entered) => onChange({ ...values, [name]: value });
  return (
    <div className="law-fields">
      {fields.map((field) => (
        <FactInput
          key={field.name}
          field={field}
          value={values[field.name]}
          error={faults.get(field.means)}
          faults={faults}
          onChange={(value) => set(field.name, value)}
        />
      ))}
    </div>
  );
}

const NO_FAULTS: Faults = new Map();

interface FactInputProps {
  readonly field: FactField;
  readonly value: Entered | undefined;
  readonly error: string | undefined;
  /** Those of the whole form: an entry of a list finds its own among them. */
  readonly faults: Faults;
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

/** What is wrong, in the units of this form: the server takes fen and hundredths of a percent. */
const WRONG: Readonly<Partial<Record<FactField['kind'], string>>> = {
  money: '写成数字，例如 12345.67，单位是元。',
  share: '写成数字，例如 30 表示 30%。',
  count: '写成整数，例如 12。',
};

function FactInput({ field, value, error, faults, onChange }: FactInputProps) {
  const id = useId();
  if (field.kind === 'names') return <FactNames field={field} value={value} onChange={onChange} />;
  if (field.kind === 'list') return <FactList field={field} value={value} faults={faults} onChange={onChange} />;
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
        error={error === undefined ? undefined : (WRONG[field.kind] ?? error)}
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
function FactNames({ field, value, onChange }: Omit<FactInputProps, 'error' | 'faults'>) {
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
function FactList({ field, value, faults, onChange }: Omit<FactInputProps, 'error'>) {
  const entries = entriesOf(value);
  return (
    <div className="law-list">
      <ChoiceGroup legend={field.means}>
        {entries.map((entry, place) => (
          <fieldset key={place} className="law-entry" aria-label={`第 ${place + 1} 项`}>
            <FactForm
              fields={field.fields ?? []}
              values={entry}
              faults={faultsOfEntry(faults, field.means, place)}
              onChange={(changed) => onChange(entries.map((one, at) => (at === place ? changed : one)))}
            />
            <Button small kind="quiet" onClick={() => onChange(entries.filter((_, at) => at !== place))}>
              去掉第 {place + 1} 项
            </Button>
          </fieldset>
        ))}
        <Button small onClick={() => onChange([...entries, {}])}>
          加一项
        </Button>
      </ChoiceGroup>
    </div>
  );
}
