// A PostgreSQL server of our own, for the length of a test or a benchmark: initdb in a temporary
// directory, a free port on 127.0.0.1, fsync on as in production. It uses the installed packages
// and touches no cluster that is already there. It stops and is deleted when it is told to, and
// also when the process that started it dies, by kill -9 too: the server's guardian reads a pipe
// that only that process holds open.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Cluster = {
  /** Of a superuser; its database is empty. */
  readonly url: string;
  /** Where psql and pgbench of the same version are. */
  readonly bin: string;
  readonly version: number;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** Lines for postgresql.conf. fsync stays on unless they say otherwise. */
  readonly settings?: Readonly<Record<string, string | number>>;
};

type Installation = { bin: string; version: number };
type Owner = { uid: number; gid: number } | undefined;

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
const PATIENCE_MS = 60_000;

/** The newest installed PostgreSQL that is new enough, or undefined. */
export function findPostgres(): Installation | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((name) => join(DEBIAN, name)) : [];
  const places = [...debian.map((place) => join(place, 'bin')), ...pathFolders()];
  const found = places.filter((bin) => existsSync(join(bin, 'initdb'))).map(installationIn);
  return found
    .filter(({ version }) => version >= OLDEST)
    .sort((one, other) => other.version - one.version)[0];
}

/** Starts a cluster; undefined when no PostgreSQL of version 15 or newer is installed. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster | undefined> {
  const installation = findPostgres();
  if (!installation) return undefined;
  const owner = ownerOfServer();
  const dir = await mkdtemp(join(placeFor(owner), 'endwell-postgres-'));
  if (owner) chownSync(dir, owner.uid, owner.gid);
  chmodSync(dir, 0o700);
  try {
    const password = randomBytes(16).toString('hex');
    await createFiles(dir, installation, owner, password);
    const port = await freePort();
    await writeSettings(dir, port, options, owner);
    const guardian = startServer(dir, installation, owner);
    const url = `postgres://endwell:${password}@127.0.0.1:${port}/postgres`;
    await answering(guardian, installation, url);
    return { url, ...installation, stop: () => stop(guardian) };
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}

function pathFolders(): string[] {
  // The child's PATH is asked for instead of read from the environment here.
  const path = execFileSync('/bin/sh', ['-c', 'printf %s "$PATH"'], { encoding: 'utf8' });
  return path.split(delimiter).filter((folder) => folder !== '');
}

function installationIn(bin: string): Installation {
  const text = execFileSync(join(bin, 'initdb'), ['--version'], { encoding: 'utf8' });
  return { bin, version: Number(/\d+/.exec(text)?.[0] ?? 0) };
}

/** PostgreSQL refuses to run as root, so root gives its files to the user `postgres`. */
function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}

/** The temporary directory, unless the server's user may not enter it. */
function placeFor(owner: Owner): string {
  const open = (place: string) => (statSync(place).mode & 0o001) !== 0;
  return owner && !open(tmpdir()) ? '/tmp' : tmpdir();
}

async function createFiles(dir: string, { bin }: Installation, owner: Owner, password: string) {
  const passwordFile = join(dir, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  // --no-sync: only the creation is not synced; the server itself runs with fsync on.
  const args = ['-D', join(dir, 'data'), '-U', 'endwell', '--auth=scram-sha-256', '--no-sync'];
  const locale = ['--encoding=UTF8', `--locale=${LOCALE}`, `--pwfile=${passwordFile}`];
  execFileSync(join(bin, 'initdb'), [...args, ...locale], { ...asOwner(owner), stdio: 'pipe' });
  await rm(passwordFile);
}

function asOwner(owner: Owner): { cwd: string; uid?: number; gid?: number } {
  return owner ? { cwd: '/', ...owner } : { cwd: '/' };
}

async function writeSettings(dir: string, port: number, options: ClusterOptions, owner: Owner) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: dir,
    fsync: 'on',
    ...options.settings,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  const file = join(dir, 'data', 'postgresql.auto.conf');
  await writeFile(file, lines.join(''));
  if (owner) chownSync(file, owner.uid, owner.gid);
}

/** The shell waits for its standard input to end, stops the server and deletes the files. */
const GUARDIAN = `
"$1"/postgres -D "$2/data" >"$2/log" 2>&1 </dev/null &
server=$!
exec 3<&0
(read -r end <&3; kill -INT $server 2>/dev/null) &
reader=$!
exec 3<&- 0</dev/null
wait $server
kill $reader 2>/dev/null
rm -rf "$2"
`;

function startServer(dir: string, { bin }: Installation, owner: Owner): ChildProcess {
  const guardian = spawn('/bin/sh', ['-c', GUARDIAN, 'guardian', bin, dir], {
    ...asOwner(owner),
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C in the terminal must reach us first, and the server only through us.
    detached: true,
  });
  guardian.unref();
  (guardian.stdin as { unref?: () => void } | null)?.unref?.();
  return guardian;
}

async function answering(guardian: ChildProcess, { bin }: Installation, url: string) {
  const rounds = PATIENCE_MS / 50;
  for (let round = 0; round < rounds; round += 1) {
    if (guardian.exitCode !== null) throw new Error('PostgreSQL stopped while it was starting.');
    if (isReady(bin, url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(guardian);
  throw new Error('PostgreSQL did not answer within a minute.');
}

function isReady(bin: string, url: string): boolean {
  try {
    execFileSync(join(bin, 'pg_isready'), ['-q', '-d', url]);
    return true;
  } catch {
    // Not yet: it answers with its exit code.
    return false;
  }
}

async function stop(guardian: ChildProcess): Promise<void> {
  if (guardian.exitCode !== null || guardian.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => guardian.once('exit', () => resolve()));
  guardian.ref();
  guardian.stdin?.end();
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
