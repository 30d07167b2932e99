// What everybody may read without signing in: the rules, what the types of problems mean, and the
// OpenAPI document itself.
import { z } from 'zod';
import type { PolicyDocument } from '../wire/policy.ts';
import { policyShape } from '../wire/policy-shape.ts';
import { type ProblemCode, problemCodes, problemStatus, problemType } from '../wire/problem.ts';
import { titleOf } from './problems.ts';

export type OpenRoom = {
  /** The policies of this server, the one in force first. */
  readonly policies: readonly PolicyDocument[];
  readonly inForce: { readonly name: string; readonly version: string };
  readonly document: () => object;
};

export type OpenEntry = {
  readonly path: string;
  readonly summary: string;
  readonly answer: z.ZodType;
  /** Whether what the address names may not exist. */
  readonly mayMiss?: boolean;
  /** Null when there is no such thing. */
  readonly look: (room: OpenRoom, named: string) => object | null;
};

const problemKind = z.strictObject({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.int(),
});

function kindOf(code: ProblemCode) {
  return { type: problemType(code), code, title: titleOf(code), status: problemStatus(code) };
}

const policyName = z.strictObject({
  name: z.string(),
  version: z.string(),
  title: z.string(),
  in_force: z.boolean().meta({ description: 'New offers freeze this one.' }),
});

export const openTable: readonly OpenEntry[] = [
  {
    path: '/api/policies',
    summary: 'The rules that this server knows',
    answer: z.strictObject({ policies: z.array(policyName) }),
    look: ({ policies, inForce }) => ({
      policies: policies.map(({ name, version, title }) => ({
        ...{ name, version, title },
        in_force: name === inForce.name && version === inForce.version,
      })),
    }),
  },
  {
    path: '/api/policies/:name',
    summary: 'One set of rules, every number of it',
    answer: policyShape.meta({ id: 'Policy' }),
    mayMiss: true,
    look: ({ policies }, named) => policies.find(({ name }) => name === named) ?? null,
  },
  {
    path: '/api/problems',
    summary: 'Every type of problem',
    answer: z.strictObject({ problems: z.array(problemKind) }),
    look: () => ({ problems: problemCodes.map(kindOf) }),
  },
  {
    path: '/api/problems/:code',
    summary: 'What a type of problem means',
    answer: problemKind,
    mayMiss: true,
    look: (_room, named) => {
      const code = problemCodes.find((one) => one === named);
      return code === undefined ? null : kindOf(code);
    },
  },
  {
    path: '/api/openapi.json',
    summary: 'This document',
    answer: z.looseObject({}),
    look: ({ document }) => document(),
  },
];
