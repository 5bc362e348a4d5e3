import './toast.css';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';

interface Told {
  readonly key: number;
  readonly says: string;
}

interface Teller {
  /** Shows and reads out what was done: "已受理：高铁片区安置房". */
  readonly tell: (says: string) => void;
  /** Reads out without showing: the new count of a list. */
  readonly announce: (says: string) => void;
}

const SHOWN_MS = 8000;

const Context = createContext<Teller>({ tell: () => undefined, announce: () => undefined });

/** Says what was done. Errors never come this way: they stay on the page until mended. */
export function useTell(): Teller {
  return useContext(Context);
}

export function ToastRegion({ children }: { readonly children: ReactNode }) {
  const [told, setTold] = useState<readonly Told[]>([]);
  const [announced, setAnnounced] = useState('');
  const next = useRef(1);
  const drop = useCallback((key: number) => setTold((before) => before.filter((item) => item.key !== key)), []);
  const teller = useMemo<Teller>(
    () => ({
      tell: (says) => {
        const key = next.current++;
        setTold((before) => [...before.slice(-2), { key, says }]);
      },
      announce: setAnnounced,
    }),
    [],
  );
  return (
    <Context.Provider value={teller}>
      {children}
      <output className="vh" aria-live="polite">
        {announced}
      </output>
      <output className="toasts no-print" aria-live="polite">
        {told.map((item) => (
          <Toast key={item.key} told={item} onGone={drop} />
        ))}
      </output>
    </Context.Provider>
  );
}

function Toast({ told, onGone }: { readonly told: Told; readonly onGone: (key: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onGone(told.key), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, told.key, onGone]);
  return (
    <span className="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <span>{told.says}</span>
      <button type="button" onClick={() => onGone(told.key)}>
        知道了
      </button>
    </span>
  );
}
