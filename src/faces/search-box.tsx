import './search-box.css';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { api, ApiProblem } from '#kit/api.ts';
import { useGo } from '#kit/url-state.ts';

/** As the API answers `GET /api/search`. */
interface Hit {
  readonly kind: 'project' | 'enterprise' | 'worker' | 'warning';
  readonly title: string;
  readonly detail: string;
  readonly screen: string;
}

const KIND: Record<Hit['kind'], string> = { project: '项目', enterprise: '单位', worker: '工人', warning: '预警' };
const WAIT_MS = 200;

/** One search for everything in the reader's area. `/` goes there; arrows choose, Enter opens, Esc leaves. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim());
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const go = useGo();
  const search = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get<readonly Hit[]>('/api/search', { q: asked }, signal),
    enabled: asked.length >= 2,
    staleTime: 30_000,
  });
  useSlashKey(input);
  const hits = asked.length >= 2 ? (search.data ?? []) : [];
  const shown = open && text.trim().length >= 2;

  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    setText('');
    input.current?.blur();
    go(hit.screen);
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (text) setText('');
      else input.current?.blur();
      setOpen(false);
    } else if (event.key === 'Enter') choose(hits[at]);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((before) => (hits.length === 0 ? 0 : (before + step + hits.length) % hits.length));
    }
  };

  return (
    <search className="search">
      <label className="vh" htmlFor={id}>
        找预警、项目、单位或人
      </label>
      <input
        ref={input}
        id={id}
        className="search-input"
        type="text"
        placeholder="找预警、项目、单位或人"
        autoComplete="off"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[at] ? `${id}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={key}
      />
      <kbd aria-hidden="true">/</kbd>
      {shown ? (
        <div className="search-hits" onPointerDown={(event) => event.preventDefault()}>
          <div role="listbox" id={`${id}-hits`} aria-label="找到的">
            {hits.map((hit, index) => (
              <div
                key={`${hit.screen}-${hit.title}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="search-hit"
                onClick={() => choose(hit)}
              >
                <span className="strong">{hit.title}</span>
                <span className="muted small">
                  {KIND[hit.kind]}　{hit.detail}
                </span>
              </div>
            ))}
          </div>
          {hits.length === 0 ? (
            <output className="search-none">
              {search.error
                ? ApiProblem.of(search.error).says
                : search.data && text.trim() === asked
                  ? `没有找到「${asked}」。身份证号要输全 18 位。`
                  : '正在找…'}
            </output>
          ) : null}
        </div>
      ) : null}
    </search>
  );
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** `/` outside a field goes to the search. */
function useSlashKey(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const key = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable], dialog')) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [input]);
}
