// How many releases a second go through the corridor, against the hand-written way: a PL/pgSQL
// function that does the same work, called once per release by pgbench. Both work on copies of
// one database, made by real commands; each contract is released once. Several rounds, in turns;
// medians. Once with nothing in common, once with the fees of all releases on one stored balance.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isGuarded } from '../domain/ledger/accounts.ts';
import { StillClock } from '../engine/clock.ts';
import { createEngine } from '../engine/engine.ts';
import { SandboxProvider } from '../outside/payments/sandbox.ts';
import { findPostgres, startCluster } from '../outside/postgres-cluster.ts';
import { openDatabase } from '../store/connection.ts';
import { migrate } from '../store/migrate.ts';
import { parsePolicy } from '../wire/policy.ts';
import {
  begins,
  clientOf,
  clients,
  contractId,
  due,
  prepareContracts,
  releaseAll,
  released,
} from './bench-contracts.ts';

export type BenchIo = {
  readonly print: (line: string) => void;
  /** A server on which databases may be made; without one, a cluster is started and removed. */
  readonly databaseUrl: string | null;
};

export type BenchOptions = {
  readonly contracts: number;
  readonly rounds: number;
  /** Who wait for their answers at a time, at the corridor. */
  readonly callers: number;
  /** Clients of pgbench. Eight are its best on two cores: it was tried with 4, 8, 16 and 32. */
  readonly clients: number;
};

const usual: BenchOptions = { contracts: 10_000, rounds: 5, callers: 256, clients: 8 };
const names = Object.keys(usual) as (keyof BenchOptions)[];

/** Exit code 0 when everything was measured; the last line printed is JSON. */
export async function benchCorridor(args: readonly string[], io: BenchIo): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    io.print(options);
    return 2;
  }
  const own = io.databaseUrl === null ? await startCluster() : undefined;
  const url = io.databaseUrl ?? own?.url;
  const bin = findPostgres()?.bin;
  if (url === undefined || bin === undefined) {
    io.print(
      'This benchmark needs PostgreSQL 15 or newer with pgbench: apt-get install postgresql',
    );
    return 1;
  }
  try {
    const result = await measure({ url, bin }, options, io);
    io.print(JSON.stringify(result));
    return 0;
  } finally {
    await own?.stop();
  }
}

/** `--contracts 20000 --rounds 3`; a sentence when it is something else. */
function optionsOf(args: readonly string[]): BenchOptions | string {
  const options: Record<string, number> = { ...usual };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index]?.replace(/^--/, '') ?? '';
    const value = Number(args[index + 1]);
    if (!names.some((known) => known === name) || !Number.isInteger(value) || value < 1) {
      return `endwell bench corridor takes ${names.map((known) => `--${known} N`).join(', ')}.`;
    }
    options[name] = value;
  }
  return options as BenchOptions;
}

type Place = { readonly url: string; readonly bin: string };
type Way = 'corridor' | 'function';
type Rates = { readonly [W in Way]: number[] };

export type BenchResult = {
  readonly bench: 'corridor';
  readonly ratio: number;
  readonly ratio_one_account: number;
  readonly corridor: number;
  readonly function: number;
  readonly corridor_one_account: number;
  readonly function_one_account: number;
};

async function measure(place: Place, options: BenchOptions, io: BenchIo) {
  const base = `endwell_bench_${randomBytes(6).toString('hex')}`;
  await administer(place.url, `create database ${base}`);
  try {
    await prepare(withDatabase(place.url, base), options, io);
    const apart: Rates = { corridor: [], function: [] };
    const together: Rates = { corridor: [], function: [] };
    for (let round = 1; round <= options.rounds; round += 1) {
      // Each goes first in turn, so that neither has the better half of every round.
      const ways: Way[] = round % 2 === 1 ? ['corridor', 'function'] : ['function', 'corridor'];
      for (const [rates, hot] of [
        [apart, false],
        [together, true],
      ] as const) {
        for (const way of ways) rates[way].push(await once(place, base, way, hot, options));
      }
      io.print(`round ${round}: ${lineOf(apart, together)}`);
    }
    return resultOf(apart, together, options, io);
  } finally {
    await administer(place.url, `drop database ${base} with (force)`);
  }
}

function lineOf(apart: Rates, together: Rates): string {
  const last = (rates: Rates) =>
    `corridor ${Math.round(rates.corridor.at(-1) ?? 0)}/s, ` +
    `function ${Math.round(rates.function.at(-1) ?? 0)}/s`;
  return `${last(apart)}; one account: ${last(together)}`;
}

