export { setCorpSecret } from './corp-secret.ts';
export { type Deliveries, deliveries, type DeliveryDeps } from './deliver.ts';
export { compareTarget } from './differences.ts';
export { openApiRoutes } from './routes.ts';
export { type RealName, realName } from './service.ts';
export { retryDelivery, targetRoutes, unsettledDeliveries } from './target-routes.ts';
export { type Targets, targets } from './targets.ts';
export { undoRealName } from './undo.ts';
