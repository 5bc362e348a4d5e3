import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Integration } from '#modules/office/integration/server/index.ts';
import type { Intake } from '#modules/prevention/imports/server/index.ts';
import type { ProjectRoutes } from '#modules/prevention/projects/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';

export interface OpenApiDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly integration: Integration;
  readonly intake: Intake;
  /** What the pages of projects are made with, for the wage chain. */
  readonly projects: ProjectRoutes;
  readonly onProblem: (problem: unknown) => void;
}

/** The part of the server these routes stand in, with forms that say their types. */
export type OpenServer = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;
