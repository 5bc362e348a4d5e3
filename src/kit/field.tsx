import './field.css';
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import { classes } from './classes.ts';

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  /** Optional fields say so in words; required ones carry no mark. */
  readonly optional?: boolean;
  /** The label is read out but not shown; only where the place explains itself. */
  readonly hideLabel?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label above, hint under it, error between hint and control, wired for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  children,
}: FieldProps & { readonly id?: string | undefined; readonly children: (wiring: Wiring) => ReactNode }) {
  const own = useId();
  const fieldId = id ?? own;
  const described = [hint ? `${fieldId}-hint` : '', error ? `${fieldId}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={classes('field', error && 'field-bad')}>
      <label htmlFor={fieldId} className={hideLabel ? 'vh' : 'field-label'}>
        {label}
        {optional ? '（可不填）' : ''}
      </label>
      {hint ? (
        <div id={`${fieldId}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <div id={`${fieldId}-error`} className="field-error">
          {error}
        </div>
      ) : null}
      {children({ id: fieldId, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

type InputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'children'>;

export function TextInput({ label, hint, error, optional, hideLabel, id, className, ...rest }: InputProps) {
  return (
    <Field {...pick({ label, hint, error, optional, hideLabel })} id={id}>
      {(wiring) => <input type="text" {...rest} {...wiring} className={classes('input', className)} />}
    </Field>
  );
}

export function TextArea({ label, hint, error, optional, hideLabel, id, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...pick({ label, hint, error, optional, hideLabel })} id={id}>
      {(wiring) => <textarea rows={3} {...rest} {...wiring} className="input" />}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'children'> & {
    readonly choices: readonly Choice[];
    /** What stands for "nothing chosen": 全部, 选一个. Absent when a choice is always held. */
    readonly none?: string;
  };

/** The browser's own list: known to everybody, keyboard and phone included, and no script to load. */
export function Select({ label, hint, error, optional, hideLabel, id, choices, none, ...rest }: SelectProps) {
  return (
    <Field {...pick({ label, hint, error, optional, hideLabel })} id={id}>
      {(wiring) => (
        <select {...rest} {...wiring} className="input">
          {none === undefined ? null : <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  readonly label: ReactNode;
  /** How many rows the choice would show. */
  readonly count?: ReactNode;
};

export function Checkbox({ label, count, ...rest }: CheckboxProps) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
      {count === undefined ? null : <span className="check-count">{count}</span>}
    </label>
  );
}

export function Radio({ label, ...rest }: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { readonly label: ReactNode }) {
  return (
    <label className="check">
      <input type="radio" {...rest} />
      <span>{label}</span>
    </label>
  );
}

/** Several choices under one question. */
export function ChoiceGroup({ legend, children }: { readonly legend: ReactNode; readonly children: ReactNode }) {
  return (
    <fieldset className="group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** Leaves out what is undefined, as exactOptionalPropertyTypes asks. */
function pick(props: { [K in keyof FieldProps]: FieldProps[K] | undefined }): FieldProps {
  return {
    label: props.label,
    ...(props.hint !== undefined && { hint: props.hint }),
    ...(props.error !== undefined && { error: props.error }),
    ...(props.optional !== undefined && { optional: props.optional }),
    ...(props.hideLabel !== undefined && { hideLabel: props.hideLabel }),
  };
}
