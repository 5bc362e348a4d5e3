export { bankRoutes } from './bank-routes.ts';
export { sendOrAsk, unsettledInstructions } from './outbound.ts';
export { replayBank } from './replay.ts';
export type { BankLink, BankPorts } from './ports.ts';
export { paymentRoutes } from './routes.ts';
export { type BankWorker, bankWorker } from './worker.ts';
