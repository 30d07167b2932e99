// The table of commands, the routes and the OpenAPI document are one thing told three times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandTable } from '../../src/api/commands.ts';
import { openApiPath } from '../../src/api/openapi.ts';
import type { canOf } from '../../src/domain/contracts/allowed.ts';
import { contractCommandNames as domainNames } from '../../src/domain/contracts/decide.ts';
import { rejectionCodes } from '../../src/domain/rejections.ts';
import { contractCommandNames, walletCommandNames } from '../../src/wire/commands.ts';
import { problemCodes } from '../../src/wire/problem.ts';
import { documents, fundedContract, withApi } from './house.ts';

type Operation = { readonly security?: unknown; readonly responses: Record<string, unknown> };
type Document = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
};

test('every route is in the document, and nothing else is', () =>
  withApi(async ({ api, get }) => {
    const answered = await get(null, '/api/openapi.json');
    assert.equal(answered.status, 200);
    const document = answered.body as Document;
    assert.match(document.openapi, /^3\.1\./);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${openApiPath(path)}`);
    assert.deepEqual([...described].sort(), [...new Set(served)].sort());
    assert.equal(served.length, new Set(served).size);
  }));

test('the document refers to nothing that is not in it', () =>
  withApi(async ({ get }) => {
    const { text, body } = await get(null, '/api/openapi.json');
    for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = path
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], body);
      assert.ok(found !== undefined, path);
    }
    assert.ok(!text.includes('"undefined"'));
  }));

test('what is described as open answers without a key, and everything else asks for one', () =>
  withApi(async ({ get, send }) => {
    const document = (await get(null, '/api/openapi.json')).body as Document;
    for (const [path, methods] of Object.entries(document.paths)) {
      const address = path
        .replace('{name}', 'standard')
        .replace('{code}', 'not_found')
        .replace('{id}', 'ctr_x')
        .replace('{currency}', 'USD');
      for (const [method, { security }] of Object.entries(methods)) {
        const sent = method === 'post' ? { body: {} } : {};
        const { status } = await send(null, address, sent);
        assert.equal(status, security === undefined ? 401 : 200, `${method} ${path}`);
      }
    }
  }));

test('the table has every command that the domain has for people, and no other', () => {
  const named = (on: string) =>
    commandTable.filter((entry) => entry.on === on).map((entry) => entry.name);
  assert.deepEqual(named('offers'), ['send_offer']);
  const ofProviders = ['confirm_charge', 'fail_charge'];
  const people = domainNames.filter((name) => !ofProviders.includes(name));
  assert.deepEqual(named('contract').sort(), [...people].sort());
  assert.deepEqual([...contractCommandNames].sort(), ['send_offer', ...people].sort());
  assert.deepEqual(named('wallet').sort(), [...walletCommandNames].sort());
});

test('who may give a command is told as the domain has it', () =>
  withApi(async (house) => {
    const id = await fundedContract(house);
    for (const [party, member] of [
      ['client', house.ben] as const,
      ['freelancer', house.ann] as const,
    ]) {
      const { body } = await house.get(member, `/api/contracts/${id}`);
      const { can } = body as { can: ReturnType<typeof canOf> };
      // What mediators and moderators decide is no button for a party, not even a grey one.
      const forParties = commandTable.filter(
        ({ on, who }) =>
          on === 'contract' && (who.includes('client') || who.includes('freelancer')),
      );
      for (const entry of forParties) {
        const may = (can as Record<string, unknown>)[entry.name];
        const theirs = (may as { not?: string }).not !== 'not_your_decision';
        assert.equal(theirs, entry.who.includes(party), `${party} ${entry.name}`);
      }
    }
  }));

test('every refusal is a registered type that its address explains', () =>
  withApi(async ({ get }) => {
    for (const code of rejectionCodes) assert.ok(problemCodes.includes(code), code);
    const { body } = await get(null, '/api/problems');
    const { problems } = body as { problems: { type: string; title: string; status: number }[] };
    assert.equal(problems.length, problemCodes.length);
    for (const { type, title, status } of problems) {
      assert.ok(title.length > 0 && status >= 400);
      assert.equal((await get(null, type)).status, 200);
    }
    assert.equal((await get(null, '/api/problems/none')).status, 404);
  }));

test('the policies are shown whole, and which one is in force', () =>
  withApi(async ({ get }) => {
    const { body } = await get(null, '/api/policies');
    assert.deepEqual(
      (body as { policies: { name: string; in_force: boolean }[] }).policies.map((one) => [
        one.name,
        one.in_force,
      ]),
      [
        ['standard', true],
        ['classic-2016', false],
      ],
    );
    assert.deepEqual((await get(null, '/api/policies/standard')).body, documents[0]);
    assert.equal((await get(null, '/api/policies/none')).status, 404);
  }));
