// The server: opens the house, fills it with the example when it is empty and may, serves pages
// and the API, and lets time pass. It stops cleanly when it is told to.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setInterval, setTimeout } from 'node:timers';
import { createAdaptorServer } from '@hono/node-server';
import { SandboxClock } from '../engine/clock.ts';
import { startWorker } from '../engine/worker.ts';
import { assertNode, type Config, ConfigError, readConfig } from './config.ts';
import { clearHalfExample, fillExample } from './example/fill-example.ts';
import { createFaces } from './faces.ts';
import { clockFile, clockOf, furnish, type House, openStore } from './house.ts';
import { clockMover, type MoveClock } from './move-clock.ts';
import { orSayWhy } from './or-say-why.ts';

async function main(): Promise<void> {
  assertNode();
  const config = readConfig(process.env);
  const db = await openStore(config);
  await clearHalfExample(db);
  const house = furnish(config, db, clockOf(config));
  // Asked before the example is filled in, which takes a while.
  await closed(await listening(createServer(), config));
  if (config.seed) await fillExample(config, house);
  const faces = await createFaces(config, house, moverOf(config, house));
  const made = createAdaptorServer({ fetch: faces.fetch });
  const server = await listening(made as Server, config);
  const { passTime, deliver } = house.engine;
  const worker = startWorker({
    passTime,
    deliver,
    post: house.post.round,
    sweep: () => swept(house),
  });
  await announce(config, house);
  const stop = async (): Promise<void> => {
    await closed(server);
    await worker.stop();
    await house.engine.close();
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void orSayWhy(stop));
  }
}

async function swept({ uploads, people }: House): Promise<void> {
  await uploads.sweep();
  await people.sweep();
}

function moverOf(config: Config, { clock, engine, db, post }: House): MoveClock | null {
  if (!(clock instanceof SandboxClock)) return null;
  return clockMover({ clock, engine, db, post, file: clockFile(config) });
}

const refusals: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken. Set PORT to another one.`,
  EACCES: ({ port }) => `Port ${port} needs rights that you do not have. Set PORT above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}. Set HOST to one it has.`,
  ENOTFOUND: ({ host }) => `Nobody knows the address ${host}. Set HOST to one of this machine.`,
};

async function listening<S extends Server>(server: S, config: Config): Promise<S> {
  try {
    server.listen(config.port, config.host);
    await once(server, 'listening');
    return server;
  } catch (error) {
    const say = refusals[(error as NodeJS.ErrnoException).code ?? ''];
    throw say === undefined ? error : new ConfigError(say(config));
  }
}

const mostSeconds = 5;

/** Whoever is being answered gets the answer; connections on which nothing happens are ended. */
async function closed(server: Server): Promise<void> {
  const http = server as Server & { closeIdleConnections?(): void; closeAllConnections?(): void };
  const idle = setInterval(() => http.closeIdleConnections?.(), 50);
  const late = setTimeout(() => http.closeAllConnections?.(), mostSeconds * 1000);
  server.close();
  await once(server, 'close');
  clearInterval(idle);
  clearTimeout(late);
}

async function announce(config: Config, { people }: House): Promise<void> {
  // `bin/endwell clock` finds the server by it.
  writeFileSync(`${config.dataDir}/address`, `${config.origin}\n`);
  console.log(`\nEndwell is at ${config.origin}\n`);
  for (const person of await people.demoPeople()) {
    const what = person.roles.join(' and ');
    console.log(`  ${person.name}, ${what}: ${config.origin}/demo/${person.id}`);
  }
  if (config.evaluation) {
    console.log('\nEvaluation mode: money is pretended. Do not use it for real contracts.');
  }
  console.log('Stop it with Ctrl+C.');
}

await orSayWhy(main);
