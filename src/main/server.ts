// The server: opens the house, fills it with the example when it is empty and may, serves pages
// and the API, and lets time pass. It stops cleanly when it is told to.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { SandboxClock, StillClock } from '../engine/clock.ts';
import { startWorker } from '../engine/worker.ts';
import { assertNode, type Config, ConfigError, readConfig } from './config.ts';
import { createFaces } from './faces.ts';
import { clockFile, clockOf, furnish, type House, openStore } from './house.ts';
import { clockMover } from './move-clock.ts';
import { seed, seedBegins } from './seed.ts';
import { demoHandles, type SeedPerson } from './seed-people.ts';

async function main(): Promise<void> {
  assertNode();
  const config = readConfig(process.env);
  mkdirSync(config.dataDir, { recursive: true });
  const db = await openStore(config);
  const house = furnish(config, db, clockOf(config));
  if (config.seed && (await house.people.countPeople()) === 0) await seedExample(config, house);
  const server = await listen(config, house);
  const worker = startWorker(house.engine);
  await announce(config, house);
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await worker.stop();
    await house.engine.close();
    await db.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

async function seedExample(config: Config, house: House): Promise<void> {
  const began = performance.now();
  console.log('Filling an empty server with the example …');
  const now = house.clock.now().round('second');
  const clock = new StillClock(seedBegins(now));
  const past = furnish(config, house.db, clock);
  await seed({ engine: past.engine, clock, now, signUp: (person) => signUp(past, person) });
  await past.engine.close();
  console.log(`… done in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

async function signUp({ people }: House, person: SeedPerson): Promise<string> {
  const { handle, name, roles, zone, city } = person;
  const made = await people.signUp({
    name,
    email: `${handle}@example.org`,
    password: crypto.randomUUID(),
    roles,
    timeZone: zone,
    city,
    demo: demoHandles.some((demo) => demo === handle),
  });
  if ('person' in made) return made.person.id;
  throw new Error(`${name} could not sign up: ${JSON.stringify(made)}`);
}

async function listen(config: Config, house: House): Promise<Server> {
  const { clock, db, engine } = house;
  const moveClock =
    clock instanceof SandboxClock ? clockMover(clock, engine, db, clockFile(config)) : null;
  const faces = await createFaces(config, house, moveClock);
  return new Promise((done, failed) => {
    const options = { fetch: faces.fetch, hostname: config.host, port: config.port };
    const server = serve(options, () => done(server as Server)) as Server;
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const say = `Port ${config.port} is taken. Set PORT to another one.`;
      failed(taken ? new ConfigError(say) : error);
    });
  });
}

async function announce(config: Config, { people }: House): Promise<void> {
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

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || (error as Error).name === 'DataDirectoryInUse';
  console.error(known ? (error as Error).message : error);
  process.exit(1);
});
