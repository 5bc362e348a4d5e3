import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import type { ProjectList } from '../../projects/domain/wire.ts';

type Chosen = { readonly id: string; readonly name: string } | null;

/** A project named by typing part of it; at most twenty are offered, the rest are reached by typing more. */
export function ProjectPicker({ chosen, onChoose }: { readonly chosen: Chosen; readonly onChoose: (project: Chosen) => void }) {
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['projects', 'pick', asked],
    queryFn: () => api.get<ProjectList>('/api/projects', { size: 20, q: asked }),
    enabled: chosen === null,
    placeholderData: (before) => before,
  });
  if (chosen !== null) {
    return (
      <div>
        <p className="field-label">哪个项目的</p>
        <p className="row">
          <span>{chosen.name}</span>
          <Button kind="quiet" small onClick={() => onChoose(null)}>
            换项目
          </Button>
        </p>
      </div>
    );
  }
  const items = found.data?.items ?? [];
  return (
    <div className="stack-s">
      <TextInput label="哪个项目的" hint="表里没写项目时要选。输几个字找" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <Select
        hideLabel
        label="找到的项目"
        none={items.length === 0 ? '没找到' : `选一个（找到 ${found.data?.total ?? 0} 个）`}
        value=""
        onChange={(event) => {
          const picked = items.find((item) => item.id === event.target.value);
          if (picked) onChoose({ id: picked.id, name: picked.name });
        }}
        choices={items.map((item) => ({ value: item.id, name: item.name }))}
      />
    </div>
  );
}
