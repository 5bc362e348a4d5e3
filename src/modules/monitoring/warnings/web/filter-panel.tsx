import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Checkbox, ChoiceGroup, Select, TextInput } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import type { UrlPatch } from '#kit/url-state.ts';
import type { WarningList } from '../domain/wire.ts';
import { useHome } from './home-query.ts';
import { type ListFilters, STATE_NAMES, stateText, toggled } from './list-filters.ts';

export interface FilterPanelProps {
  readonly filters: ListFilters;
  readonly facets: WarningList['facets'] | undefined;
  readonly change: (patch: UrlPatch) => void;
}

const LEVELS = [
  { level: 4, name: '红色' },
  { level: 3, name: '橙色' },
  { level: 2, name: '黄色' },
  { level: 1, name: '蓝色' },
  { level: 0, name: '提示' },
];

/** Filters in the open, each with how many it would show. On narrow screens they fold away. */
export function FilterPanel(props: FilterPanelProps) {
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  return (
    <details className="filters-fold no-print" open={!narrow || open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>筛选</summary>
      <Card>
        <div className="filters">
          <Words key={props.filters.q} {...props} />
          <Levels {...props} />
          <States {...props} />
          <Others {...props} />
        </div>
      </Card>
    </details>
  );
}

function Words({ filters, change }: FilterPanelProps) {
  const [q, setQ] = useState(filters.q);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ q: q.trim() });
  };
  return (
    <form className="filters-q" onSubmit={submit}>
      <TextInput label="项目、单位或事由" type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      <Button type="submit">筛</Button>
    </form>
  );
}

function Levels({ filters, facets, change }: FilterPanelProps) {
  const known = facets?.levels ?? LEVELS.map((level) => ({ ...level, count: undefined }));
  return (
    <ChoiceGroup legend="级别">
      {known.map((level) => (
        <Checkbox
          key={level.level}
          label={level.name}
          count={level.count === undefined ? undefined : count(level.count)}
          checked={filters.levels.includes(String(level.level))}
          onChange={() => change({ level: toggled(filters.levels, String(level.level)).join(',') })}
        />
      ))}
    </ChoiceGroup>
  );
}

function States({ filters, facets, change }: FilterPanelProps) {
  const known = facets?.states ?? Object.entries(STATE_NAMES).map(([state, name]) => ({ state, name, count: undefined }));
  const all = known.map((one) => one.state);
  const chosen = filters.states.length === 0 ? all : filters.states;
  return (
    <ChoiceGroup legend="状态">
      {known.map((one) => (
        <Checkbox
          key={one.state}
          label={one.name}
          count={one.count === undefined ? undefined : count(one.count)}
          checked={chosen.includes(one.state)}
          onChange={() => change({ state: stateText(toggled(chosen, one.state)) })}
        />
      ))}
    </ChoiceGroup>
  );
}

function Others({ filters, facets, change }: FilterPanelProps) {
  const places = useHome().data?.places ?? [];
  return (
    <>
      <Select
        label="事由"
        none="全部"
        value={filters.rule}
        onChange={(event) => change({ rule: event.target.value })}
        choices={(facets?.rules ?? []).map((rule) => ({ value: rule.code, name: `${rule.title}（${count(rule.count)}）` }))}
      />
      {places.length > 0 ? (
        <Select
          label="地方"
          none="全部"
          value={filters.region}
          onChange={(event) => change({ region: event.target.value })}
          choices={places.map((place) => ({ value: place.code, name: place.name }))}
        />
      ) : null}
      <Select
        label="哪一类"
        none="工资和数据都看"
        value={filters.data}
        onChange={(event) => change({ data: event.target.value })}
        choices={[
          { value: '0', name: '只看工资预警' },
          { value: '1', name: '只看数据预警' },
        ]}
      />
      <div>
        <Checkbox label="只看轮到我的" checked={filters.mine} onChange={() => change({ mine: filters.mine ? null : '1' })} />
        <Checkbox label="只看超期的" checked={filters.overdue} onChange={() => change({ overdue: filters.overdue ? null : '1' })} />
      </div>
    </>
  );
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia('(max-width: 1080px)').matches);
  useEffect(() => {
    const media = window.matchMedia('(max-width: 1080px)');
    const change = () => setNarrow(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return narrow;
}
