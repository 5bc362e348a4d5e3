import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A screen of this application, with its query: `/warnings?level=4`. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link between screens. It is a true `<a href>`, so it opens in a new tab, copies and works with a middle click. */
export function Link({ to, onClick, onMouseEnter, onFocus, children, ...rest }: LinkProps) {
  const router = useRouter();
  const preload = () => {
    const path = to.split('?')[0] ?? to;
    router.preloadRoute({ to: path }).catch(() => undefined);
  };
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (rest.target === '_blank' || rest.download !== undefined) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <a
      {...rest}
      href={to}
      onClick={go}
      onMouseEnter={(event) => {
        onMouseEnter?.(event);
        preload();
      }}
      onFocus={(event) => {
        onFocus?.(event);
        preload();
      }}
    >
      {children}
    </a>
  );
}
