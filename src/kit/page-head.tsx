import './page-head.css';
import { type ReactNode, useEffect } from 'react';

const PRODUCT = '安薪';

/** Names the page in the browser's tab. An error is said first, as screen readers read the title first. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} - ${PRODUCT}`;
  }, [title]);
}

export interface PageHeadProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a page. It takes the focus when the screen changes. */
export function PageHead({ title, sub, actions }: PageHeadProps) {
  usePageTitle(title);
  return (
    <div className="page-head">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {sub ? <div className="page-head-sub">{sub}</div> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </div>
  );
}
