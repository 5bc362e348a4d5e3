// The newcomer's two commands. Runs on any Node the machine has (20.19 and later) with nothing installed: installs what is
// missing from the lock file, finds the project's own Node, and hands over. No dependency, no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const web = join(root, 'build', 'web');

/** What the words of package.json do. Each step is a program of node_modules, run with the project's Node; the first that fails ends the run. */
const GATE = [['tsc', '-b'], ['oxlint', '--type-aware', '--deny-warnings'], ['biome', 'check', '.'], ['knip']];
const STEPS = {
  dev: [['vite']],
  check: GATE,
  test: [...GATE, ['vitest', 'run']],
  bench: [],
  fuzz: [['vitest', 'run', '--project', 'product', 'test/fuzz']],
  mutate: [['stryker', 'run']],
};

/** Installs by the lock file when node_modules does not match it. Two at once wait for each other. */
export function install() {
  const lockFile = join(root, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const stamp = join(modules, '.anxin-installed');
  const npmsOwn = join(modules, '.package-lock.json');
  const isInstalled = () => {
    if (!existsSync(npmsOwn)) return false;
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
    // Somebody ran npm by hand after the lock file came.
    return statSync(npmsOwn).mtimeMs >= statSync(lockFile).mtimeMs;
  };
  if (isInstalled()) return;
  whileLocked(() => {
    if (isInstalled()) return;
    console.log('正在安装依赖（只在第一次或版本更新后）……');
    // npm's own program when npm started us, so that it also works where npm is a .cmd.
    const npm = process.env.npm_execpath;
    // Not `npm ci`: it refuses the whole lock file when a registry lacks one program of another system's. This installs the
    // same locked versions, leaves the lock file alone, and needs no install script.
    const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const done = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (done.status !== 0) stop('依赖没有安装成功，原因见上。请检查网络后重新执行。');
    writeFileSync(stamp, wanted);
  });
}

function whileLocked(work) {
  const lock = join(root, '.anxin-install.lock');
  const pid = join(lock, 'pid');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem;
      const holder = existsSync(pid) ? Number(readFileSync(pid, 'utf8')) : 0;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if ((holder > 0 && !isRunning(holder)) || (holder === 0 && age > 10_000)) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }
  }
  try {
    writeFileSync(pid, String(process.pid));
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
}

/** The project's own Node, or the one we run on where it is new enough and the project's does not fit the machine. */
export function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  // One maker publishes Node 24 for most systems, another for Apple's arm.
  const homes = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`].map((name) => join(modules, name, 'bin', file));
  const own = homes.find((path) => existsSync(path));
  if (own !== undefined && spawnSync(own, ['--version'], { stdio: 'ignore' }).status === 0) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  stop(`本机（${process.platform}-${process.arch}）装不上项目自带的 Node 24，现有的是 ${process.version}。请安装 Node 24 或更新版本后重试。`);
}

/** The environment of everything we run: compiled code is kept between starts, and children find the same Node first. */
export function environment(node) {
  return {
    NODE_COMPILE_CACHE: join(modules, '.cache', 'node-compile'),
    ...process.env,
    PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  };
}

/** Runs to the end and gives back its exit code; signals go through. */
export function run(node, args, env = environment(node)) {
  const child = spawn(node, args, { cwd: process.cwd(), stdio: 'inherit', env });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1))));
}

/** The program a package puts in node_modules/.bin, found through its package.json: shims differ by system. */
function program(name) {
  const home = { tsc: 'typescript', biome: '@biomejs/biome', stryker: '@stryker-mutator/core' }[name] ?? name;
  const { bin } = JSON.parse(readFileSync(join(modules, home, 'package.json'), 'utf8'));
  return join(modules, home, typeof bin === 'string' ? bin : bin[name]);
}

/** Builds the web application when a source of it is newer than what was built. */
async function buildWeb(node) {
  const built = statSync(join(web, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src/faces', 'src/kit', 'src/kernel', 'src/law', 'src/modules', 'vite.config.ts', 'package-lock.json'];
  if (!existsSync(join(root, 'src', 'faces', 'index.html')) || newest(sources.map((name) => join(root, name))) <= built) return;
  console.log('正在构建网页……');
  const code = await run(node, [program('vite'), 'build', '--logLevel', 'warn', '--config', join(root, 'vite.config.ts')]);
  if (code !== 0) stop('网页没有构建成功，原因见上。');
}

/** Server code and tests are no sources of the web. */
const NO_SOURCE = /^(server|dev)$|\.test\.tsx?$/;

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    if (stat.isDirectory())
      latest = Math.max(
        latest,
        newest(
          readdirSync(path)
            .filter((name) => !NO_SOURCE.test(name))
            .map((name) => join(path, name)),
        ),
      );
    else latest = Math.max(latest, stat.mtimeMs);
  }
  return latest;
}

function stop(says) {
  console.error(says);
  process.exit(1);
}

async function main([word, ...rest]) {
  install();
  const node = projectNode();
  if (word === 'start') {
    await buildWeb(node);
    // The supervisor only watches: a small nursery saves it 17 MB.
    return run(node, ['--max-semi-space-size=2', join(root, 'src', 'apps', 'start.ts'), ...rest]);
  }
  if (word === 'test') {
    // Acceptance tests drive the built pages. A test that is named runs alone and does not wait for them.
    if (rest.length > 0) return run(node, [program('vitest'), 'run', ...rest]);
    await buildWeb(node);
  }
  if (word === 'fuzz') {
    // A million malformed inputs for each importer, others than last time; what shows something new joins the corpus.
    process.env.FUZZ_INPUTS ??= '1000000';
    process.env.FUZZ_KEEP ??= '1';
    process.env.FUZZ_SEED ??= new Date().toISOString().slice(0, 13);
    console.log(`种子 ${process.env.FUZZ_SEED}，每个目标最多 ${process.env.FUZZ_INPUTS} 份。`);
  }
  const steps = STEPS[word];
  if (steps === undefined) stop(`没有“${word ?? ''}”这个命令。可用：start test ${Object.keys(STEPS).join(' ')}。`);
  for (const [name, ...args] of steps) {
    const code = await run(node, [program(name), ...args, ...rest]);
    if (code !== 0) return code;
  }
  if (word === 'bench') return run(node, [join(root, 'bench', 'index.ts'), ...rest]);
  return 0;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
