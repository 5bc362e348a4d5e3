import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Screen } from '#kit/screens.ts';
import { ME, type Me, useMe } from '#modules/office/accounts/web/index.ts';
import { Crashed, NoRight, NotFound } from './outcomes.tsx';
import { allScreens, mayOpen, screensOf } from './screens.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

/** `/` of all faces is one route; the person decides which screen it shows. */
function routeOf(path: string, queries: QueryClient) {
  const pages = new Map(allScreens.filter((screen) => screen.path === path).map((screen) => [screen, lazy(screen.load)]));
  const screenOf = (me: Me): Screen | undefined => screensOf(me).find((screen) => screen.path === path);
  function Chosen() {
    const me = useMe();
    const screen = screenOf(me);
    const Page = screen && pages.get(screen);
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
      if (me) await screenOf(me)?.load();
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
