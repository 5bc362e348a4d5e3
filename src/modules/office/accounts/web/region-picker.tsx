import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#kit/api.ts';
import { ChoiceGroup, Select } from '#kit/field.tsx';
import type { Region } from '../domain/index.ts';

export interface RegionPickerProps {
  readonly label: string;
  readonly id: string;
  readonly error?: string | null | undefined;
  readonly value: string | null;
  readonly onRegion: (code: string | null) => void;
}

const LEVEL_NAMES: Readonly<Record<Region['level'], string>> = { province: '省', prefecture: '市', county: '县区', town: '乡镇街道', village: '村居' };

/** A place of the GB/T 2260 tree, level by level from the reader's own. Whatever is chosen last holds; deeper is never forced. */
export function RegionPicker({ label, id, error, value, onRegion }: RegionPickerProps) {
  const [chain, setChain] = useState<readonly Region[]>([]);
  const parents: readonly (Region | null)[] = [null, ...chain.filter((region) => region.hasParts)];
  return (
    <ChoiceGroup legend={label}>
      {error ? <div className="field-error">{error}</div> : null}
      <div className="stack-s">
        {parents.map((parent, depth) => (
          <OneLevel
            key={parent?.code ?? 'top'}
            id={depth === 0 ? id : `${id}-${depth}`}
            parent={parent}
            chosen={chain[depth]?.code ?? ''}
            onChoose={(region) => {
              const next = region ? [...chain.slice(0, depth), region] : chain.slice(0, depth);
              setChain(next);
              onRegion(next.at(-1)?.code ?? null);
            }}
          />
        ))}
      </div>
      {value ? <p className="field-hint">管{chain.map((region) => region.name).join('')}</p> : null}
    </ChoiceGroup>
  );
}

interface OneLevelProps {
  readonly id: string;
  readonly parent: Region | null;
  readonly chosen: string;
  readonly onChoose: (region: Region | null) => void;
}

function OneLevel({ id, parent, chosen, onChoose }: OneLevelProps) {
  const parts = useQuery({
    queryKey: ['regions', parent?.code ?? ''],
    queryFn: () => api.get<{ readonly items: readonly Region[] }>('/api/regions', { parent: parent?.code }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = parts.data?.items ?? [];
  const first = items[0];
  return (
    <Select
      label={first ? LEVEL_NAMES[first.level] : '地方'}
      id={id}
      none={parent ? `${parent.name}全境` : '选一个'}
      value={chosen}
      choices={items.map((region) => ({ value: region.code, name: region.name }))}
      onChange={(event) => onChoose(items.find((region) => region.code === event.target.value) ?? null)}
    />
  );
}
