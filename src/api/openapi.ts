// The OpenAPI document, made from the same tables as the routes: nothing is described that is not
// served, and nothing is served that is not described.
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { shapeOf } from '../wire/commands.ts';
import * as done from './command-schemas.ts';
import { beginsOne, type CommandEntry, commandTable } from './commands.ts';
import { uploadAnswer, uploadPath, uploadQuery } from './file-routes.ts';
import { type OpenEntry, openTable } from './open-routes.ts';
import { type ReadEntry, readTable } from './read-routes.ts';
import * as schemas from './schemas.ts';

/** "/api/contracts/:id" as OpenAPI writes it. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:([a-z]+)/g, '{$1}');
}

const pathFields: Readonly<Record<string, z.ZodType>> = {
  file: z.string().meta({ description: 'The id of a file.', example: 'fil_01kxw3…' }),
  id: z.string().meta({ description: 'The id of a contract.', example: 'ctr_01kxw3…' }),
  person: z.string().meta({ description: 'The id of a person.', example: 'psn_01kxw3…' }),
  currency: z.string().meta({ description: 'ISO 4217.', example: 'USD' }),
  name: z.string(),
  code: z.string(),
};

function parametersOf(path: string): z.ZodObject | undefined {
  const names = [...path.matchAll(/:([a-z]+)/g)].map(([, name = '']) => name);
  if (names.length === 0) return undefined;
  return z.object(Object.fromEntries(names.map((name) => [name, pathFields[name] ?? z.string()])));
}

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: schemas.problem } },
});

const signedInProblems = {
  '401': problem('No key and no session.'),
  '404': problem('It does not exist, or it is not yours to know.'),
  '422': problem('Some fields are not as they must be.'),
  default: problem('Any other trouble.'),
};

const commandProblems = {
  ...signedInProblems,
  '400': problem('No JSON, or no Idempotency-Key where one is needed.'),
  '403': problem('Somebody else decides this.'),
  '409': problem('Not in this state; `instead` names what helps.'),
  '412': problem('The promise is stale: nothing has happened.'),
  '413': problem('The body is too large.'),
  '415': problem('The body is not application/json.'),
};

function keyHeader({ needsKey }: CommandEntry) {
  const key = z.string().meta({
    description: 'The same key with the same body gets the first answer again.',
  });
  const promise = z.string().optional().meta({
    description: 'The promise of a preview; it may stand in the body as `promise` too.',
  });
  return z.object({
    'Idempotency-Key': needsKey ? key : key.optional(),
    'Endwell-Promise': promise,
  });
}

function operation(more: ZodOpenApiOperationObject, path: string): ZodOpenApiOperationObject {
  const parameters = parametersOf(path);
  if (parameters === undefined) return more;
  return { ...more, requestParams: { ...more.requestParams, path: parameters } };
}

function command(entry: CommandEntry): ZodOpenApiOperationObject {
  const { name, on, path, summary, description } = entry;
  const answer = on === 'wallet' ? done.walletDone : done.contractDone;
  const status = beginsOne(entry) ? '201' : '200';
  return operation(
    {
      operationId: name,
      tags: [on],
      summary,
      description,
      requestParams: { header: keyHeader(entry) },
      requestBody: { content: json(shapeOf(name)) },
      responses: { [status]: { description: 'Done.', content: json(answer) }, ...commandProblems },
    },
    path,
  );
}

function preview({ name, on, path, summary }: CommandEntry): ZodOpenApiOperationObject {
  const shown = on === 'wallet' ? done.walletPreview : done.contractPreview;
  return operation(
    {
      operationId: `preview_${name}`,
      tags: [on],
      summary: `${summary}: what it would do`,
      description: 'Changes nothing. The answer carries a promise, good for an hour.',
      requestBody: { content: json(shapeOf(name)) },
      responses: {
        '200': { description: 'What would happen.', content: json(shown) },
        ...commandProblems,
      },
    },
    path,
  );
}

function read(entry: ReadEntry): ZodOpenApiOperationObject {
  const { path, summary, query, answer, csv, media } = entry;
  const type = media ?? (csv === true ? 'text/csv' : 'application/json');
  const content = { [type]: { schema: answer } };
  return operation(
    {
      tags: ['reads'],
      summary,
      ...(query === undefined ? {} : { requestParams: { query } }),
      responses: { '200': { description: 'As it is now.', content }, ...signedInProblems },
    },
    path,
  );
}

function upload(): ZodOpenApiOperationObject {
  return {
    operationId: 'send_file',
    tags: ['files'],
    summary: 'Send a file',
    description:
      'The body is the file, with its name in the query, or a form with one file in it. A command ' +
      'then names it by its id; what no command has named is removed after a day.',
    requestParams: { query: uploadQuery },
    requestBody: {
      content: {
        'application/octet-stream': { schema: z.string() },
        'multipart/form-data': { schema: z.object({ file: z.string() }) },
      },
    },
    responses: {
      '201': { description: 'It has arrived.', content: json(uploadAnswer) },
      '401': signedInProblems['401'],
      '413': problem('More than 25 MB.'),
      '422': problem('Empty, of a kind that is not taken, or not what its name says.'),
      default: problem('Any other trouble.'),
    },
  };
}

function open({ path, summary, answer, mayMiss }: OpenEntry): ZodOpenApiOperationObject {
  return operation(
    {
      tags: ['about'],
      summary,
      security: [],
      responses: {
        '200': { description: summary, content: json(answer) },
        ...(mayMiss === true ? { '404': problem('There is no such thing.') } : {}),
      },
    },
    path,
  );
}

export function openApiDocument(version: string, origin: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const entry of commandTable) {
    paths[openApiPath(entry.path)] = { post: command(entry) };
    paths[openApiPath(`${entry.path}/preview`)] = { post: preview(entry) };
  }
  paths[uploadPath] = { post: upload() };
  for (const entry of [...readTable, ...openTable]) {
    const get = 'handle' in entry ? read(entry) : open(entry);
    const path = openApiPath(entry.path);
    paths[path] = { ...paths[path], get };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Endwell',
      version,
      description:
        'Contracts that end well. Amounts are decimal strings, instants ISO 8601 in UTC. Every ' +
        'command has a preview that says exactly what it would do, and a promise of it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key from your account page.' },
        session: { type: 'apiKey', in: 'cookie', name: 'endwell.session_token' },
      },
    },
  });
}
