import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ApiProblem, api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { ChoiceGroup, Radio, TextInput } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import './enterprise-picker.css';

/** As the API answers `GET /api/enterprises?q=`. */
export interface EnterpriseChoice {
  readonly id: string;
  readonly name: string;
}

/** The server sends no more than these; the rest are reached by typing more. */
const AT_MOST = 20;
/** One character is in half the names of a county. */
const LEAST_TYPED = 2;

export interface EnterprisePickerProps {
  readonly id: string;
  readonly error?: string | null | undefined;
  readonly chosen: EnterpriseChoice | null;
  readonly onChoose: (enterprise: EnterpriseChoice) => void;
}

/** An enterprise of the ledgers, found by a part of its name. What was chosen stays in the list while another is looked for. */
export function EnterprisePicker({ id, error, chosen, onChoose }: EnterprisePickerProps) {
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const search = useQuery({
    queryKey: ['enterprises', asked],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly EnterpriseChoice[] }>('/api/enterprises', { q: asked }, signal),
    enabled: asked.length >= LEAST_TYPED,
    placeholderData: keepPreviousData,
  });
  const found = asked.length >= LEAST_TYPED && !search.isError ? (search.data?.items ?? []) : [];
  const offered = chosen === null || found.some((one) => one.id === chosen.id) ? found : [chosen, ...found];
  return (
    <div className="stack-s">
      <TextInput
        label="哪个单位"
        hint="输单位名称里的几个字。台账里有的才找得到"
        type="search"
        autoComplete="off"
        id={id}
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          // Enter in a search means search, not "open the account".
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {search.isError && asked.length >= LEAST_TYPED ? (
        <div className="row" role="alert">
          <span className="danger-text">{ApiProblem.of(search.error).says}</span>
          <Button small onClick={() => void search.refetch()}>
            再找一次
          </Button>
        </div>
      ) : (
        <output className="field-hint">{saying(asked, search.isFetching, found.length)}</output>
      )}
      {offered.length > 0 ? (
        <div className="enterprise-choices">
          <ChoiceGroup legend={found.length > 0 ? '选一个' : '已选'}>
            {offered.map((one) => (
              <Radio key={one.id} name="enterprise" value={one.id} label={one.name} checked={one.id === chosen?.id} onChange={() => onChoose(one)} />
            ))}
          </ChoiceGroup>
        </div>
      ) : null}
    </div>
  );
}

function saying(asked: string, isSearching: boolean, found: number): string {
  if (asked.length < LEAST_TYPED) return asked === '' ? '' : '再输一个字。';
  if (isSearching) return '正在找…';
  if (found === 0) return `没有找到名称里有「${asked}」的单位。先导入它的项目台账，再来开账号。`;
  return found < AT_MOST ? `找到 ${count(found)} 个。` : `只列前 ${AT_MOST} 个，多输几个字。`;
}
