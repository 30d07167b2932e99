// The faces of the server, one beside the other: the API under /api, the pages everywhere else.
// Each is given the same engine, people, reads and clock.
import { readFileSync } from 'node:fs';
import { createApi } from '../api/app.ts';
import { createDesk, createReads } from '../reads/reads.ts';
import { createWeb, type Site } from '../web/app.tsx';
import { buildAssets } from '../web/assets.ts';
import { type Config, root } from './config.ts';
import { type House, readPolicies } from './house.ts';
import type { MoveClock } from './move-clock.ts';

export type Faces = {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
};

export async function createFaces(
  config: Config,
  house: House,
  moveClock: MoveClock | null,
): Promise<Faces> {
  const { engine, people, clock, policy, db, uploads } = house;
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    version: string;
  };
  const { origin, evaluation, runBy } = config;
  const desk = createDesk(db);
  const web = createWeb({
    engine,
    people,
    desk,
    clock,
    policy,
    uploads,
    assets: await buildAssets(),
    server: { version, runBy, origin, evaluation },
    moveClock: moveClock ?? undefined,
  } satisfies Site);
  const api = createApi({
    engine,
    people,
    reads: createReads(desk),
    uploads,
    policies: readPolicies(),
    clock,
    policy,
    origin,
    version,
  });
  return {
    fetch: (request, env) => {
      const { pathname } = new URL(request.url);
      const isApi = pathname === '/api' || pathname.startsWith('/api/');
      return isApi ? api.fetch(request, env as object) : web.fetch(request, env as object);
    },
  };
}
