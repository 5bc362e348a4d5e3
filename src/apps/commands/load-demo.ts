import { Command } from 'commander';
import { loadDemo } from '../demo.ts';
import { withParts } from '../with-parts.ts';

/** `anxin load-demo`: what `npm start` runs on an empty store. */
export function loadDemoCommand(): Command {
  return new Command('load-demo').description('把演示县装入空库（npm start 会自动执行）').action(() =>
    withParts(async (parts) => {
      if (!parts.config.isDemo) {
        console.error('演示数据只能装入演示环境。请设 ANXIN_DEMO=on。');
        return 1;
      }
      await loadDemo(parts);
      return 0;
    }),
  );
}
