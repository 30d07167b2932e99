// The real server as a process of its own, as `npm start` starts it: a free port, a data folder
// that is thrown away, and everything that it prints.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { killedAfterwards } from '../killed-afterwards.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMs = 120_000;

export type Running = {
  readonly printed: () => string;
  /** Waits until it has printed this; throws when it ends before. */
  readonly prints: (text: string) => Promise<void>;
  /** Sends a signal and waits for the end: the exit code, or the name of the signal. */
  readonly ends: (signal: NodeJS.Signals) => Promise<number | string>;
  /** Waits for the end without asking for it. */
  readonly ended: () => Promise<number | string>;
};

type Environment = Readonly<Record<string, string>>;

/** Nothing of the environment of the tests but what finds programs. */
function environment(env: Environment): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...env };
}

function started(args: readonly string[], env: Environment): Running {
  const child = killedAfterwards(
    spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: root,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      text += piece.toString();
    });
  }
  const end = endOf(child);
  return {
    printed: () => text,
    prints: async (wanted) => {
      const until = performance.now() + patienceMs;
      while (!text.includes(wanted)) {
        if (child.exitCode !== null || child.signalCode !== null || performance.now() > until) {
          throw new Error(`It never printed “${wanted}”:\n${text}`);
        }
        await setTimeout(20);
      }
    },
    ends: (signal) => {
      child.kill(signal);
      return end;
    },
    ended: () => end,
  };
}

async function endOf(child: ChildProcess): Promise<number | string> {
  await once(child, 'close');
  return child.exitCode ?? child.signalCode ?? 'lost';
}

export const startServer = (env: Environment): Running => started(['src/main/server.ts'], env);

/** `bin/endwell` without the shell that finds its Node. */
export const startCommand = (args: readonly string[], env: Environment): Running =>
  started(['src/main/endwell.ts', ...args], env);

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  return address.port;
}

/** A folder for data that is gone afterwards. */
export async function withFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'endwell-main-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
