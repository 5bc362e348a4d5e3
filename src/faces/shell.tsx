import './shell.css';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link } from '#kit/link.tsx';
import type { Screen } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { type Me, useSession } from '#modules/office/accounts/web/index.ts';
import { Bell } from '#modules/office/notifications/web/index.ts';
import { SignOnChoices, SignOnOutcome } from '#modules/office/sign-on/web/index.ts';
import { PersonMenu } from './person-menu.tsx';
import { mayOpen, screensOf } from './screens.ts';
import { SearchBox } from './search-box.tsx';

const SignInPage = lazy(() => import('#modules/office/accounts/web/sign-in-page.tsx'));
const PasswordPage = lazy(() => import('#modules/office/accounts/web/password-page.tsx'));

/** The frame around every screen. Who is not signed in gets the sign-in on the same address. */
export function Shell() {
  const { me, error, isPending, retry } = useSession();
  if (isPending) return <Plain />;
  if (error) {
    return (
      <Plain>
        <Problem error={error} onRetry={retry} />
      </Plain>
    );
  }
  if (!me) {
    return (
      <Suspense fallback={<Plain />}>
        <SignInPage outcome={<SignOnOutcome />} others={<SignOnChoices />} />
      </Suspense>
    );
  }
  if (me.mustChangePassword) {
    return (
      <Plain>
        <Suspense fallback={<Skeleton lines={3} />}>
          <PasswordPage />
        </Suspense>
      </Plain>
    );
  }
  return <Frame me={me} />;
}

function Plain({ children }: { readonly children?: React.ReactNode }) {
  return (
    <>
      <header className="bar">
        <span className="bar-name">安薪</span>
      </header>
      <main className="plain-main">{children}</main>
    </>
  );
}

function Frame({ me }: { readonly me: Me }) {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnNewScreen(main);
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        跳到正文
      </a>
      <header className="bar">
        <Link to="/" className="bar-name">
          安薪
        </Link>
        <span className="bar-org">{me.organisation}</span>
        {me.isDemo ? <span className="bar-demo">演示 {me.today}</span> : null}
        <span className="bar-gap" />
        {me.role === 'administrator' ? null : <SearchBox />}
        <Bell path={path} today={me.today} />
        <PersonMenu me={me} />
      </header>
      <div className="body">
        <Nav me={me} />
        <main className="main" id="main" tabIndex={-1} ref={main}>
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </>
  );
}

function Nav({ me }: { readonly me: Me }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const entries = screensOf(me)
    .filter((screen) => screen.nav && mayOpen(screen, me))
    .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
  return (
    <nav className="nav" aria-label="主导航">
      <ul className="nav-list">
        {entries.map((screen) => (
          <NavEntry key={screen.path} screen={screen} path={path} />
        ))}
      </ul>
    </nav>
  );
}

const noCount = () => undefined;

function NavEntry({ screen, path }: { readonly screen: Screen; readonly path: string }) {
  // The hook of one entry never changes between renders: entries are keyed by their screen.
  const useCount = screen.nav?.useCount ?? noCount;
  const waiting = useCount();
  const under = [screen.path, ...(screen.nav?.also ?? [])];
  const here = under.some((start) => path === start || (start !== '/' && path.startsWith(`${start}/`)));
  return (
    <li>
      <Link to={screen.path} aria-current={here ? 'page' : undefined}>
        <span>{screen.nav?.label}</span>
        {waiting ? (
          <span className="nav-count">
            {waiting > 999 ? '999+' : waiting}
            <span className="vh"> 件</span>
          </span>
        ) : null}
      </Link>
    </li>
  );
}

/** Another screen: the focus goes to its heading, as a full page load would. Filters of the same screen leave it where it is. */
function useFocusOnNewScreen(main: React.RefObject<HTMLElement | null>) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const focusHeading = (triesLeft: number) => {
      const heading = main.current?.querySelector<HTMLElement>('h1');
      if (heading && heading.getClientRects().length > 0) heading.focus({ preventScroll: true });
      // The heading comes with the screen's code and data; wait two seconds for it, then be content with the page.
      else if (triesLeft > 0) timer = setTimeout(() => focusHeading(triesLeft - 1), 100);
      else main.current?.focus({ preventScroll: true });
    };
    const stop = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return;
      clearTimeout(timer);
      focusHeading(20);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [router, main]);
}
