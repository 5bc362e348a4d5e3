import type { WarningState } from '../domain/wire.ts';

export const OPEN_STATES: readonly WarningState[] = ['raised', 'acknowledged', 'handled', 'verified'];
export const STATE_NAMES: Readonly<Record<WarningState, string>> = {
  raised: '待签收',
  acknowledged: '待处置',
  handled: '待核实',
  verified: '待销号',
  closed: '已销号',
};
const ANY_STATE = 'all';

/** What the address of the list says. Without a word about state, the list holds what is open. */
export interface ListFilters {
  readonly q: string;
  readonly levels: readonly string[];
  readonly states: readonly string[];
  readonly rule: string;
  readonly region: string;
  readonly project: string;
  /** '' both, '1' warnings about data, '0' about wages. */
  readonly data: string;
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly sort: string;
  readonly page: number;
  readonly size: number;
}

const split = (text: string | null) => (text ?? '').split(',').filter(Boolean);

export function filtersOf(url: URLSearchParams): ListFilters {
  const state = url.get('state');
  const size = Number(url.get('size'));
  return {
    q: url.get('q') ?? '',
    levels: split(url.get('level')),
    states: state === null ? OPEN_STATES : state === ANY_STATE ? [] : split(state),
    rule: url.get('rule') ?? '',
    region: url.get('region') ?? '',
    project: url.get('project') ?? '',
    data: url.get('data') ?? '',
    mine: url.get('mine') === '1',
    overdue: url.get('overdue') === '1',
    sort: url.get('sort') ?? 'act_by',
    page: Math.max(1, Number(url.get('page')) || 1),
    size: [20, 50, 100].includes(size) ? size : 20,
  };
}

/** As the API asks it. */
export function asParameters(filters: ListFilters): Record<string, string | number> {
  return {
    q: filters.q,
    level: filters.levels.join(','),
    state: filters.states.join(','),
    rule: filters.rule,
    region: filters.region,
    project: filters.project,
    data: filters.data,
    mine: filters.mine ? '1' : '',
    overdue: filters.overdue ? '1' : '',
    sort: filters.sort,
    page: filters.page,
    size: filters.size,
  };
}

/** States as the address says them: nothing for the open ones, `all` for all. */
export function stateText(states: readonly string[]): string | null {
  if (states.length === 0 || states.length === OPEN_STATES.length + 1) return ANY_STATE;
  const isDefault = states.length === OPEN_STATES.length && OPEN_STATES.every((state) => states.includes(state));
  return isDefault ? null : states.join(',');
}

export function toggled(list: readonly string[], value: string): readonly string[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}
