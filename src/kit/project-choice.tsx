import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from './api.ts';
import { Select, TextInput } from './field.tsx';

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
}

export interface ProjectChoiceProps {
  readonly value: string;
  readonly onChoose: (project: { readonly id: string; readonly name: string } | null) => void;
  readonly label?: string;
  /** The choice of none at all: 不限项目. */
  readonly none?: string;
  readonly id?: string;
}

const OFFERED = 50;

/** One of the projects a person sees, found by a part of its name; the fifty that fit best are offered. */
export function ProjectChoice({ value, onChoose, label = '项目', none = '选一个', id }: ProjectChoiceProps) {
  const [typed, setTyped] = useState('');
  const [held, setHeld] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['projects', 'pick', q],
    queryFn: ({ signal }) => api.get<Found>('/api/projects', { q, sort: 'name', size: OFFERED }, signal),
    placeholderData: (before) => before,
  });
  const items = found.data?.items ?? [];
  const offered = held === null || items.some((item) => item.id === held.id) ? items : [held, ...items];
  return (
    <div className="stack-s">
      <TextInput label="找项目" optional type="search" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <Select
        label={label}
        {...(id === undefined ? {} : { id })}
        none={found.data !== undefined && items.length === 0 ? '没找到，换几个字' : none}
        value={value}
        onChange={(event) => {
          const picked = offered.find((item) => item.id === event.target.value) ?? null;
          setHeld(picked);
          onChoose(picked);
        }}
        choices={offered.map((item) => ({ value: item.id, name: item.name }))}
      />
    </div>
  );
}
