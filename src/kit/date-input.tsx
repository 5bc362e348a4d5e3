import { useId } from 'react';
import { TextInput } from './field.tsx';

export interface DateInputProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null | undefined;
  /** `2026-11-22` or ''. */
  readonly value: string;
  readonly onDay: (day: string) => void;
  readonly id?: string;
}

/**
 * A day, typed: 2026-11-22, 20261122 or 2026.11.22. The browser's own date field follows the browser's language, not the
 * page's, and shows mm/dd/yyyy on many office machines.
 */
export function DateInput({ label, hint = '例如 2026-11-22', error, value, onDay, id }: DateInputProps) {
  const own = useId();
  return (
    <TextInput
      id={id ?? own}
      label={label}
      hint={hint}
      error={error}
      inputMode="numeric"
      maxLength={10}
      defaultValue={value}
      key={value}
      onBlur={(event) => onDay(tidy(event.target.value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDay(tidy(event.currentTarget.value));
      }}
    />
  );
}

/** What was typed as a civil day, when it is one; otherwise as typed, for the server to name. */
export function tidy(text: string): string {
  const match = /^\s*(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?\s*$/.exec(text);
  if (!match) return text.trim();
  return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}
