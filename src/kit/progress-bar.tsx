import './progress-bar.css';
import { type ReactNode, useId } from 'react';

/** `share` 0..1; without it the bar only says that work goes on. Words beside say how much: 1,240 / 5,000 行. */
export function ProgressBar({ label, share, words }: { readonly label: ReactNode; readonly share?: number; readonly words?: ReactNode }) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-words">
        <label htmlFor={id}>{label}</label>
        {words ? <span className="number muted">{words}</span> : null}
      </div>
      <progress id={id} max={1} {...(share !== undefined && { value: Math.min(1, Math.max(0, share)) })} />
    </div>
  );
}
