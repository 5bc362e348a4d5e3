import './states.css';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { ApiProblem } from './api.ts';
import { Button } from './button.tsx';

/** Nothing to show: says so, since when or why, and what to do instead. */
export function Empty({ title, children, actions }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}

/** What failed, what was kept, what to do. Takes whatever was thrown. */
export function Problem({ error, onRetry, kept }: { readonly error: unknown; readonly onRetry?: () => void; readonly kept?: string }) {
  const problem = ApiProblem.of(error);
  return (
    <div className="problem" role="alert">
      <h2>{problem.status === 404 ? '没有找到' : problem.status === 403 ? '没有权限' : '没有取到'}</h2>
      <p>{problem.says}</p>
      {kept ? <p>{kept}</p> : null}
      {problem.reference ? <p className="muted small">编号 {problem.reference}</p> : null}
      {onRetry ? (
        <div className="row">
          <Button onClick={onRetry}>再取一次</Button>
        </div>
      ) : null}
    </div>
  );
}

/**
 * A refused form or step: stands on top, takes the focus, links to each field.
 * `fieldId` maps a field's path to the id of its control.
 */
export function ErrorSummary({
  error,
  title = '没有办成',
  fieldId = (path) => path,
  focusRef,
}: {
  readonly error: unknown;
  readonly title?: string;
  readonly fieldId?: (path: string) => string;
  readonly focusRef?: Ref<HTMLDivElement>;
}) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) own.current?.focus();
  }, [error]);
  if (!error) return null;
  const problem = ApiProblem.of(error);
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={focusRef ?? own}>
      <h2>{title}</h2>
      <p>{problem.says}</p>
      {problem.fields.length > 0 ? (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path}>
              <a
                href={`#${fieldId(field.path)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(field.path))?.focus();
                }}
              >
                {field.says}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {problem.reference ? <p className="muted small">编号 {problem.reference}</p> : null}
    </div>
  );
}

/** Shape of what is coming: after 0.3 s; words after 2 s. */
export function Skeleton({ lines = 6, says = '还在取数，约 3 秒' }: { readonly lines?: number; readonly says?: string }) {
  return (
    <output className="skeleton">
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <span key={key} className="skeleton-line" aria-hidden="true" />
      ))}
      <span className="skeleton-words">{says}</span>
    </output>
  );
}
