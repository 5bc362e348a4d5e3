import type { FormEvent, ReactNode } from 'react';
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget).get('q') ?? '').trim());
  };
  return (
    <form className="search-line" onSubmit={submit}>
      <TextInput key={value} label={label} type="search" name="q" defaultValue={value} />
      <Button type="submit">找</Button>
      {children}
      <output className="muted">{total === undefined ? '' : `${count(total)} ${unit}`}</output>
    </form>
  );
}
