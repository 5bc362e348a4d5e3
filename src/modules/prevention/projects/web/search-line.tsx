import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { TextInput } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import './search-line.css';

/** A search field above a list and how many rows it leaves, told to screen readers too. */
export function SearchLine({
  label,
  value,
  onSearch,
  total,
  unit,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
  readonly total: number | undefined;
  readonly unit: string;
  /** Further filters of the same list. */
  readonly children?: ReactNode;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form className="search-line" role="search" onSubmit={submit}>
      <TextInput label={label} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Button type="submit">找</Button>
      {children}
      <span className="muted" role="status">
        {total === undefined ? '' : `${count(total)} ${unit}`}
      </span>
    </form>
  );
}
