export { ORDER_FACTS, standingOfOrder } from './order.ts';
