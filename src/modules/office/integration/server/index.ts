export {
  type Admission,
  type AppChange,
  type AppSender,
  type Arrival,
  type Integration,
  integration,
  type Keeper,
  type MessageEntry,
  type OpenApp,
} from './service.ts';
export { type NewWebhook, type Webhooks, webhooks } from './webhooks.ts';
export { messageStatement } from './desk-store.ts';
export { type IntegrationDesk, integrationRoutes, type OutboundQueue, type Replay } from './desk-routes.ts';
