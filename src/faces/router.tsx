import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { type ComponentType, lazy, useMemo } from 'react';
import type { Screen } from '#kit/screens.ts';
import { ME, type Me, useMe } from '#modules/office/accounts/web/index.ts';
import { Crashed, NoRight, NotFound } from './outcomes.tsx';
import { allScreens, mayOpen, screensOf } from './screens.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

/** A screen's code: fetched before it is shown on a change of screens, while it is shown on the first visit. */
function pageOf(screen: Screen) {
  let fetched: ComponentType | undefined;
  const Later = lazy(screen.load);
  return {
    now: (): ComponentType => fetched ?? Later,
    fetch: async () => {
      fetched = (await screen.load()).default;
    },
  };
}

/** `/` of all faces is one route; the person decides which screen it shows. */
function routeOf(path: string, queries: QueryClient) {
  const pages = new Map(allScreens.filter((screen) => screen.path === path).map((screen) => [screen, pageOf(screen)]));
  const screenOf = (me: Me): Screen | undefined => screensOf(me).find((screen) => screen.path === path);
  function Chosen() {
    const me = useMe();
    const screen = screenOf(me);
    // Held while the screen stands: the fetched and the later form are two components, and a change would lose what was typed.
    const Page = useMemo(() => screen && pages.get(screen)?.now(), [screen]);
    if (!screen || !Page) return <NotFound />;
    return mayOpen(screen, me) ? <Page /> : <NoRight />;
  }
  return createRoute({
    getParentRoute: () => root,
    path,
    component: Chosen,
    // The present screen stays until the next one's code is here.
    loader: async () => {
      const me = queries.getQueryData<Me | null>(ME);
      const screen = me && screenOf(me);
      if (screen) await pages.get(screen)?.fetch();
    },
  });
}

export function createFaceRouter(queries: QueryClient) {
  const routes = [...new Set(allScreens.map((screen) => screen.path))].map((path) => routeOf(path, queries));
  return createRouter({
    routeTree: root.addChildren(routes),
    // Addresses stay readable and shareable: plain names and values, no JSON.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString();
      return text ? `?${text}` : '';
    },
    scrollRestoration: true,
    defaultErrorComponent: Crashed,
  });
}
