import './card.css';
import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

export interface CardProps {
  readonly title?: ReactNode;
  /** Heading level of the title: follows from where the card stands. */
  readonly level?: 2 | 3;
  readonly aside?: ReactNode;
  /** The content brings its own padding (lists, tables). */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** White box with a heading. A titled card is a named section that a screen reader can jump to. */
export function Card({ title, level = 2, aside, flush, className, children }: CardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  if (title === undefined) {
    return (
      <div className={classes('card', className)}>
        <div className={classes('card-body', flush && 'card-flush')}>{children}</div>
      </div>
    );
  }
  return (
    <section className={classes('card', className)} aria-labelledby={id}>
      <div className="card-head">
        <Heading id={id}>{title}</Heading>
        {aside}
      </div>
      <div className={classes('card-body', flush && 'card-flush')}>{children}</div>
    </section>
  );
}

/** Pairs of name and value, one under the other. */
export function Facts({ items }: { readonly items: readonly { readonly label: ReactNode; readonly value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A line that must be seen before the work below it. */
export function Notice({ tone = 'plain', children }: { readonly tone?: 'plain' | 'warn' | 'bad' | 'good'; readonly children: ReactNode }) {
  return <div className={classes('notice', tone !== 'plain' && `notice-${tone}`)}>{children}</div>;
}
