import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Screen } from '#kit/screens.ts';
import { ME, type Me, useMe } from '#modules/office/accounts/web/index.ts';
import { Crashed, NoRight, NotFound } from './outcomes.tsx';
import { screens } from './screens.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

/** `/` of both faces is one route; the face of the person decides which screen it shows. */
function routeOf(path: string, sharing: readonly Screen[], queries: QueryClient) {
  const pages = sharing.map((screen) => ({ screen, Page: lazy(screen.load) }));
  function Chosen() {
    const me = useMe();
    const page = pages.find(({ screen }) => screen.faces.includes(me.face));
    if (!page) return <NotFound />;
    if (page.screen.may && !me.may.some((permission) => permission === page.screen.may)) return <NoRight />;
    return <page.Page />;
  }
  return createRoute({
    getParentRoute: () => root,
    path,
    component: Chosen,
    // The present screen stays until the next one's code is here.
    loader: async () => {
      const me = queries.getQueryData<Me | null>(ME);
      await sharing.find((screen) => me && screen.faces.includes(me.face))?.load();
    },
  });
}

export function createFaceRouter(queries: QueryClient) {
  const routes = [...new Set(screens.map((screen) => screen.path))].map((path) =>
    routeOf(
      path,
      screens.filter((screen) => screen.path === path),
      queries,
    ),
  );
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
