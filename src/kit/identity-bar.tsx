import './identity-bar.css';
import './card.css';
import type { ReactNode } from 'react';
import { usePageTitle } from './page-head.tsx';

export interface IdentityBarProps {
  readonly title: string;
  /** Line above the title: number, kind, tags. */
  readonly over?: ReactNode;
  readonly dueLabel?: string;
  readonly due?: ReactNode;
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Who and what this page is about; the same on every page of a matter, and on paper. */
export function IdentityBar({ title, over, dueLabel, due, facts }: IdentityBarProps) {
  usePageTitle(title);
  return (
    <div className="card identity">
      <div className="identity-top">
        <div>
          {over ? <div className="identity-over">{over}</div> : null}
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        {due ? (
          <div className="identity-due">
            <div className="muted">{dueLabel}</div>
            <div className="due">{due}</div>
          </div>
        ) : null}
      </div>
      <dl className="identity-facts">
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