function resultOf(apart: Rates, together: Rates, options: BenchOptions, io: BenchIo) {
  const ratio = median(apart.corridor) / median(apart.function);
  const ratioOne = median(together.corridor) / median(together.function);
  const say = (what: string, rates: Rates, times: number) =>
    io.print(
      `${what}: corridor ${Math.round(median(rates.corridor))} releases a second, ` +
        `function ${Math.round(median(rates.function))}: ${times.toFixed(2)} times as many.`,
    );
  say('Nothing in common', apart, ratio);
  say('All fees on one account', together, ratioOne);
  return {
    bench: 'corridor',
    ratio: rounded(ratio),
    ratio_one_account: rounded(ratioOne),
    corridor: Math.round(median(apart.corridor)),
    function: Math.round(median(apart.function)),
    corridor_one_account: Math.round(median(together.corridor)),
    function_one_account: Math.round(median(together.function)),
    ...options,
  };
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

/** A database with contracts whose second milestone waits to be released. */
async function prepare(url: string, { contracts, callers }: BenchOptions, io: BenchIo) {
  const db = await openDatabase({ url });
  try {
    await migrate(db);
    const engine = engineOn(db, begins, false);
    const started = performance.now();
    await prepareContracts(engine, contracts, callers);
    await engine.close();
    await db.query(readFileSync(new URL('./bench-release.sql', import.meta.url), 'utf8'));
    await db.query(`insert into accounts select 'platform.fees - USD', sum(amount)
      from postings where to_account = 'platform.fees - USD'`);
    await db.query('vacuum analyze');
    const seconds = (performance.now() - started) / 1000;
    io.print(
      `${contracts} contracts made by ${5 * contracts} commands in ${seconds.toFixed(1)} s.`,
    );
  } finally {
    await db.close();
  }
}

function engineOn(db: Parameters<typeof migrate>[0], now: Temporal.Instant, hot: boolean) {
  const clock = new StillClock(now);
  const provider = new SandboxProvider({ clock, delay: new Temporal.Duration() });
  const file = new URL('../../policies/standard.yaml', import.meta.url);
  const policy = parsePolicy(readFileSync(file, 'utf8'));
  // The platform's balance is usually a sum. Here it is stored, like the function's.
  const keepsBalance = hot ? (account: { kind: string }) => account.kind !== 'outside' : isGuarded;
  return createEngine({ db, clock, policy, provider, keepsBalance });
}

/** Releases a second, measured on a fresh copy. */
async function once(place: Place, base: string, way: Way, hot: boolean, options: BenchOptions) {
  const copy = `${base}_copy`;
  await administer(place.url, `create database ${copy} template ${base}`);
  try {
    await administer(place.url, 'checkpoint');
    const url = withDatabase(place.url, copy);
    const rate =
      way === 'corridor'
        ? await throughCorridor(url, hot, options)
        : await byFunction(place.bin, url, hot, options);
    await assertAllReleased(url, options.contracts);
    return rate;
  } finally {
    await administer(place.url, `drop database ${copy} with (force)`);
  }
}

async function throughCorridor(url: string, hot: boolean, { contracts, callers }: BenchOptions) {
  const db = await openDatabase({ url });
  const engine = engineOn(db, released, hot);
  try {
    const started = performance.now();
    await releaseAll(engine, contracts, callers);
    return contracts / ((performance.now() - started) / 1000);
  } finally {
    await engine.close();
    await db.close();
  }
}

/** Every client of pgbench releases its own share, one contract after the other. */
async function byFunction(bin: string, url: string, hot: boolean, options: BenchOptions) {
  const dir = await mkdtemp(join(tmpdir(), 'endwell-bench-'));
  try {
    const script = join(dir, 'release.pgbench');
    await writeFile(script, scriptOf(hot));
    const share = Math.ceil(options.contracts / options.clients);
    const args = ['-n', '-M', 'prepared', '-c', options.clients, '-j', 2, '-t', share];
    const variables = ['-D', 'n=-1', '-D', `share=${share}`, '-D', `most=${options.contracts}`];
    const all = [...args, ...variables, '-f', script, url].map(String);
    const { stdout } = await promisify(execFile)(join(bin, 'pgbench'), all);
    const [, rate] = /tps = ([\d.]+) \(without initial/.exec(stdout) ?? [];
    if (rate === undefined) throw new Error(`pgbench said:\n${stdout}`);
    return Number(rate);
  } finally {
    await rm(dir, { recursive: true });
  }
}

function scriptOf(hot: boolean): string {
  return [
    '\\set n :n + 1',
    '\\set i least(:client_id * :share + :n, :most - 1)',
    `select release_once('${contractId(0).slice(0, -9)}' || lpad(:i::text, 9, '0'), 'm2', ` +
      `'${clientOf(0).slice(0, -1)}' || (:i::int % ${clients}), 'release ' || :i, ` +
      `'${released}', 1000, '${due}', ${hot});`,
    '',
  ].join('\n');
}

async function assertAllReleased(url: string, contracts: number): Promise<void> {
  const db = await openDatabase({ url });
  try {
    const [row] = await db.query<{ count: bigint }>(
      `select count(*) from events where type = 'payment_released' and at = $1`,
      [released],
    );
    if (row?.count !== BigInt(contracts)) throw new Error(`${row?.count} were released.`);
  } finally {
    await db.close();
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const db = await openDatabase({ url });
  try {
    await db.query(statement);
  } finally {
    await db.close();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
