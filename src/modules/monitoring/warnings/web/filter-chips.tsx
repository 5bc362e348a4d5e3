import { Button } from '#kit/button.tsx';
import { useHome } from './home-query.ts';
import type { FilterPanelProps } from './filter-panel.tsx';
import { OPEN_STATES, STATE_NAMES, stateText } from './list-filters.ts';
import type { UrlPatch } from '#kit/url-state.ts';

interface Chip {
  readonly key: string;
  readonly name: string;
  readonly without: UrlPatch;
}

/** What is filtered by, above the list, each to be taken off with one press. */
export function Chips({ filters, facets, change, onClear }: FilterPanelProps & { readonly onClear: () => void }) {
  const places = useHome().data?.places ?? [];
  const chips: Chip[] = [];
  if (filters.q) chips.push({ key: 'q', name: `「${filters.q}」`, without: { q: null } });
  for (const level of filters.levels) {
    const name = facets?.levels.find((one) => String(one.level) === level)?.name ?? level;
    chips.push({ key: `level-${level}`, name, without: { level: filters.levels.filter((one) => one !== level).join(',') } });
  }
  for (const [state, name] of Object.entries(STATE_NAMES)) {
    if (stateText(filters.states) === null || !filters.states.includes(state)) continue;
    const rest = filters.states.filter((one) => one !== state);
    chips.push({ key: `state-${state}`, name, without: { state: rest.length === 0 ? stateText(OPEN_STATES) : stateText(rest) } });
  }
  if (filters.rule) chips.push({ key: 'rule', name: facets?.rules.find((rule) => rule.code === filters.rule)?.title ?? filters.rule, without: { rule: null } });
  if (filters.region)
    chips.push({ key: 'region', name: places.find((place) => place.code === filters.region)?.name ?? filters.region, without: { region: null } });
  if (filters.project) chips.push({ key: 'project', name: '一个项目的', without: { project: null } });
  if (filters.data) chips.push({ key: 'data', name: filters.data === '1' ? '数据预警' : '工资预警', without: { data: null } });
  if (filters.mine) chips.push({ key: 'mine', name: '轮到我的', without: { mine: null } });
  if (filters.overdue) chips.push({ key: 'overdue', name: '超期的', without: { overdue: null } });
  if (chips.length === 0) return null;
  return (
    <div className="chips no-print">
      {chips.map((chip) => (
        <button key={chip.key} type="button" className="chip" onClick={() => change(chip.without)}>
          {chip.name}
          <span aria-hidden="true">×</span>
          <span className="vh">，去掉这个条件</span>
        </button>
      ))}
      {chips.length > 1 ? (
        <Button kind="quiet" small onClick={onClear}>
          去掉全部条件
        </Button>
      ) : null}
    </div>
  );
}
