export { brief, type Brief } from './brief.ts';
export { type FactsSource, wageChainFacts } from './facts.ts';
export { openWarningsByProject } from './open-warnings.ts';
export { officeDays, type Place, type PlaceOf, placesOf } from './place.ts';
export { type WarningRoutesDeps, warningRoutes } from './routes.ts';
export { takeStep } from './steps.ts';
export { findingsAsOf, sweep, type SweepDeps, type SweepReport } from './sweep.ts';
export { escalateLate } from './tick.ts';
export { watch, type Watch } from './watch.ts';
