#!/usr/bin/env node
// `anxin …` on any Node: the command line itself runs on the project's own.
import { join } from 'node:path';
import { environment, install, projectNode, root, run } from './bootstrap.mjs';

install();
const node = projectNode();
process.exitCode = await run(node, [join(root, 'src', 'apps', 'cli.ts'), ...process.argv.slice(2)], environment(node));
