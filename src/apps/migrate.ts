import { Command } from 'commander';
import { readConfig } from './config.ts';
import { prepareDatabase } from './database.ts';

/** `anxin migrate`: brings the database to this version, with places, roles and the login to serve under. */
export function migrateCommand(): Command {
  return new Command('migrate').description('把数据库升级到当前版本（建表、建角色、装入行政区划），可重复执行').action(async () => {
    const config = readConfig(process.env, { demo: false });
    const prepared = config.ok ? await prepareDatabase(config.value) : config;
    if (!prepared.ok) {
      console.error(prepared.refusal.says);
      process.exitCode = 1;
      return;
    }
    const { migrated } = prepared.value;
    console.log(
      migrated.length === 0
        ? '数据库已是当前版本，没有要执行的迁移。'
        : `已执行 ${migrated.length} 个迁移：\n${migrated.map((name) => `  ${name}`).join('\n')}`,
    );
    await prepared.value.stop();
  });
}
