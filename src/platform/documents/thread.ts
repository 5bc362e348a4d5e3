import { parentPort } from 'node:worker_threads';
import { carryOut, type Order } from './make.ts';

// The thread that opens strangers' templates and prints: bounded in memory by its limits and in time by its owner.
// What goes wrong here reaches the owner as the thread's error.
parentPort?.on('message', (order: Order) => {
  void carryOut(order).then((outcome) => parentPort?.postMessage(outcome));
});
