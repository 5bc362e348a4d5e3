import { createRootRoute, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Screen } from '#kit/screens.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { Crashed, NoRight, NotFound } from './outcomes.tsx';
import { screens } from './screens.ts';
import { Shell } from './shell.tsx';

/** `/warnings/$id` of both faces is one route; the face of the person decides which screen it shows. */
function routeOf(path: string, sharing: readonly Screen[]) {
  const pages = sharing.map((screen) => ({ screen, Page: lazy(screen.load) }));
  function Chosen() {
    const { me } = useMe();
    const page = pages.find(({ screen }) => me !== null && screen.faces.includes(me.face));
    if (!page || !me) return <NotFound />;
    if (page.screen.may && !me.may.some((permission) => permission === page.screen.may)) return <NoRight />;
    return <page.Page />;
  }
  Chosen.preload = () => Promise.all(pages.map(({ screen }) => screen.load()));
  return createRoute({ getParentRoute: () => root, path, component: Chosen });
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

export function createFaceRouter(history?: RouterHistory) {
  const paths = [...new Set(screens.map((screen) => screen.path))];
  const routes = paths.map((path) =>
    routeOf(
      path,
      screens.filter((screen) => screen.path === path),
    ),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    ...(history && { history }),
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
