import './button.css';
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { Link, type LinkProps } from './link.tsx';

interface Look {
  /** One primary button per screen: the next step. */
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly small?: boolean;
  readonly wide?: boolean;
}

function look({ kind = 'secondary', small, wide }: Look, busy?: boolean, extra?: string): string {
  return classes('button', `button-${kind}`, small && 'button-small', wide && 'button-wide', busy && 'button-busy', extra);
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** Work is under way; further presses do nothing. */
  readonly busy?: boolean;
  /** Why it cannot be pressed now. The button stays reachable and the reason is read out and shown. */
  readonly shutBecause?: string | null | undefined;
  readonly children: ReactNode;
}

/** The words name the act: 受理, 导入这 205 行. Never 确定 or 提交 alone. */
export function Button({ kind, small, wide, busy, shutBecause, className, onClick, type = 'button', children, ...rest }: ButtonProps) {
  const whyId = useId();
  const shut = Boolean(shutBecause) || Boolean(busy);
  const button = (
    <button
      {...rest}
      type={type}
      className={look({ ...(kind && { kind }), ...(small && { small }), ...(wide && { wide }) }, busy, className)}
      aria-disabled={shut || undefined}
      aria-busy={busy || undefined}
      aria-describedby={shutBecause ? whyId : rest['aria-describedby']}
      onClick={(event) => {
        if (shut) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  if (!shutBecause) return button;
  return (
    <>
      {button}
      <span id={whyId} className="button-why">
        {shutBecause}
      </span>
    </>
  );
}

export interface LinkButtonProps extends Look, LinkProps {}

/** Looks like a button, goes to a screen. */
export function LinkButton({ kind, small, wide, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={look({ ...(kind && { kind }), ...(small && { small }), ...(wide && { wide }) }, false, className)} />;
}

/** Looks like a button, fetches a file or leaves the application. */
export function FileLink({
  kind,
  small,
  wide,
  href,
  fileName,
  children,
}: Look & { readonly href: string; readonly fileName?: string; readonly children: ReactNode }) {
  return (
    <a href={href} download={fileName ?? ''} className={look({ ...(kind && { kind }), ...(small && { small }), ...(wide && { wide }) })}>
      {children}
    </a>
  );
}
